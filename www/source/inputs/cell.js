/** @file One cell of a grid: its input, and the value behind it. */

import { h } from '../element.js';
import { chosen } from './chosen.js';

/** @typedef {Pick<import('./column.js').Column, 'kind' | 'choices' | 'other' | 'blank' | 'reshapes'>} Kind what holds in all of a column */

/**
 * @typedef {object} Cell
 * @property {HTMLInputElement | HTMLSelectElement} control
 * @property {string} path its place in the plan
 * @property {string} label the row and the column
 * @property {Kind} column
 * @property {() => string} text what stands in it
 * @property {() => void} store writes what stands in it into the plan
 * @property {() => void} refresh shows what stands in the plan
 * @property {(text: string) => Entered} enter puts a text in and stores it
 */

/** @typedef {'taken' | 'kept' | 'refused'} Entered a text that is none of the choices is kept where the column has room for others */

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
    if (control.value !== value) show(column.other?.(value) ?? { value, name: value });
  }

  /** Shows a value, which is offered from now on if it is none of the choices. @param {import('./field.js').Choice} choice */
  function show({ value, name }) {
    control.value = value;
    if (control.value === value || !(control instanceof HTMLSelectElement)) return;
    control.append(h('option', { value }, name));
    control.value = value;
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
      const choice = column.choices ? chosen(column.choices, text) : { value: text, name: text };
      const entered = choice ?? (text === '' ? undefined : column.other?.(text));
      if (!entered) return 'refused';
      show(entered);
      store();
      refresh();
      return choice ? 'taken' : 'kept';
    },
  };
}

/** @type {Partial<Record<Kind['kind'], string>>} */
const LOOKS = { words: 'app-cell__words', word: 'app-cell__word', day: 'app-cell__word' };

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
    class: LOOKS[kind] ?? 'app-cell__number',
    autocomplete: 'off',
    spellcheck: 'false',
    ...properties,
  });
}
