/** @file What a printed page says of itself: the plan, its rules and date, the program and its sources. */

import { h } from '../element.js';
import { attribution } from '../rules.js';
import { dateInWords } from './date.js';

/** @typedef {import('../assessment.js').Assessment} Assessment */
/** @typedef {import('../page.js').Page} Page */

/** @param {Page['engine']} engine */
export function createImprint(engine) {
  const version = engine.version();
  const plan = h('p', { class: 'imprint__plan' });
  const rules = h('p', { class: 'imprint__rules' });
  const note = h('p', { class: 'imprint__note' });
  const head = h('div', { class: 'imprint imprint__head' }, plan, rules, note);
  const foot = h('p', { class: 'imprint imprint__foot' }, attribution);

  /** @param {Assessment} assessment */
  function update({ title, area, scheme, as_at, note: words }) {
    const date = as_at === null ? `the end of ${scheme.year}` : dateInWords(as_at);
    plan.textContent = [title, area].filter((part) => part !== '').join(', ');
    rules.textContent = `Rules: ${scheme.name}. Position at ${date}. Control total calculator, version ${version}.`;
    note.textContent = words;
  }

  return { head, foot, update };
}
