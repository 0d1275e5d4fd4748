/** @file The rules of every year and fund, in words: what they say, and how well that is known. */

import { assumptions, attribution, schemes } from '../generated/rule-book.js';

/** @typedef {import('../generated/engine.js').Side} Side */
/** @typedef {import('../generated/engine.js').Status} Status */

/**
 * A document in which rules were read.
 * @typedef {object} Source
 * @property {string} key by which rules cite it
 * @property {string} title publisher, title and date
 * @property {string} place where it is, or how much of it was read
 */

/**
 * What a rule says, where it comes from and how well it is known.
 * @typedef {object} Rule
 * @property {string} id
 * @property {string} name
 * @property {string} words
 * @property {string | null} value as printed, where it has one
 * @property {Status} status how it is known
 * @property {string} status_words
 * @property {number} confidence how sure it is, in percent
 * @property {Source[]} sources
 */

/**
 * A performance measure that a fund hangs on.
 * @typedef {object} MeasureBook
 * @property {string} id
 * @property {string} name
 * @property {string[]} milestones
 */

/**
 * What else follows from one of the four outcomes of own and system.
 * @typedef {object} OutcomeBook
 * @property {boolean} own_met
 * @property {boolean} system_met
 * @property {Rule} rule
 */

/**
 * The rules of one fund in one year.
 * @typedef {object} SchemeBook
 * @property {string} id
 * @property {string} fund
 * @property {string} name
 * @property {string} year
 * @property {string} target what the target was called in that year
 * @property {string} summary
 * @property {Side} fund_for the side that the fund pays
 * @property {MeasureBook[]} measures
 * @property {Rule[]} rules
 * @property {OutcomeBook[]} outcomes
 */

/**
 * A convention or reading that holds in every year.
 * @typedef {object} Assumption
 * @property {Rule} rule
 * @property {string} reason
 */

export { assumptions, attribution, schemes };

/** @param {string} id */
export const bookOf = (id) => schemes.find((scheme) => scheme.id === id);

/**
 * The scheme that a plan asks for.
 * @param {{ year: string, fund: string }} plan
 */
export const schemeOf = ({ year, fund }) =>
  schemes.find((scheme) => scheme.year === year.trim() && isFund(scheme.fund, fund));

/**
 * A plan may leave the fund out.
 * @param {string} fund
 * @param {string} asked
 */
const isFund = (fund, asked) =>
  asked.trim() === '' || fund.toLowerCase() === asked.trim().toLowerCase();

/**
 * The rule that the engine cites by its id: one of the scheme's, or a reading.
 * @param {string} scheme
 * @param {string} id
 * @returns {Rule}
 */
export function ruleOf(scheme, id) {
  const rules = [...(bookOf(scheme)?.rules ?? []), ...assumptions.map(({ rule }) => rule)];
  const rule = rules.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`the rule book of ${scheme} has no ${id}`);
  return rule;
}
