/** @file The fund's money by quarter: what becomes of it, and test by test. */

import { symbol } from './amounts.js';
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

/** @typedef {import('../assessment.js').Assessment} Assessment */
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
 * @param {Assessment} assessment
 * @param {Sheet} sheet
 * @param {Subject} subject
 */
export function fundTable(assessment, sheet, subject) {
  const { name, member, path } = subject;
  const { fund } = assessment.scheme;
  const rows = ROWS.map(([kind, title]) => {
    const cells = moneyCells(sheet, [...path, 'fund', 'total', kind], `${title}, ${name}`);
    const head = rowHead(title);
    if (PARTS.has(kind)) head.classList.add('results__part');
    return kind === 'paid' ? totalRow(head, ...cells) : row(head, ...cells);
  });
  if (member?.what_hangs) rows.push(hangsRow(sheet, path, name));
  return [
    createTable({
      id: 'fund-table',
      caption: `${fund} by quarter: ${name}`,
      head: [quarterHead(assessment)],
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
 * @param {Assessment} assessment
 * @param {Sheet} sheet
 * @param {Subject} subject
 */
export function elementsTable(assessment, sheet, { whose, name, path }) {
  const elements = whose.fund?.elements ?? [];
  const bodies = elements.map((element, place) => {
    const at = [...path, 'fund', 'elements', String(place), 'money'];
    const rows = ELEMENT_ROWS.map(([kind, title]) =>
      row(
        rowHead(title),
        ...moneyCells(sheet, [...at, kind], `${element.name}, ${title.toLowerCase()}, ${name}`),
      ),
    );
    return body(groupRow(element.name, 6), ...rows);
  });
  const columns = elements.flatMap((element, place) =>
    castingColumns(ELEMENT_ROWS, [...path, 'fund', 'elements', String(place), 'money']).map(
      (column) => ({
        ...column,
        name: `${element.name}, ${column.name.toLowerCase()}`,
      }),
    ),
  );
  return [
    createTable({
      id: 'elements-table',
      caption: `${assessment.scheme.fund} test by test: ${name}`,
      head: [quarterHead(assessment)],
      bodies,
      kind: 'by-quarter',
    }),
    sheet.casting(columns),
  ];
}

/** @param {Assessment} assessment */
function quarterHead({ unit: amounts, quarters_ended: ended }) {
  const unit = symbol(amounts);
  const quarters = QUARTERS.map((quarter, place) =>
    numberHead(place < ended ? quarter : `${quarter}, to come`, unit),
  );
  return row(columnHead('Money'), ...quarters, numberHead('Year', unit));
}

/**
 * @param {Sheet} sheet
 * @param {Path} path
 * @param {string} title
 */
function moneyCells(sheet, path, title) {
  const [what = '', ...whose] = title.split(', ');
  const quarters = QUARTERS.map((quarter, place) =>
    number(
      sheet.figure([...path, 'quarters', String(place)], [what, quarter, ...whose].join(', ')),
    ),
  );
  return [
    ...quarters,
    number(sheet.figure([...path, 'year'], [what, 'year', ...whose].join(', '))),
  ];
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
