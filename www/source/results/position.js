/** @file Target, position and variance at each quarter's end, the two bases apart. */

import { h } from '../element.js';
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
} from './table.js';

/** @typedef {import('../assessment.js').Assessment} Assessment */
/** @typedef {import('./quarters.js').Subject} Subject */
/** @typedef {import('./sheet.js').Sheet} Sheet */

/**
 * @param {Assessment} assessment
 * @param {Sheet} sheet
 * @param {Subject} subject
 */
export function positionTable(assessment, sheet, { name, path }) {
  const ended = assessment.quarters_ended;
  const unit = symbol(assessment.unit);
  /**
   * @param {string} title
   * @param {string} kind
   * @param {'figure' | 'variance' | 'test'} how
   */
  const line = (title, kind, how) => {
    const cells = QUARTERS.map((quarter, place) => {
      if (place >= ended && kind !== 'target') return toCome();
      const at = [...path, 'position', kind, String(place)];
      return number(sheet[how](at, `${title}, ${quarter}, ${name}`));
    });
    return row(rowHead(title), ...cells);
  };
  const head = row(
    columnHead('Year to date'),
    ...QUARTERS.map((quarter) => numberHead(`To ${quarter}`, unit)),
  );
  return [
    createTable({
      id: 'position-table',
      caption: `Target and position: ${name}`,
      head: [head],
      bodies: [
        body(
          groupRow('Before the fund', 5),
          line('Target', 'target', 'figure'),
          line('Position', 'actual', 'figure'),
          line('Variance, favourable or\u00a0(adverse)', 'variance', 'variance'),
          line('Result', 'met', 'test'),
        ),
        body(
          groupRow('After the fund', 5),
          line('Position after the fund', 'actual_after_fund', 'figure'),
        ),
      ],
      kind: 'by-quarter',
    }),
  ];
}

function toCome() {
  const element = cell(h('span', { class: 'results__to-come' }, 'to come'));
  element.classList.add('nhsuk-table__cell--numeric');
  return element;
}
