/** @file The round in short: each question's answer in a sentence, with the way to its section. */

import { h } from '../../element.js';
import { QUESTIONS } from './words.js';

/** @typedef {import('../../../generated/engine.js').Said} Said */

export function createShort() {
  const heading = h('h3', { id: 'planning-short', class: 'nhsuk-heading-s', tabindex: '-1' }, 'The round in short');
  const list = h('ul', { class: 'planning__short' });
  const element = h('section', { class: 'results__section', 'aria-labelledby': 'planning-short' }, heading, list);
  let asked = '';

  /** @param {Said[]} said */
  function update(said) {
    element.hidden = said.length === 0;
    const asks = said.map(({ question }) => question).join();
    if (asks !== asked) list.replaceChildren(...said.map(lineOf));
    asked = asks;
    for (const [place, { words }] of said.entries()) write(place, words);
  }

  /** @param {number} place @param {string} words */
  function write(place, words) {
    const text = list.children[place]?.lastChild;
    if (text && text.textContent !== words) text.textContent = words;
  }

  return { element, update };
}

/** @param {Said} said */
function lineOf({ question, words }) {
  const { asks, part } = QUESTIONS[question];
  return h(
    'li',
    { class: 'planning__answer' },
    h('a', { href: `#planning-${part}` }, asks),
    ' ',
    h('span', null, words),
  );
}
