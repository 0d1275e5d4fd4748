/** @file A button that looks like a link, for it leads to another place of the page. */

import { h } from '../element.js';

/**
 * @param {string} text
 * @param {() => void} act
 * @param {string} [name] what those who don't see what is around it hear; begins with the text
 */
export const asLink = (text, act, name) =>
  h('button', { type: 'button', class: 'as-link', 'aria-label': name, onclick: act }, text);
