/** @file The heads of the columns of the organisations. */

import { symbol } from './amounts.js';
import { QUARTERS, toDate } from './quarter.js';
import { basisHead, columnHead, corner, numberHead, row } from './table.js';
import { capital, wordsOf } from './vocabulary.js';

/** @typedef {import('../assessment.js').Assessment} Assessment */

/** The fund's money for the year, in the order of the columns. */
export const MONEY = /** @type {const} */ (['paid', 'lost', 'still_recoverable']);

export const MONEY_NAMES = { paid: 'Paid', lost: 'Lost', still_recoverable: 'Still recoverable' };

/**
 * @param {Assessment} assessment
 * @returns {{ rows: HTMLTableRowElement[], width: number }} with the number of columns
 */
export function organisationsHead({ quarters_ended: ended, scheme, unit: amounts }) {
  const unit = symbol(amounts);
  const words = wordsOf(scheme);
  const before = [numberHead(`${capital(words.target)} for the year`, unit)];
  if (ended > 0)
    before.push(
      numberHead(`Variance ${toDate(ended)}, favourable or\u00a0(adverse)`, unit),
      columnHead('Result'),
      columnHead(words.distance),
    );
  const name = columnHead('Organisation');
  if (!words.hasFund) return { rows: [row(name, ...before)], width: 1 + before.length };
  const money = MONEY.map((kind) => numberHead(MONEY_NAMES[kind], unit));
  if (ended > 0)
    money.unshift(numberHead(`Hangs on the finance test of ${QUARTERS[ended - 1]}`, unit));
  const after = ended > 0 ? [numberHead(`Position ${toDate(ended)}`, unit)] : [];
  const bases = row(
    corner(),
    basisHead(words.Before, before.length),
    basisHead(`${capital(words.theFund)} (${words.fund})`, money.length),
    ...(after.length > 0 ? [basisHead(words.After, after.length)] : []),
  );
  return {
    rows: [bases, row(name, ...before, ...money, ...after)],
    width: 1 + before.length + money.length + after.length,
  };
}
