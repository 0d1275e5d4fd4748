/** @file The days on which a plan can stand: the ends of its year's quarters, or another that a file names. */

/** @typedef {import('./field.js').Choice} Choice */
/** @typedef {{ name: string, years: number, day: string, words: string }} QuarterEnd */

/** @type {QuarterEnd[]} */
const ENDS = [
  { name: 'Q1', years: 0, day: '06-30', words: '30 June' },
  { name: 'Q2', years: 0, day: '09-30', words: '30 September' },
  { name: 'Q3', years: 0, day: '12-31', words: '31 December' },
  { name: 'Q4', years: 1, day: '03-31', words: '31 March' },
];

/** @param {string} year such as `2017/18` */
const firstYear = (year) => Number.parseInt(year.trim().slice(0, 4), 10);

/**
 * @param {string} year
 * @param {QuarterEnd} end
 */
const dayOf = (year, { years, day }) => `${firstYear(year) + years}-${day}`;

/**
 * @param {string} year
 * @param {string | null} date
 * @returns {Choice[]}
 */
export function dateChoices(year, date) {
  const choices = Number.isNaN(firstYear(year))
    ? []
    : ENDS.map((end) => ({
        value: dayOf(year, end),
        name: `End of ${end.name}: ${end.words} ${firstYear(year) + end.years}`,
      }));
  const other = date ?? '';
  if (other === '') return [...choices, { value: '', name: 'The year’s end' }];
  return choices.some(({ value }) => value === other)
    ? choices
    : [...choices, { value: other, name: `${other}, from the file` }];
}

/**
 * The quarter at whose end a date is; nothing for another date.
 * @param {string} year
 * @param {string | null} date
 */
export const quarterOf = (year, date) => ENDS.find((end) => dayOf(year, end) === date)?.name ?? null;

/**
 * @param {string} year
 * @param {string} quarter
 */
export function quarterEnd(year, quarter) {
  const end = ENDS.find(({ name }) => name === quarter);
  return end ? dayOf(year, end) : null;
}

/**
 * Whether a day is outside the year; what can't be read as a day is not.
 * @param {string} year
 * @param {string | null} day
 */
export function isBeyondYear(year, day) {
  const written = day?.trim() ?? '';
  const first = `${firstYear(year)}-04-01`;
  const last = `${firstYear(year) + 1}-03-31`;
  return /^\d{4}-\d{2}-\d{2}$/.test(written) && (written < first || written > last);
}
