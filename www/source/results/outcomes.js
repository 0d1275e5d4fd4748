/** @file The four outcomes of own and system, and what else follows from each beside the money. */

import { h } from '../element.js';
import { ruleOf } from '../rules.js';
import { statusTag } from './citation.js';
import { body, columnHead, corner, createTable, row, rowHead } from './table.js';

/** @typedef {import('../../generated/engine.js').Matrix} Matrix */
/** @typedef {import('../rules.js').SchemeBook} SchemeBook */

/**
 * @typedef {object} Outcome
 * @property {boolean} own
 * @property {boolean} system
 * @property {keyof Matrix} figure
 * @property {string} name
 */

/** @type {[Outcome, Outcome, Outcome, Outcome]} */
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

/**
 * @param {object} plan
 * @param {string} plan.caption
 * @param {string} plan.target what the target is called
 * @param {string} plan.who whose own target it is
 * @param {(outcome: Outcome) => HTMLTableCellElement} plan.cellOf
 */
export function outcomesTable({ caption, target, who, cellOf }) {
  const [metMet, metMissed, missedMet, missedMissed] = OUTCOMES;
  return createTable({
    id: 'matrix-table',
    caption,
    head: [row(corner(), columnHead(`System meets its ${target}`), columnHead('System misses it'))],
    bodies: [
      body(
        row(rowHead(`${who} meets its own`), cellOf(metMet), cellOf(metMissed)),
        row(rowHead(`${who} misses its own`), cellOf(missedMet), cellOf(missedMissed)),
      ),
    ],
    kind: 'matrix',
  });
}

/**
 * What else follows from an outcome, each with how it is known.
 *
 * @param {SchemeBook[]} books
 * @param {Outcome} outcome
 */
export function consequences(books, { own, system }) {
  return books.flatMap(({ fund, outcomes }) =>
    outcomes
      .filter(({ own_met, system_met }) => own_met === own && system_met === system)
      .map(({ rule }) =>
        h(
          'p',
          { class: 'matrix__consequence' },
          h('strong', null, books.length > 1 ? `${fund}, ${rule.name}: ` : `${rule.name}: `),
          rule.words,
          ' ',
          statusTag(ruleOf(rule.id)),
        ),
      ),
  );
}
