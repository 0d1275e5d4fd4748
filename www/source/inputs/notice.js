/** @file What a section says about what was just done, and the way back. */

import { h, steady } from '../element.js';

/** @typedef {{ name: string, act: () => void }} Way */
/** @typedef {ReturnType<typeof createNotice>} Notice */

/** A place that is read out when it speaks. It is empty until then. */
export function createNotice() {
  const words = h('div', { role: 'status' });
  const ways = h('div', { class: 'app-notice__ways' });
  const element = h('div', { class: 'app-notice', hidden: true }, words, ways);

  /** @param {Way} way */
  const button = ({ name, act }) =>
    h(
      'button',
      { type: 'button', class: 'nhsuk-button nhsuk-button--secondary nhsuk-button--small', onclick: act },
      name,
    );

  function clear() {
    words.replaceChildren();
    ways.replaceChildren();
    element.hidden = true;
  }

  return {
    element,
    clear,
    /**
     * @param {string | Node} text
     * @param {...Way} offered
     */
    say(text, ...offered) {
      element.hidden = false;
      words.replaceChildren(typeof text === 'string' ? steady(text) : text);
      ways.replaceChildren(...offered.map(button));
    },
    /** Takes the user to the first of the ways offered. */
    focus() {
      ways.querySelector('button')?.focus();
    },
  };
}

/**
 * Says what was done to the plan as a whole, and offers to put it back; the way back can be undone
 * too, so that nothing typed since is lost.
 *
 * @param {Notice} notice
 * @param {import('../plan.js').Plan} plan
 * @param {string | Node} text
 * @param {import('../plan.js').Snapshot} before
 */
export function offerUndo(notice, plan, text, before) {
  /** @type {Way} */
  const close = { name: 'Close', act: notice.clear };

  function undo() {
    const after = plan.snapshot();
    plan.restore(before);
    const redo = () => {
      plan.restore(after);
      offerUndo(notice, plan, text, before);
      notice.focus();
    };
    notice.say('Undone: the plan is as it was.', { name: 'Redo', act: redo }, close);
    notice.focus();
  }

  notice.say(text, { name: 'Undo', act: undo }, close);
}
