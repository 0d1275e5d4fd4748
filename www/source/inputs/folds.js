/** @file Parts of a section that are folded until they are used, and made when they are needed. */

import { h } from '../element.js';
import { folder } from './folder.js';

/** @typedef {ReturnType<typeof createFolds>} Folds */
/** @typedef {ReturnType<Folds['createFold']>} Fold */

/**
 * @typedef {object} Folded
 * @property {string} title
 * @property {boolean} isUsed whether the plan has any of it
 * @property {boolean} [isOpenAtFirst] whether it is open until it is folded by hand; where it is used if left out
 */

/**
 * @param {import('../plan.js').Plan} plan
 * @param {() => void} appeared there are inputs that weren't there
 */
export function createFolds(plan, appeared) {
  /** @type {Map<string, boolean>} whether they were opened or folded, in this plan */
  const opened = new Map();
  let number = plan.number;

  /** Before they are built: another plan has opened none yet. */
  function begin() {
    if (plan.number !== number) opened.clear();
    number = plan.number;
  }

  /**
   * @param {string} id
   * @param {(path: string) => boolean} holds whether it has the input at a path of the plan
   * @param {(content: HTMLElement) => void} fill puts its inputs in
   */
  function createFold(id, holds, fill) {
    const heading = h('span');
    const content = h('div');
    let isOpen = false;
    const element = folder(
      heading,
      {
        ontoggle() {
          if (notice()) make();
        },
      },
      content,
    );

    /** Whether it was opened or folded by hand since. */
    function notice() {
      if (element.open === isOpen) return false;
      isOpen = element.open;
      opened.set(id, isOpen);
      return true;
    }

    /**
     * What is wrong or missing has to have a place, even in what is folded.
     * @param {string} path
     */
    function makePlace(path) {
      if (!element.hidden && holds(path)) make();
    }

    function make() {
      if (content.hasChildNodes()) return;
      fill(content);
      appeared();
    }

    /** @param {Folded} folded */
    function build({ title, isUsed, isOpenAtFirst = isUsed }) {
      // The browser tells of it a little later: what is built in between would undo it.
      notice();
      isOpen = opened.get(id) ?? isOpenAtFirst;
      // What was taken out of it is brought back there.
      if (isOpen) opened.set(id, true);
      heading.textContent = title;
      element.open = isOpen;
      if (isOpen) fill(content);
      else content.replaceChildren();
    }

    return { element, build, makePlace };
  }

  return { begin, createFold };
}
