/** @file Performance by quarter, with the tests it has to pass. */

import { QUARTERS } from './quarter.js';
import { body, cell, columnHead, createTable, number, row, rowHead } from './table.js';
import { wordsOf } from './vocabulary.js';

/** @typedef {import('../assessment.js').Assessment} Assessment */
/** @typedef {import('../../generated/engine.js').Member} Member */
/** @typedef {import('../../generated/engine.js').MeasureResult} MeasureResult */
/** @typedef {import('../rules.js').SchemeBook} SchemeBook */
/** @typedef {import('./sheet.js').Sheet} Sheet */

/**
 * @param {Assessment} assessment
 * @param {Sheet} sheet
 * @param {Member} member
 */
export function performanceTables(assessment, sheet, member) {
  const books = wordsOf(assessment.scheme).paying;
  return member.performance.map((measure, place) =>
    measureTable(sheet, member, measure, place, books),
  );
}

/**
 * @param {Sheet} sheet
 * @param {Member} member
 * @param {MeasureResult} measure
 * @param {number} place
 * @param {SchemeBook[]} books the schemes that have a fund
 */
function measureTable(sheet, member, measure, place, books) {
  const book = books.find(({ fund }) => fund === measure.fund);
  const needs = book?.measures.find(({ id }) => id === measure.id)?.needs;
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
    caption: `Performance${books.length > 1 ? ` for the ${measure.fund}` : ''}, ${measure.name}: ${member.name}`,
    head: [row(columnHead('Quarter'), ...QUARTERS.map((quarter) => columnHead(quarter, RIGHT)))],
    bodies: [
      body(
        shown('This year', 'shown'),
        ...(needs?.last_year ? [shown('The year before', 'shown_last_year')] : []),
        ...(needs?.march ? [march] : []),
        ...tests,
      ),
    ],
    kind: 'by-quarter',
  });
}

const RIGHT = { class: 'nhsuk-table__header nhsuk-table__header--numeric' };
