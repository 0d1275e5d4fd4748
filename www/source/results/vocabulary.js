/** @file The words of the year: what the target was called, and the fund or funds that hang on it. */

import { bookOf } from '../rules.js';

/** @typedef {import('../../generated/engine.js').SchemeLine} SchemeLine */

/** @param {SchemeLine} scheme */
export function wordsOf({ target, ids }) {
  const paying = ids.flatMap((id) => bookOf(id) ?? []).filter(({ pays }) => pays.length > 0);
  const isSeveral = paying.length > 1;
  const hasFund = paying.length > 0;
  const theFund = isSeveral ? 'the funds' : 'the fund';
  return {
    target,
    targets: target.endsWith('y') ? `${target.slice(0, -1)}ies` : `${target}s`,
    hasFund,
    /** The schemes whose fund pays anybody. */
    paying,
    /** Their short names: `PSF and CSF`. */
    fund: listed(paying.map(({ fund }) => fund)),
    theFund,
    /** Missing a target costs nothing where no money hangs on it. */
    distance: hasFund ? 'Distance to the cliff' : 'Distance to the target',
    notForIt: isSeveral ? 'None of the funds is for it' : `The ${paying[0]?.fund} is not for it`,
    Before: `Before ${theFund}`,
    After: `After ${theFund}`,
    /** `The PSF and CSF pay`, `The STF pays`. */
    pay: isSeveral ? 'pay' : 'pays',
    /** @param {string} amount which of the two bases it is on; there is but one where no fund is */
    before: (amount) => (hasFund ? `${amount} before ${theFund}` : amount),
    /** @param {string} amount */
    after: (amount) => `${amount} after ${theFund}`,
  };
}

/** @typedef {ReturnType<typeof wordsOf>} Words */

/**
 * Names in a list: `PSF, FRF and MRET`.
 * @param {string[]} names
 */
export function listed(names) {
  const [last, ...others] = [...names].reverse();
  return others.length === 0 ? (last ?? '') : `${others.reverse().join(', ')} and ${last}`;
}

/** @param {string} words */
export const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);

/**
 * With a small first letter, unless they begin with an abbreviation.
 * @param {string} words
 */
export const small = (words) => (/^.[A-Z]/.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1));
