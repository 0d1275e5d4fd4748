/** @file Answering for both: own met or missed, system met or missed, and what a neighbour's miss costs. */

import { h } from '../element.js';
import { bookOf } from '../rules.js';
import { symbol } from './amounts.js';
import { createChoice } from './choice.js';
import { statusTag } from './citation.js';
import { lastEnded, toDate } from './quarter.js';
import { createSection } from './section.js';
import { body, cell, columnHead, corner, createTable, row, rowHead } from './table.js';

/** @typedef {import('../assessment.js').Assessment} Assessment */
/** @typedef {import('../../generated/engine.js').Matrix} Matrix */
/** @typedef {import('../../generated/engine.js').Member} Member */
/** @typedef {import('../rules.js').SchemeBook} SchemeBook */
/** @typedef {import('./sheet.js').Path} Path */
/** @typedef {import('./sheet.js').Sheet} Sheet */

/**
 * @typedef {object} Outcome
 * @property {boolean} own
 * @property {boolean} system
 * @property {keyof Matrix} figure
 * @property {string} name
 */

/** @type {Outcome[]} */
const OUTCOMES = [
  { own: true, system: true, figure: 'own_met_system_met', name: 'Own met, system met' },
  { own: true, system: false, figure: 'own_met_system_missed', name: 'Own met, system missed' },
  { own: false, system: true, figure: 'own_missed_system_met', name: 'Own missed, system met' },
  {
    own: false,
    system: false,
    figure: 'own_missed_system_missed',
    name: 'Own missed, system missed',
  },
];

/** @param {(code: string) => void} chosen is told the organisation that was chosen */
export function createMatrix(chosen) {
  const choice = createChoice('Organisation', 'matrix-choice', chosen);
  const section = createSection({
    id: 'matrix',
    title: 'Own and system: what each outcome pays',
    controls: [choice.element],
    shape: (assessment) => {
      const member = chosenMember(assessment, choice.value());
      return [
        member?.code,
        member?.name,
        assessment.scheme.ids,
        assessment.quarters_ended,
        assessment.system.members > 0,
      ];
    },
    layOut: (assessment, sheet) => {
      const member = chosenMember(assessment, choice.value());
      return member === undefined
        ? notOffered(assessment)
        : layOut(assessment, sheet, member, assessment.scheme.ids.flatMap((id) => bookOf(id) ?? []));
    },
  });

  return {
    ...section,
    /** @param {Assessment} assessment */
    arrange(assessment) {
      const options = offered(assessment).map(({ code, name }) => ({
        value: `organisations/${code}`,
        name: `${name} (${code})`,
      }));
      choice.offer([{ label: 'Organisations', options }]);
      section.arrange(assessment);
    },
    choose: choice.choose,
  };
}

/** @param {Assessment} assessment */
function offered({ organisations }) {
  return organisations.filter(({ matrix }) => matrix !== null);
}

/**
 * @param {Assessment} assessment
 * @param {string} value
 */
function chosenMember(assessment, value) {
  return offered(assessment).find(({ code }) => `organisations/${code}` === value);
}

/** @param {Assessment} assessment */
function notOffered({ system, scheme }) {
  if (system.members === 0) return [];
  return [
    h(
      'p',
      null,
      `No organisation in this plan is one that the ${scheme.fund} pays by these four outcomes.`,
    ),
  ];
}

/**
 * @param {Assessment} assessment
 * @param {Sheet} sheet
 * @param {Member} member
 * @param {SchemeBook[]} books
 */
function layOut(assessment, sheet, member, books) {
  const { name } = member;
  const { fund, year } = assessment.scheme;
  const unit = symbol(assessment.unit);
  const cells = OUTCOMES.map((outcome) => outcomeCell(assessment, sheet, member, outcome, books));
  const [metMet, metMissed, missedMet, missedMissed] = cells;
  if (!metMet || !metMissed || !missedMet || !missedMissed) return [];
  return [
    h(
      'p',
      null,
      `What the ${fund} pays ${name} for the whole of ${year}, if each outcome held in all four quarters, with its performance as entered.`,
    ),
    createTable({
      id: 'matrix-table',
      caption: `${fund} by outcome, ${unit}: ${name}`,
      head: [
        row(corner(), columnHead('System meets its control total'), columnHead('System misses it')),
      ],
      bodies: [
        body(
          row(rowHead(`${name} meets its own`), metMet, metMissed),
          row(rowHead(`${name} misses its own`), missedMet, missedMissed),
        ),
      ],
      kind: 'matrix',
    }),
    besides(assessment, sheet, member),
  ];
}

/**
 * @param {Assessment} assessment
 * @param {Sheet} sheet
 * @param {Member} member
 * @param {Outcome} outcome
 * @param {SchemeBook[]} books
 */
function outcomeCell(assessment, sheet, { code, name }, outcome, books) {
  const figure = sheet.figure(
    ['organisations', code, 'matrix', outcome.figure],
    `${outcome.name}, ${name}`,
  );
  const ended = assessment.quarters_ended;
  const mark = h('p', { class: 'matrix__mark', hidden: true }, `Where it stands ${toDate(ended)}`);
  const consequences = books
    .flatMap(({ outcomes }) => outcomes)
    .filter(({ own_met, system_met }) => own_met === outcome.own && system_met === outcome.system)
    .map(({ rule }) =>
      h(
        'p',
        { class: 'matrix__consequence' },
        h('strong', null, `${rule.name}: `),
        rule.words,
        ' ',
        statusTag(rule),
      ),
    );
  const element = cell(mark, h('p', { class: 'matrix__figure' }, figure), ...consequences);
  element.classList.add('matrix__cell');
  if (ended > 0) markCurrent(sheet, code, lastEnded(ended), outcome, element, mark);
  return element;
}

/**
 * Marks the cell while both outcomes are known to be its own.
 *
 * @param {Sheet} sheet
 * @param {string} code
 * @param {string} last
 * @param {Outcome} outcome
 * @param {HTMLElement} element
 * @param {HTMLElement} mark
 */
function markCurrent(sheet, code, last, outcome, element, mark) {
  const held = { own: false, system: false };
  const show = () => {
    mark.hidden = !(held.own && held.system);
    element.classList.toggle('matrix__cell--current', !mark.hidden);
  };
  sheet.watch(['organisations', code, 'position', 'met', last], (value) => {
    held.own = value === outcome.own;
    show();
  });
  sheet.watch(['system', 'position', 'met', last], (value) => {
    held.system = value === outcome.system;
    show();
  });
}

/**
 * @param {Assessment} assessment
 * @param {Sheet} sheet
 * @param {Member} member
 */
function besides({ unit: amounts, scheme }, sheet, { code, name }) {
  const unit = symbol(amounts);
  /** @param {string} term @param {Path} path */
  const line = (term, path) =>
    h(
      'div',
      { class: 'besides__line' },
      h('dt', null, `${term}, ${unit}`),
      h('dd', null, sheet.figure(['organisations', code, ...path], `${term}, ${name}`)),
    );
  return h(
    'div',
    { class: 'besides' },
    h('h3', { class: 'nhsuk-heading-s' }, `What ${name} has earned so far`),
    h(
      'dl',
      { class: 'besides__list' },
      line('Earned', ['fund', 'total', 'earned', 'year']),
      line('Recovered', ['fund', 'total', 'recovered', 'year']),
      line('Lost', ['fund', 'total', 'lost', 'year']),
      line('Still recoverable', ['fund', 'total', 'still_recoverable', 'year']),
      line('Still to earn', ['fund', 'total', 'still_to_earn', 'year']),
      line(`What a neighbour's miss costs it in ${scheme.fund} money`, [
        'matrix',
        'neighbours_cost',
      ]),
    ),
  );
}
