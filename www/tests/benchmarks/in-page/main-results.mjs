/** @file That the floor comes to the same results as the engine: one that did less would be no floor. */

import { isFigure, valueOf } from '../../../source/assessment.js';
import { ROWS } from './whole-pence.mjs';

/** @typedef {import('../../../source/assessment.js').Assessment} Assessment */
/** @typedef {import('../../../generated/engine.js').Group} Group */
/** @typedef {import('../../../generated/engine.js').Member} Member */
/** @typedef {import('../../../source/assessment.js').Figure} Figure */
/** @typedef {import('../../../source/assessment.js').Test} Test */
/** @typedef {import('../../../generated/engine.js').ByQuarter} ByQuarter */
/** @typedef {import('./whole-pence.mjs').Sheet} Sheet */

/** Stands for an amount that the assessment has no figure for. */
const NOTHING = 0;

/**
 * Compares every row of every organisation and group, every test, and what the matrix shows.
 *
 * @param {Assessment} assessment the engine's
 * @param {ReturnType<typeof import('./whole-pence.mjs').assess>} floor
 * @returns {number} how many values were compared
 */
export function compare(assessment, floor) {
  let compared = 0;
  /** @param {string} place @param {unknown[]} engines @param {unknown[]} floors */
  function same(place, engines, floors) {
    compared += engines.length;
    if (engines.length === floors.length && engines.every((one, index) => one === floors[index])) return;
    throw new Error(`${place}: the engine says ${engines.join(' ')}, the floor ${floors.join(' ')}`);
  }
  /** @param {Member | Group} one @param {{ sheet: Sheet, met: boolean[] }} other */
  function sameSheet(one, other) {
    const rows = rowsOf(one);
    for (const row of ROWS) same(`${one.code} ${row}`, rows[row].map(value), other.sheet[row]);
    same(`${one.code} met`, one.position.met.map(value), other.met);
  }

  /** @param {Figure | Test | typeof NOTHING} figure */
  function value(figure) {
    if (!isFigure(figure)) return figure;
    const known = valueOf(assessment, figure);
    if (typeof known === 'symbol') throw new Error('a figure of the plan is not known');
    return typeof known === 'bigint' ? Number(known) : known;
  }

  const groups = [assessment.system, ...assessment.sides, ...assessment.subdivisions];
  const others = [floor.system, ...floor.sides, ...floor.subdivisions];
  same('members', [assessment.organisations.length], [floor.members.length]);
  same('groups', [groups.length], [others.length]);
  groups.forEach((group, index) => sameSheet(group, others[index]));
  assessment.organisations.forEach((member, index) => {
    const other = floor.members[index];
    sameSheet(member, other);
    same(`${member.code} A&E`, testsOf(member).map(value), other.tests);
    same(`${member.code} hangs`, (member.what_hangs ?? Array(4).fill(NOTHING)).map(value), other.hangs);
    same(`${member.code} matrix`, matrixOf(member).map(value), [other.ownMet, other.ownMet, 0, 0, 0]);
  });
  return compared;
}

/** @param {Member} member */
const testsOf = ({ performance }) => performance.flatMap(({ tests }) => tests.map(({ met }) => met));

/** @param {Member} member */
const matrixOf = ({ matrix, neighbours_cost }) =>
  matrix === null
    ? Array(5).fill(NOTHING)
    : [
        matrix.own_met_system_met,
        matrix.own_met_system_missed,
        matrix.own_missed_system_met,
        matrix.own_missed_system_missed,
        neighbours_cost ?? NOTHING,
      ];

/**
 * @param {Member | Group} one
 * @returns {Record<keyof Sheet, (Figure | typeof NOTHING)[]>}
 */
function rowsOf({ position, fund, year_end }) {
  /** @param {Figure | null | undefined} figure */
  const yearOnly = (figure) => [NOTHING, NOTHING, NOTHING, NOTHING, figure ?? NOTHING];
  /** @param {ByQuarter | undefined} money */
  const row = (money) => (money ? [...money.quarters, money.year] : yearOnly(NOTHING));
  const total = fund?.total;
  const finance = fund?.elements.find(({ id }) => id === 'finance')?.money;
  const aAndE = fund?.elements.find(({ id }) => id === 'a_and_e')?.money;
  return {
    target: [...position.target, position.control_total],
    originalTarget: yearOnly(position.original_control_total),
    targetAfterFund: yearOnly(position.control_total_after_fund),
    actual: [...position.actual, NOTHING],
    variance: [...position.variance, NOTHING],
    actualAfterFund: [...position.actual_after_fund, NOTHING],
    forecast: yearOnly(position.forecast),
    forecastVariance: yearOnly(position.forecast_variance),
    financeAvailable: row(finance?.available),
    financeEarned: row(finance?.earned),
    financeRecovered: row(finance?.recovered),
    financeLost: row(finance?.lost),
    aAndEAvailable: row(aAndE?.available),
    aAndEEarned: row(aAndE?.earned),
    aAndELost: row(aAndE?.lost),
    available: row(total?.available),
    earned: row(total?.earned),
    missed: row(total?.missed),
    recovered: row(total?.recovered),
    lost: row(total?.lost),
    paid: row(total?.paid),
    incentive: yearOnly(year_end?.incentive),
    incentiveAtMost: yearOnly(year_end?.incentive_at_most),
  };
}
