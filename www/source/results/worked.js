/** @file The value of a step in words. */

import { penceOf } from './amounts.js';

/** @typedef {import('../../generated/engine.js').WorkedValue} WorkedValue */
/** @typedef {import('../../generated/engine.js').Working} Working */
/** @typedef {import('./amounts.js').Amounts} Amounts */

/**
 * @param {WorkedValue} value
 * @param {Amounts} amounts
 */
export function inWords(value, amounts) {
  switch (value.kind) {
    case 'money':
      return amounts.inFull(penceOf(value.pounds));
    case 'test':
    case 'rate':
    case 'ratio':
      return value.shown;
    case 'performance': {
      const { attendances, breaches, shown } = value;
      return `${shown} (${inThousands(breaches)} of ${inThousands(attendances)} waited longer than the standard)`;
    }
    case 'not_known':
      return 'not known';
  }
}

/** @param {number} count */
const inThousands = (count) => count.toLocaleString('en-GB');

/**
 * The amounts among the ingredients, to learn in one call how they are shown.
 * @param {Working} working
 */
export function amountsIn({ ingredients }) {
  return ingredients.flatMap(({ working: { value } }) =>
    value.kind === 'money' ? [penceOf(value.pounds)] : [],
  );
}
