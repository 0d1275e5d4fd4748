/** @file Transformation funding: plans and trajectories of each organisation, answers to its conditions, and bids. */

import { h } from '../../element.js';
import { isVerified, statusTag } from '../../results/citation.js';
import { roundOf } from '../../rules.js';
import { amountByCode, answerByCode, strays } from '../by-organisation.js';
import { YES_NO, answer, answerText } from '../column.js';
import { field, plainButton } from '../field.js';
import { rowsBySide } from '../rows.js';
import { choice, money, words } from './item-columns.js';
import { createItems } from './items.js';

/** @typedef {import('../../../generated/engine.js').BidDocument} BidDocument */

/**
 * @param {import('./desk.js').Desk} desk
 * @returns {import('./desk.js').Question}
 */
export function createTransformation(desk) {
  const { plan } = desk;
  const grid = desk.grid('Plans and trajectories of each organisation');
  const around = h('div');
  const conditions = h('div');
  const round = () => roundOf(plan.document.year);

  /** @type {import('./items.js').List<BidDocument>} */
  const bidList = {
    thing: 'bid',
    name: 'Bids for transformation funding',
    place: 'planning/bids',
    most: 500,
    itemsOf: ({ bids }) => bids,
    within: (bids) => ({ bids }),
    groups: () => [
      { name: 'Bid', unit: '', columns: [choice('pot', 'Pot', pots(), noPot), words('name', 'What it is for')] },
      { name: 'Asked', unit: desk.unit(), columns: [money('amount', 'Amount')] },
      { name: 'More', unit: '', columns: [words('note', 'Note')] },
    ],
    mayAdd: () => round() !== undefined,
  };
  const bids = createItems(desk, bidList);
  const element = h(
    'div',
    null,
    h('p', { class: 'app-hint' }, HINT),
    grid.element,
    around,
    conditions,
    h('h3', { class: 'nhsuk-heading-s' }, bidList.name),
    bids.element,
  );

  function build() {
    const { plans, trajectories } = desk.planning();
    grid.build(
      'Planned position, and whether the plan meets the trajectories',
      [
        {
          name: 'Plan, before the fund',
          unit: desk.unit(),
          columns: [
            amountByCode('planning/plans', 'Position for the year', plans, { kind: 'money' }),
            answerByCode('planning/trajectories', 'Meets the trajectories', trajectories, YES_NO),
          ],
        },
      ],
      rowsBySide(plan.document, desk.identity, () => []),
    );
    around.replaceChildren(
      ...strays(plan.document, plans, 'planning/plans', 'the plans', withAmount, desk.takeOut),
      ...strays(plan.document, trajectories, 'planning/trajectories', 'the trajectories', () => '', desk.takeOut),
    );
    conditions.replaceChildren(...answers());
    bids.build();
  }

  function answers() {
    const { answers: given } = desk.planning();
    const asked = round()?.conditions ?? [];
    const others = Object.keys(given).filter((id) => !asked.some((one) => one.id === id));
    return [
      h(
        'div',
        { class: 'app-fields' },
        asked.map(({ id, rule }) =>
          field(
            rule.name,
            desk.choice(WORKED_OUT, `planning/answers/${id}`, answerText(given[id]), (value) => answer(given, id, value)),
            isVerified(rule) ? '' : 'Not verified',
          ),
        ),
      ),
      h('ul', { class: 'nhsuk-list app-hint' }, asked.map(({ rule }) => explanation(rule))),
      ...others.map((id) =>
        plainButton(
          `Take out the answer to “${id}”`,
          () => desk.takeOut(() => void delete given[id], `The answer to “${id}” was taken out.`),
          { 'data-path': `planning/answers/${id}` },
        ),
      ),
    ];
  }

  const pots = () => [
    { value: '', name: 'Not chosen' },
    ...(round()?.pots ?? []).map(({ id, rule }) => ({ value: id, name: rule.name })),
  ];

  return { element, build };
}

/** @param {string} pot */
const noPot = (pot) => ({ value: pot, name: `${pot}: no pot of this year` });

/** @param {string | null} amount */
const withAmount = (amount) => (amount ? `, which has ${amount},` : '');

/** @param {import('../../rules.js').Rule} rule */
const explanation = (rule) => h('li', null, h('strong', null, rule.name), ' ', statusTag(rule), ` ${rule.words}`);

const HINT =
  'Whether the plans meet what transformation funding asks for is worked out from these, unless you answer it yourself. No trajectory applies to an organisation without performance figures, unless it is answered here.';

/** @type {import('../field.js').Choice[]} */
const WORKED_OUT = [
  { value: '', name: 'As worked out' },
  { value: 'true', name: 'Yes' },
  { value: 'false', name: 'No' },
];
