// What an area decides in a planning round, as it is entered.
import AxeBuilder from '@axe-core/playwright';
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { openPlan, organisation, planOfCases } from './made-up-plan.mjs';
import { at, chooseYear, handedOver, paste, saved, tabTo } from './page.mjs';

const QUESTIONS = [
  'Days and partnership',
  'Resources and contracts',
  'Transformation funding',
  'Proposals: saved or only moved',
  'Programmes and the envelope',
  'Social-care memo',
  'Capital bids',
];

const planOf = (planning, others) => planOfCases({ ...(planning && { planning }), ...others });

const inputs = (page) => page.locator('#planning');
const summary = (page, name) => inputs(page).locator('summary', { hasText: name });
const fold = (page, name) => inputs(page).locator('details', { has: page.locator('summary', { hasText: name }) });
const reading = (page, name) => fold(page, name).locator('.app-reading').filter({ visible: true });
const problems = (page) => page.locator('#problems');

/** Unfolds a question as a user without a mouse does. */
async function unfold(page, name) {
  await summary(page, name).focus();
  await page.keyboard.press('Enter');
  await expect(fold(page, name)).toHaveAttribute('open', '');
}

/** Presses a button by keyboard. */
async function press(page, name) {
  const button = inputs(page).getByRole('button', { name, exact: true });
  await button.focus();
  await page.keyboard.press('Enter');
}

/** Goes on to an input by Tab and types. */
async function type(page, path, text) {
  await tabTo(page, at(page, path));
  await page.keyboard.type(text);
}

/** An area with a full round. */
const example = async () =>
  JSON.parse(await readFile(new URL('../examples/lancashire-and-south-cumbria.json', import.meta.url), 'utf8'));

/** What the engine answers to each question. */
async function answers(page) {
  const { text } = await handedOver(page, 'Save the answer to a file');
  const { answer } = JSON.parse(text);
  return Object.fromEntries(answer.planning.map(({ question, words }) => [question, words]));
}

test('is there once there is an area, each question folded until it is opened', async ({ page }) => {
  await openPlan(page, planOf(undefined, { organisations: [] }));
  await expect(inputs(page)).toBeHidden();
  await openPlan(page, planOf());
  await expect(inputs(page).locator('summary')).toHaveText(QUESTIONS);
  await expect(inputs(page).locator('details[open]')).toHaveCount(0);
  await expect(inputs(page).locator('input, select')).toHaveCount(0);
  await openPlan(page, planOf({ council: [{ name: 'Fees' }] }));
  // What is entered is said, and stays folded: a whole round is long.
  await expect(inputs(page).locator('details[open]')).toHaveCount(0);
  await expect(inputs(page).locator('summary').filter({ hasText: 'entered' })).toHaveText(['Social-care memo, entered']);
  await expect(inputs(page).locator('input, select')).toHaveCount(0);
  await openPlan(page, planOf({ council: [{ name: 'Fees' }] }, { organisations: [] }));
  await expect(inputs(page)).toBeVisible();
});

test('leads from what is missing to the question that it is folded into', async ({ page }) => {
  await openPlan(page, planOf({ resources: [{ year: '2017/18', name: 'Allocation', amount: '60' }] }));
  const eligibility = page.getByRole('region', { name: 'Eligibility to take on a system control total' });
  await eligibility.getByRole('button').first().click();
  await page.locator('.needs').getByRole('button', { name: 'Contracts of 2017/18' }).click();
  await expect(fold(page, 'Resources and contracts')).toHaveAttribute('open', '');
  await expect(at(page, 'planning/contracts')).toHaveText('Add a contract');
  await expect(at(page, 'planning/contracts')).toBeFocused();
  await expect(inputs(page).locator('details[open]')).toHaveCount(1);
});

test('takes days and the form of the partnership, beside the days as published', async ({ page }) => {
  await openPlan(page, planOf());
  await unfold(page, 'Days and partnership');
  await expect(at(page, 'planning/dates/contracts')).toHaveAccessibleDescription('Published: 2016-12-23. Blank: this day counts');
  await expect(at(page, 'planning/dates/capital_decisions')).toHaveAccessibleDescription('Blank: not known');
  await expect(fold(page, 'Days and partnership').getByRole('listitem')).toHaveText([
    /^A forum for shared decisions.*binds nobody by itself/,
    /^An implementation partnership.*for its own control total and for the system's/,
    /^An integrated system.*one combined budget/,
  ]);
  await type(page, 'planning/today', '2016-12-01');
  await type(page, 'planning/partnership', 'An int');
  await type(page, 'planning/dates/contracts', '2016-12-20');
  await tabTo(page, inputs(page).getByLabel('A day of your own: its name'));
  await page.keyboard.type('Boards meet');
  await page.keyboard.press('Enter');
  await expect(at(page, 'planning/dates/Boards meet')).toBeFocused();
  await page.keyboard.type('2016-12-05');
  expect(await answers(page)).toMatchObject({ partnership: expect.stringMatching(/^As one integrated system under one budget/) });
  const { plan } = await saved(page);
  expect(plan.planning).toMatchObject({
    today: '2016-12-01',
    partnership: 'integrated_system',
    dates: { contracts: '2016-12-20', 'Boards meet': '2016-12-05' },
  });
  await press(page, 'Remove “Boards meet”');
  await expect(at(page, 'planning/dates/Boards meet')).toHaveCount(0);
  await expect(inputs(page).getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(at(page, 'planning/dates/Boards meet')).toHaveValue('2016-12-05');
});

test('reads days as they are written in the United Kingdom, the day first', async ({ page }) => {
  await openPlan(page, planOf({ contracts: [{ year: '2017/18' }] }));
  await unfold(page, 'Days and partnership');
  await unfold(page, 'Resources and contracts');
  const today = at(page, 'planning/today');
  const agreed = at(page, 'planning/contracts/0/agreed_on');
  for (const [typed, day] of [
    ['22/12/2016', '2016-12-22'],
    ['22/12/16', '2016-12-22'],
    ['22.12.2016', '2016-12-22'],
    ['22 December 2016', '2016-12-22'],
    ['22 Dec 2016', '2016-12-22'],
    ['22-Dec-16', '2016-12-22'],
    ['4/3/2017', '2017-03-04'],
    ['29/02/2016', '2016-02-29'],
    [' 2016-12-22', '2016-12-22'],
  ]) {
    for (const input of [today, agreed]) {
      await input.fill('');
      await input.focus();
      await page.keyboard.type(typed);
      // The plan has it at once, and the input when it is done with.
      await expect(input).toHaveValue(typed);
      await expect(input).not.toHaveAttribute('aria-invalid');
      await page.keyboard.press('Tab');
      await expect(input).toHaveValue(day);
    }
  }
  await agreed.fill('22/12/16');
  await expect(reading(page, 'Resources and contracts').last()).toContainText('read as 22 December 2016');
  expect((await saved(page)).plan.planning).toMatchObject({ today: '2016-12-22', contracts: [{ agreed_on: '2016-12-22' }] });
});

test('never takes the month first, and leaves what is no day as it was typed', async ({ page }) => {
  await openPlan(page, planOf({ contracts: [{ year: '2017/18' }] }));
  await unfold(page, 'Days and partnership');
  await unfold(page, 'Resources and contracts');
  for (const typed of ['12/22/2016', '31/02/2017', '22-12-16', '22/12', 'soon']) {
    for (const path of ['planning/today', 'planning/contracts/0/agreed_on']) {
      const input = at(page, path);
      await input.fill('');
      await input.focus();
      await page.keyboard.type(typed);
      await page.keyboard.press('Tab');
      await expect(input).toHaveValue(typed);
      await expect(input).toHaveAccessibleDescription(
        new RegExp(`“${typed}” is not a date\\. Write it as 2017-12-31 or, on the page, as 31/12/2017: the day first\\.`),
      );
    }
    await at(page, 'planning/contracts/0/agreed_on').focus();
    await expect(reading(page, 'Resources and contracts').last()).toContainText(
      `not read: “${typed}” is not a date. Write it as 31/12/2017 or 2017-12-31.`,
    );
  }
});

test('refuses a second day of one name', async ({ page }) => {
  await openPlan(page, planOf({ dates: { 'Boards meet': '2016-12-05' } }));
  await unfold(page, 'Days and partnership');
  const name = inputs(page).getByLabel('A day of your own: its name');
  await name.fill('contracts');
  await name.press('Enter');
  await expect(inputs(page).getByRole('status').filter({ hasText: 'There is a day of this name already' })).toBeVisible();
  await expect(at(page, 'planning/dates/contracts')).toBeFocused();
  expect((await saved(page)).plan.planning.dates).toEqual({ 'Boards meet': '2016-12-05' });
});

test('takes resources and contracts', async ({ page }) => {
  await openPlan(page, planOf());
  await unfold(page, 'Resources and contracts');
  for (const [index, year] of ['2017/18', '2018/19'].entries()) {
    await press(page, 'Add a resource');
    const first = at(page, `planning/resources/${index}/year`);
    await expect(first).toBeFocused();
    await expect(first).toHaveValue('2017/18');
    await first.fill(year);
    await type(page, `planning/resources/${index}/amount`, '100');
  }
  await expect(reading(page, 'Resources and contracts').first()).toContainText('read as £m 100');
  for (const [index, year] of ['2017/18', '2018/19'].entries()) {
    await press(page, 'Add a contract');
    const path = (field) => `planning/contracts/${index}/${field}`;
    await expect(at(page, path('year'))).toBeFocused();
    await at(page, path('year')).fill(year);
    await type(page, path('commissioner'), 'B1');
    await type(page, path('provider'), 'A1');
    await type(page, path('commissioner_amount'), '60');
    await type(page, path('provider_amount'), '61');
    await type(page, path('status'), 'Agreed');
    await type(page, path('agreed_on'), '2016-12-20');
    await type(page, path('note'), 'Signed');
  }
  expect(await answers(page)).toMatchObject({
    contracts: expect.stringMatching(/^In each of 2017\/18 and 2018\/19 providers count £1\.0m more in contracts than commissioners do/),
    eligibility: expect.stringMatching(/^The area may take on a system control total: all the contracts entered for 2017\/18 and 2018\/19 were agreed in time/),
  });
  const { plan } = await saved(page);
  expect(plan.planning.contracts[1]).toMatchObject({
    year: '2018/19',
    commissioner: 'B1',
    provider: 'A1',
    commissioner_amount: '60',
    provider_amount: '61',
    status: 'agreed',
    agreed_on: '2016-12-20',
    note: 'Signed',
  });
});

test('takes a register from a spreadsheet, adds its rows, and takes them back', async ({ page }) => {
  await openPlan(page, planOf());
  await unfold(page, 'Resources and contracts');
  await press(page, 'Add a contract');
  await paste(page, '2017/18\tb1\tFirst trust\tBoth sides\t60\t61\tagreed\t2016-12-20\r\n2018/19\tB1\ta1\tprovider\t\t61\tIn negotiation\r\n2019/20\tB1\tNobody\r\n');
  await expect(inputs(page).getByRole('status').filter({ hasText: '18 cells filled.' })).toContainText(
    '1 value not found among the choices there, and kept as pasted: “Nobody”.',
  );
  await expect(at(page, 'planning/contracts/0/year')).toBeFocused();
  await expect(at(page, 'planning/contracts/1/provider')).toHaveValue('A1');
  expect((await saved(page)).plan.planning.contracts).toMatchObject([
    {
      year: '2017/18',
      commissioner: 'B1',
      provider: 'A1',
      commissioner_amount: '60',
      provider_amount: '61',
      status: 'agreed',
      agreed_on: '2016-12-20',
    },
    { year: '2018/19', commissioner: 'B1', provider: 'A1', known_to: 'provider', provider_amount: '61', status: 'in_negotiation' },
    { year: '2019/20', commissioner: 'B1', provider: 'Nobody' },
  ]);
  await inputs(page).getByRole('button', { name: 'Undo paste' }).click();
  await expect(at(page, 'planning/contracts/0/year')).toBeFocused();
  expect((await saved(page)).plan.planning.contracts).toMatchObject([{ year: '2017/18', commissioner: '', provider_amount: null }]);
});

/** What is said of the last paste. */
const told = (page) => inputs(page).getByRole('status').filter({ hasText: 'filled' });

const REGISTER = [
  'Year\tPurchaser\tProvider\tKnown to\tPurchaser’s value £m\tProvider’s value £m\tState\tSigned on',
  '2017/18\tBOARD\tFirst  trust\tBoth sides\t60\t61\tAgreed\t20/12/2016',
  '\t\t\t\t\t\t\t',
  '2018/19\tb1\tfirst trust (A1)\tBoth sides\t60\tsixty\tAgreed\t12/22/2016',
  '2018/19\tB1\tFirst trust Ltd\tBoth sides\ttbc\ttbc\tAgreed\t21-Dec-16',
  '',
  '',
];

test('takes a register with its headings, blank lines and days, and says what it can’t use', async ({ page }) => {
  await openPlan(page, planOf());
  await unfold(page, 'Resources and contracts');
  await press(page, 'Add a contract');
  await paste(page, REGISTER.join('\r\n'));
  await expect(told(page)).toHaveText(
    '24 cells filled. 1 row of headings left out. 2 blank rows left out. ' +
      '1 value not found among the choices there, and kept as pasted: “First trust Ltd”. ' +
      '4 cells can’t be read or used as pasted. The first is “sixty” in Contract 2: Counted by, Provider, £m.',
  );
  await expect(at(page, 'planning/contracts/2/provider').locator('option:checked')).toHaveText('First trust Ltd: not in the plan');
  await expect(at(page, 'planning/contracts/2/provider')).toHaveAccessibleDescription(/There is no organisation “First trust Ltd” in the plan\./);
  const { contracts } = (await saved(page)).plan.planning;
  expect(contracts).toHaveLength(3);
  expect(contracts).toMatchObject([
    { commissioner: 'B1', provider: 'A1', provider_amount: '61', agreed_on: '2016-12-20' },
    { commissioner: 'B1', provider: 'A1', provider_amount: 'sixty', agreed_on: '12/22/2016' },
    { commissioner: 'B1', provider: 'First trust Ltd', provider_amount: 'tbc', agreed_on: '2016-12-21' },
  ]);
});

test('takes the grid’s own headings, in two rows, for headings', async ({ page }) => {
  await openPlan(page, planOf());
  await unfold(page, 'Capital bids');
  await press(page, 'Add a capital bid');
  await paste(page, 'Bid\t\t\tAmount in\t\nCode\tWhat it is for\tWho bids\t2017/18\t2018/19\nMRI\tScanner\tA1\t3\t4\n');
  await expect(told(page)).toHaveText('5 cells filled. 2 rows of headings left out.');
  await press(page, 'Close');
  await expect(told(page)).toBeHidden();
  await expect(at(page, 'planning/capital/bids/0/code')).toBeFocused();
  expect((await saved(page)).plan.planning.capital.bids).toMatchObject([{ code: 'MRI', owner: 'A1', amounts: { '2017/18': '3', '2018/19': '4' } }]);
});

test('takes a heading row in which the names of both sides are there twice', async ({ page }) => {
  await openPlan(page, planOf());
  await unfold(page, 'Resources and contracts');
  await press(page, 'Add a contract');
  await paste(
    page,
    'Year\tCommissioner\tProvider\tWho knows of it\tCommissioner\tProvider\tStatus\tDate agreed\tNote\n' +
      '2017/18\tB1\tA1\tBoth sides\t60\t61\tAgreed\t20/12/2016\tSigned\n',
  );
  await expect(told(page)).toHaveText('9 cells filled. 1 row of headings left out.');
  expect((await saved(page)).plan.planning.contracts).toMatchObject([{ year: '2017/18', commissioner: 'B1', note: 'Signed' }]);
});

test('keeps a pasted choice that is none of them, marked, until it is put right', async ({ page }) => {
  await openPlan(page, planOf());
  await unfold(page, 'Social-care memo');
  await press(page, 'Add a line');
  await paste(page, 'New precept\tCouncil source\t4,000\nFees\tpressure\t3\n');
  await expect(told(page)).toHaveText('6 cells filled. 1 value not found among the choices there, and kept as pasted: “Council source”.');
  const kind = at(page, 'planning/council/0/kind');
  await expect(kind.locator('option:checked')).toHaveText('Council source: not one of these');
  await expect(kind).toHaveAccessibleDescription(/“Council source” is not one of the choices here\./);
  await expect(problems(page)).toContainText('Line 1: Line, Kind: “Council source” is not one of the choices here.');
  await expect(at(page, 'planning/council/1/kind')).toHaveValue('pressure');
  // Another unit would be written without it.
  await page.getByLabel('Amounts in').selectOption({ label: '£000 (thousands)' });
  await expect(page.getByLabel('Amounts in')).toHaveValue('millions');
  // Nor is it lost with what is taken back.
  await press(page, 'Remove Line 2');
  await press(page, 'Undo');
  await expect(at(page, 'planning/council/1/kind')).toHaveValue('pressure');
  await expect(kind.locator('option:checked')).toHaveText('Council source: not one of these');
  await kind.selectOption({ label: 'The council’s own source' });
  await expect(kind).not.toHaveAttribute('aria-invalid');
  await expect(problems(page)).not.toContainText('choices');
});

test('keeps what is none of the choices of a contract, a proposal and bids', async ({ page }) => {
  await openPlan(page, planOf());
  for (const [question, button, block, path] of [
    ['Resources and contracts', 'Add a contract', '2017/18\tB1\tA1\tEverybody\t1\t1\tDone\n2017/18\n', 'contracts/0/known_to'],
    ['Proposals: saved or only moved', 'Add a proposal', 'Pathology\tMerger\n', 'proposals/0/kind'],
    ['Capital bids', 'Add a capital bid', 'B1\tScanner\t\t1\t1\t5\tNo\t\tHoped for\n', 'capital/bids/0/status'],
    ['Transformation funding', 'Add a bid', 'Diabetics\tClinics\t2\n', 'bids/0/pot'],
  ]) {
    await unfold(page, question);
    await press(page, button);
    await paste(page, block);
    await expect(at(page, `planning/${path}`)).toHaveAttribute('aria-invalid', 'true');
  }
  await expect(at(page, 'planning/contracts/0/status')).toHaveAttribute('aria-invalid', 'true');
  await expect(at(page, 'planning/bids/0/pot').locator('option:checked')).toHaveText('Diabetics: no pot of this year');
  expect((await saved(page)).plan.planning).toMatchObject({
    contracts: [{ known_to: 'Everybody', status: 'Done' }, {}],
    proposals: [{ kind: 'Merger' }],
    capital: { bids: [{ status: 'Hoped for' }] },
    bids: [{ pot: 'Diabetics' }],
  });
});

test('says how many lines a list takes, where more are pasted', async ({ page }) => {
  await openPlan(page, planOf());
  await unfold(page, 'Capital bids');
  await press(page, 'Add a capital bid');
  await paste(page, Array.from({ length: 65 }, (_, index) => `C${index}\tScanner`).join('\n'));
  await expect(told(page)).toHaveText('120 cells filled. 5 rows left out: a plan has at most 60 capital bids.');
  await expect(at(page, 'planning/capital/bids/59/code')).toHaveValue('C59');
});

test('takes no line of a register for headings', async ({ page }) => {
  await openPlan(page, planOf());
  await unfold(page, 'Resources and contracts');
  await press(page, 'Add a resource');
  await paste(page, '2017/18\tAllocation\tnot known\n2018/19\tGrowth\t5\n');
  await expect(told(page)).toHaveText('6 cells filled. 1 cell can’t be read or used as pasted. It is “not known” in Resource 1: Money, Amount, £m.');
  await press(page, 'Add a contract');
  // A column keeps its gaps: another pasted beside it stays in step.
  await at(page, 'planning/contracts/0/commissioner_amount').focus();
  await paste(page, 'unsure\n\n60\n');
  expect((await saved(page)).plan.planning).toMatchObject({
    resources: [{ name: 'Allocation' }, { name: 'Growth' }],
    contracts: [{ commissioner_amount: 'unsure' }, { commissioner_amount: null }, { commissioner_amount: '60' }],
  });
});

test('keeps a name that could be two, or is of the other side', async ({ page }) => {
  const twins = ['A1', 'A2'].map((code) => organisation(code, { name: 'Twin', controlTotal: '1', actual: [] }));
  const named = organisation('A3', { name: 'Women’s & children’s', controlTotal: '1', actual: [] });
  const board = organisation('B1', { name: 'Board', side: 'commissioner', controlTotal: '1', actual: [] });
  await openPlan(page, planOf(undefined, { organisations: [...twins, named, board] }));
  await unfold(page, 'Resources and contracts');
  await press(page, 'Add a contract');
  await paste(page, '2017/18\tWomen’s  & Children’s\tTWIN\n2018/19\tBoard\ta 2\n2017/18\tB1\tWomen\'s and Children\'s\n');
  await expect(told(page)).toContainText('2 values not found among the choices there, and kept as pasted: “Women’s  & Children’s”, “TWIN”.');
  expect((await saved(page)).plan.planning.contracts).toMatchObject([
    { commissioner: 'A3', provider: 'TWIN' },
    { commissioner: 'B1', provider: 'A2' },
    { commissioner: 'B1', provider: 'A3' },
  ]);
});

test('types over what a new line begins with', async ({ page }) => {
  await openPlan(page, planOf());
  for (const [question, button, path] of [
    ['Resources and contracts', 'Add a resource', 'resources/0/year'],
    ['Resources and contracts', 'Add a contract', 'contracts/0/year'],
    ['Programmes and the envelope', 'Add a programme', 'envelope/programmes/0/code'],
    ['Capital bids', 'Add a capital bid', 'capital/bids/0/code'],
    ['Proposals: saved or only moved', 'Add a proposal', 'proposals/0/name'],
    ['Social-care memo', 'Add a line', 'council/0/name'],
  ]) {
    if ((await fold(page, question).getAttribute('open')) === null) await unfold(page, question);
    await press(page, button);
    const first = at(page, `planning/${path}`);
    await expect(first).toBeFocused();
    await page.keyboard.type('NEW');
    await expect(first, path).toHaveValue('NEW');
  }
  // By mouse too, where leaving the line before builds the inputs again.
  await at(page, 'planning/envelope/programmes/0/code').fill('OLD');
  await inputs(page).getByRole('button', { name: 'Add a programme' }).click();
  await expect(inputs(page).getByRole('columnheader', { name: 'OLD' })).toBeVisible();
  await expect(at(page, 'planning/envelope/programmes/1/code')).toBeFocused();
  await page.keyboard.type('NEXT');
  await expect(at(page, 'planning/envelope/programmes/1/code')).toHaveValue('NEXT');
});

test('names columns after what is pasted, at once', async ({ page }) => {
  await openPlan(page, planOf({ proposals: [{ name: 'Old' }], envelope: { programmes: [{ code: 'OLD' }] } }));
  for (const [question, path, block, before, after] of [
    ['Proposals: saved or only moved', 'proposals/0/name', 'New\tSaving\n', 'Proposal 1, Old', 'Proposal 1, New'],
    ['Programmes and the envelope', 'envelope/programmes/0/code', 'NEW\tUrgent\n', 'OLD', 'NEW'],
  ]) {
    await unfold(page, question);
    const first = at(page, `planning/${path}`);
    await first.focus();
    await paste(page, block);
    await expect(inputs(page).getByRole('columnheader', { name: after, exact: true })).toBeVisible();
    await expect(first).toBeFocused();
    await expect(told(page)).toHaveText('2 cells filled.');
    await press(page, 'Undo paste');
    await expect(inputs(page).getByRole('columnheader', { name: before, exact: true })).toBeVisible();
    await expect(first).toBeFocused();
  }
});

test('moves about a register as about the figures', async ({ page }) => {
  const contract = { year: '2017/18', commissioner: 'B1', provider: 'A1' };
  await openPlan(page, planOf({ contracts: [contract, { ...contract, year: '2018/19' }] }));
  await unfold(page, 'Resources and contracts');
  await at(page, 'planning/contracts/0/commissioner_amount').focus();
  await page.keyboard.press('ArrowDown');
  await expect(at(page, 'planning/contracts/1/commissioner_amount')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(at(page, 'planning/contracts/1/provider_amount')).toBeFocused();
});

test('takes plans, trajectories, answers and bids for transformation funding', async ({ page }) => {
  await openPlan(page, planOf());
  await unfold(page, 'Transformation funding');
  await type(page, 'planning/plans/A1', '8');
  await page.keyboard.press('Enter');
  await page.keyboard.type('4');
  await at(page, 'planning/trajectories/A1').focus();
  await page.keyboard.type('Y');
  await press(page, 'Add a bid');
  await page.keyboard.type('Can');
  await type(page, 'planning/bids/0/name', 'Scans');
  await type(page, 'planning/bids/0/amount', '2');
  expect((await answers(page)).transformation).toMatch(/^The area meets what transformation funding asks/);
  await at(page, 'planning/answers/own_plans').focus();
  await page.keyboard.type('N');
  expect((await answers(page)).transformation).toMatch(/Not met: Each organisation's plan meets its own control total\.$/);
  await at(page, 'planning/trajectories/A1').selectOption('No');
  await at(page, 'planning/answers/own_plans').selectOption('As worked out');
  expect((await answers(page)).transformation).toMatch(/Not met: Plans meet the performance trajectories\.$/);
  const { plan } = await saved(page);
  expect(plan.planning).toMatchObject({
    plans: { A1: '8', B1: '4' },
    trajectories: { A1: false },
    answers: {},
    bids: [{ pot: 'cancer', name: 'Scans', amount: '2' }],
  });
});

test('takes proposals with what each does to whom', async ({ page }) => {
  await openPlan(page, planOf());
  await unfold(page, 'Proposals: saved or only moved');
  await press(page, 'Add a proposal');
  await expect(at(page, 'planning/proposals/0/name')).toBeFocused();
  await page.keyboard.type('Pathology');
  await page.keyboard.press('Tab');
  // The grid of effects is built again under its name.
  await expect(inputs(page).getByRole('columnheader', { name: 'Proposal 1, Pathology' })).toBeVisible();
  await expect(at(page, 'planning/proposals/0/kind')).toBeFocused();
  await expect(at(page, 'planning/proposals/0/kind')).toHaveValue('saving');
  await type(page, 'planning/proposals/0/outside', '(1)');
  await type(page, 'planning/proposals/0/effects/A1', '2');
  await page.keyboard.press('ArrowDown');
  await expect(at(page, 'planning/proposals/0/effects/B1')).toBeFocused();
  await expect(reading(page, 'Proposals').last()).toContainText('blank: not touched');
  await page.keyboard.type('(0.5)');
  expect((await answers(page)).shifting).toBe(
    "The proposals improve the system's position by £1.5m, and shift £0.5m from one organisation to another. Others outside it bear £1.0m, so that £0.5m is saved in all.",
  );
});

test('says of a proposal as a whole that it is not neutral, or has one end', async ({ page }) => {
  await openPlan(page, planOf({ proposals: [{ name: 'Swap', kind: 'flex', effects: { A1: '1', B1: '(0.25)' } }] }));
  const all = at(page, 'planning/proposals/0/effects');
  await expect(all).toHaveAccessibleDescription(/The moves add to 0\.75, so the system's total would change by it\./);
  await problems(page).getByRole('link', { name: /^Proposal 1, Swap, all its effects: The moves add to 0\.75/ }).click();
  await expect(all).toBeFocused();
  await at(page, 'planning/proposals/0/effects/B1').fill('(1)');
  await expect(all).not.toHaveAttribute('aria-invalid');
  await expect(problems(page)).not.toContainText('The moves add');
  await at(page, 'planning/proposals/0/kind').selectOption('Saving');
  await at(page, 'planning/proposals/0/effects/B1').fill('');
  await problems(page).getByRole('link', { name: /^Proposal 1, Swap, all its effects: Only one organisation is named/ }).click();
  await expect(all).toBeFocused();
});

test('takes the envelope, its programmes, and whom a cut lands on', async ({ page }) => {
  await openPlan(page, planOf());
  await unfold(page, 'Programmes and the envelope');
  await type(page, 'planning/envelope/amount', '9');
  for (const [index, [code, budget, floor, priority]] of [['URG', '6', '5', '1'], ['PLA', '5', '2', '2']].entries()) {
    await press(page, 'Add a programme');
    const path = (field) => `planning/envelope/programmes/${index}/${field}`;
    await expect(at(page, path('code'))).toBeFocused();
    await expect(at(page, path('code'))).toHaveValue(`P${index + 1}`);
    await page.keyboard.press('Delete');
    await expect(at(page, path('code'))).toHaveAccessibleDescription(/This line has no code that can be used\./);
    await page.keyboard.type(code);
    await page.keyboard.press('Tab');
    await expect(inputs(page).getByRole('columnheader', { name: code })).toBeVisible();
    await type(page, path('budget'), budget);
    await type(page, path('floor'), floor);
    await page.keyboard.press('Tab');
    await expect(reading(page, 'Programmes').first()).toContainText('blank: no more than its budget');
    await type(page, path('priority'), priority);
  }
  await type(page, 'planning/envelope/programmes/1/passed_on/A1', '40%');
  expect((await answers(page)).envelope).toBe('To live within £9.0m, 1 of 2 programmes is cut, by £2.0m together. Of that, £0.8m lands on other organisations and is not saved.');
  await at(page, 'planning/envelope/method').selectOption('With the least change');
  const { plan } = await saved(page);
  expect(plan.planning.envelope).toMatchObject({ method: 'least_change', programmes: [{}, { passed_on: { A1: '40%' } }] });
  await at(page, 'planning/envelope/programmes/1/passed_on/B1').fill('70%');
  await problems(page).getByRole('link', { name: 'PLA, all its shares: Together 110% of a cut would land on others.' }).click();
  await expect(at(page, 'planning/envelope/programmes/1/passed_on')).toBeFocused();
});

test('takes the council’s memo', async ({ page }) => {
  await openPlan(page, planOf());
  await unfold(page, 'Social-care memo');
  await expect(fold(page, 'Social-care memo')).toContainText('None of it ever counts in the control total');
  await press(page, 'Add a line');
  await page.keyboard.type('Fees');
  await type(page, 'planning/council/0/amount', '3');
  await press(page, 'Add a line');
  await type(page, 'planning/council/1/kind', 'Pooled');
  await type(page, 'planning/council/1/amount', '2');
  await page.keyboard.press('Tab');
  await expect(at(page, 'planning/council/1/health_amount')).toBeFocused();
  await expect(at(page, 'planning/council/1/health_amount')).toHaveAccessibleName('Line 2: Counted by, The health side, for pooled funds alone, £m');
  await page.keyboard.type('(2)');
  expect((await answers(page)).council).toMatch(/^Social care lacks £3\.0m of the council's pressures of £3\.0m; none of it is part of the control total/);
  expect((await saved(page)).plan.planning.council).toMatchObject([
    { name: 'Fees', amount: '3' },
    { kind: 'pooled', amount: '2', health_amount: '(2)' },
  ]);
});

test('takes capital bids by year, and other years', async ({ page }) => {
  await openPlan(page, planOf());
  await unfold(page, 'Capital bids');
  await type(page, 'planning/capital/envelope/2017/18', '5');
  for (const [index, [code, amount, score]] of [['MRI', '3', '8'], ['CAR', '4', '3']].entries()) {
    await press(page, 'Add a capital bid');
    const path = (field) => `planning/capital/bids/${index}/${field}`;
    await expect(at(page, path('code'))).toBeFocused();
    await page.keyboard.type(code);
    await type(page, path('amounts/2017/18'), amount);
    await type(page, path('score'), score);
  }
  expect((await answers(page)).capital).toBe('1 of 2 capital bids is funded, for £3.0m in all. Beside them, CAR would fit with £2.0m more in 2017/18.');
  await at(page, 'planning/capital/bids/1/must_do').selectOption('Yes');
  await at(page, 'planning/capital/bids/1/needs').fill('GONE');
  await expect(at(page, 'planning/capital/bids/1/needs')).toHaveAccessibleDescription(/There is no bid “GONE”/);
  await at(page, 'planning/capital/bids/1/needs').fill('');
  const year = inputs(page).getByLabel('Another year');
  await year.fill('2020/21');
  await year.press('Enter');
  await expect(at(page, 'planning/capital/envelope/2020/21')).toBeFocused();
  await page.keyboard.type('7');
  await at(page, 'planning/capital/bids/1/amounts/2020/21').fill('6');
  await at(page, 'planning/capital/worth').focus();
  await page.keyboard.type('Ben');
  await expect(inputs(page).getByRole('columnheader', { name: 'Benefits by cost' })).toBeVisible();
  await expect(at(page, 'planning/capital/worth')).toBeFocused();
  expect((await saved(page)).plan.planning.capital).toMatchObject({
    envelope: { '2017/18': '5', '2020/21': '7' },
    worth: 'ratio',
    bids: [
      { code: 'MRI', amounts: { '2017/18': '3' }, score: '8' },
      { code: 'CAR', amounts: { '2017/18': '4', '2020/21': '6' }, score: '3', must_do: true },
    ],
  });
});

const WRONG = {
  today: 'soon',
  dates: { contracts: 'then' },
  resources: [{ year: '2017', amount: '5' }, { year: '2017/18', amount: '(5)' }],
  contracts: [
    { year: '2017/18', commissioner: 'B1', provider: 'GONE', provider_amount: 'x' },
    { year: '2017/18', commissioner: 'B1', provider: 'A1' },
    { year: '2017/18', commissioner: 'B1', provider: 'A1' },
  ],
  plans: { A1: 'x', GONE: '1' },
  bids: [{ pot: 'moon' }],
  envelope: { programmes: [{ code: 'URG', budget: '5', floor: '6' }] },
  capital: { envelope: { '2017/18': '(1)' }, bids: [{ code: 'A', amounts: { '2017/18': 'x' } }] },
};

test('shows what is wrong at its place, and names it in the list', async ({ page }) => {
  await openPlan(page, planOf(WRONG));
  for (const [path, name, words] of [
    ['today', 'Today', /“soon” is not a date\./],
    ['dates/contracts', 'Contracts agreed', /“then” is not a date\./],
    ['resources/0/year', 'Resource 1: What it is, Year', /“2017” is not a financial year\./],
    ['resources/1/amount', 'Resource 2: Money, Amount, £m', /is below zero, and this can't be\./],
    ['contracts/0/provider', 'Contract 1: Between, Provider', /There is no organisation “GONE” in the plan\./],
    ['contracts/0/provider_amount', 'Contract 1: Counted by, Provider, £m', /“x” .*number/],
    ['contracts/2', 'Contract 3', /There are two contracts between B1 and A1 in 2017\/18; the first is used\./],
    ['plans/A1', 'First trust (A1): Plan, before the fund, Position for the year, £m', /“x” .*number/],
    ['bids/0/pot', 'Bid 1: Bid, Pot', /“moon” is no pot of transformation funding\./],
    ['envelope/programmes/0/floor', 'Programme 1: Money, Floor, £m', /The floor, 6, is above the budget, 5\./],
    ['capital/envelope/2017/18', 'Capital of 2017/18, £m', /is below zero, and this can't be\./],
    ['capital/bids/0/amounts/2017/18', 'Capital bid 1: Amount in, 2017/18, £m', /“x” .*number/],
  ]) {
    const input = at(page, `planning/${path}`);
    await expect(input, path).toHaveAttribute('aria-invalid', 'true');
    await expect(input, path).toHaveAccessibleDescription(words);
    const link = problems(page).getByRole('link').filter({ hasText: `${name}: ` }).filter({ hasText: words });
    await link.click();
    await expect(input, path).toBeFocused();
  }
  await problems(page).getByRole('link', { name: 'There is no organisation “GONE” in the plan.', exact: true }).click();
  await expect(inputs(page).getByRole('button', { name: 'Take GONE, which has 1, out of the plans' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(inputs(page).getByRole('button', { name: 'Undo' })).toBeFocused();
  expect((await saved(page)).plan.planning.plans).toEqual({ A1: 'x' });
});

test('goes from a folded question’s problem to its place', async ({ page }) => {
  await openPlan(page, planOf({ council: [{ amount: 'x' }] }));
  await expect(fold(page, 'Social-care memo')).not.toHaveAttribute('open');
  await problems(page).getByRole('link', { name: /^Line 1: Counted by, The council, £m: “x”/ }).click();
  await expect(at(page, 'planning/council/0/amount')).toBeFocused();
});

test('takes away each kind of row, and brings it back', async ({ page }) => {
  const planning = {
    resources: [{ name: 'One' }, { name: 'Two' }],
    contracts: [{ note: 'One' }, { note: 'Two' }],
    bids: [{ name: 'One' }, { name: 'Two' }],
    proposals: [{ name: 'One' }, { name: 'Two' }],
    envelope: { programmes: [{ name: 'One' }, { name: 'Two' }] },
    council: [{ name: 'One' }, { name: 'Two' }],
    capital: { bids: [{ name: 'One' }, { name: 'Two' }] },
  };
  await openPlan(page, planOf(planning));
  for (const question of QUESTIONS.slice(1)) await unfold(page, question);
  for (const [thing, path, field] of [
    ['Resource', 'resources', 'name'],
    ['Contract', 'contracts', 'note'],
    ['Bid', 'bids', 'name'],
    ['Proposal', 'proposals', 'name'],
    ['Programme', 'envelope/programmes', 'name'],
    ['Line', 'council', 'name'],
    ['Capital bid', 'capital/bids', 'name'],
  ]) {
    await press(page, `Remove ${thing} 1`);
    await expect(at(page, `planning/${path}/0/${field}`)).toHaveValue('Two');
    await expect(at(page, `planning/${path}/1/${field}`)).toHaveCount(0);
    await expect(inputs(page).getByRole('button', { name: 'Undo' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(at(page, `planning/${path}/0/${field}`)).toHaveValue('One');
  }
  // The last of a question is brought back where it was, the question still open.
  await openPlan(page, planOf({ council: [{ name: 'One' }] }));
  await unfold(page, 'Social-care memo');
  await press(page, 'Remove Line 1');
  await expect(fold(page, 'Social-care memo')).toHaveAttribute('open', '');
  await expect(inputs(page).getByRole('button', { name: 'Add a line' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(at(page, 'planning/council/0/name')).toHaveValue('One');
});

test('stays where it is when a row goes and comes back', async ({ page }) => {
  await openPlan(page, await example());
  for (const question of ['Resources and contracts', 'Capital bids']) await unfold(page, question);
  await at(page, 'planning/contracts/5/note').focus();
  const register = inputs(page).getByRole('region', { name: 'Contract register' });
  const scrolled = () => register.evaluate((region) => region.scrollLeft);
  const before = await scrolled();
  expect(before).toBeGreaterThan(100);
  const last = inputs(page).getByRole('button', { name: 'Remove Capital bid 7' });
  await last.focus();
  const place = () => last.evaluate((button) => button.getBoundingClientRect().y);
  const seen = await place();
  await page.keyboard.press('Enter');
  for (const way of ['Undo', 'Redo']) {
    await expect(inputs(page).getByRole('button', { name: way })).toBeFocused();
    expect(Math.abs((await place()) - seen)).toBeLessThan(100);
    expect(await scrolled()).toBe(before);
    await page.keyboard.press('Enter');
  }
});

test('keeps transformation funding in a year without a round, and says it', async ({ page }) => {
  await openPlan(page, planOf({ plans: { A1: '8' } }));
  await expect(summary(page, 'Transformation funding')).toHaveText('Transformation funding, entered');
  await chooseYear(page, '2019/20: FRF, MRET and PSF');
  await expect(page.locator('#plan').getByRole('status')).toContainText(
    /Kept in the plan, but counts nothing now:.*plans, answers and bids for transformation funding/s,
  );
  await expect(summary(page, 'Transformation funding')).toHaveText('Transformation funding: kept, counts nothing under these rules');
  await unfold(page, 'Transformation funding');
  await expect(at(page, 'planning/plans/A1')).toBeVisible();
  await expect(at(page, 'planning/plans/A1')).toHaveValue('8');
  await expect(inputs(page).getByRole('button', { name: 'Add a bid' })).toBeHidden();
  const titles = QUESTIONS.map((name) => (name === 'Social-care memo' ? `${name}, entered` : name));
  await openPlan(page, planOf({ council: [{ name: 'Fees' }] }, { year: '2019/20' }));
  await expect(inputs(page).locator('summary').filter({ visible: true })).toHaveText(titles.filter((name) => name !== 'Transformation funding'));
  await unfold(page, 'Days and partnership');
  await expect(at(page, 'planning/dates/contracts')).toHaveAccessibleDescription('Blank: not known');
  const noRound = inputs(page).getByText(/^No rules of a planning round were read for/);
  await expect(noRound).toHaveText(/ for 2019\/20\. What you enter is worked out/);
  await chooseYear(page, '2018/19: CSF and PSF');
  await expect(page.locator('#plan').getByRole('status')).toContainText(/Carried over: .*, the planning round\./);
  await expect(inputs(page).locator('summary')).toHaveText(titles);
  await expect(noRound).toBeHidden();
  await unfold(page, 'Social-care memo');
  await expect(at(page, 'planning/council/0/name')).toHaveValue('Fees');
});

test('is written in another unit with the rest', async ({ page }) => {
  await openPlan(page, planOf({ council: [{ name: 'Fees', amount: '3' }], envelope: { amount: '9' } }));
  await page.getByLabel('Amounts in').selectOption({ label: '£000 (thousands)' });
  await unfold(page, 'Social-care memo');
  await unfold(page, 'Programmes and the envelope');
  await expect(at(page, 'planning/council/0/amount')).toHaveValue('3,000');
  await expect(inputs(page).getByLabel('The envelope, £000')).toHaveValue('9,000');
});

test('is not lost when another area is chosen', async ({ page }) => {
  await openPlan(page, planOf({ council: [{ name: 'Fees', amount: '3' }] }, { organisations: [] }));
  await page.getByLabel('Find an area').fill('Lancashire');
  await page.getByRole('button', { name: 'Lancashire and South Cumbria QE1' }).click();
  await expect(page.locator('#area')).toContainText('would replace your plan, which has figures or changes.');
  await unfold(page, 'Social-care memo');
  await expect(at(page, 'planning/council/0/name')).toHaveValue('Fees');
});

test('is accessible and narrow with everything unfolded, and is not printed', async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 320, height: 640 });
  for (const plan of [await example(), planOf(WRONG)]) {
    await openPlan(page, plan);
    for (const question of QUESTIONS)
      if ((await fold(page, question).getAttribute('open')) === null) await summary(page, question).click();
    await expect(inputs(page).locator('details:not([open])')).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    const { violations } = await new AxeBuilder({ page }).include('#planning').analyze();
    expect(violations).toEqual([]);
  }
  await page.emulateMedia({ media: 'print' });
  await expect(inputs(page)).toBeHidden();
});
