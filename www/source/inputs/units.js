/** @file Units as column headings and choices name them. */

/** @typedef {import('../../generated/engine.js').Unit} Unit */

/** @type {{ value: Unit, name: string, sign: string }[]} */
export const UNITS = [
  { value: 'pounds', name: '£ (pounds)', sign: '£' },
  { value: 'thousands', name: '£000 (thousands)', sign: '£000' },
  { value: 'millions', name: '£m (millions)', sign: '£m' },
];

/** @param {Unit} unit */
export const signOf = (unit) => UNITS.find(({ value }) => value === unit)?.sign ?? '£';
