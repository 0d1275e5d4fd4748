/** @file The tables of a roll-up: each side's control totals and positions, and the fund's money. */

import { h } from '../element.js';
import { symbol } from '../results/amounts.js';
import { body, columnHead, createTable, groupRow, number, numberHead, row, rowHead, totalRow } from '../results/table.js';

/** @typedef {import('../../generated/engine.js').RollUp} RollUp */
/** @typedef {import('../../generated/engine.js').Row} Row */
/** @typedef {import('../results/sheet.js').Path} Path */
/** @typedef {import('../results/sheet.js').Sheet} Sheet */

/**
 * A row of the tables, with its place in the roll-up.
 * @typedef {{ line: Row, path: Path }} Line
 */

/**
 * @param {RollUp} result
 * @param {Sheet} sheet
 */
export function tablesOf(result, sheet) {
  const { fund } = result;
  return [
    sideTable('Both sides', 'both', result, sheet),
    sideTable('Providers', 'providers', result, sheet),
    sideTable('Commissioners', 'commissioners', result, sheet),
    fund === '' ? null : fundTable(result, sheet),
  ].filter((table) => table !== null);
}

/**
 * @param {string} title
 * @param {'both' | 'providers' | 'commissioners'} side
 * @param {RollUp} result
 * @param {Sheet} sheet
 */
function sideTable(title, side, result, sheet) {
  const { to, unit, all } = result;
  const hasPosition = all[side].variance !== null;
  const cells = (/** @type {Line} */ { line, path }) => {
    const name = `${line.name}, ${title.toLowerCase()}`;
    const at = [...path, side];
    return [
      number(sheet.figure([...at, 'issued'], `Issued, ${name}`)),
      number(sheet.figure([...at, 'moved'], `Moved by flexes, ${name}`)),
      number(sheet.figure([...at, 'revised'], `Revised in the year, ${name}`)),
      number(sheet.figure([...at, 'control_total'], `In force, ${name}`)),
      ...(hasPosition
        ? [
            number(sheet.figure([...at, 'position'], `Position to date, ${name}`)),
            number(sheet.variance([...at, 'variance'], `Variance, ${name}`)),
          ]
        : []),
    ];
  };
  return table(
    { id: `national-${side}`, caption: `${title}, before the fund` },
    [
      numberHead('Issued', symbol(unit)),
      numberHead('Moved by flexes', symbol(unit)),
      numberHead('Revised in the year', symbol(unit)),
      numberHead('In force', symbol(unit)),
      ...(hasPosition ? [numberHead(`Position to ${to}`, symbol(unit)), numberHead('Variance', symbol(unit))] : []),
    ],
    result,
    cells,
  );
}

/**
 * @param {RollUp} result
 * @param {Sheet} sheet
 */
function fundTable(result, sheet) {
  const { fund, unit } = result;
  const columns = /** @type {const} */ (['available', 'paid', 'lost']);
  const titles = { available: 'Available', paid: 'Paid', lost: 'Lost' };
  return table(
    { id: 'national-fund', caption: `${fund} for the year` },
    columns.map((column) => numberHead(titles[column], symbol(unit))),
    result,
    ({ line, path }) =>
      columns.map((column) => number(sheet.figure([...path, column], `${titles[column]}, ${line.name}`))),
  );
}

/**
 * @param {{ id: string, caption: string }} plan
 * @param {HTMLTableCellElement[]} heads
 * @param {RollUp} result
 * @param {(line: Line) => HTMLTableCellElement[]} cells
 */
function table({ id, caption }, heads, { systems, regions, all }, cells) {
  const width = 1 + heads.length;
  /** @param {Row[]} rows @param {string} list */
  const linesOf = (rows, list) => rows.map((line, place) => ({ line, path: [list, String(place)] }));
  const rowOf = (/** @type {Line} */ line) => row(headOf(line.line), ...cells(line));
  return createTable({
    id,
    caption,
    head: [row(columnHead('System'), ...heads)],
    bodies: [
      body(...linesOf(systems, 'systems').map(rowOf)),
      ...(regions.length === 0 ? [] : [body(groupRow('By region', width), ...linesOf(regions, 'regions').map(rowOf))]),
      body(totalRow(rowHead('All systems'), ...cells({ line: all, path: ['all'] }))),
    ],
  });
}

/** @param {Row} line */
const headOf = ({ name, code, file }) =>
  rowHead(name, ' ', file === null || file === code ? null : h('span', { class: 'results__code' }, code));

/**
 * The systems whose flexes move money between the sides.
 * @param {RollUp} result
 * @param {Sheet} sheet
 */
export function breaksTable({ balance, unit }, sheet) {
  if (balance.breaks.length === 0) return null;
  return createTable({
    id: 'national-breaks',
    caption: 'Flexes that move money from one side to the other',
    head: [
      row(
        columnHead('System'),
        columnHead('Takes on more'),
        numberHead('Providers move by', symbol(unit)),
        numberHead('Commissioners move by', symbol(unit)),
      ),
    ],
    bodies: [
      body(
        ...balance.breaks.map(({ name, takes_on: side }, place) => {
          const path = ['balance', 'breaks', String(place)];
          return row(
            rowHead(name),
            h('td', { class: 'nhsuk-table__cell' }, side === 'provider' ? 'Providers' : 'Commissioners'),
            number(sheet.figure([...path, 'providers'], `Providers move by, ${name}`)),
            number(sheet.figure([...path, 'commissioners'], `Commissioners move by, ${name}`)),
          );
        }),
      ),
    ],
  });
}

