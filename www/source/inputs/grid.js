/** @file A table of inputs: organisations, or items of a list, down, columns across. Built once for each shape of the plan. */

import { h } from '../element.js';
import { isBlock } from './block.js';
import { kindsOf } from './block-lines.js';
import { createCell } from './cell.js';
import { gridHead } from './grid-head.js';
import { named } from './identity.js';
import { move, step } from './moves.js';
import { createPasting } from './pasting.js';

/** @typedef {import('./cell.js').Cell} Cell */
/** @typedef {import('../plan.js').OrganisationDocument} OrganisationDocument */

/**
 * @template Subject
 * @typedef {import('./column.js').ColumnGroup<Subject>} ColumnGroup
 */

/**
 * @template [Subject=OrganisationDocument]
 * @typedef {object} Row
 * @property {Subject} subject
 * @property {string} name what it is called on the page
 * @property {string} code blank where it has none
 * @property {string} place its path in the plan
 * @property {boolean} [isPlace] whether something may be wrong with it as a whole
 * @property {(HTMLElement | null)[]} more what else stands in the row's heading
 */

/**
 * @template [Subject=OrganisationDocument]
 * @typedef {{ name: string, rows: Row<Subject>[] }} RowGroup rows that have no name together have no heading
 */

/**
 * @typedef {object} GridListener
 * @property {(cell: Cell) => void} typed
 * @property {(cell: Cell) => void} left the user has done with a cell that changed
 * @property {(cell: Cell) => void} arrived
 * @property {(cells: Cell[]) => void} pasted these were filled, or taken back
 * @property {(rows: number) => (() => void) | null} [makeRoom] makes the grid that long, if it is shorter, and says how that is taken back
 * @property {import('./block-lines.js').Limit} [limit] how long it is made at most
 */

/**
 * A region that scrolls by itself, so that the page never does sideways, with a grid inside.
 *
 * @param {string} name
 * @param {import('./notice.js').Notice} notice where pasting is told and taken back
 * @param {GridListener} listener
 * @param {string} [look]
 */
export function createGrid(name, notice, listener, look = '') {
  /** @type {(Cell | null)[][]} */
  let cells = [];
  /** @type {import('./block-lines.js').Kind[]} */
  let kinds = [];
  /** @type {Map<EventTarget, { cell: Cell, row: number, column: number }>} */
  let positions = new Map();
  const pasteText = createPasting({ cells: () => cells, kinds: () => kinds }, notice, listener);
  const region = h('div', {
    class: `app-grid ${look}`,
    role: 'region',
    'aria-label': name,
    tabindex: '0',
    oninput: (/** @type {Event} */ event) => onCell(event, typed),
    onchange: (/** @type {Event} */ event) => onCell(event, left),
    onfocusin: (/** @type {Event} */ event) => onCell(event, ({ cell }) => listener.arrived(cell)),
    onkeydown: (/** @type {KeyboardEvent} */ event) => onCell(event, (at) => keyPressed(event, at)),
    onpaste: (/** @type {ClipboardEvent} */ event) => onCell(event, (at) => pasted(event, at)),
  });

  /**
   * @param {Event} event
   * @param {(at: { cell: Cell, row: number, column: number }) => void} act
   */
  function onCell({ target }, act) {
    const at = target && positions.get(target);
    if (at) act(at);
  }

  /** @param {{ cell: Cell }} at */
  function typed({ cell }) {
    cell.store();
    listener.typed(cell);
  }

  /** @param {{ cell: Cell }} at */
  function left({ cell }) {
    // As it was read.
    cell.refresh();
    listener.left(cell);
  }

  /**
   * @param {KeyboardEvent} event
   * @param {{ row: number, column: number }} at
   */
  function keyPressed(event, at) {
    const by = step(event);
    if (!by) return;
    event.preventDefault();
    move(cells, at, by);
  }

  /**
   * @param {ClipboardEvent} event
   * @param {{ row: number, column: number }} at
   */
  function pasted(event, at) {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!isBlock(text)) return;
    event.preventDefault();
    pasteText(text, at);
  }

  /**
   * @template [Subject=OrganisationDocument]
   * @param {string} caption
   * @param {ColumnGroup<Subject>[]} groups
   * @param {RowGroup<Subject>[]} rowGroups
   * @param {string} [corner] what the rows are
   */
  function build(caption, groups, rowGroups, corner = 'Organisation') {
    cells = [];
    kinds = kindsOf(groups);
    const bodies = rowGroups.map((rows) => body(rows, groups, cells));
    positions = new Map(
      cells.flatMap((row, down) =>
        row.flatMap((cell, right) =>
          cell ? [[cell.control, { cell, row: down, column: right }]] : [],
        ),
      ),
    );
    region.replaceChildren(
      h(
        'table',
        { class: 'app-grid__table' },
        h('caption', { class: 'nhsuk-u-visually-hidden' }, caption),
        h('colgroup'),
        groups.map(({ columns }) => h('colgroup', { span: columns.length })),
        gridHead(corner, groups),
        bodies,
      ),
    );
  }

  /** Shows what was written elsewhere. */
  function refresh() {
    for (const cell of cells.flat()) cell?.refresh();
  }

  return { element: region, build, refresh };
}

/**
 * @template Subject
 * @param {RowGroup<Subject>} rowGroup
 * @param {ColumnGroup<Subject>[]} groups
 * @param {(Cell | null)[][]} cells filled in
 */
function body({ name, rows }, groups, cells) {
  const width = 1 + groups.reduce((sum, { columns }) => sum + columns.length, 0);
  return h(
    'tbody',
    null,
    name !== '' &&
      h(
        'tr',
        { class: 'app-grid__side' },
        h('th', { scope: 'rowgroup', class: 'app-grid__organisation' }, name),
        h('td', { colspan: width - 1 }),
      ),
    rows.map((row) => {
      const line = groups.flatMap((group) => group.columns.map((column) => cellOf(row, group, column)));
      cells.push(line);
      return rowElement(row, groups, line);
    }),
  );
}

/**
 * @template Subject
 * @param {Row<Subject>} row
 * @param {ColumnGroup<Subject>} group
 * @param {import('./column.js').Column<Subject>} column
 */
function cellOf({ subject, name, code, place }, group, column) {
  if (column.applies && !column.applies(subject)) return null;
  const unit = group.unit === '' || column.kind === 'choice' ? '' : `, ${group.unit}`;
  return createCell({
    subject,
    path: column.path?.(subject) ?? `${place}/${column.place}`,
    label: `${code === '' ? name : named(name, code)}: ${group.name}, ${column.name}${unit}`,
    column,
  });
}

/**
 * @template Subject
 * @param {Row<Subject>} row
 * @param {ColumnGroup<Subject>[]} groups
 * @param {(Cell | null)[]} line
 */
function rowElement({ name, code, place, isPlace, more }, groups, line) {
  const looks = groups.flatMap(looksOf);
  return h(
    'tr',
    null,
    h(
      'th',
      { scope: 'row', class: 'app-grid__organisation' },
      h('span', { class: code === '' ? null : 'app-grid__name', ...(isPlace && placeOf(place, name)) }, name),
      ' ',
      code !== '' && h('span', { class: 'app-grid__code' }, code),
      more,
    ),
    line.map((cell, index) =>
      h(
        'td',
        { class: looks[index] },
        cell ? cell.control : h('span', { class: 'app-cell__none' }, '–'),
      ),
    ),
  );
}

/**
 * @param {string} path
 * @param {string} name
 */
const placeOf = (path, name) => ({ role: 'group', tabindex: '-1', 'aria-label': name, 'data-path': path });

/**
 * How the cells of a group look, one after the other.
 * @template Subject
 * @param {ColumnGroup<Subject>} group
 */
function looksOf({ unit, columns }) {
  const look = unit === '£' ? 'app-cell app-cell--wide' : 'app-cell';
  return columns.map((_, index) => (index === 0 ? `${look} app-grid__first` : look));
}
