/** @file Moving about a grid by keyboard as in a spreadsheet; Tab works as everywhere. */

/** @typedef {import('./paste.js').Cells} Cells */
/** @typedef {{ row: number, column: number }} Position */

/** @type {Record<string, Position>} */
const STEPS = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
  Enter: { row: 1, column: 0 },
};

/**
 * Where a key leads from a cell; nothing when the key is the input's own.
 * @param {KeyboardEvent} event
 * @returns {Position | null}
 */
export function step(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return null;
  const towards = STEPS[event.key];
  if (!towards) return null;
  if (event.key === 'Enter') return event.shiftKey ? { row: -1, column: 0 } : towards;
  if (event.shiftKey) return null;
  if (event.target instanceof HTMLSelectElement) return towards.row === 0 ? towards : null;
  if (!(event.target instanceof HTMLInputElement)) return null;
  return towards.row !== 0 || isAtEdge(event.target, towards.column) ? towards : null;
}

/**
 * Whether an arrow has no further to go within the text; all of it selected counts as such.
 * @param {HTMLInputElement} input
 * @param {number} towards
 */
function isAtEdge({ selectionStart, selectionEnd, value }, towards) {
  if (selectionStart === 0 && selectionEnd === value.length) return true;
  if (selectionStart !== selectionEnd) return false;
  return selectionStart === (towards < 0 ? 0 : value.length);
}

/**
 * Goes to the next cell that way, over places where there is none.
 * @param {Cells} cells
 * @param {Position} from
 * @param {Position} by
 */
export function move(cells, from, by) {
  let row = from.row + by.row;
  let column = from.column + by.column;
  while (cells[row] !== undefined && column >= 0 && column < (cells[row]?.length ?? 0)) {
    const cell = cells[row]?.[column];
    if (cell) {
      arriveAt(cell.control);
      return;
    }
    row += by.row;
    column += by.column;
  }
}

/**
 * Goes to an input; what a text begins with is typed over.
 * @param {HTMLElement} control
 */
export function arriveAt(control) {
  control.focus();
  if (control instanceof HTMLInputElement) control.select();
}
