/** @file A list of a planning round as a grid: its items down, their fields across. */

import { h } from '../../element.js';
import { documentOf } from '../../plan.js';
import { capital } from '../asked.js';
import { plainButton } from '../field.js';

/** @typedef {import('../../plan.js').PlanDocument} PlanDocument */
/** @typedef {import('./entries.js').Planning} Planning */

/**
 * @template Part
 * @typedef {import('../../plan.js').Part<Part>} PartOf
 */

/**
 * @template Item
 * @typedef {object} List
 * @property {string} thing what one is called
 * @property {string} name what all are called
 * @property {string} place their path in the plan
 * @property {number} most how many are read
 * @property {(planning: Planning) => Item[]} itemsOf
 * @property {(items: PartOf<Item>[]) => PartOf<Planning>} within
 * @property {(before: Item[]) => PartOf<Item>} [begin] what a new one after these begins with
 * @property {() => import('../column.js').ColumnGroup<Item>[]} groups
 * @property {() => boolean} [mayAdd] yes if left out
 */

/**
 * @template {object} Item
 * @param {import('./desk.js').Desk} desk
 * @param {List<Item>} list
 */
export function createItems(desk, { thing, name, place, most, itemsOf, within, begin, groups, mayAdd }) {
  const { plan } = desk;
  const grid = desk.grid(name, { look: 'app-grid--fit app-grid--items', makeRoom, limit: { most, thing } });
  // What the plan lacks altogether leads here.
  const adding = plainButton(`Add a ${thing}`, add, { 'data-path': place });
  const element = h('div', { class: 'app-items' }, grid.element, adding);
  const items = () => itemsOf(desk.planning());
  /** @param {number} index */
  const nameOf = (index) => `${capital(thing)} ${index + 1}`;

  function build() {
    grid.element.hidden = items().length === 0;
    adding.hidden = mayAdd?.() === false;
    const rows = items().map((subject, index) => ({
      subject,
      name: nameOf(index),
      code: '',
      place: `${place}/${index}`,
      isPlace: true,
      more: [removing(index)],
    }));
    grid.build(name, groups(), [{ name: '', rows }], capital(thing));
  }

  /** @param {number} index */
  const removing = (index) =>
    h(
      'button',
      {
        type: 'button',
        class: 'app-grid__more',
        'aria-label': `Remove ${nameOf(index)}`,
        onclick: () => desk.takeOut(() => void items().splice(index, 1), `${nameOf(index)} was removed.`),
      },
      'Remove',
    );

  /** @param {number} number */
  function made(number) {
    /** @type {Item[]} */
    const all = [];
    while (all.length < number) {
      const one = begin?.([...items(), ...all]) ?? {};
      all.push(...itemsOf(documentOf(desk.engine, { planning: within([one]) }).planning));
    }
    return all;
  }

  function add() {
    const number = items().length;
    const [first] = groups().flatMap(({ columns }) => columns);
    desk.putIn(() => void items().push(...made(1)), `${place}/${number}/${first?.place}`);
  }

  /**
   * For a pasted block with more rows than there are items.
   * @param {number} rows
   */
  function makeRoom(rows) {
    const number = items().length;
    const missing = Math.min(rows, most) - number;
    if (missing <= 0 || adding.hidden) return null;
    items().push(...made(missing));
    plan.shapeChanged();
    return () => {
      items().splice(number);
      plan.shapeChanged();
    };
  }

  return { element, build };
}

/**
 * A code that none of these has, to begin with: `P1`, `P2`.
 * @param {string} letter
 * @param {{ code: string }[]} before
 */
export function nextCode(letter, before) {
  let number = before.length + 1;
  while (before.some(({ code }) => code === `${letter}${number}`)) number += 1;
  return `${letter}${number}`;
}
