/** @file Fills a grid from a block of cells, and takes it back. */

/** @typedef {import('./cell.js').Cell} Cell */
/** @typedef {(Cell | null)[][]} Cells rows from the top, and in each the cells from the left */
/** @typedef {{ path: string, before: string }} Replaced */
/** @typedef {{ label: string, text: string }} Left a value, and the cell that it was for */

/**
 * @typedef {object} Pasted
 * @property {Replaced[]} filled
 * @property {number} outside values that fell beyond the grid or where there is no cell
 * @property {Left[]} refused none of a cell's choices
 * @property {Left[]} kept none of a cell's choices, and there all the same
 */

/**
 * @param {Cells} cells
 * @param {{ row: number, column: number }} start
 * @param {string[][]} block
 * @returns {Pasted}
 */
export function paste(cells, start, block) {
  /** @type {Pasted} */
  const pasted = { filled: [], outside: 0, refused: [], kept: [] };
  block.forEach((values, down) =>
    values.forEach((value, right) => {
      const cell = cells[start.row + down]?.[start.column + right];
      if (cell) fill(cell, value, pasted);
      else if (value !== '') pasted.outside += 1;
    }),
  );
  return pasted;
}

/**
 * @param {Cell} cell
 * @param {string} text
 * @param {Pasted} pasted
 */
function fill(cell, text, { filled, refused, kept }) {
  const before = cell.text();
  const entered = cell.enter(text);
  if (entered !== 'refused') filled.push({ path: cell.path, before });
  // A choice that can't be blank stays as it is.
  else if (text !== '') refused.push({ label: cell.label, text });
  if (entered === 'kept') kept.push({ label: cell.label, text });
}

/**
 * Puts back what stood there, wherever the cells are by now.
 * @param {Cells} cells
 * @param {Replaced[]} filled
 */
export function takeBack(cells, filled) {
  const byPath = new Map(cells.flat().map((cell) => [cell?.path, cell]));
  for (const { path, before } of filled) byPath.get(path)?.enter(before);
}
