/** @file Whole pence: read from a plan's texts, and shared out. */

/** @type {Record<string, number>} */
export const PENCE_IN = { pounds: 100, thousands: 100_000, millions: 100_000_000 };

const ZERO = '0'.charCodeAt(0);

/**
 * Reads `1,234.5` or `(1,234.5)`, which has no more decimals than pence need. Exact: no step leaves
 * the whole numbers below 2⁵³.
 *
 * @param {string | null | undefined} text
 * @param {number} penceInUnit
 */
export function readPence(text, penceInUnit) {
  if (!text) throw new Error('the floor knows no blanks');
  let digits = 0;
  let scale = 0;
  for (let place = 0; place < text.length; place += 1) {
    const digit = text.charCodeAt(place) - ZERO;
    if (digit >= 0 && digit <= 9) {
      digits = digits * 10 + digit;
      scale *= 10;
    } else if (text[place] === '.') {
      scale = 1;
    }
  }
  const pence = (digits * penceInUnit) / (scale || 1);
  return text[0] === '(' ? -pence : pence;
}

/**
 * A share of an amount, to the penny, half away from zero.
 *
 * @param {number} pence
 * @param {number} percent a whole number
 */
export function share(pence, percent) {
  const size = Math.floor((Math.abs(pence) * percent + 50) / 100);
  return pence < 0 ? -size : size;
}
