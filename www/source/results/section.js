/** @file A section of the results: laid out once for each shape of the plan, then only patched. */

import { h } from '../element.js';
import { createSheet } from './sheet.js';

/** @typedef {import('../assessment.js').Assessment} Assessment */
/** @typedef {import('./sheet.js').Sheet} Sheet */

/**
 * @param {object} plan
 * @param {string} plan.id
 * @param {(assessment: Assessment) => string} plan.title
 * @param {2 | 3} [plan.level] of its heading
 * @param {HTMLElement[]} [plan.controls] what stays when the section is laid out anew
 * @param {(assessment: Assessment) => unknown} plan.shape all that the layout depends on
 * @param {(assessment: Assessment, sheet: Sheet) => (HTMLElement | null)[]} plan.layOut
 */
export function createSection({ id, title, level = 2, controls = [], shape, layOut }) {
  const sheet = createSheet();
  const heading =
    level === 2
      ? h('h2', { id, class: 'nhsuk-heading-m', tabindex: '-1' })
      : h('h3', { id, class: 'nhsuk-heading-s', tabindex: '-1' });
  const body = h('div', { class: 'results__body' });
  const element = h(
    'section',
    { class: 'results__section', 'aria-labelledby': id },
    heading,
    controls,
    body,
  );
  /** @type {string | undefined} */
  let laidOut;

  /** @param {Assessment} assessment */
  function arrange(assessment) {
    const now = JSON.stringify([assessment.unit, assessment.scheme.ids, shape(assessment)]);
    if (now === laidOut) return;
    laidOut = now;
    heading.textContent = title(assessment);
    sheet.clear();
    const parts = layOut(assessment, sheet).filter((part) => part !== null);
    body.replaceChildren(...parts);
    element.hidden = parts.length === 0;
  }

  return { element, heading, sheet, arrange };
}

/** @typedef {ReturnType<typeof createSection>} Section */
