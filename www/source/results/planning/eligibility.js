/** @file Whether the area may take on a system control total: condition by condition, year by year. */

import { h } from '../../element.js';
import { dateInWords } from '../date.js';
import { body, cell, columnHead, createTable, row, rowHead, totalRow } from '../table.js';
import { createPart } from './part.js';
import { conditionLine, missingOf, pathsOf, rulesBehind, saidBy } from './rules.js';
import { daysInWords } from './words.js';

/** @typedef {import('../../assessment.js').Assessment} Assessment */
/** @typedef {import('../../../generated/engine.js').AreaEligibility} AreaEligibility */
/** @typedef {import('../../../generated/engine.js').PlanningResult} PlanningResult */
/** @typedef {import('../../page.js').Page} Page */
/** @typedef {import('../sheet.js').Sheet} Sheet */
/** @typedef {import('./part.js').Round} Round */
/** @typedef {import('./rules.js').Lacking} Lacking */

/** @typedef {'agreed' | 'commissioners_within' | 'providers_within'} Asked */

/** @type {[Asked, string, 'left_of_commissioners' | 'left_of_providers' | null][]} with what is left by it */
const ASKED = [
  ['agreed', 'Every contract agreed by the deadline', null],
  ['commissioners_within', 'What commissioners count is within the resources', 'left_of_commissioners'],
  ['providers_within', 'What providers count is within the resources', 'left_of_providers'],
];

const PATH = ['planning', 'eligibility'];

/** @param {Page} page */
export function createAreaEligibility(page) {
  return createPart({
    id: 'eligibility',
    title: 'Eligibility to take on a system control total',
    of: ({ eligibility, round_id }) => (round_id === null ? null : eligibility),
    besides: (assessment, { eligibility, years }) => [
      years.map(({ year }) => year),
      ASKED.map(([asked]) => lackingOf(assessment, page, eligibility, asked).map(([, missing]) => pathsOf(missing))),
    ],
    layOut: (round) => partsOf(round, page),
  });
}

/**
 * @param {Round} round
 * @param {Page} page
 */
function partsOf({ planning, assessment, sheet }, page) {
  const { eligibility, round_id } = planning;
  if (eligibility === null) return [];
  /** @param {Asked} asked */
  const lacking = (asked) => lackingOf(assessment, page, eligibility, asked);
  return [
    h(
      'p',
      { class: 'decides__answer' },
      'Eligible to take on a system control total: ',
      sheet.test([...PATH, 'eligible'], 'Eligible to take on a system control total', ['Yes', 'No']),
      ` ${deadlineOf(eligibility)}`,
    ),
    saidBy(`${round_id}:system_control_total`),
    tableOf(planning, eligibility, sheet),
    h(
      'ul',
      { class: 'decides' },
      conditionLine({ rule: `${round_id}:contracts_agreed`, stands: [], lacking: lacking('agreed'), page }),
      conditionLine({
        rule: `${round_id}:within_resources`,
        stands: [],
        lacking: [...lacking('commissioners_within'), ...lacking('providers_within')],
        page,
      }),
    ),
    rulesBehind('How this is read where figures or days are missing', ['contract_agreed', 'partial_sums', 'no_contracts']),
  ];
}

/** @param {AreaEligibility} eligibility */
function deadlineOf({ deadline, days_to_go }) {
  if (deadline === null) return 'The deadline for contracts is not known.';
  const far = daysInWords(days_to_go);
  return `The deadline for contracts: ${dateInWords(deadline)}${far === '' ? '' : ` (${far.toLowerCase()})`}.`;
}

/**
 * @param {Assessment} assessment
 * @param {Page} page
 * @param {AreaEligibility | null} eligibility
 * @param {Asked} asked
 * @returns {Lacking[]}
 */
function lackingOf(assessment, page, eligibility, asked) {
  const side = asked === 'agreed' ? '' : asked === 'commissioners_within' ? ' on the commissioners’ side' : ' on the providers’ side';
  return (eligibility?.years ?? []).map((line) => [
    `Missing for ${line.year}${side}`,
    missingOf(assessment, page, line[asked]),
  ]);
}

/**
 * @param {PlanningResult} planning
 * @param {AreaEligibility} eligibility
 * @param {Sheet} sheet
 */
function tableOf({ years: all }, { years }, sheet) {
  /** @param {number} year @param {Asked | 'eligible'} asked @param {string} name */
  const test = (year, asked, name) =>
    sheet.test(
      [...PATH, 'years', String(year), asked],
      `${name}, ${years[year]?.year}`,
      asked === 'eligible' ? ['Yes', 'No'] : ['Met', 'Not met'],
    );
  /** @param {string} year @param {string} left @param {string} name */
  const leaves = (year, left, name) => {
    const place = all.findIndex((one) => one.year === year);
    const path = ['planning', 'years', String(place), left];
    return h('div', { class: 'planning__line' }, 'left: ', sheet.figure(path, `Resources left, ${name}, ${year}`));
  };
  return createTable({
    id: 'planning-eligibility-table',
    caption: 'Conditions by year',
    head: [row(columnHead('Condition'), ...years.map(({ year }) => columnHead(year)))],
    bodies: [
      body(
        ...ASKED.map(([asked, name, left]) =>
          row(
            rowHead(name),
            ...years.map(({ year }, place) => cell(test(place, asked, name), left && leaves(year, left, name))),
          ),
        ),
        totalRow(
          rowHead('Eligible'),
          ...years.map((_, place) => cell(test(place, 'eligible', 'Eligible to take on a system control total'))),
        ),
      ),
    ],
    kind: 'planning__narrow',
  });
}
