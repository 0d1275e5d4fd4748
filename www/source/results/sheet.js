/**
 * @file A sheet: the places of the results that show values of the assessment, each by its path. The
 * places are laid out once; afterwards only those whose value has changed are written.
 */

import { NOT_KNOWN, isFigure, valueOf } from '../assessment.js';
import { h } from '../element.js';
import { isAmount, isNegative, isNothing } from './amounts.js';

/** @typedef {import('../assessment.js').Valued} Valued */
/** @typedef {import('../../generated/engine.js').Unit} Unit */
/** @typedef {import('./amounts.js').Amounts} Amounts */

/** @typedef {readonly string[]} Path a value's place in the assessment; a list's member by its code */

/**
 * @typedef {object} Cell
 * @property {Path[]} paths
 * @property {unknown[]} last what it shows now
 * @property {Unit | undefined} unit in what unit
 * @property {(values: unknown[], amounts: Amounts, unit: Unit) => void} show
 */

/**
 * A column whose printed parts may fail to add to its printed total.
 * @typedef {object} Column
 * @property {string} name
 * @property {Path[]} parts
 * @property {Path} total
 */

/**
 * @typedef {object} Casting
 * @property {HTMLElement} line where a difference is said
 * @property {Column[]} columns
 */

const LISTS_BY_CODE = new Set(['sides', 'subdivisions', 'organisations']);

/**
 * What stands at a path: a figure, a text, a list.
 *
 * @param {Valued} assessment
 * @param {Path} path
 * @returns {unknown}
 */
export function partAt(assessment, path) {
  /** @type {unknown} */
  let value = assessment;
  for (const [depth, name] of path.entries()) {
    if (typeof value !== 'object' || value === null) return undefined;
    const byCode = depth === 1 && LISTS_BY_CODE.has(path[0] ?? '');
    value = byCode
      ? /** @type {{ code: string }[]} */ (value).find((one) => one.code === name)
      : /** @type {Record<string, unknown>} */ (value)[name];
  }
  return value;
}

/**
 * The same, with a figure's value for the figure.
 *
 * @param {Valued} assessment
 * @param {Path} path
 */
export function valueAt(assessment, path) {
  const part = partAt(assessment, path);
  return isFigure(part) ? valueOf(assessment, part) : part;
}

/**
 * Writes every cell whose value is another than before, with one call of the engine for all amounts.
 *
 * @param {Valued} assessment
 * @param {Iterable<Cell>} cells
 * @param {Amounts} amounts
 */
export function refresh(assessment, cells, amounts) {
  const { unit } = assessment;
  const changed = [];
  for (const cell of cells) {
    const values = cell.paths.map((path) => valueAt(assessment, path));
    const { last } = cell;
    if (unit === cell.unit && values.every((value, place) => value === last[place])) continue;
    cell.last = values;
    cell.unit = unit;
    changed.push(cell);
  }
  amounts.learn(changed.flatMap(({ last }) => last.filter(isAmount)), unit);
  for (const { last, show } of changed) show(last, amounts, unit);
}

/** The sheet of one section. */
export function createSheet() {
  /** @type {Cell[]} */
  const cells = [];
  /** @type {Casting[]} */
  const castings = [];

  function clear() {
    cells.length = 0;
    castings.length = 0;
  }

  /**
   * @param {Path[]} paths
   * @param {Cell['show']} show
   */
  function watchAll(paths, show) {
    cells.push({ paths, last: [], unit: undefined, show });
  }

  /**
   * @param {Path} path
   * @param {(value: unknown, amounts: Amounts, unit: Unit) => void} show
   */
  function watch(path, show) {
    watchAll([path], ([value], amounts, unit) => show(value, amounts, unit));
  }

  /**
   * A value that opens its working.
   *
   * @param {Path} path
   * @param {string} name what it is, for those who can't see its row and column
   * @param {string} kind the class of a known one
   * @param {(value: unknown, amounts: Amounts, unit: Unit) => { text: string, spoken: string } | null} say
   */
  function button(path, name, kind, say) {
    const text = document.createTextNode('');
    const place = path.join('/');
    const element = h(
      'button',
      { type: 'button', class: kind, 'data-figure': place, 'data-name': name },
      text,
    );
    watch(path, (value, amounts, unit) => {
      const unknown = value === NOT_KNOWN;
      const said = unknown ? UNKNOWN : (say(value, amounts, unit) ?? NONE);
      text.data = said.text;
      element.disabled = said === NONE;
      element.classList.toggle('figure--not-known', unknown);
      element.setAttribute('aria-label', `${name}: ${said.spoken}`);
    });
    return element;
  }

  /**
   * An amount.
   * @param {Path} path
   * @param {string} name
   */
  function figure(path, name) {
    return button(path, name, 'figure', (value, amounts, unit) => {
      if (!isAmount(value)) return null;
      const sign = isNegative(value) ? 'minus ' : '';
      const spoken = `${sign}${amounts.size(value, unit)}, show working`;
      return { text: amounts.shown(value, unit), spoken };
    });
  }

  /**
   * An amount that is favourable above nothing and adverse below.
   * @param {Path} path
   * @param {string} name
   */
  function variance(path, name) {
    return button(path, name, 'figure', (value, amounts, unit) => {
      if (!isAmount(value)) return null;
      const side = isNegative(value) ? ' adverse' : isNothing(value) ? '' : ' favourable';
      const spoken = `${amounts.size(value, unit)}${side}, show working`;
      return { text: amounts.shown(value, unit), spoken };
    });
  }

  /**
   * How far a variance is from the cliff, in words.
   * @param {Path} path
   * @param {string} name
   */
  function distance(path, name) {
    return button(path, name, 'figure figure--words', (value, amounts, unit) => {
      if (!isAmount(value)) return null;
      const text = amounts.distance(value, unit);
      return { text, spoken: `${text}, show working` };
    });
  }

  /**
   * An amount in a sentence, without its sign.
   * @param {Path} path
   * @param {string} name
   */
  function size(path, name) {
    return button(path, name, 'figure', (value, amounts, unit) => {
      if (!isAmount(value)) return null;
      const text = amounts.size(value, unit);
      return { text, spoken: `${text}, show working` };
    });
  }

  /**
   * An amount as a share of another.
   * @param {Path} path
   * @param {string} name
   */
  function ratio(path, name) {
    return button(path, name, 'figure', (value, amounts) => {
      if (typeof value !== 'bigint') return null;
      const text = amounts.ratio(value);
      return { text, spoken: `${text}, show working` };
    });
  }

  /**
   * Met or missed.
   * @param {Path} path
   * @param {string} name
   * @param {readonly [string, string]} [words] when it is true, when it is not
   */
  function test(path, name, [yes, no] = ['Met', 'Missed']) {
    const element = button(path, name, 'outcome nhsuk-tag', (value) => {
      if (typeof value !== 'boolean') return null;
      const text = value ? yes : no;
      return { text, spoken: `${text}, show working` };
    });
    watch(path, (value) => {
      element.classList.toggle('nhsuk-tag--green', value === true);
      element.classList.toggle('nhsuk-tag--red', value === false);
      element.classList.toggle('nhsuk-tag--grey', typeof value !== 'boolean');
    });
    return element;
  }

  /**
   * Yes or no, of which neither is the good one.
   * @param {Path} path
   * @param {string} name
   */
  function answer(path, name) {
    return button(path, name, 'outcome nhsuk-tag nhsuk-tag--grey', (value) => {
      if (typeof value !== 'boolean') return null;
      const text = value ? 'Yes' : 'No';
      return { text, spoken: `${text}, show working` };
    });
  }

  /**
   * A text or a count.
   * @param {Path} path
   */
  function words(path) {
    const text = document.createTextNode('');
    watch(path, (value) => {
      text.data =
        typeof value === 'string' || typeof value === 'number' ? String(value) : NONE.text;
    });
    return text;
  }

  /**
   * The line under a table that says by how much its printed parts fail to add.
   * @param {Column[]} columns
   */
  function casting(columns) {
    const line = h('p', { class: 'casting', hidden: true });
    castings.push({ line, columns });
    return line;
  }

  return { cells, castings, clear, watch, watchAll, figure, variance, distance, size, ratio, test, answer, words, casting };
}

const UNKNOWN = { text: 'not known', spoken: 'not known, show what it needs' };
const NONE = { text: '–', spoken: 'none' };

/** @typedef {ReturnType<typeof createSheet>} Sheet */
