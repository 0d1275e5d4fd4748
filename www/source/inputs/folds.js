/** @file Parts of a section that are folded until they are used, and made when they are unfolded. */

import { h } from '../element.js';
import { folder } from './folder.js';

/** @typedef {ReturnType<typeof createFolds>} Folds */

/**
 * @typedef {object} Folded
 * @property {string} title
 * @property {boolean} isUsed whether the plan has any of it
 * @property {boolean} [isOpenAtFirst] whether it is open until it is folded by hand; where it is used if left out
 * @property {boolean} [isNamed] whether something may be wrong or missing in it; where it is used if left out
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
   * @param {(content: HTMLElement) => void} fill puts its inputs in
   */
  function createFold(id, fill) {
    const heading = h('span');
    const content = h('div');
    let isOpen = false;
    const element = folder(
      heading,
      {
        ontoggle() {
          if (element.open === isOpen) return;
          isOpen = element.open;
          opened.set(id, isOpen);
          if (content.hasChildNodes()) return;
          fill(content);
          appeared();
        },
      },
      content,
    );

    /** @param {Folded} folded */
    function build({ title, isUsed, isOpenAtFirst = isUsed, isNamed = isUsed }) {
      isOpen = opened.get(id) ?? isOpenAtFirst;
      // What was taken out of it is brought back there.
      if (isOpen) opened.set(id, true);
      heading.textContent = title;
      element.open = isOpen;
      // What is wrong in it has to have a place even while it is folded.
      if (isOpen || isNamed) fill(content);
      else content.replaceChildren();
    }

    return { element, build };
  }

  return { begin, createFold };
}
