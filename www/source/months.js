/** @file The months' names. The browser's own come with all that it knows of languages, which takes it longer to load than a plan takes to work out. */

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
