/** @file Which rows of a pasted block are lines of a grid: its headings are not, nor are blank rows between whole lines. */

import { plain } from './chosen.js';

/** @typedef {{ headings: string[], kind: string, choices: string[] }} Kind what tells headings from values in a column */

/** @typedef {{ most: number, thing: string }} Limit how many of a thing are read */

/**
 * @typedef {object} Lines
 * @property {string[][]} lines
 * @property {number} headings how many rows of headings were left out
 * @property {number} blanks how many blank rows were left out
 */

/**
 * @param {string[][]} block
 * @param {Kind[]} kinds of the columns that it is pasted into
 * @param {boolean} isWhole whether it has whole lines of a list; a column by itself keeps its gaps, so that it stays in step with the others
 * @returns {Lines}
 */
export function linesOf(block, kinds, isWhole) {
  const lines = isWhole ? block.filter((row) => !isBlankRow(row)) : [...block];
  const blanks = block.length - lines.length;
  let headings = 0;
  while (lines.length > 1 && isHeadings(lines[0] ?? [], kinds)) {
    lines.shift();
    headings += 1;
  }
  return { lines, headings, blanks };
}

/**
 * @param {string[][]} lines
 * @param {number} row that the first goes to
 * @param {number} rows that there are
 * @param {Limit} [limit]
 * @returns {Beyond} which of them a list has room for
 */
export function withinLimit(lines, row, rows, limit) {
  const fitting = limit && rows >= limit.most ? lines.slice(0, rows - row) : lines;
  return { fitting, beyond: lines.length - fitting.length, limit };
}

/** @typedef {{ fitting: string[][], beyond: number, limit: Limit | undefined }} Beyond */

/**
 * @template Subject
 * @param {import('./column.js').ColumnGroup<Subject>[]} groups
 * @returns {Kind[]}
 */
export const kindsOf = (groups) =>
  groups.flatMap((group) =>
    group.columns.map(({ name, kind, choices = [] }) => ({
      headings: [name, group.name, `${group.name}, ${name}`].map(plain),
      kind,
      choices: choices.flatMap((choice) => [choice.value, choice.name]).map(plain),
    })),
  );

/** @param {string[]} row */
const isBlankRow = (row) => row.every((value) => value === '');

/**
 * A row of the grid's own headings, or of other words where figures should be.
 * @param {string[]} row
 * @param {Kind[]} kinds
 */
function isHeadings(row, kinds) {
  const cells = row.flatMap((value, index) => {
    const kind = kinds[index];
    return kind ? [{ value, kind, isOwn: kind.headings.includes(plain(value)) }] : [];
  });
  const filled = cells.filter(({ value }) => value !== '');
  if (filled.length === 0 || filled.some(({ value, kind }) => kind.choices.includes(plain(value)))) return false;
  return filled.every(({ isOwn }) => isOwn) || isOtherHeadings(cells, filled);
}

/** @typedef {{ value: string, kind: Kind, isOwn: boolean }} Heading */

/**
 * The headings of figures differ from one another: “none” in each column is a line whose figures are not
 * known, and a word by itself may be. The grid’s own may be there twice, and so may those of other
 * columns, such as an organisation and what it counts.
 * @param {Heading[]} cells
 * @param {Heading[]} filled those that are not blank
 */
function isOtherHeadings(cells, filled) {
  const figures = cells.filter(({ kind }) => FIGURES.includes(kind.kind));
  const others = figures.filter(({ isOwn }) => !isOwn);
  return (
    figures.length > 0 &&
    different(filled) > 1 &&
    different(others) === others.length &&
    cells.every(({ value, kind, isOwn }) => isOwn || (FIGURES.includes(kind.kind) ? isWords(value) : !/^\d/.test(value)))
  );
}

/** @param {Heading[]} headings */
const different = (headings) => new Set(headings.map(({ value }) => plain(value))).size;

const FIGURES = ['money', 'count', 'share'];

/** Neither `1.2bn` nor `#REF!`. @param {string} value */
const isWords = (value) => /^[^#]*\p{L}{3}/u.test(value);
