/** @file Prints times as a table. */

/** @typedef {import('./times.mjs').Times} Times */

/**
 * @param {string} title
 * @param {{ name: string, times: Times, budget?: number }[]} rows
 */
export function printTable(title, rows) {
  const width = Math.max(title.length, ...rows.map(({ name }) => name.length)) + 2;
  const headings = ['median', 'p95', 'budget', 'runs'];
  print(title, headings, width);
  for (const { name, times, budget } of rows) {
    const cells = [inMilliseconds(times.median), inMilliseconds(times.p95), budget ? `${budget} ms` : ''];
    print(name, [...cells, String(times.count)], width);
  }
}

/** @param {number} time */
const inMilliseconds = (time) => `${time.toFixed(3)} ms`;

/**
 * @param {string} name
 * @param {string[]} cells
 * @param {number} width
 */
function print(name, cells, width) {
  console.log(name.padEnd(width) + cells.map((cell) => cell.padStart(13)).join(''));
}
