/** @file What every question of the planning round is entered with. */

import { h } from '../../element.js';
import { field } from '../field.js';
import { createGrid } from '../grid.js';
import { arriveAt as goTo } from '../moves.js';
import { offerUndo } from '../notice.js';
import { planFields } from '../plan-field.js';
import { createReading, gridListener } from '../reading.js';
import { signOf } from '../units.js';

/** @typedef {ReturnType<typeof createDesk>} Desk */

/**
 * @typedef {object} Question
 * @property {HTMLElement} element
 * @property {() => void} build
 */

/**
 * @param {typeof import('../../../generated/engine.js')} engine
 * @param {import('../../plan.js').Plan} plan
 * @param {import('../identity.js').Identity} identity
 * @param {import('../notice.js').Notice} notice
 * @param {Element} root where the inputs are
 */
export function createDesk(engine, plan, identity, notice, root) {
  const fields = planFields(plan);

  /** @param {string} path */
  function arriveAt(path) {
    const input = root.querySelector(`[data-path="${CSS.escape(path)}"]`);
    if (input instanceof HTMLElement) goTo(input);
  }

  return {
    engine,
    plan,
    identity,
    notice,
    ...fields,
    planning: () => plan.document.planning,
    unit: () => signOf(plan.document.unit),
    arriveAt,

    /**
     * An amount outside the grids.
     * @param {string} label
     * @param {string} path
     * @param {string | null | undefined} value
     * @param {(value: string) => void} write
     * @param {string} [hint]
     */
    amount: (label, path, value, write, hint) =>
      field(`${label}, ${signOf(plan.document.unit)}`, fields.text(path, value, write, 'app-field__number'), hint),

    /**
     * A grid with the line that says how a value was read.
     * @param {string} name
     * @param {{ look?: string, makeRoom?: import('../grid.js').GridListener['makeRoom'], limit?: import('../block-lines.js').Limit }} [options]
     */
    grid(name, { look = 'app-grid--fit', makeRoom, limit } = {}) {
      const reading = createReading(engine, plan);
      const listener = { ...gridListener(plan, reading, () => {}), ...(makeRoom && { makeRoom }), ...(limit && { limit }) };
      const { element, build } = createGrid(name, notice, listener, look);
      return { build, element: h('div', null, element, h('div', { class: 'app-status' }, reading.element)) };
    },

    /**
     * Puts something in, and goes to its first input.
     * @param {() => void} change
     * @param {string} path
     */
    putIn(change, path) {
      change();
      plan.shapeChanged();
      arriveAt(path);
    },

    /**
     * @param {() => void} change
     * @param {string} words
     */
    takeOut(change, words) {
      const before = plan.snapshot();
      change();
      plan.shapeChanged();
      offerUndo(notice, plan, words, before);
      notice.focus();
    },
  };
}
