/** @file The columns of the system and its groups: which amounts, on which basis, under which words. */

import { lastEnded, toDate } from './quarter.js';
import { capital, wordsOf } from './vocabulary.js';

/** @typedef {import('../assessment.js').Assessment} Assessment */

/**
 * @typedef {object} Column
 * @property {string[]} place where its amounts stand in a position
 * @property {string} title
 * @property {string} name what one of its amounts is, to those who don't see its column
 */

/** @param {Assessment} assessment */
export function isRevised({ organisations }) {
  return organisations.some(({ versions }) => versions.length > 1);
}

/**
 * @param {Assessment} assessment
 * @returns {{ before: Column[], after: Column[] }}
 */
export function groupColumns(assessment) {
  const { quarters_ended: ended, scheme } = assessment;
  const words = wordsOf(scheme);
  const target = capital(words.target);
  const issued = {
    place: ['original_control_total'],
    title: 'As issued for the year',
    name: words.before(`${target} as issued,`),
  };
  const before = {
    place: ['control_total'],
    title: `${target} for the year`,
    name: words.before(target),
  };
  const after = {
    place: ['control_total_after_fund'],
    title: `${target} for the year`,
    name: words.after(target),
  };
  return {
    before: [
      ...(isRevised(assessment) ? [issued] : []),
      before,
      ...(ended === 0 ? [] : toDateColumns(ended, '', words.before)),
    ],
    after: words.hasFund
      ? [after, ...(ended === 0 ? [] : toDateColumns(ended, '_after_fund', words.after))]
      : [],
  };
}

/**
 * @param {number} ended how many quarters have ended
 * @param {string} basis
 * @param {(amount: string) => string} on
 * @returns {Column[]}
 */
function toDateColumns(ended, basis, on) {
  const last = lastEnded(ended);
  return [
    { place: [`target${basis}`, last], title: `Target ${toDate(ended)}`, name: on('Target to date') },
    { place: [`actual${basis}`, last], title: `Position ${toDate(ended)}`, name: on('Position to date') },
    {
      place: [`variance${basis}`, last],
      title: 'Variance, favourable or\u00a0(adverse)',
      name: basis === '' ? 'Variance to date' : on('Variance to date'),
    },
  ];
}
