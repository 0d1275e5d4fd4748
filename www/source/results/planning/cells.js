/** @file The cells that the tables of the round share. */

import { h } from '../../element.js';
import { cell, nothing, number, rowHead } from '../table.js';

/** @typedef {import('../../element.js').Child} Child */
/** @typedef {import('../sheet.js').Path} Path */
/** @typedef {import('../sheet.js').Sheet} Sheet */

/**
 * A name with its code, which is the name of what has no other.
 *
 * @param {string} name
 * @param {string} code
 */
export const named = (name, code) =>
  name === code ? [name] : [name, ' ', h('span', { class: 'results__code' }, code)];

/**
 * @param {string} name
 * @param {string} code
 */
export const namedHead = (name, code) => rowHead(...named(name, code));

/**
 * A cell of several words, which is not squeezed to the longest of them.
 * @param {...(Child | Child[])} content
 */
export function words(...content) {
  const element = cell(...content.flat());
  element.classList.add('planning__words');
  return element;
}

/**
 * A figure, or why there is none.
 *
 * @param {Sheet} sheet
 * @param {unknown} figure nothing where there is none
 * @param {Path} path
 * @param {string} name
 * @param {string} why
 */
export const numberOr = (sheet, figure, path, name, why) =>
  figure === null || figure === undefined ? nothing(why) : number(sheet.figure(path, name));

/**
 * A list without bullets, in a cell.
 * @param {(Child | Child[])[]} lines
 */
export const linesOf = (lines) => lines.map((line) => h('div', { class: 'planning__line' }, line));
