/** @file Whether the area may have transformation funding: the conditions, and each organisation's plan. */

import { h } from '../../element.js';
import { symbol } from '../amounts.js';
import { asLink } from '../as-link.js';
import { body, cell, columnHead, createTable, number, numberHead, row, rowHead, totalRow } from '../table.js';
import { capital, wordsOf } from '../vocabulary.js';
import { namedHead } from './cells.js';
import { createPart } from './part.js';
import { potsTable } from './pots.js';
import { conditionLine, missingOf, pathsOf, rulesBehind, saidBy } from './rules.js';

/** @typedef {import('../../assessment.js').Assessment} Assessment */
/** @typedef {import('../../../generated/engine.js').Condition} Condition */
/** @typedef {import('../../../generated/engine.js').Transformation} Transformation */
/** @typedef {import('../../page.js').Page} Page */
/** @typedef {import('../sheet.js').Sheet} Sheet */
/** @typedef {import('./part.js').Round} Round */

const PATH = ['planning', 'transformation'];

/** @param {Page} page */
export function createTransformation(page) {
  return createPart({
    id: 'transformation',
    title: 'Transformation funding',
    of: ({ transformation, round_id }) => (round_id === null ? null : transformation),
    besides: (assessment, { transformation }) =>
      transformation?.conditions.map(({ met }) => pathsOf(missingOf(assessment, page, met))),
    layOut: (round) => partsOf(round, page),
  });
}

/**
 * @param {Round} round
 * @param {Page} page
 */
function partsOf({ planning: { transformation, round_id }, assessment, sheet }, page) {
  if (transformation === null) return [];
  return [
    h(
      'p',
      { class: 'decides__answer' },
      'Eligible for transformation funding: ',
      sheet.test([...PATH, 'eligible'], 'Eligible for transformation funding', ['Yes', 'No']),
    ),
    saidBy(`${round_id}:eligible`),
    h(
      'ul',
      { class: 'decides' },
      transformation.conditions.map((condition, place) => lineOf(condition, place, { assessment, sheet, page })),
    ),
    plansTable(transformation, assessment, sheet),
    sheet.casting([
      {
        name: 'plans',
        parts: transformation.plans.map((_, place) => [...PATH, 'plans', String(place), 'planned']),
        total: [...PATH, 'planned'],
      },
    ]),
    potsTable(transformation, assessment, sheet),
    rulesBehind('How these conditions are read, and what is known of each pot', [
      'own_plans_answered',
      'no_trajectory',
      'pot_final_year',
      ...transformation.pots.map(({ rule }) => rule),
    ]),
  ];
}

/**
 * @param {Condition} condition
 * @param {number} place
 * @param {{ assessment: Assessment, sheet: Sheet, page: Page }} context
 */
function lineOf({ rule, name, answered, met }, place, { assessment, sheet, page }) {
  const go = () => page.goTo(`planning/answers/${answered}`);
  return conditionLine({
    rule,
    stands: [sheet.test([...PATH, 'conditions', String(place), 'met'], name, ['Met', 'Not met'])],
    lacking: answered === null ? [['What is missing', missingOf(assessment, page, met)]] : [],
    page,
    more: [
      answered === null
        ? h('p', null, 'It is worked out from the organisations’ plans.')
        : h(
            'p',
            null,
            'It is answered in the plan, in place of what is worked out. ',
            asLink('Go to the answer', go, `Go to the answer: ${name}`),
          ),
    ],
  });
}

/**
 * @param {Transformation} transformation
 * @param {Assessment} assessment
 * @param {Sheet} sheet
 */
function plansTable({ plans }, { unit, scheme }, sheet) {
  const target = capital(wordsOf(scheme).target);
  return createTable({
    id: 'planning-plans-table',
    caption: `Each organisation’s plan for ${scheme.year}`,
    head: [
      row(
        columnHead('Organisation'),
        numberHead('Planned position', symbol(unit)),
        numberHead(target, symbol(unit)),
        columnHead('Plan meets it'),
        columnHead('Trajectories'),
      ),
    ],
    bodies: [
      body(
        ...plans.map(({ code, name }, place) => {
          const path = [...PATH, 'plans', String(place)];
          return row(
            namedHead(name, code),
            number(sheet.figure([...path, 'planned'], `Planned position, ${name}`)),
            number(sheet.figure([...path, 'control_total'], `${target}, ${name}`)),
            cell(sheet.test([...path, 'met'], `Plan meets its ${wordsOf(scheme).target}, ${name}`, ['Met', 'Not met'])),
            cell(sheet.test([...path, 'trajectories'], `Trajectories, ${name}`, ['Met', 'Not met'])),
          );
        }),
      ),
      body(
        totalRow(
          rowHead('System'),
          number(sheet.figure([...PATH, 'planned'], 'Planned position, system')),
          number(sheet.figure([...PATH, 'control_total'], `${target}, system`)),
          ...[0, 2].map((place) =>
            cell(
              sheet.test(
                [...PATH, 'conditions', String(place), 'met'],
                place === 0 ? `Plan meets its ${wordsOf(scheme).target}, system` : 'Trajectories, system',
                ['Met', 'Not met'],
              ),
            ),
          ),
        ),
      ),
    ],
  });
}
