/** @file What the rules of a plan ask of its organisations. */

import { schemes as everyScheme, schemesOf } from '../rules.js';
import { askingStatements } from './statement-entries.js';

/** @typedef {import('../rules.js').SchemeBook} SchemeBook */
/** @typedef {import('../rules.js').MeasureBook} MeasureBook */
/** @typedef {import('../../generated/engine.js').Side} Side */
/** @typedef {Pick<import('../plan.js').PlanDocument, 'year' | 'fund' | 'changes'>} Ruled what of a plan says which rules it is under */

/** @typedef {(side: Side | null) => boolean} ForSide whether it is asked of a side; yes where a fund might be for it */

/** @typedef {{ fund: string, isForDeficits: boolean, isFor: ForSide }} AskedAllocation */
/** @typedef {{ id: string, name: string, isFor: ForSide }} AskedAnswer */

/**
 * @typedef {object} Asked
 * @property {SchemeBook[]} schemes none where there are no rules for the plan
 * @property {string} target what the year calls its target
 * @property {boolean} hasFund whether money hangs on it
 * @property {ForSide} isPaid
 * @property {AskedAllocation[]} allocations of the funds whose allocations are entered
 * @property {ForSide} acceptance whether the target must be accepted
 * @property {AskedAnswer[]} answers to conditions that are asked
 * @property {ForSide} improvement agreed over-delivery
 * @property {boolean} forecasts as they stood at each quarter's end
 * @property {MeasureBook[]} measures
 * @property {import('../rules.js').StatementBook[]} statements that ask for entries
 */

/**
 * @param {Ruled} plan
 * @returns {Asked}
 */
export function askedOf(plan) {
  const schemes = schemesOf(plan);
  const funds = schemes.filter(({ pays }) => pays.length > 0);
  return {
    schemes,
    target: schemes[0]?.target ?? 'control total',
    hasFund: funds.length > 0,
    isPaid: paidBy(funds),
    allocations: funds
      .filter(({ allocation }) => allocation !== 'the_deficit')
      .map((scheme) => ({
        fund: scheme.fund,
        isForDeficits: scheme.allocation === 'offered_for_deficit',
        isFor: paidBy([scheme]),
      })),
    acceptance: paidBy(funds.filter(({ conditions }) => conditions.some((one) => one.is_acceptance))),
    answers: funds.flatMap((scheme) =>
      scheme.conditions
        .filter((condition) => condition.is_asked)
        .map(({ id, name }) => ({ id, name, isFor: paidBy([scheme]) })),
    ),
    improvement: paidBy(funds.filter((scheme) => paysOverDelivery(scheme, plan))),
    forecasts: funds.some((scheme) => isByForecast(scheme, plan)),
    measures: schemes.flatMap(({ measures }) => measures),
    statements: askingStatements().filter(({ id }) =>
      schemes.some(({ chapters }) => chapters.some(({ statement }) => statement === id)),
    ),
  };
}

/**
 * @param {SchemeBook[]} funds
 * @returns {ForSide}
 */
const paidBy = (funds) => (side) => funds.some(({ pays }) => side === null || pays.includes(side));

/**
 * @param {SchemeBook} scheme
 * @param {Ruled} plan
 */
const paysOverDelivery = ({ id, pays_over_delivery: published }, { changes }) =>
  published || `${id}:incentive` in changes;

/**
 * @param {SchemeBook} scheme
 * @param {Ruled} plan
 */
const isByForecast = ({ id, by_forecast: canBe }, { changes }) =>
  canBe && changes[`${id}:by_forecast`]?.trim() === 'yes';

/**
 * What the rules of any year call a condition that is asked.
 * @param {string} id
 */
export const conditionName = (id) =>
  everyScheme.flatMap(({ conditions }) => conditions).find((one) => one.is_asked && one.id === id)?.name ?? id;

/**
 * What the rules of any year call a measure.
 * @param {string} id
 */
export const measureName = (id) =>
  everyScheme.flatMap(({ measures }) => measures).find((one) => one.id === id)?.name ?? id;

/**
 * More than one of what a year calls its target.
 * @param {string} target
 */
export const plural = (target) => (target.endsWith('y') ? `${target.slice(0, -1)}ies` : `${target}s`);

/** @param {string} words */
export const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);
