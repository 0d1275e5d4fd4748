/** @file The figures of one organisation as a form: the cells of its row, each under its label. */

import { h } from '../element.js';
import { createCell } from './cell.js';
import { freshId } from './field.js';

/** @typedef {import('./cell.js').Cell} Cell */
/** @typedef {import('./column.js').ColumnGroup} ColumnGroup */
/** @typedef {import('../plan.js').OrganisationDocument} OrganisationDocument */

/** @typedef {{ element: HTMLElement, cells: Cell[] }} OrganisationForm */
/** @typedef {ReturnType<typeof import('./reading.js').createReading>} Reading */

/**
 * @param {object} at
 * @param {OrganisationDocument} at.organisation
 * @param {string} at.place
 * @param {ColumnGroup[]} groups
 * @param {Reading} reading
 * @param {() => void} typed
 * @returns {OrganisationForm}
 */
export function createOrganisationForm({ organisation, place }, groups, reading, typed) {
  /** @type {Cell[]} */
  const cells = [];

  /** @param {ColumnGroup} group */
  function fieldset({ name, unit, hint, columns }) {
    const there = columns.filter(({ applies }) => applies?.(organisation) ?? true);
    if (there.length === 0) return null;
    const words = hint ? `${name}${unit && `, ${unit}`}: ${hint}` : `${name}${unit && `, ${unit}`}`;
    return h(
      'fieldset',
      { class: 'nhsuk-fieldset app-form__group' },
      h('legend', { class: 'nhsuk-fieldset__legend app-form__legend' }, words),
      h('div', { class: 'app-fields' }, there.map(field)),
    );
  }

  /** @param {import('./column.js').Column} column */
  function field(column) {
    const cell = createCell({ subject: organisation, path: `${place}/${column.place}`, label: column.name, column });
    const { control } = cell;
    // Its label says it; the group's legend says the rest.
    control.removeAttribute('aria-label');
    control.id = freshId();
    control.addEventListener('input', () => {
      cell.store();
      typed();
      reading.show(cell);
    });
    control.addEventListener('focus', () => arrive(cell));
    control.addEventListener('change', () => reading.tell(cell));
    cells.push(cell);
    return h(
      'div',
      { class: 'app-field' },
      h('label', { class: 'nhsuk-label', for: control.id }, column.name),
      control,
    );
  }

  /**
   * How a value is read is said next to where it is typed.
   * @param {Cell} cell
   */
  function arrive(cell) {
    cell.control.closest('fieldset')?.append(reading.element);
    reading.show(cell);
  }

  const element = h('div', { class: 'app-form' }, groups.map(fieldset));
  return { element, cells };
}
