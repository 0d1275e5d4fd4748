/** @file Dates in words. */

import { MONTHS } from '../months.js';

/** @param {string} date such as `2017-12-31` */
export function dateInWords(date) {
  const day = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(day.valueOf())) return date;
  return `${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
}
