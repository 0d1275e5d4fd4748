/** @file Dates in words. */

const words = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** @param {string} date such as `2017-12-31` */
export function dateInWords(date) {
  const day = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(day.valueOf()) ? date : words.format(day);
}
