/** @file The envelope, and the programmes of care that have to fit into it. */

import { h } from '../../element.js';
import { amountByCode, strays } from '../by-organisation.js';
import { entryOf } from '../column.js';
import { field } from '../field.js';
import { rowsBySide } from '../rows.js';
import { entry, money, words } from './item-columns.js';
import { createItems, nextCode } from './items.js';
import { organisationColumn } from './organisation-choices.js';
import { whole } from './whole.js';

/** @typedef {import('../../../generated/engine.js').ProgrammeDocument} ProgrammeDocument */

/**
 * @param {import('./desk.js').Desk} desk
 * @returns {import('./desk.js').Question}
 */
export function createProgrammes(desk) {
  const { plan } = desk;

  /** @type {import('./items.js').List<ProgrammeDocument>} */
  const list = {
    thing: 'programme',
    name: 'Programmes',
    place: 'planning/envelope/programmes',
    most: 500,
    itemsOf: ({ envelope }) => envelope.programmes,
    within: (programmes) => ({ envelope: { programmes } }),
    begin: (before) => ({ code: nextCode('P', before) }),
    groups: () => [
      {
        name: 'Programme',
        unit: '',
        columns: [
          words('code', 'Code', { kind: 'word', reshapes: true }),
          words('name', 'Name'),
          organisationColumn(desk, 'owner', 'Who spends it', 'Nobody in particular', desk.planning().envelope.programmes),
        ],
      },
      {
        name: 'Money',
        unit: desk.unit(),
        columns: [
          money('budget', 'Budget'),
          money('floor', 'Floor', 'no floor'),
          money('cap', 'Cap', 'no more than its budget'),
        ],
      },
      {
        name: 'More',
        unit: '',
        columns: [entry('priority', 'Priority', 'count', 'comes after all others'), words('note', 'Note')],
      },
    ],
  };
  const programmes = createItems(desk, list);
  const grid = desk.grid('Shares of a cut that land on others');
  const fields = h('div', { class: 'app-fields' });
  const sums = h('div');
  const shares = h('div', null, h('h3', { class: 'nhsuk-heading-s' }, 'Whom a cut lands on'), grid.element, sums);
  const element = h('div', null, h('p', { class: 'app-hint' }, HINT), fields, programmes.element, shares);

  function build() {
    const { envelope } = desk.planning();
    fields.replaceChildren(
      desk.amount(
        'The envelope',
        'planning/envelope/amount',
        envelope.amount,
        (value) => (envelope.amount = entryOf(value)),
        'Blank: the resources of the plan’s year',
      ),
      field(
        'How programmes are fitted into it',
        desk.choice(METHODS, 'planning/envelope/method', envelope.method, (value) => {
          envelope.method = value === 'least_change' ? 'least_change' : 'priorities';
        }),
      ),
    );
    programmes.build();
    shares.hidden = envelope.programmes.length === 0;
    grid.build(
      'What share of a cut to each programme lands on which organisation',
      [{ name: 'Share', unit: '', hint: 'Such as 40%. Blank: nothing lands there', columns: envelope.programmes.map(column) }],
      rowsBySide(plan.document, desk.identity, () => []),
    );
    sums.replaceChildren(...envelope.programmes.flatMap(together));
  }

  /** @param {ProgrammeDocument} programme @param {number} index */
  const column = (programme, index) =>
    amountByCode(sharesOf(index), nameOf(programme, index), programme.passed_on, { kind: 'share' });

  /** @param {ProgrammeDocument} programme @param {number} index */
  const together = (programme, index) => [
    whole(sharesOf(index), `${nameOf(programme, index)}, all its shares`),
    ...strays(plan.document, programme.passed_on, sharesOf(index), `programme ${index + 1}`, withShare, desk.takeOut),
  ];

  return { element, build };
}

/** @param {number} index */
const sharesOf = (index) => `planning/envelope/programmes/${index}/passed_on`;

/** @param {ProgrammeDocument} programme @param {number} index */
const nameOf = ({ code }, index) => (code.trim() === '' ? `Programme ${index + 1}` : code.trim());

/** @param {string | null} share */
const withShare = (share) => (share ? `, on which ${share} lands,` : '');

const HINT =
  'All amounts are positive. The floor is the least that a programme can do with, the cap the most that it may have. Priority 1 comes first. Give each programme a short code of your own.';

/** @type {import('../field.js').Choice[]} */
const METHODS = [
  { value: 'priorities', name: 'By priorities' },
  { value: 'least_change', name: 'With the least change' },
];
