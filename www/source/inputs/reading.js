/** @file The line that says how a typed value was read. */

import { h } from '../element.js';
import { dateInWords } from '../results/date.js';
import { afterwards } from './afterwards.js';
import { DAY_HINT, readDay } from './day.js';
import { signOf } from './units.js';

/** @typedef {import('./cell.js').Cell} Cell */
/** @typedef {import('../../generated/engine.js').ReadBack} ReadBack */

/**
 * Seen at once; read out when the user has done with the cell, not on each key.
 * @param {typeof import('../../generated/engine.js')} engine
 * @param {import('../plan.js').Plan} plan
 */
export function createReading(engine, plan) {
  const seen = h('span', { 'aria-hidden': 'true' });
  const heard = h('span', { class: 'nhsuk-u-visually-hidden', role: 'status' });
  const element = h('p', { class: 'app-reading' }, seen, heard);

  /** @param {Cell} cell */
  function read({ column: { kind, blank = 'not known' }, control: { value } }) {
    if (kind === 'money') return inWords(engine.read_back(value, plan.document.unit), value, sign(), blank);
    if (kind === 'count') return inWords(engine.read_back_count(value), value, '', blank);
    if (kind === 'day') return dayInWords(value, blank);
    return '';
  }

  const sign = () => signOf(plan.document.unit);

  /** @param {Cell} cell */
  function show(cell) {
    const words = read(cell);
    cell.control.title = words;
    seen.textContent = words === '' ? cell.label : `${cell.label}: ${words}`;
  }

  return {
    element,
    show,
    /** @param {Cell} cell */
    tell(cell) {
      show(cell);
      heard.textContent = cell.control.title;
    },
  };
}

/**
 * @param {ReadBack} reading
 * @param {string} typed
 * @param {string} sign
 * @param {string} blank
 */
function inWords(reading, typed, sign, blank) {
  switch (reading.read) {
    case 'blank':
      return `blank: ${blank}`;
    case 'value':
      return sign === '' ? `read as ${reading.shown}` : `read as ${sign} ${reading.shown}, ${reading.in_full}`;
    case 'fault':
      return `not read: “${typed.trim()}” ${reading.message}. ${reading.hint}`;
  }
}

/**
 * @param {string} typed
 * @param {string} blank
 */
function dayInWords(typed, blank) {
  if (typed.trim() === '') return `blank: ${blank}`;
  const day = readDay(typed);
  return day === null ? `not read: “${typed.trim()}” is not a date. ${DAY_HINT}` : `read as ${dateInWords(day)}`;
}

/**
 * What typing in a grid leads to.
 * @param {import('../plan.js').Plan} plan
 * @param {ReturnType<typeof createReading>} reading
 * @param {() => void} written what else shows the plan has to look at it again
 * @returns {import('./grid.js').GridListener}
 */
export function gridListener(plan, reading, written) {
  return {
    typed(cell) {
      plan.valuesChanged();
      reading.show(cell);
      written();
    },
    left(cell) {
      reading.tell(cell);
      if (cell.column.reshapes) afterwards(plan.shapeChanged);
    },
    arrived: reading.show,
    pasted(cells) {
      if (cells.some(({ column }) => column.reshapes)) plan.shapeChanged();
      else plan.valuesChanged();
      written();
      const here = cells.find(({ control }) => control === document.activeElement);
      if (here) reading.show(here);
    },
  };
}
