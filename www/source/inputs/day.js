/** @file A day as it is typed or pasted: the day first, as in the United Kingdom, or as plans have it. */

import { MONTHS } from '../months.js';

/** Two figures between dashes could begin with the year: they are not read. */
const FORMS = [
  /^(?<year>20\d\d)-(?<month>\d\d)-(?<day>\d\d)$/,
  /^(?<day>\d{1,2})(?<between>[/.])(?<month>\d{1,2})\k<between>(?<year>(?:20)?\d\d)$/,
  /^(?<day>\d{1,2})-(?<month>\d{1,2})-(?<year>20\d\d)$/,
  /^(?<day>\d{1,2})(?:st|nd|rd|th)?[-\s]+(?<month>[a-z]{3,9})[-\s]+(?<year>(?:20)?\d\d)$/i,
];

/** How a day can be typed, for those whose day was not read. */
export const DAY_HINT = 'Write it as 31/12/2017 or 2017-12-31.';

/**
 * A day as plans have it, `2016-12-22`; nothing for what is no day. The month never comes first.
 * @param {string} typed
 */
export function readDay(typed) {
  const text = typed.trim();
  const found = FORMS.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined);
  if (!found) return null;
  const { year = '', month = '', day = '' } = found;
  return existing(2000 + Number(year.slice(-2)), monthOf(month), Number(day));
}

/**
 * What a plan has of it: what was not read stays as it was typed, and is refused there.
 * @param {string} typed
 */
export const dayInPlan = (typed) => readDay(typed) ?? typed;

/**
 * 1 for January; 0 for what is no month.
 * @param {string} text a number or a name, which may be cut short
 */
const monthOf = (text) =>
  /^\d/.test(text) ? Number(text) : MONTHS.findIndex((name) => name.toLowerCase().startsWith(text.toLowerCase())) + 1;

/**
 * @param {number} year
 * @param {number} month
 * @param {number} day
 */
function existing(year, month, day) {
  const date = new Date(Date.UTC(year, month - 1, day));
  // A day that the month hasn't falls into another.
  return date.getUTCMonth() === month - 1 ? date.toISOString().slice(0, 10) : null;
}
