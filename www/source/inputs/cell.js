/** @file One cell of a grid: its input, and the value behind it. */

import { h } from '../element.js';

/** @typedef {Pick<import('./column.js').Column, 'kind' | 'choices' | 'blank' | 'reshapes'>} Kind what holds in all of a column */

/**
 * @typedef {object} Cell
 * @property {HTMLInputElement | HTMLSelectElement} control
 * @property {string} path its place in the plan
 * @property {string} label the row and the column
 * @property {Kind} column
 * @property {() => string} text what stands in it
 * @property {() => void} store writes what stands in it into the plan
 * @property {() => void} refresh shows what stands in the plan
 * @property {(text: string) => boolean} enter puts a text in and stores it; no when it is none of the choices
 */

/**
 * @template Subject
 * @param {object} at
 * @param {Subject} at.subject
 * @param {string} at.path
 * @param {string} at.label
 * @param {import('./column.js').Column<Subject>} at.column
 * @returns {Cell}
 */
export function createCell({ subject, path, label, column }) {
  const control = createControl(column, { 'aria-label': label, 'data-path': path });
  const store = () => column.write(subject, control.value);
  function refresh() {
    const value = column.read(subject);
    if (control.value !== value) control.value = value;
  }
  refresh();
  return {
    control,
    path,
    label,
    column,
    text: () => control.value,
    store,
    refresh,
    enter(text) {
      const value = column.choices ? chosen(column.choices, text) : text;
      if (value === undefined) return false;
      control.value = value;
      store();
      return true;
    },
  };
}

const LOOKS = { words: 'app-cell__words', word: 'app-cell__word' };

/**
 * @param {Kind} column
 * @param {Record<string, unknown>} properties
 */
function createControl({ kind, choices }, properties) {
  if (choices) {
    const options = choices.map(({ value, name }) => h('option', { value }, name));
    return h('select', { class: 'app-cell__select', ...properties }, options);
  }
  return h('input', {
    type: 'text',
    class: kind === 'words' || kind === 'word' ? LOOKS[kind] : 'app-cell__number',
    autocomplete: 'off',
    spellcheck: 'false',
    ...properties,
  });
}

/**
 * The value of the choice that a pasted text names.
 * @param {import('./field.js').Choice[]} choices
 * @param {string} text
 */
function chosen(choices, text) {
  const wanted = text.trim().toLowerCase();
  const found = choices.find((choice) => namesOf(choice).some((name) => name.toLowerCase() === wanted));
  return found?.value;
}

/** @param {import('./field.js').Choice} choice */
const namesOf = ({ value, name, called = name }) => [value, name, called];
