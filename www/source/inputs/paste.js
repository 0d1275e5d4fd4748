/** @file Fills a grid from a block of cells, and takes it back. */

/** @typedef {import('./cell.js').Cell} Cell */
/** @typedef {(Cell | null)[][]} Cells rows from the top, and in each the cells from the left */
/** @typedef {{ path: string, before: string }} Replaced */

/**
 * @typedef {object} Pasted
 * @property {Replaced[]} filled
 * @property {number} outside values that fell beyond the grid or where there is no cell
 * @property {number} refused values that are none of a cell's choices
 */

/**
 * @param {Cells} cells
 * @param {{ row: number, column: number }} start
 * @param {string[][]} block
 * @returns {Pasted}
 */
export function paste(cells, start, block) {
  /** @type {Pasted} */
  const pasted = { filled: [], outside: 0, refused: 0 };
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
 * @param {string} value
 * @param {Pasted} pasted
 */
function fill(cell, value, pasted) {
  const before = cell.text();
  if (cell.enter(value)) pasted.filled.push({ path: cell.path, before });
  else pasted.refused += 1;
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

/** @param {Pasted} pasted */
export function describe({ filled, outside, refused }) {
  const parts = [`${count(filled.length, 'cell')} filled.`];
  if (outside > 0) {
    parts.push(`${count(outside, 'value')} fell outside: past the edge, or where there is no cell.`);
  }
  if (refused > 0) {
    parts.push(`${count(refused, 'value')} left out: not one of the choices there.`);
  }
  return parts.join(' ');
}

/**
 * @param {number} number
 * @param {string} thing
 */
export const count = (number, thing) => `${number} ${thing}${number === 1 ? '' : 's'}`;
