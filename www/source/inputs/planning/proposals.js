/** @file Changes that are proposed, each with all its ends. */

import { h } from '../../element.js';
import { amountByCode, strays } from '../by-organisation.js';
import { rowsBySide } from '../rows.js';
import { choice, money, words } from './item-columns.js';
import { createItems } from './items.js';
import { whole } from './whole.js';

/** @typedef {import('../../../generated/engine.js').ProposalDocument} ProposalDocument */

/**
 * @param {import('./desk.js').Desk} desk
 * @returns {import('./desk.js').Question}
 */
export function createProposals(desk) {
  const { plan } = desk;

  /** @type {import('./items.js').List<ProposalDocument>} */
  const list = {
    thing: 'proposal',
    name: 'Proposals',
    place: 'planning/proposals',
    most: 500,
    itemsOf: ({ proposals }) => proposals,
    within: (proposals) => ({ proposals }),
    groups: () => [
      {
        name: 'Proposal',
        unit: '',
        columns: [words('name', 'Name', { reshapes: true }), choice('kind', 'Kind', KINDS)],
      },
      { name: 'Outside', unit: desk.unit(), columns: [money('outside', 'Effect on others', 'none is named')] },
      { name: 'More', unit: '', columns: [words('note', 'Note')] },
    ],
  };
  const proposals = createItems(desk, list);
  const grid = desk.grid('Effects of each proposal');
  const sums = h('div');
  const effects = h('div', null, h('h3', { class: 'nhsuk-heading-s' }, 'What each does to whom'), grid.element, sums);
  const element = h('div', null, h('p', { class: 'app-hint' }, HINT), proposals.element, effects);

  function build() {
    proposals.build();
    const all = desk.planning().proposals;
    effects.hidden = all.length === 0;
    grid.build(
      'What each proposal does to the position of each organisation',
      [{ name: 'Effect', unit: desk.unit(), hint: 'Better positive, worse in brackets. Blank: not touched', columns: all.map(column) }],
      rowsBySide(plan.document, desk.identity, () => []),
    );
    sums.replaceChildren(...all.flatMap(together));
  }

  /** @param {ProposalDocument} proposal @param {number} index */
  const column = (proposal, index) =>
    amountByCode(effectsOf(index), nameOf(proposal, index), proposal.effects, { kind: 'money', blank: 'not touched' });

  /** @param {ProposalDocument} proposal @param {number} index */
  const together = (proposal, index) => [
    whole(effectsOf(index), `${nameOf(proposal, index)}, all its effects`),
    ...strays(plan.document, proposal.effects, effectsOf(index), `proposal ${index + 1}`, withAmount, desk.takeOut),
  ];

  return { element, build };
}

/** @param {number} index */
const effectsOf = (index) => `planning/proposals/${index}/effects`;

/** @param {ProposalDocument} proposal @param {number} index */
const nameOf = ({ name }, index) => (name.trim() === '' ? `Proposal ${index + 1}` : `Proposal ${index + 1}, ${name.trim()}`);

/** @param {string | null} amount */
const withAmount = (amount) => (amount ? `, which changes by ${amount},` : '');

const HINT =
  'Say what each does to everybody’s position: only then is it seen what is saved, and what is only moved. Enter 0 for those that it touches and does not change. A risk is relief to one, and somebody else bears it.';

/** @type {{ value: import('../../../generated/engine.js').ProposalKind, name: string }[]} */
const KINDS = [
  { value: 'saving', name: 'Saving' },
  { value: 'contract_change', name: 'Change of a contract' },
  { value: 'flex', name: 'Flex of control totals' },
  { value: 'risk_transfer', name: 'Risk handed over' },
];
