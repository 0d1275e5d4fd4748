/** @file The one place that speaks by itself: the answer, and what changes of the round's, once the typing has stopped. */

import { h } from '../element.js';

/** @typedef {import('../../generated/engine.js').Said} Said */

/** How long a screen reader waits for the typing to stop, in milliseconds. */
const PAUSE = 700;

/** Where more answers of the round than this change at once, as with another plan, they are left to be read. */
const MOST = 2;

export function createSpoken() {
  const element = h('div', {
    class: 'nhsuk-u-visually-hidden',
    'aria-live': 'polite',
    'aria-atomic': 'true',
  });
  /** What was asked to be said last. */
  let asked = '';
  /** What was said last. */
  let said = '';
  /** @type {Map<string, string>} the round's answers when something was said last */
  let known = new Map();
  let timer = 0;

  /**
   * @param {string} text
   * @param {Said[]} round
   */
  function speak(text, round) {
    const changed = round.filter(({ question, words }) => known.get(question) !== words);
    const news = known.size === 0 || changed.length > MOST ? [] : changed.map(({ words }) => words);
    element.textContent = [...(text === said && news.length > 0 ? [] : [text]), ...news].join(' ');
    said = text;
    known = new Map(round.map(({ question, words }) => [question, words]));
  }

  return {
    element,
    /**
     * @param {string} text
     * @param {Said[]} round its answers, of which those that changed are said
     */
    say(text, round) {
      const now = [text, ...round.map(({ words }) => words)].join(' ');
      if (now === asked) return;
      asked = now;
      clearTimeout(timer);
      timer = setTimeout(() => speak(text, round), PAUSE);
    },
  };
}
