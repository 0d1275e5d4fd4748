/** @file The quarters of the year by name. */

export const QUARTERS = /** @type {const} */ (['Q1', 'Q2', 'Q3', 'Q4']);

/** @param {number} ended how many quarters have ended */
export function lastEnded(ended) {
  return String(ended - 1);
}

/** @param {number} ended how many quarters have ended */
export function toDate(ended) {
  return ended === 4 ? 'for the year' : `to ${QUARTERS[ended - 1] ?? ''}`;
}
