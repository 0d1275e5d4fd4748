/** @file A place for what is wrong with several entries together, seen when something is. */

import { h } from '../../element.js';

/**
 * @param {string} path
 * @param {string} name
 */
export const whole = (path, name) =>
  h('p', { class: 'app-whole', role: 'group', tabindex: '-1', 'aria-label': name, 'data-path': path }, `${name}.`);
