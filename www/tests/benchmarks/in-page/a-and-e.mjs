/** @file What the A&E standard of 2017/18 pays: 30% of each quarter, by the quarter's own tests. */

/** @typedef {import('../../../generated/engine.js').MeasureDocument} MeasureDocument */
/** @typedef {import('../../../generated/engine.js').PerformanceDocument} PerformanceDocument */

/**
 * @typedef {object} Part
 * @property {number} percent of the quarter's money
 * @property {boolean} met
 */

/**
 * The tests of each quarter. Q1 is half GP streaming, half waiting times; Q2 and Q3 are waiting times:
 * 90%, or better than a year before; Q4 is 95% in March.
 *
 * @param {MeasureDocument} measure
 * @returns {[Part[], Part[], Part[], Part[]]}
 */
export function partsByQuarter({ quarters, last_year, march, milestones }) {
  /** @param {'Q1' | 'Q2' | 'Q3'} quarter */
  const isGood = (quarter) =>
    reaches(quarters[quarter], 90) || isBetter(quarters[quarter], last_year[quarter]);
  return [
    [
      { percent: 15, met: milestones['streaming'] === true },
      { percent: 15, met: isGood('Q1') },
    ],
    [{ percent: 30, met: isGood('Q2') }],
    [{ percent: 30, met: isGood('Q3') }],
    [{ percent: 30, met: reaches(march, 95) }],
  ];
}

/**
 * Compared as fractions, never as percentages; exactly on it passes.
 *
 * @param {PerformanceDocument | undefined} performance
 * @param {number} percent
 */
function reaches(performance, percent) {
  const { attendances, seen } = counts(performance);
  return seen * 100 >= attendances * percent;
}

/**
 * The same as a year before does not pass.
 *
 * @param {PerformanceDocument | undefined} now
 * @param {PerformanceDocument | undefined} before
 */
function isBetter(now, before) {
  const [one, other] = [counts(now), counts(before)];
  return one.seen * other.attendances > other.seen * one.attendances;
}

/** @param {PerformanceDocument | undefined} performance */
function counts(performance) {
  const attendances = Number(performance?.attendances);
  return { attendances, seen: attendances - Number(performance?.breaches) };
}
