// What another year does to a plan, worked out without a page.
import { expect, test } from '@playwright/test';
import { askedOf } from '../source/inputs/asked.js';
import { yearSwitch } from '../source/inputs/year-switch.js';
import { openRuleBook } from '../source/rules.js';

const organisation = (side, fields) => ({
  side,
  control_total: { amount: null, basis: 'before_fund', profile: {}, spread: null },
  revisions: [],
  allocation: {},
  accepted: null,
  answers: {},
  amounts: {},
  actual: {},
  forecast: null,
  forecasts: {},
  agreed_improvement: null,
  bonus: null,
  resource_limit: null,
  performance: {},
  ...fields,
});

const measure = (fields) => ({
  quarters: {},
  last_year: {},
  trajectory: {},
  appeals: {},
  march: { attendances: null, breaches: null },
  milestones: {},
  note: '',
  ...fields,
});

/** Nothing of a planning round. */
const unplanned = {
  today: null,
  dates: {},
  partnership: null,
  resources: [],
  contracts: [],
  plans: {},
  trajectories: {},
  answers: {},
  bids: [],
  proposals: [],
  envelope: { amount: null, method: 'priorities', programmes: [] },
  council: [],
  capital: { envelope: {}, worth: 'points', bids: [] },
};

/** From one year to another, with these organisations. */
function between(before, after, organisations, fields = {}) {
  const document = { title: '', as_at: null, changes: {}, fund: '', amounts: {}, answers: {}, flexes: [], planning: unplanned, organisations, ...fields };
  const was = { year: before, asked: askedOf({ ...document, year: before }) };
  const now = { ...document, year: after };
  return yearSwitch(now, { before: was, after: askedOf(now) }, ({ side }) => side);
}

test.beforeAll(openRuleBook);

test('nothing is missing of a plan without organisations', () => {
  expect(between('2017/18', '2016/17', [])).toEqual({ renamed: '', carried: [], missing: [], toSet: [], kept: [], toMend: [] });
});

test('what the same fund asks in both years carries over', () => {
  const provider = organisation('provider', { allocation: { STF: '1' }, accepted: true, forecast: '5' });
  const { carried, missing, kept } = between('2016/17', '2017/18', [provider]);
  expect(carried).toEqual(['forecasts', 'allocations of the STF', 'whether the control total is accepted']);
  expect(missing).toEqual(['whom A&E four-hour standard applies to']);
  expect(kept).toEqual([]);
});

test('conditions that are asked are missing, for the sides that the fund pays', () => {
  const both = [organisation('provider'), organisation('commissioner'), organisation('provider', { answers: { carter: false } })];
  const { missing } = between('2017/18', '2016/17', both);
  expect(missing).toContain('“Productivity milestones in the plan”, yes or no (1 organisation)');
  expect(missing).toContain('“Agency spending milestones in the plan”, yes or no (2 organisations)');
});

test('an allocation that is worked out is not asked for, and counts nothing where it stands', () => {
  const board = organisation('commissioner', { allocation: { CSF: '5' } });
  const { missing, kept } = between('2017/18', '2018/19', [board]);
  expect(missing).toEqual(['whom A&E four-hour standard applies to']);
  expect(kept).toEqual(['allocations of the CSF (1 organisation)']);
});

test('an allocation for deficits says so', () => {
  const { missing } = between('2018/19', '2019/20', [organisation('provider')]);
  expect(missing).toContain('allocations of the FRF, where the control total is a deficit (1 organisation)');
});

test('everything of the fund is kept in a year without one', () => {
  const provider = organisation('provider', {
    allocation: { STF: '1' },
    accepted: false,
    answers: { carter: true },
    agreed_improvement: '1',
    bonus: '1',
    performance: { rtt: measure({ trajectory: { Q1: '90%' }, appeals: { Q1: false } }) },
  });
  const { carried, missing, kept, renamed } = between('2016/17', '2022/23', [provider], { changes: { 'stf-2016-17:system_share': '5%' } });
  expect(carried).toEqual([]);
  expect(missing).toEqual([]);
  expect(renamed).toBe('What was called the control total is called the financial plan.');
  expect(kept).toEqual([
    'allocations of the STF (1 organisation)',
    'whether the financial plan is accepted (1 organisation)',
    '“Productivity milestones in the plan”, yes or no (1 organisation)',
    'agreed improvements (1 organisation)',
    'bonuses (1 organisation)',
    'trajectories of Treatment within 18 weeks (1 organisation)',
    'appeals of Treatment within 18 weeks (1 organisation)',
    'changes to other rules (1)',
  ]);
});

test('what the rules leave open is to be set, until it is', () => {
  const settled = { changes: { 'dsf-2025-26:by_forecast': 'yes' } };
  expect(between('2024/25', '2025/26', [organisation('provider')]).toSet).toEqual(['Choice of forecast or position to date (DSF)']);
  const { toSet, missing } = between('2024/25', '2025/26', [organisation('provider')], settled);
  expect(toSet).toEqual([]);
  expect(missing).toContain('forecasts by quarter (1 organisation)');
});

test('dates and a title of the old year are to be put right, and others are not', () => {
  const dated = (from) => organisation('provider', { revisions: [{ from }] });
  const { toMend } = between('2017/18', '2018/19', ['2018-03-31', '2018-04-01', 'soon', null].map(dated), {
    title: 'Plan for 2017/18',
    as_at: '2017-10-15',
  });
  expect(toMend).toEqual([
    'revised control totals dated outside 2018/19 (1 organisation): errors until they are dated in it or removed',
    'the plan’s date, 2017-10-15, which is not in 2018/19',
    'the title, which says 2017/18',
  ]);
  expect(between('2017/18', '2017/18', [dated('2019-01-01')], { title: '2017/18' }).toMend).toEqual([]);
});

test('entries of statements carry over where the rules ask for them, and are kept where they do not', () => {
  const provider = organisation('provider', { amounts: { accounts_surplus: '1', contract_value: '2' }, answers: { segment_1_or_2: false } });
  const board = organisation('commissioner', { amounts: { accounts_surplus: '1' } });
  const fields = { amounts: { fair_share: '1' }, flexes: [{ from: 'Q1', moves: {}, note: '' }] };
  const { carried, missing, kept } = between('2017/18', '2024/25', [provider, board], fields);
  expect(carried).toEqual([
    'entries for “From the accounts to the control total\'s basis”',
    'entries for “Capital bonus or cut”',
    'flexes',
  ]);
  expect(missing.filter((words) => words.startsWith('entries'))).toEqual([]);
  expect(kept).toEqual([
    'entries for “From the accounts to the control total\'s basis” (1 organisation)',
    'entries for “Quality payments (CQUIN)” (1 organisation)',
    'entries for “Oversight override” (1 organisation)',
  ]);
});

test('a planning round carries over, and transformation funding only to a year of the round', () => {
  const planning = { ...unplanned, today: '2016-12-01', bids: [{ pot: 'cancer', name: '', amount: null, note: '' }] };
  const bids = 'plans, answers and bids for transformation funding';
  const within = between('2017/18', '2018/19', [organisation('provider')], { planning });
  expect(within.carried).toEqual(expect.arrayContaining(['the planning round', bids]));
  const beyond = between('2017/18', '2019/20', [organisation('provider')], { planning });
  expect(beyond.carried).toContain('the planning round');
  expect(beyond.carried).not.toContain(bids);
  expect(beyond.kept).toContain(bids);
});
