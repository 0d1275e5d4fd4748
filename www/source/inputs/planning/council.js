/** @file The social-care memo: what a council counts beside the control total. */

import { h } from '../../element.js';
import { choice, money, words } from './item-columns.js';
import { createItems } from './items.js';

/** @typedef {import('../../../generated/engine.js').CouncilLineDocument} CouncilLineDocument */

/**
 * @param {import('./desk.js').Desk} desk
 * @returns {import('./desk.js').Question}
 */
export function createCouncil(desk) {
  /** @type {import('./items.js').List<CouncilLineDocument>} */
  const list = {
    thing: 'line',
    name: 'Lines of the memo',
    place: 'planning/council',
    most: 500,
    itemsOf: ({ council }) => council,
    within: (council) => ({ council }),
    groups: () => [
      { name: 'Line', unit: '', columns: [words('name', 'Name'), choice('kind', 'Kind', KINDS)] },
      {
        name: 'Counted by',
        unit: desk.unit(),
        columns: [money('amount', 'The council'), money('health_amount', 'The health side, for pooled funds alone')],
      },
      { name: 'More', unit: '', columns: [words('note', 'Note')] },
    ],
  };
  const { element: lines, build } = createItems(desk, list);
  return { element: h('div', null, h('p', { class: 'app-hint' }, HINT), lines), build };
}

const HINT =
  'None of it ever counts in the control total: it is a memo beside it. Pressures and sources are positive. Of a pooled fund enter what the council receives as positive and what it pays in with a minus or in brackets, and what the health side counts by the same signs.';

/** @type {{ value: import('../../../generated/engine.js').CouncilKind, name: string }[]} */
const KINDS = [
  { value: 'pressure', name: 'Pressure' },
  { value: 'council_funding', name: 'The council’s own source' },
  { value: 'envelope_funding', name: 'Paid out of the envelope' },
  { value: 'pooled', name: 'Pooled fund' },
];
