/** @file One cell of a grid: its input, and the value behind it. */

import { h } from '../element.js';

/** @typedef {import('./column.js').Column} Column */
/** @typedef {import('../plan.js').OrganisationDocument} OrganisationDocument */

/**
 * @typedef {object} Cell
 * @property {HTMLInputElement | HTMLSelectElement} control
 * @property {string} path its place in the plan
 * @property {string} label the organisation and the column
 * @property {Column} column
 * @property {() => string} text what stands in it
 * @property {() => void} store writes what stands in it into the plan
 * @property {() => void} refresh shows what stands in the plan
 * @property {(text: string) => boolean} enter puts a text in and stores it; no when it is none of the choices
 */

/**
 * @param {object} at
 * @param {OrganisationDocument} at.organisation
 * @param {string} at.path
 * @param {string} at.label
 * @param {Column} at.column
 * @returns {Cell}
 */
export function createCell({ organisation, path, label, column }) {
  const control = createControl(column, { 'aria-label': label, 'data-path': path });
  const store = () => column.write(organisation, control.value);
  function refresh() {
    const value = column.read(organisation);
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

/**
 * @param {Column} column
 * @param {Record<string, unknown>} properties
 */
function createControl({ kind, choices }, properties) {
  if (choices) {
    const options = choices.map(({ value, name }) => h('option', { value }, name));
    return h('select', { class: 'app-cell__select', ...properties }, options);
  }
  return h('input', {
    type: 'text',
    class: kind === 'words' ? 'app-cell__words' : 'app-cell__number',
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
  const found = choices.find(({ value, name }) => [value, name.toLowerCase()].includes(wanted));
  return found?.value;
}
