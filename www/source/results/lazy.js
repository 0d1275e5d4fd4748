/** @file A long part of the page that is folded, and built when it is first opened. */

import { h } from '../element.js';

/**
 * @param {string} id
 * @param {string} title
 * @param {() => (HTMLElement | string)[]} build
 * @param {() => void} [built] is told when it is there
 */
export function createLazy(id, title, build, built = () => {}) {
  const content = h('div', { class: 'rule-book__content' });
  const summary = h('summary', { class: 'results__summary' }, title);
  const element = h('details', { id, class: 'rule-book__details', ontoggle: fill }, summary, content);

  function fill() {
    if (!element.open || content.hasChildNodes()) return;
    content.append(...build());
    built();
  }

  return {
    element,
    summary,
    open() {
      element.open = true;
      fill();
    },
    /** What it holds is of no use any more. */
    forget() {
      content.replaceChildren();
      fill();
    },
  };
}
