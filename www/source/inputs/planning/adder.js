/** @file Adding something under a name of the user’s own. */

import { h } from '../../element.js';
import { field, plainButton, textInput } from '../field.js';

/**
 * @param {string} label
 * @param {string} hint
 * @param {string} button
 * @param {(name: string) => void} add
 */
export function adder(label, hint, button, add) {
  const input = textInput('', {
    onkeydown(/** @type {KeyboardEvent} */ event) {
      if (event.key !== 'Enter' || event.isComposing) return;
      event.preventDefault();
      act();
    },
  });

  function act() {
    const name = input.value.trim();
    if (name === '') {
      input.focus();
      return;
    }
    input.value = '';
    add(name);
  }

  return h('div', { class: 'app-fields' }, field(label, input, hint), plainButton(button, act));
}
