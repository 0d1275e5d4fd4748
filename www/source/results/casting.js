/** @file Says where printed parts differ from their printed total because each is rounded to be shown. */

import { isAmount, symbol } from './amounts.js';
import { valueAt } from './sheet.js';

/** @typedef {import('../assessment.js').Assessment} Assessment */
/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('./sheet.js').Casting} Casting */
/** @typedef {import('./sheet.js').Column} Column */

/**
 * @param {Assessment} assessment
 * @param {Casting} casting
 * @param {Page['engine']} engine
 */
export function sayCasting(assessment, { line, columns }, engine) {
  const differences = columns.flatMap((column) => {
    const difference = differenceOf(assessment, column, engine);
    return difference === undefined ? [] : [`${column.name} by ${difference}`];
  });
  line.hidden = differences.length === 0;
  line.textContent = line.hidden
    ? ''
    : `Printed parts differ from printed totals because each is rounded to be shown in ${symbol(assessment.unit)}: ${differences.join('; ')}.`;
}

/**
 * @param {Assessment} assessment
 * @param {Column} column
 * @param {Page['engine']} engine
 */
function differenceOf(assessment, { parts, total }, engine) {
  const whole = valueAt(assessment, total);
  const amounts = parts.map((part) => valueAt(assessment, part)).filter(isAmount);
  if (!isAmount(whole) || amounts.length !== parts.length) return undefined;
  return engine.casting(BigInt64Array.of(...amounts, whole), assessment.unit);
}
