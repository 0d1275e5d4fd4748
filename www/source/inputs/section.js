/** @file A section of the inputs, named by its heading. */

import { h } from '../element.js';

/**
 * @param {string} id
 * @param {string} title
 * @param {...import('../element.js').Child} content
 */
export const section = (id, title, ...content) =>
  h(
    'section',
    { id, 'aria-labelledby': `${id}-heading` },
    h('h2', { class: 'nhsuk-heading-m', id: `${id}-heading` }, title),
    ...content,
  );
