/** @file A state in a word, told by its text and not by its colour alone. */

import { h } from '../element.js';

const COLOUR = {
  green: 'nhsuk-tag nhsuk-tag--green',
  red: 'nhsuk-tag nhsuk-tag--red',
  grey: 'nhsuk-tag nhsuk-tag--grey',
  blue: 'nhsuk-tag nhsuk-tag--blue',
  yellow: 'nhsuk-tag nhsuk-tag--yellow',
};

/**
 * @param {string} text
 * @param {keyof typeof COLOUR} colour
 */
export function createTag(text, colour) {
  return h('strong', { class: COLOUR[colour] }, text);
}
