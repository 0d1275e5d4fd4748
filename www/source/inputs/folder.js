/** @file A part of the inputs that can be folded away. */

import { h } from '../element.js';

/**
 * @param {string | Node} title
 * @param {Record<string, unknown>} properties
 * @param {...import('../element.js').Child} content
 */
export const folder = (title, { class: own = '', ...properties }, ...content) =>
  h(
    'details',
    { class: `nhsuk-details ${own}`, ...properties },
    h(
      'summary',
      { class: 'nhsuk-details__summary' },
      h('span', { class: 'nhsuk-details__summary-text' }, title),
    ),
    h('div', { class: 'nhsuk-details__text' }, ...content),
  );
