/** @file Performance by quarter, with the tests it has to pass. */

import { QUARTERS } from './quarter.js';
import { body, cell, columnHead, createTable, number, row, rowHead } from './table.js';

/** @typedef {import('../../generated/engine.js').Member} Member */
/** @typedef {import('../../generated/engine.js').MeasureResult} MeasureResult */
/** @typedef {import('./sheet.js').Sheet} Sheet */

/**
 * @param {Sheet} sheet
 * @param {Member} member
 */
export function performanceTables(sheet, member) {
  return member.performance.map((measure, place) => measureTable(sheet, member, measure, place));
}

/**
 * @param {Sheet} sheet
 * @param {Member} member
 * @param {MeasureResult} measure
 * @param {number} place
 */
function measureTable(sheet, member, measure, place) {
  const path = ['organisations', member.code, 'performance', String(place)];
  /** @param {string} title @param {string} kind */
  const shown = (title, kind) =>
    row(
      rowHead(title),
      ...QUARTERS.map((_, quarter) => number(sheet.words([...path, kind, String(quarter)]))),
    );
  const march = row(
    rowHead('March alone'),
    cell(),
    cell(),
    cell(),
    number(sheet.words([...path, 'shown_march'])),
  );
  const names = [...new Set(measure.tests.map(({ name }) => name))];
  const tests = names.map((name) =>
    row(
      rowHead(`Test: ${name}`),
      ...QUARTERS.map((quarter) => {
        const test = measure.tests.findIndex((one) => one.name === name && one.quarter === quarter);
        const at = [...path, 'tests', String(test), 'met'];
        return test === -1 ? cell() : number(sheet.test(at, `${name}, ${quarter}, ${member.name}`));
      }),
    ),
  );
  return createTable({
    id: `performance-table-${place}`,
    caption: `Performance, ${measure.name}: ${member.name}`,
    head: [row(columnHead('Quarter'), ...QUARTERS.map((quarter) => columnHead(quarter, RIGHT)))],
    bodies: [
      body(
        shown('This year', 'shown'),
        shown('The year before', 'shown_last_year'),
        march,
        ...tests,
      ),
    ],
    kind: 'by-quarter',
  });
}

const RIGHT = { class: 'nhsuk-table__header nhsuk-table__header--numeric' };
