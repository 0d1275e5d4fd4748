/** @file The money of the fund, or of all funds together, by quarter: what becomes of it, and test by test. */

import { valueOf } from '../assessment.js';
import { isAmount, isNothing, symbol } from './amounts.js';
import { QUARTERS } from './quarter.js';
import {
  body,
  cell,
  columnHead,
  createTable,
  groupRow,
  number,
  numberHead,
  row,
  rowHead,
  totalRow,
} from './table.js';
import { listed, small, wordsOf } from './vocabulary.js';

/** @typedef {import('../assessment.js').Assessment} Assessment */
/** @typedef {import('../../generated/engine.js').Entitlement} Entitlement */
/** @typedef {import('./quarters.js').Subject} Subject */
/** @typedef {import('./sheet.js').Path} Path */
/** @typedef {import('./sheet.js').Sheet} Sheet */

/** @type {[string, string][]} */
const ROWS = [
  ['available', 'Available'],
  ['earned', 'Earned'],
  ['missed', 'Missed'],
  ['recovered', 'of it recovered later'],
  ['still_recoverable', 'of it still recoverable'],
  ['lost', 'of it lost'],
  ['still_to_earn', 'Still to earn'],
  ['paid', 'Paid in the quarter'],
];

/** @type {[string, string][]} */
const ELEMENT_ROWS = [
  ['available', 'Available'],
  ['earned', 'Earned'],
  ['recovered', 'Recovered later'],
  ['lost', 'Lost'],
];

/** The parts of what was missed stand under it, indented. */
const PARTS = new Set(['recovered', 'still_recoverable', 'lost']);

/**
 * @typedef {object} Hanging what money hangs on
 * @property {string} fund
 * @property {string} id
 * @property {string} name in the words of the year
 * @property {string[]} path where its money stands
 */

/**
 * The tests on which money hangs, fund by fund; those that carry nothing are left out.
 *
 * @param {Assessment} assessment
 * @param {Entitlement | null} entitlement
 * @param {Path} path of whose it is
 * @returns {Hanging[]}
 */
export function elementsOf(assessment, entitlement, path) {
  return (entitlement?.elements ?? []).flatMap(({ fund, id, name, money }, place) => {
    const available = valueOf(assessment, money.available.year);
    if (isAmount(available) && isNothing(available)) return [];
    const words = id === 'system' ? `System’s ${assessment.scheme.target}` : name;
    const at = [...path, 'fund', 'elements', String(place), 'money'];
    return [{ fund, id, name: words, path: at }];
  });
}

/**
 * The funds that an entitlement is from, by their short names in the order of the rules.
 *
 * @param {Assessment} assessment
 * @param {Entitlement | null | undefined} entitlement
 */
export function fundsOf({ scheme }, entitlement) {
  const own = new Set(entitlement?.elements.map(({ fund }) => fund));
  return wordsOf(scheme).paying.flatMap(({ fund }) => (own.has(fund) ? [fund] : []));
}

/**
 * @param {Assessment} assessment
 * @param {Sheet} sheet
 * @param {Subject} subject
 */
export function fundTable(assessment, sheet, subject) {
  const { whose, name, member, path } = subject;
  const rows = ROWS.map(([kind, title]) => {
    const cells = moneyCells(sheet, [...path, 'fund', 'total', kind], title, name);
    const head = rowHead(title);
    if (PARTS.has(kind)) head.classList.add('results__part');
    return kind === 'paid' ? totalRow(head, ...cells) : row(head, ...cells);
  });
  if (member?.what_hangs) rows.push(hangsRow(sheet, path, name));
  return [
    createTable({
      id: 'fund-table',
      caption: `${listed(fundsOf(assessment, whose.fund))} by quarter: ${name}`,
      head: [quarterHead(assessment, 'Money')],
      bodies: [body(...rows)],
      kind: 'by-quarter',
    }),
    sheet.casting(castingColumns(ROWS, [...path, 'fund', 'total'])),
  ];
}

/**
 * @param {Sheet} sheet
 * @param {Path} path
 * @param {string} name
 */
function hangsRow(sheet, path, name) {
  const title = 'Hangs on the finance test';
  const cells = QUARTERS.map((quarter, place) =>
    number(sheet.figure([...path, 'what_hangs', String(place)], `${title}, ${quarter}, ${name}`)),
  );
  return row(rowHead(title), ...cells, cell());
}

/**
 * A table for each fund.
 *
 * @param {Assessment} assessment
 * @param {Sheet} sheet
 * @param {Subject} subject
 */
export function elementTables(assessment, sheet, { whose, name, path }) {
  const elements = elementsOf(assessment, whose.fund, path);
  return fundsOf(assessment, whose.fund).flatMap((fund) => {
    const own = elements.filter((element) => element.fund === fund);
    if (own.length === 0) return [];
    const bodies = own.map((element) => {
      const rows = ELEMENT_ROWS.map(([kind, title]) => {
        const what = `${element.name}, ${small(title)}`;
        return row(rowHead(title), ...moneyCells(sheet, [...element.path, kind], what, name));
      });
      return body(groupRow(element.name, 6), ...rows);
    });
    const columns = own.flatMap((element) =>
      castingColumns(ELEMENT_ROWS, element.path).map((column) => ({
        ...column,
        name: `${element.name}, ${small(column.name)}`,
      })),
    );
    return [
      createTable({
        id: `elements-table-${fund}`,
        caption: `${fund} test by test: ${name}`,
        head: [quarterHead(assessment, 'Money')],
        bodies,
        kind: 'by-quarter',
      }),
      sheet.casting(columns),
    ];
  });
}

/**
 * @param {Assessment} assessment
 * @param {string} title
 */
export function quarterHead({ unit: amounts, quarters_ended: ended }, title) {
  const unit = symbol(amounts);
  const quarters = QUARTERS.map((quarter, place) =>
    numberHead(place < ended ? quarter : `${quarter}, to come`, unit),
  );
  return row(columnHead(title), ...quarters, numberHead('Year', unit));
}

/**
 * @param {Sheet} sheet
 * @param {Path} path
 * @param {string} what
 * @param {string} name
 */
export function moneyCells(sheet, path, what, name) {
  const quarters = QUARTERS.map((quarter, place) =>
    number(sheet.figure([...path, 'quarters', String(place)], `${what}, ${quarter}, ${name}`)),
  );
  return [...quarters, number(sheet.figure([...path, 'year'], `${what}, year, ${name}`))];
}

/**
 * @param {[string, string][]} rows
 * @param {Path} path
 */
function castingColumns(rows, path) {
  return rows.map(([kind, title]) => ({
    name: title,
    parts: QUARTERS.map((_, place) => [...path, kind, 'quarters', String(place)]),
    total: [...path, kind, 'year'],
  }));
}
