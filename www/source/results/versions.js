/** @file The versions of a control total, all kept in sight. */

import { symbol } from './amounts.js';
import { dateInWords } from './date.js';
import { body, cell, columnHead, createTable, number, numberHead, row, rowHead } from './table.js';
import { createTag } from './tag.js';
import { capital, small, wordsOf } from './vocabulary.js';

/** @typedef {import('../assessment.js').Assessment} Assessment */
/** @typedef {import('../../generated/engine.js').Member} Member */
/** @typedef {import('./sheet.js').Sheet} Sheet */

/**
 * @param {Assessment} assessment
 * @param {Sheet} sheet
 * @param {Member} member
 */
export function versionsTable(assessment, sheet, { code, name, versions }) {
  const { target, before } = wordsOf(assessment.scheme);
  const title = before(capital(target));
  const rows = versions.map(({ from, in_force }, place) => {
    const version = from === null ? 'As issued for the year' : `Agreed from ${dateInWords(from)}`;
    const path = ['organisations', code, 'versions', String(place), 'control_total'];
    return row(
      rowHead(version),
      number(sheet.figure(path, `${title}, ${small(version)}, ${name}`)),
      cell(in_force ? createTag('In force', 'green') : 'Not in force'),
    );
  });
  return createTable({
    id: 'versions-table',
    caption: `Versions of the ${target}: ${name}`,
    head: [
      row(
        columnHead('Version'),
        numberHead(title, symbol(assessment.unit)),
        columnHead('On the date of the plan'),
      ),
    ],
    bodies: [body(...rows)],
    kind: 'results__table--narrow',
  });
}
