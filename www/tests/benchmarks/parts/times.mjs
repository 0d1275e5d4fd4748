/** @file What many measured times come to. */

/** @typedef {{ median: number, p95: number, count: number }} Times in milliseconds */

/**
 * @param {number[]} samples
 * @returns {Times}
 */
export function timesOf(samples) {
  const sorted = samples.toSorted((one, other) => one - other);
  /** @param {number} share */
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return { median: at(0.5), p95: at(0.95), count: sorted.length };
}
