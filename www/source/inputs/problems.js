/** @file The list of all that is wrong with the plan, or worth a look. */

import { h } from '../element.js';

/** @typedef {import('../../generated/engine.js').Diagnostic} Diagnostic */

/** More than these are counted, not listed. */
const MOST_LISTED = 50;

/**
 * @param {(path: string) => string} nameOf what the page calls a place of the plan
 * @param {(path: string) => void} goTo
 */
export function createProblems(nameOf, goTo) {
  const element = h('section', { class: 'app-problems', id: 'problems', 'aria-label': 'Problems', hidden: true });
  const tally = h('a', { href: '#problems', class: 'app-problems__tally', hidden: true });
  let shown = '';

  /** @param {Diagnostic[]} diagnostics */
  function show(diagnostics) {
    const now = JSON.stringify(diagnostics);
    if (now === shown) return;
    shown = now;
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    const warnings = diagnostics.filter(({ severity }) => severity === 'warning');
    tally.hidden = errors.length === 0;
    tally.textContent = errors.length === 1 ? '1 problem: show' : `${errors.length} problems: show`;
    element.hidden = diagnostics.length === 0;
    element.replaceChildren(
      ...(errors.length > 0 ? [block('app-problems__errors', 'There is a problem', errors)] : []),
      ...(warnings.length > 0 ? [block('app-problems__warnings', 'Worth a look', warnings)] : []),
    );
  }

  /**
   * @param {string} name
   * @param {string} heading
   * @param {Diagnostic[]} diagnostics
   */
  function block(name, heading, diagnostics) {
    const more = diagnostics.length - MOST_LISTED;
    return h(
      'div',
      { class: name },
      h('h3', { class: 'nhsuk-heading-s' }, heading),
      h('ul', { class: 'nhsuk-list' }, diagnostics.slice(0, MOST_LISTED).map(item)),
      more > 0 && h('p', null, `And ${more} more.`),
    );
  }

  /** @param {Diagnostic} diagnostic */
  function item({ path, message, hint }) {
    const name = nameOf(path);
    const words = name === '' ? message : `${name}: ${message}`;
    const link = h(
      'a',
      {
        href: '#figures',
        onclick(/** @type {Event} */ event) {
          event.preventDefault();
          goTo(path);
        },
      },
      words,
    );
    return h('li', null, path === '' ? words : link, ' ', hint);
  }

  return { element, tally, show };
}
