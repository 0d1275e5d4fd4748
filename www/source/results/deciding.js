/** @file What decides about the money of each quarter, test by test, once an organisation is in a fund. */

import { h } from '../element.js';
import { ruleOf } from '../rules.js';
import { asLink } from './as-link.js';
import { changeLine, changeOf } from './changed.js';
import { statusTag } from './citation.js';
import { elementsOf, moneyCells, quarterHead } from './fund.js';
import { fullName } from './parameter.js';
import { toCome } from './position.js';
import { QUARTERS } from './quarter.js';
import { body, cell, createTable, groupRow, number, row, rowHead } from './table.js';

/** @typedef {import('../assessment.js').Assessment} Assessment */
/** @typedef {import('../../generated/engine.js').Member} Member */
/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('../rules.js').SchemeBook} SchemeBook */
/** @typedef {import('./sheet.js').Path} Path */
/** @typedef {import('./sheet.js').Sheet} Sheet */

/**
 * @param {Assessment} assessment
 * @param {Sheet} sheet
 * @param {Page} page
 * @param {Member} member
 * @param {SchemeBook} book
 */
export function decidingOf(assessment, sheet, page, member, book) {
  const all = elementsOf(assessment, member.fund, ['organisations', member.code]);
  const elements = all.filter(({ fund }) => fund === book.fund);
  const title = `Then: what each quarter’s money of the ${book.fund} hangs on`;
  const heading = h('h4', { class: 'nhsuk-heading-xs' }, title);
  const unset = unsetIn(assessment, book);
  /** @param {string[]} path @param {string} kind @param {string} name */
  const cellsOf = (path, kind, name) => moneyCells(sheet, [...path, kind], `${name}, ${kind}`, member.name);
  if (elements.length === 0) return [heading, h('p', null, `The ${book.fund} has no money for it.`)];
  return [
    heading,
    h('ul', { class: 'decides' }, rulesOf(book, elements).map((rule) => ruleLine(rule, assessment.changes))),
    unset.length > 0 && h('p', null, 'Not known, because no value is published and none is set:'),
    unset.length > 0 && h('ul', null, unset.map((id) => h('li', null, parameterButton(page, id)))),
    createTable({
      id: `deciding-table-${book.fund}`,
      caption: `${book.fund}, what decides: ${member.name}`,
      head: [quarterHead(assessment, 'Test')],
      bodies: elements.map(({ id, name, path }) =>
        body(
          groupRow(name, 6),
          row(rowHead('Available'), ...cellsOf(path, 'available', name)),
          ...testRows(assessment, sheet, member, book, id),
          row(rowHead('Earned'), ...cellsOf(path, 'earned', name)),
        ),
      ),
      kind: 'by-quarter',
    }),
  ].filter((part) => part !== false);
}

/**
 * The parameters of a scheme that are asked of the user and not set.
 *
 * @param {Pick<Assessment, 'changes'>} assessment
 * @param {SchemeBook} book
 */
export function unsetIn({ changes }, { parameters }) {
  const ids = parameters.map(({ rule }) => rule).filter((id) => ruleOf(id).asked !== null);
  return ids.filter((id) => changeOf(changes, id) === undefined);
}

/**
 * @param {Page} page
 * @param {string} id
 */
const parameterButton = (page, id) => asLink(fullName(id), () => page.goTo(`changes/${id}`));

/**
 * The rules that say which test decides.
 *
 * @param {SchemeBook} book
 * @param {{ id: string }[]} elements
 */
function rulesOf({ id, chapters }, elements) {
  const names = ['delivery', 'by_forecast'];
  if (elements.some((element) => element.id === 'system')) names.push('system_share', 'system_needs_own');
  const wanted = new Set(names.map((name) => `${id}:${name}`));
  return chapters.flatMap(({ rules }) => rules).filter((rule) => wanted.has(rule.id));
}

/**
 * @param {import('../rules.js').Rule} rule
 * @param {Assessment['changes']} changes
 */
function ruleLine(rule, changes) {
  const change = changeOf(changes, rule.id);
  return h(
    'li',
    { class: 'decides__condition' },
    h('p', null, h('strong', null, rule.name), ' ', statusTag(rule)),
    h('p', null, rule.words),
    change !== undefined && changeLine(rule, change),
  );
}

/**
 * @param {Assessment} assessment
 * @param {Sheet} sheet
 * @param {Member} member
 * @param {SchemeBook} book
 * @param {string} id of the element
 */
function testRows(assessment, sheet, member, book, id) {
  /** @param {string} whose @param {Path} path */
  const finance = (whose, path) => financeRow(assessment, sheet, member, book, `${whose} ${book.target}`, path);
  if (id === 'finance') return [finance('Own', ['organisations', member.code])];
  if (id === 'system') return [finance('System’s', ['system'])];
  return performanceRows(sheet, member, book.fund, id);
}

/**
 * @param {Assessment} assessment
 * @param {Sheet} sheet
 * @param {Member} member
 * @param {SchemeBook} book
 * @param {string} whose
 * @param {Path} path
 */
function financeRow({ quarters_ended: ended, changes }, sheet, member, book, whose, path) {
  const before = book.tested === 'quarter_before' ? 1 : 0;
  const byForecast = book.by_forecast ? chosen(changes, `${book.id}:by_forecast`) : 'no';
  const kind = byForecast === 'yes' ? 'met_by_forecast' : 'met';
  const how = byForecast === 'yes' ? 'met by forecast' : 'met to date';
  const title = `${whose} ${how}${before === 1 ? ' at the end of the quarter before' : ''}`;
  const cells = QUARTERS.map((quarter, place) => {
    const end = place - before;
    if (book.tested === 'never' || end < 0) return number('no test');
    if (end >= ended) return toCome();
    if (byForecast === '') return number('not known');
    return number(sheet.test([...path, 'position', kind, String(end)], `${title}, ${quarter}, ${member.name}`));
  });
  return row(rowHead(title), ...cells, cell());
}

/**
 * The value of a parameter in this plan; blank where none is published and none is set.
 *
 * @param {Assessment['changes']} changes
 * @param {string} id
 */
const chosen = (changes, id) => changeOf(changes, id) ?? ruleOf(id).value ?? '';

/**
 * @param {Sheet} sheet
 * @param {Member} member
 * @param {string} fund
 * @param {string} id of the measure
 */
function performanceRows(sheet, member, fund, id) {
  const place = member.performance.findIndex((measure) => measure.fund === fund && measure.id === id);
  const tests = member.performance[place]?.tests ?? [];
  return [...new Set(tests.map(({ name }) => name))].map((name) => {
    const cells = QUARTERS.map((quarter) => {
      const test = tests.findIndex((one) => one.name === name && one.quarter === quarter);
      if (test === -1) return cell();
      const path = ['organisations', member.code, 'performance', String(place), 'tests', String(test), 'met'];
      return number(sheet.test(path, `${name}, ${quarter}, ${member.name}`));
    });
    return row(rowHead(name), ...cells, cell());
  });
}
