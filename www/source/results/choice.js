/** @file The choice of the organisation or group that a section shows. */

import { h } from '../element.js';

/**
 * @typedef {object} Offer
 * @property {string} label
 * @property {{ value: string, name: string }[]} options
 */

/**
 * What stands for an organisation among what is offered.
 * @param {string} code
 */
export const valueFor = (code) => `organisations/${code}`;

/**
 * @param {{ code: string, name: string }[]} organisations
 * @returns {Offer}
 */
export function offerOf(organisations) {
  const options = organisations.map(({ code, name }) => ({ value: valueFor(code), name: `${name} (${code})` }));
  return { label: 'Organisations', options };
}

/**
 * @param {string} label
 * @param {string} id
 * @param {(value: string) => void} chosen
 */
export function createChoice(label, id, chosen) {
  const select = h('select', {
    id,
    class: 'nhsuk-select choice__select',
    onchange: () => chosen(select.value),
  });
  const element = h(
    'div',
    { class: 'nhsuk-form-group choice' },
    h('label', { class: 'nhsuk-label', for: id }, label),
    select,
  );
  let offered = '';

  /** @param {Offer[]} offers */
  function offer(offers) {
    const now = JSON.stringify(offers);
    if (now === offered) return;
    offered = now;
    const { value } = select;
    const filled = offers.filter(({ options }) => options.length > 0);
    select.replaceChildren(
      ...(filled.length === 1 ? filled.flatMap(optionsOf) : filled.map(groupOf)),
    );
    element.hidden = filled.length === 0;
    choose(value);
  }

  /**
   * Keeps to what is offered: of anything else, nothing changes.
   * @param {string} value
   */
  function choose(value) {
    const before = select.selectedIndex;
    select.value = value;
    if (select.selectedIndex === -1) select.selectedIndex = Math.max(before, 0);
  }

  return { element, offer, choose, value: () => select.value };
}

/** @param {Offer} offer */
function groupOf(offer) {
  return h('optgroup', { label: offer.label }, optionsOf(offer));
}

/** @param {Offer} offer */
function optionsOf({ options }) {
  return options.map(({ value, name }) => h('option', { value }, name));
}
