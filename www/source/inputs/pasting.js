/** @file Takes a block from the clipboard into a grid, says what came of it, and takes it back. */

import { LONGEST_BLOCK, readBlock } from './block.js';
import { linesOf, withinLimit } from './block-lines.js';
import { describe } from './paste-words.js';
import { paste, takeBack } from './paste.js';

/** @typedef {import('./cell.js').Cell} Cell */
/** @typedef {import('./paste.js').Replaced} Replaced */

/**
 * @typedef {object} Grid
 * @property {() => import('./paste.js').Cells} cells as they are by now: the grid may have been built again
 * @property {() => import('./block-lines.js').Kind[]} kinds of its columns
 */

/**
 * @param {Grid} grid
 * @param {import('./notice.js').Notice} notice where it is told
 * @param {import('./grid.js').GridListener} listener
 */
export function createPasting(grid, notice, listener) {
  /**
   * @param {string} text
   * @param {import('./moves.js').Position} at the block’s top left
   */
  function pasteText(text, at) {
    if (text.length > LONGEST_BLOCK) {
      notice.say('Nothing was pasted: the block is larger than any plan.');
      return;
    }
    const block = readBlock(text);
    const isWhole = listener.makeRoom !== undefined && at.column === 0 && block.some((row) => row.length > 1);
    const found = linesOf(block, grid.kinds().slice(at.column), isWhole);
    const shorten = listener.makeRoom?.(at.row + found.lines.length) ?? null;
    const room = withinLimit(found.lines, at.row, grid.cells().length, listener.limit);
    const pasted = paste(grid.cells(), at, room.fitting);
    listener.pasted(cellsAt(pasted.filled));
    const faulty = cellsAt(pasted.filled).filter(isFaulty);
    tell(describe(pasted, found, room, faulty.map(({ label, text: there }) => ({ label, text: there() }))), pasted.filled, shorten);
  }

  /** @param {Replaced[]} replaced */
  function cellsAt(replaced) {
    const paths = new Set(replaced.map(({ path }) => path));
    return grid.cells().flatMap((row) => row.flatMap((cell) => (cell && paths.has(cell.path) ? [cell] : [])));
  }

  /**
   * @param {string} words
   * @param {Replaced[]} filled
   * @param {(() => void) | null} shorten
   */
  function tell(words, filled, shorten) {
    if (filled.length === 0 && shorten === null) {
      notice.say(words);
      return;
    }
    const goBack = () => cellsAt(filled.slice(0, 1))[0]?.control.focus();

    function undo() {
      takeBack(grid.cells(), filled);
      shorten?.();
      listener.pasted(cellsAt(filled));
      notice.say('The paste was taken back.');
      goBack();
    }

    function close() {
      notice.clear();
      goBack();
    }

    notice.say(words, { name: 'Undo paste', act: undo }, { name: 'Close', act: close });
  }

  return pasteText;
}

/**
 * Whether something is wrong with what stands in a cell.
 * @param {Cell} cell
 */
const isFaulty = ({ control, text }) => text().trim() !== '' && control.getAttribute('aria-invalid') === 'true';
