/** @file A table that scrolls in a region of its own, so that the page never scrolls sideways. */

import { h } from '../element.js';

/** @typedef {import('../element.js').Child} Child */

/**
 * @param {object} plan
 * @param {string} plan.id of the caption
 * @param {string} plan.caption
 * @param {HTMLTableRowElement[]} plan.head
 * @param {HTMLTableSectionElement[]} plan.bodies
 * @param {string} [plan.kind] a class of its own
 */
export function createTable({ id, caption, head, bodies, kind = '' }) {
  return h(
    'div',
    { class: 'table-scroll', role: 'region', 'aria-labelledby': id, tabindex: '0' },
    h(
      'table',
      { class: `nhsuk-table nhsuk-table--compact results__table ${kind}` },
      h('caption', { id, class: 'nhsuk-table__caption nhsuk-table__caption--s' }, caption),
      h('thead', { class: 'nhsuk-table__head' }, head),
      bodies,
    ),
  );
}

/** @param {...HTMLTableCellElement} cells */
export function row(...cells) {
  return h('tr', { class: 'nhsuk-table__row' }, cells);
}

/** @param {...HTMLTableCellElement} cells */
export function totalRow(...cells) {
  return h('tr', { class: 'nhsuk-table__row results__total' }, cells);
}

/** @param {HTMLTableRowElement[]} rows */
export function body(...rows) {
  return h('tbody', { class: 'nhsuk-table__body' }, rows);
}

/**
 * The head of a column of words.
 * @param {Child} text
 * @param {Record<string, unknown>} [properties]
 */
export function columnHead(text, properties) {
  return h('th', { scope: 'col', class: 'nhsuk-table__header', ...properties }, text);
}

/**
 * The head of a column of numbers, with their unit.
 * @param {string} text
 * @param {string} [unit]
 */
export function numberHead(text, unit) {
  const shown =
    unit === undefined ? text : [text, ' ', h('span', { class: 'results__unit' }, unit)];
  return h(
    'th',
    { scope: 'col', class: 'nhsuk-table__header nhsuk-table__header--numeric' },
    shown,
  );
}

/**
 * The head of several columns on one basis.
 * @param {string} text
 * @param {number} columns
 */
export function basisHead(text, columns) {
  return h(
    'th',
    { scope: 'colgroup', colspan: columns, class: 'nhsuk-table__header results__basis' },
    text,
  );
}

/** The empty corner over the heads of the rows. */
export function corner() {
  return h('td', { class: 'nhsuk-table__cell results__corner' });
}

/**
 * @param {...Child} text
 */
export function rowHead(...text) {
  return h('th', { scope: 'row', class: 'nhsuk-table__header results__row-head' }, text);
}

/**
 * A line across the table that names the rows below it.
 * @param {string} text
 * @param {number} columns
 */
export function groupRow(text, columns) {
  return h(
    'tr',
    { class: 'nhsuk-table__row' },
    h(
      'th',
      { scope: 'rowgroup', colspan: columns, class: 'nhsuk-table__header results__group' },
      h('span', { class: 'results__group-name' }, text),
    ),
  );
}

/** @param {...Child} content */
export function cell(...content) {
  return h('td', { class: 'nhsuk-table__cell' }, content);
}

/** @param {...Child} content */
export function number(...content) {
  return h('td', { class: 'nhsuk-table__cell nhsuk-table__cell--numeric' }, content);
}

/**
 * The first cell of a basis, set off from the one before.
 * @param {HTMLTableCellElement} first
 */
export function firstOfBasis(first) {
  first.classList.add('results__first');
  return first;
}

/** @param {string} why there is nothing here */
export function nothing(why) {
  return number(
    h('span', { 'aria-hidden': 'true' }, '–'),
    h('span', { class: 'nhsuk-u-visually-hidden' }, why),
  );
}
