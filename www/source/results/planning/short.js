/** @file The round in short: each question's answer in a sentence, with the way to its section. */

import { h } from '../../element.js';
import { QUESTIONS } from './words.js';

/** @typedef {import('../../../generated/engine.js').Said} Said */

/** How long a screen reader waits for the typing to stop, in milliseconds. */
const PAUSE = 1000;

/** More answers than this that change at once are not read out one by one. */
const MOST_SPOKEN = 2;

export function createShort() {
  const heading = h('h3', { id: 'planning-short', class: 'nhsuk-heading-s', tabindex: '-1' }, 'The round in short');
  const list = h('ul', { class: 'planning__short' });
  const spoken = h('div', { class: 'nhsuk-u-visually-hidden', 'aria-live': 'polite', 'aria-atomic': 'true' });
  const element = h('section', { class: 'results__section', 'aria-labelledby': 'planning-short' }, heading, list, spoken);
  /** @type {Map<string, string>} */
  let last = new Map();
  let timer = 0;

  /** @param {Said[]} said */
  function update(said) {
    element.hidden = said.length === 0;
    const now = new Map(said.map(({ question, words }) => [question, words]));
    const changed = said.filter(({ question, words }) => last.get(question) !== words);
    const asked = [...now.keys()].join() !== [...last.keys()].join();
    if (changed.length === 0 && !asked) return;
    if (asked) list.replaceChildren(...said.map(lineOf));
    else for (const [place, { words }] of said.entries()) write(place, words);
    // All of it is new with another plan, which is no news.
    if (last.size > 0) say(changed.length > MOST_SPOKEN ? [] : changed);
    last = now;
  }

  /** @param {number} place @param {string} words */
  function write(place, words) {
    const text = list.children[place]?.lastChild;
    if (text && text.textContent !== words) text.textContent = words;
  }

  /** @param {Said[]} changed */
  function say(changed) {
    clearTimeout(timer);
    timer = setTimeout(() => {
      spoken.textContent = changed.map(({ words }) => words).join(' ');
    }, PAUSE);
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
