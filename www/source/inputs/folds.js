/** @file Parts of a section that are folded until they are used, and made when they are unfolded. */

import { h } from '../element.js';
import { folder } from './folder.js';

/** @typedef {ReturnType<typeof createFolds>} Folds */

/**
 * @typedef {object} Fold
 * @property {string} id
 * @property {string} title
 * @property {boolean} isUsed whether the plan has any of it
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

  return {
    /** Before they are built: another plan has opened none yet. */
    begin() {
      if (plan.number !== number) opened.clear();
      number = plan.number;
    },

    /**
     * @param {Fold} fold
     * @param {() => (Node | null)[]} contentOf
     */
    fold({ id, title, isUsed, isNamed = isUsed }, contentOf) {
      let isOpen = opened.get(id) ?? isUsed;
      // What was taken out of it is brought back there.
      if (isOpen) opened.set(id, true);
      const content = h('div');
      const fill = () => content.append(...contentOf().filter((node) => node !== null));
      const details = folder(
        title,
        {
          open: isOpen,
          ontoggle() {
            if (details.open === isOpen) return;
            isOpen = details.open;
            opened.set(id, isOpen);
            if (content.hasChildNodes()) return;
            fill();
            appeared();
          },
        },
        content,
      );
      // What is wrong in it has to have a place even while it is folded.
      if (isOpen || isNamed) fill();
      return details;
    },
  };
}
