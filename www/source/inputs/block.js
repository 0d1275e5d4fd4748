/** @file A block of cells as spreadsheets put it on the clipboard. */

/** The longest text that is taken from the clipboard, in characters. */
export const LONGEST_BLOCK = 4_000_000;

/**
 * Whether a pasted text is more than one value for one cell.
 * @param {string} text
 */
export const isBlock = (text) => /[\t\r\n]/.test(text);

/**
 * Reads rows of tab-separated cells. A cell in quotes may hold tabs, line ends and doubled quotes;
 * the line end after the last row is no row.
 *
 * @param {string} text
 * @returns {string[][]}
 */
export function readBlock(text) {
  /** @type {string[][]} */
  const rows = [];
  /** @type {string[]} */
  let row = [];
  let at = 0;
  while (at < text.length) {
    const { value, end } = readCell(text, at);
    row.push(value);
    if (text[end] === '\t') {
      at = end + 1;
      if (at === text.length) row.push('');
    } else {
      rows.push(row);
      row = [];
      at = text.startsWith('\r\n', end) ? end + 2 : end + 1;
    }
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

/**
 * @param {string} text
 * @param {number} start
 */
function readCell(text, start) {
  return readQuoted(text, start) ?? readPlain(text, start);
}

/**
 * @param {string} text
 * @param {number} start
 */
function readPlain(text, start) {
  let end = start;
  while (end < text.length && !isSeparator(text[end])) end += 1;
  return { value: text.slice(start, end).trim(), end };
}

/**
 * A cell in quotes; nothing when the quote is a character like any other.
 * @param {string} text
 * @param {number} start
 */
function readQuoted(text, start) {
  if (text[start] !== '"') return null;
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return null;
    if (text[quote + 1] === '"') {
      at = quote + 2;
    } else {
      const end = quote + 1;
      if (end < text.length && !isSeparator(text[end])) return null;
      const inside = text.slice(start + 1, quote).replaceAll('""', '"');
      return { value: inside.replaceAll(/[\t\r\n]+/g, ' ').trim(), end };
    }
  }
}

/** @param {string | undefined} character */
const isSeparator = (character) => character === '\t' || character === '\r' || character === '\n';
