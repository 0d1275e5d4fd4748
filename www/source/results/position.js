/** @file Target, position and variance at each quarter's end, the two bases side by side and never mixed. */

import { h } from '../element.js';
import { symbol } from './amounts.js';
import { QUARTERS } from './quarter.js';
import {
  basisHead,
  body,
  cell,
  columnHead,
  corner,
  createTable,
  firstOfBasis,
  number,
  numberHead,
  row,
  rowHead,
} from './table.js';
import { wordsOf } from './vocabulary.js';

/** @typedef {import('../assessment.js').Assessment} Assessment */
/** @typedef {import('./quarters.js').Subject} Subject */
/** @typedef {import('./sheet.js').Sheet} Sheet */

/**
 * @typedef {object} Column
 * @property {string} kind its name in the assessment
 * @property {string} title
 * @property {string} name what one of its figures is, to those who don't see its column
 * @property {'figure' | 'variance' | 'test'} how
 */

const FAVOURABLE = 'Variance, favourable or\u00a0(adverse)';

/**
 * @param {Assessment} assessment
 * @param {Sheet} sheet
 * @param {Subject} subject
 */
export function positionTable(assessment, sheet, { name, path }) {
  const { quarters_ended: ended, scheme } = assessment;
  const words = wordsOf(scheme);
  const unit = symbol(assessment.unit);
  const before = columnsOf('', words.before);
  before.push({ kind: 'met', title: 'Result', name: 'Result to date', how: 'test' });
  const after = words.hasFund ? columnsOf('_after_fund', words.after) : [];

  /** @param {Column} column @param {number} place */
  const cellOf = ({ kind, name: what, how }, place) => {
    if (place >= ended && kind !== 'target') return toCome();
    const at = [...path, 'position', kind, String(place)];
    return number(sheet[how](at, `${what}, ${QUARTERS[place]}, ${name}`));
  };
  const rows = QUARTERS.map((quarter, place) => {
    const [first, ...rest] = after.map((column) => cellOf(column, place));
    return row(
      rowHead(`To ${quarter}`),
      ...before.map((column) => cellOf(column, place)),
      ...(first === undefined ? [] : [firstOfBasis(first), ...rest]),
    );
  });
  /** @param {Column} column */
  const headOf = ({ title, how }) => numberHead(title, how === 'test' ? undefined : unit);
  const bases = row(
    corner(),
    basisHead(`${words.Before} (excluding ${words.fund})`, before.length),
    basisHead(`${words.After} (including ${words.fund})`, after.length),
  );
  return createTable({
    id: 'position-table',
    caption: `Target and position: ${name}`,
    head: [
      ...(words.hasFund ? [bases] : []),
      row(columnHead('Year to date'), ...[...before, ...after].map(headOf)),
    ],
    bodies: [body(...rows)],
    kind: 'positions',
  });
}

/**
 * @param {string} basis
 * @param {(amount: string) => string} on
 * @returns {Column[]}
 */
const columnsOf = (basis, on) => [
  { kind: `target${basis}`, title: 'Target', name: on('Target to date'), how: 'figure' },
  { kind: `actual${basis}`, title: 'Position', name: on('Position to date'), how: 'figure' },
  { kind: `variance${basis}`, title: FAVOURABLE, name: on('Variance to date'), how: 'variance' },
];

export function toCome() {
  const element = cell(h('span', { class: 'results__to-come' }, 'to come'));
  element.classList.add('nhsuk-table__cell--numeric');
  return element;
}
