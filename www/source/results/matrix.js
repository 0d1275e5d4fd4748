/** @file Answering for both: own met or missed, system met or missed, and what a neighbour's miss costs. */

import { h } from '../element.js';
import { bookOf, ruleOf } from '../rules.js';
import { symbol } from './amounts.js';
import { statusTag } from './citation.js';
import { fundsOf } from './fund.js';
import { createOneOrganisation } from './one-organisation.js';
import { consequences, outcomesTable } from './outcomes.js';
import { lastEnded, toDate } from './quarter.js';
import { cell } from './table.js';
import { listed, wordsOf } from './vocabulary.js';

/** @typedef {import('../assessment.js').Assessment} Assessment */
/** @typedef {import('../../generated/engine.js').Member} Member */
/** @typedef {import('../rules.js').SchemeBook} SchemeBook */
/** @typedef {import('./outcomes.js').Outcome} Outcome */
/** @typedef {import('./sheet.js').Path} Path */
/** @typedef {import('./sheet.js').Sheet} Sheet */

/** @param {(value: string) => void} chosen is told the organisation that was chosen */
export function createMatrix(chosen) {
  return createOneOrganisation({
    id: 'matrix',
    label: 'Organisation',
    chosen,
    offered,
    title: (assessment) =>
      offered(assessment).some(({ matrix }) => matrix !== null)
        ? 'Own and system: what each outcome pays'
        : 'Own and system: what follows from each outcome',
    shape: (assessment, member) => [
      fundsOf(assessment, member?.fund),
      assessment.quarters_ended,
      assessment.planning?.partnership?.rule,
      assessment.system.members > 0,
      isPaid(assessment),
      member?.matrix === null,
    ],
    layOut(assessment, sheet, member) {
      const books = assessment.scheme.ids.flatMap((id) => bookOf(id) ?? []);
      const parts =
        member === undefined
          ? withoutMoney(assessment, books)
          : ofMember(assessment, sheet, member, books.filter(({ pays }) => pays.includes(member.side)));
      return parts.length === 0 ? parts : [howToRead(assessment), ...parts];
    },
  });
}

/** @param {Assessment} assessment */
function offered({ organisations }) {
  return organisations.filter(({ neighbours_cost }) => neighbours_cost !== null);
}

/**
 * How it reads under what partners agreed of who answers for what.
 * @param {Assessment} assessment
 */
function howToRead({ planning }) {
  if (!planning?.partnership) return null;
  const rule = ruleOf(planning.partnership.rule);
  return h('p', { class: 'matrix__reading' }, h('strong', null, `${rule.name}: `), rule.words, ' ', statusTag(rule));
}

/** @param {Assessment} assessment whether there is any organisation that a fund is for */
const isPaid = ({ organisations }) => organisations.some(({ eligibility }) => eligibility.length > 0);

/**
 * What follows from each outcome, where no organisation is paid anything.
 *
 * @param {Assessment} assessment
 * @param {SchemeBook[]} books
 */
function withoutMoney(assessment, books) {
  const { system, scheme } = assessment;
  if (system.members === 0) return [];
  const { hasFund, fund, pay } = wordsOf(scheme);
  const why = `No organisation in this plan is one that the ${fund} ${pay}.`;
  return [hasFund ? h('p', null, why) : null, followingOnly(assessment, books)];
}

/**
 * @param {Assessment} assessment
 * @param {SchemeBook[]} books
 */
function followingOnly({ scheme }, books) {
  if (books.every(({ outcomes }) => outcomes.length === 0)) return null;
  return outcomesTable({
    caption: `What follows from each outcome, ${scheme.year}`,
    target: wordsOf(scheme).target,
    who: 'An organisation',
    cellOf: (outcome) => outcomeCell(consequences(books, outcome)),
  });
}

/**
 * @param {Assessment} assessment
 * @param {Sheet} sheet
 * @param {Member} member
 * @param {SchemeBook[]} books
 */
function ofMember(assessment, sheet, member, books) {
  return [
    ...(member.matrix === null
      ? [h('p', null, whyNoCases(assessment.scheme, books)), followingOnly(assessment, books)]
      : fourCases(assessment, sheet, member, books)),
    besides(assessment, sheet, member),
  ];
}

/**
 * Why there are no four cases with money.
 *
 * @param {Assessment['scheme']} scheme
 * @param {SchemeBook[]} books
 */
function whyNoCases(scheme, books) {
  const { fund, target } = wordsOf(scheme);
  const none = `There are no four cases for the ${fund}:`;
  return books.some(({ tested }) => tested === 'quarter_before')
    ? `${none} the first quarter is paid when the ${target} is agreed, and each later one is decided by how things stand at the end of the quarter before. No quarter’s money depends on that quarter’s own outcome.`
    : `${none} what an organisation keeps after missing its own ${target} depends on how far it misses it.`;
}

/**
 * @param {Assessment} assessment
 * @param {Sheet} sheet
 * @param {Member} member
 * @param {SchemeBook[]} books
 */
function fourCases(assessment, sheet, member, books) {
  const { name } = member;
  const { year, target } = assessment.scheme;
  const funds = fundsOf(assessment, member.fund);
  const fund = listed(funds);
  return [
    h(
      'p',
      null,
      `What the ${fund} ${funds.length > 1 ? 'pay' : 'pays'} ${name} for the whole of ${year}, if each outcome held in all four quarters, with its performance as entered.`,
    ),
    outcomesTable({
      caption: `${fund} by outcome, ${symbol(assessment.unit)}: ${name}`,
      target,
      who: name,
      cellOf: (outcome) => moneyCell(assessment, sheet, member, outcome, books),
    }),
  ];
}

/** @param {HTMLElement[]} content */
function outcomeCell(content) {
  const element = cell(...content);
  element.classList.add('matrix__cell');
  return element;
}

/**
 * @param {Assessment} assessment
 * @param {Sheet} sheet
 * @param {Member} member
 * @param {Outcome} outcome
 * @param {SchemeBook[]} books
 */
function moneyCell(assessment, sheet, { code, name }, outcome, books) {
  const figure = sheet.figure(
    ['organisations', code, 'matrix', outcome.figure],
    `${outcome.name}, ${name}`,
  );
  const ended = assessment.quarters_ended;
  const mark = h('p', { class: 'matrix__mark', hidden: true }, `Where it stands ${toDate(ended)}`);
  const element = outcomeCell([
    mark,
    h('p', { class: 'matrix__figure' }, figure),
    ...consequences(books, outcome),
  ]);
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
function besides(assessment, sheet, { code, name, fund }) {
  const unit = symbol(assessment.unit);
  const missed = 'If the system missed all year';
  const inMoney = ` in ${listed(fundsOf(assessment, fund))} money`;
  /** @param {string} term @param {Path} path @param {string} [figure] what its figure is, seen alone */
  const line = (term, path, figure = term) =>
    h(
      'div',
      { class: 'besides__line' },
      h('dt', null, `${term}, ${unit}`),
      h('dd', null, sheet.figure(['organisations', code, ...path], `${figure}, ${name}`)),
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
    ),
    h('h3', { class: 'nhsuk-heading-s' }, missed),
    h(
      'dl',
      { class: 'besides__list' },
      line(`What it would cost ${name}${inMoney}`, ['neighbours_cost'], `${missed}: what it would cost${inMoney}`),
    ),
  );
}
