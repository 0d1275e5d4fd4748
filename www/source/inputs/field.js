/** @file Labelled inputs outside the grid. */

import { h } from '../element.js';

let made = 0;

/** A name for an element that nothing else on the page has. */
export const freshId = () => `field-${(made += 1)}`;

/** @typedef {{ value: string, name: string, called?: string }} Choice what it is called besides, in a pasted block */

/**
 * @param {string} label
 * @param {HTMLElement} control
 * @param {string} [hint]
 */
export function field(label, control, hint) {
  control.id ||= freshId();
  const hintId = `${control.id}-hint`;
  if (hint) control.setAttribute('aria-describedby', hintId);
  return h(
    'div',
    { class: 'app-field' },
    h('label', { class: 'nhsuk-label', for: control.id }, label),
    hint && h('div', { class: 'nhsuk-hint', id: hintId }, hint),
    control,
  );
}

/**
 * @param {Choice[]} choices
 * @param {string} value
 * @param {Record<string, unknown>} properties
 */
export function select(choices, value, properties) {
  const options = choices.map((choice) => h('option', { value: choice.value }, choice.name));
  const element = h('select', { class: 'nhsuk-select', ...properties }, options);
  element.value = value;
  return element;
}

/**
 * @param {string} label
 * @param {boolean} checked
 * @param {Record<string, unknown>} properties
 */
export function checkbox(label, checked, properties) {
  const box = h('input', { type: 'checkbox', id: freshId(), class: 'nhsuk-checkboxes__input', ...properties });
  box.checked = checked;
  return h(
    'div',
    { class: 'nhsuk-checkboxes nhsuk-checkboxes--small app-field' },
    h(
      'div',
      { class: 'nhsuk-checkboxes__item' },
      box,
      h('label', { class: 'nhsuk-label nhsuk-checkboxes__label', for: box.id }, label),
    ),
  );
}

/**
 * A text input; what the user types is there at once.
 * @param {string} value
 * @param {Record<string, unknown>} properties
 */
export function textInput(value, properties) {
  const input = h('input', {
    type: 'text',
    class: 'nhsuk-input',
    autocomplete: 'off',
    spellcheck: 'false',
    ...properties,
  });
  input.value = value;
  return input;
}

/**
 * @param {string} name
 * @param {(event: Event) => void} act
 * @param {Record<string, unknown>} [properties]
 */
export function plainButton(name, act, properties) {
  return h(
    'button',
    {
      type: 'button',
      class: 'nhsuk-button nhsuk-button--secondary nhsuk-button--small',
      onclick: act,
      ...properties,
    },
    name,
  );
}
