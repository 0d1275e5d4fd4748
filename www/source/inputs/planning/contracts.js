/** @file The resources of the area, and the contracts between its commissioners and providers. */

import { h } from '../../element.js';
import { choice, choiceOrBlank, day, money, word, words } from './item-columns.js';
import { createItems } from './items.js';
import { organisationColumn } from './organisation-choices.js';

/** @typedef {import('../../../generated/engine.js').ResourceDocument} ResourceDocument */
/** @typedef {import('../../../generated/engine.js').ContractDocument} ContractDocument */

/**
 * @param {import('./desk.js').Desk} desk
 * @returns {import('./desk.js').Question}
 */
export function createContracts(desk) {
  /** @param {{ year: string }[]} before */
  const begin = (before) => ({ year: before.at(-1)?.year ?? desk.plan.document.year });

  /** @type {import('./items.js').List<ResourceDocument>} */
  const resourceList = {
    thing: 'resource',
    name: 'Resources of the area',
    place: 'planning/resources',
    most: 500,
    itemsOf: ({ resources }) => resources,
    within: (resources) => ({ resources }),
    begin,
    groups: () => [
      { name: 'What it is', unit: '', columns: [word('year', 'Year'), words('name', 'Name')] },
      { name: 'Money', unit: desk.unit(), columns: [money('amount', 'Amount')] },
    ],
  };

  /** @type {import('./items.js').List<ContractDocument>} */
  const contractList = {
    thing: 'contract',
    name: 'Contract register',
    place: 'planning/contracts',
    most: 2000,
    itemsOf: ({ contracts }) => contracts,
    within: (contracts) => ({ contracts }),
    begin,
    groups() {
      const { contracts } = desk.planning();
      return [
        {
          name: 'Between',
          unit: '',
          columns: [
            word('year', 'Year'),
            organisationColumn(desk, 'commissioner', 'Commissioner', 'Not chosen', contracts, 'commissioner'),
            organisationColumn(desk, 'provider', 'Provider', 'Not chosen', contracts, 'provider'),
            choice('known_to', 'Who knows of it', KNOWN_TO),
          ],
        },
        {
          name: 'Counted by',
          unit: desk.unit(),
          columns: [money('commissioner_amount', 'Commissioner'), money('provider_amount', 'Provider')],
        },
        {
          name: 'How far it is',
          unit: '',
          columns: [
            choiceOrBlank('status', 'Status', STATUSES),
            day('agreed_on', 'Agreed on'),
            words('note', 'Note'),
          ],
        },
      ];
    },
  };

  const resources = createItems(desk, resourceList);
  const contracts = createItems(desk, contractList);
  const element = h(
    'div',
    null,
    h('p', { class: 'app-hint' }, HINT),
    h('h3', { class: 'nhsuk-heading-s' }, resourceList.name),
    resources.element,
    h('h3', { class: 'nhsuk-heading-s' }, contractList.name),
    contracts.element,
  );
  return {
    element,
    build() {
      resources.build();
      contracts.build();
    },
  };
}

const HINT =
  'All amounts are positive. Years are written as in 2017/18, days as in 22/12/2016. You can paste a block from a spreadsheet: rows that are missing are added. Organisations are pasted by code or by name.';

/** @type {{ value: import('../../../generated/engine.js').KnownTo, name: string }[]} */
const KNOWN_TO = [
  { value: 'both', name: 'Both sides' },
  { value: 'commissioner', name: 'Commissioner only' },
  { value: 'provider', name: 'Provider only' },
];

/** @type {{ value: import('../../../generated/engine.js').ContractStatus, name: string }[]} */
const STATUSES = [
  { value: 'agreed', name: 'Agreed' },
  { value: 'in_negotiation', name: 'In negotiation' },
  { value: 'in_arbitration', name: 'In arbitration' },
];
