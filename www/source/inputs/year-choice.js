/** @file The years and funds that a plan can be for, the newest first. */

import { schemes, schemesOf } from '../rules.js';

/** @typedef {import('../rules.js').SchemeBook} SchemeBook */
/** @typedef {Pick<import('../plan.js').PlanDocument, 'year' | 'fund'>} YearAndFund */

/** @typedef {YearAndFund & { value: string, name: string }} YearChoice a value stands for the schemes that are chosen with it */

/**
 * For each year all that ran; where that is several funds, each of them alone; and whatever was
 * published and never ran.
 * @returns {YearChoice[]}
 */
export function yearChoices() {
  const years = [...new Set(schemes.map(({ year }) => year))].sort().reverse();
  return years.flatMap((year) => {
    const own = schemes.filter((scheme) => scheme.year === year);
    const ran = own.filter((scheme) => scheme.ran);
    const never = own.filter((scheme) => !scheme.ran);
    return [
      ...(ran.length > 0 ? [choice(ran, '', inWords(ran.map(({ fund }) => fund)))] : []),
      ...(ran.length > 1 ? ran.map((one) => choice([one], one.fund, `${one.fund} only`)) : []),
      ...never.map((one) => choice([one], one.fund, `${one.fund}, never in force`)),
    ];
  });
}

/**
 * @param {SchemeBook[]} chosen
 * @param {string} fund
 * @param {string} words
 * @returns {YearChoice}
 */
function choice(chosen, fund, words) {
  const year = chosen[0]?.year ?? '';
  return { value: valueOf(chosen), name: `${year}: ${words}`, year, fund };
}

/** @param {SchemeBook[]} chosen */
const valueOf = (chosen) => chosen.map(({ id }) => id).join(' ');

/**
 * The value of the choice that a plan stands for; blank where there are no rules for it.
 * @param {YearAndFund} plan
 */
export const chosenValue = (plan) => valueOf(schemesOf(plan));

/** @param {string[]} names */
export const inWords = (names) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
