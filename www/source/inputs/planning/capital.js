/** @file Capital bids, and the capital of each year. */

import { h } from '../../element.js';
import { roundOf } from '../../rules.js';
import { enter } from '../column.js';
import { field } from '../field.js';
import { adder } from './adder.js';
import { choice, entry, word, words } from './item-columns.js';
import { createItems, nextCode } from './items.js';
import { organisationColumn } from './organisation-choices.js';

/** @typedef {import('../../../generated/engine.js').CapitalBidDocument} CapitalBidDocument */
/** @typedef {import('../column.js').Column<CapitalBidDocument>} Column */

/**
 * @param {import('./desk.js').Desk} desk
 * @returns {import('./desk.js').Question}
 */
export function createCapital(desk) {
  const own = () => desk.planning().capital;

  /** @type {import('./items.js').List<CapitalBidDocument>} */
  const list = {
    thing: 'capital bid',
    name: 'Capital bids',
    place: 'planning/capital/bids',
    most: 60,
    itemsOf: ({ capital }) => capital.bids,
    within: (bids) => ({ capital: { bids } }),
    begin: (before) => ({ code: nextCode('B', before) }),
    groups: () => [
      {
        name: 'Bid',
        unit: '',
        columns: [
          word('code', 'Code'),
          words('name', 'What it is for'),
          organisationColumn(desk, 'owner', 'Who bids', 'Nobody in particular', own().bids),
        ],
      },
      { name: 'Amount in', unit: desk.unit(), hint: 'Blank: nothing is asked', columns: years().map(amountOf) },
      {
        name: 'How it is weighed',
        unit: '',
        columns: [
          entry('score', SCORES[own().worth], 'share'),
          mustDo,
          word('needs', 'Needs the bids'),
          choice('status', 'Status', STATUSES),
          words('note', 'Note'),
        ],
      },
    ],
  };
  const bids = createItems(desk, list);
  const fields = h('div', { class: 'app-fields' });
  const naming = adder('Another year', 'Such as 2019/20', 'Add this year', addYear);
  const element = h('div', null, h('p', { class: 'app-hint' }, HINT), fields, naming, bids.element);

  /** The round's, else the plan's, and those that the plan names. */
  function years() {
    const { year } = desk.plan.document;
    const named = [own().envelope, ...own().bids.map(({ amounts }) => amounts)].flatMap((values) => Object.keys(values));
    return [...new Set([...(roundOf(year)?.years ?? [year]), ...named])].sort();
  }

  function build() {
    const capital = own();
    fields.replaceChildren(
      ...years().map((year) =>
        desk.amount(`Capital of ${year}`, `planning/capital/envelope/${year}`, capital.envelope[year], (value) =>
          enter(capital.envelope, year, value),
        ),
      ),
      field(
        'Scores are',
        desk.choice(WORTHS, 'planning/capital/worth', capital.worth, (value) => {
          capital.worth = value === 'ratio' ? 'ratio' : 'points';
          desk.plan.shapeChanged();
        }),
      ),
    );
    bids.build();
  }

  /** @param {string} year */
  function addYear(year) {
    const { envelope } = own();
    desk.putIn(() => (envelope[year] ??= null), `planning/capital/envelope/${year}`);
  }

  return { element, build };
}

/** @param {string} year @returns {Column} */
const amountOf = (year) => ({
  place: `amounts/${year}`,
  name: year,
  kind: 'money',
  blank: 'nothing is asked',
  read: ({ amounts }) => amounts[year] ?? '',
  write: ({ amounts }, text) => enter(amounts, year, text),
});

/** @type {Column} */
const mustDo = {
  place: 'must_do',
  name: 'Has to be done',
  kind: 'choice',
  choices: [
    { value: 'false', name: 'No' },
    { value: 'true', name: 'Yes' },
  ],
  read: (bid) => String(bid.must_do),
  write: (bid, text) => void (bid.must_do = text === 'true'),
};

const HINT =
  'All amounts are positive. Give each bid a short code of your own: a bid that can’t do without others names their codes, with commas between.';

const SCORES = { points: 'Points', ratio: 'Benefits by cost' };

/** @type {import('../field.js').Choice[]} */
const WORTHS = [
  { value: 'points', name: 'Points' },
  { value: 'ratio', name: 'Benefits as a multiple of the cost' },
];

/** @type {{ value: import('../../../generated/engine.js').CapitalStatus, name: string }[]} */
const STATUSES = [
  { value: 'bid', name: 'Bid' },
  { value: 'approved', name: 'Approved' },
  { value: 'withdrawn', name: 'Withdrawn' },
];
