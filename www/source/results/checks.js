/** @file Whether the parts add to the whole: one line for all checks, and the list behind it. */

import { h } from '../element.js';
import { createTag } from './tag.js';

/** @typedef {import('../../generated/engine.js').Check} Check */

export function createChecks() {
  const master = document.createTextNode('');
  const list = h('ul', { class: 'checks__list' });
  const element = h(
    'details',
    { class: 'checks' },
    h('summary', { class: 'checks__summary' }, master),
    list,
  );
  let last = '';

  /** @param {Check[]} checks */
  function update(checks) {
    const now = JSON.stringify(checks);
    if (now === last) return;
    last = now;
    master.data = masterLine(checks);
    element.classList.toggle(
      'checks--failed',
      checks.some(({ holds }) => holds === false),
    );
    list.replaceChildren(...checks.map(checkLine));
  }

  return { element, update };
}

/** @param {Check[]} checks */
function masterLine(checks) {
  const failed = checks.filter(({ holds }) => holds === false);
  if (failed.length > 0) {
    const words = failed.map((check) => check.words).join(' ');
    return `${failed.length} of ${checks.length} checks fail: ${words}`;
  }
  const open = checks.filter(({ holds }) => holds === null);
  if (open.length === checks.length)
    return `None of the ${checks.length} checks can be made yet: they need figures that are not known`;
  if (open.length > 0) {
    return `${open.length} of ${checks.length} checks cannot be made yet; the others hold`;
  }
  return `All ${checks.length} checks hold`;
}

/** @param {Check} check */
function checkLine({ words, holds }) {
  const tag =
    holds === null
      ? createTag('Not known', 'grey')
      : holds
        ? createTag('Holds', 'green')
        : createTag('Fails', 'red');
  return h('li', null, tag, ' ', words);
}
