import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { figure, madeUpPlan, openPlan } from './made-up-plan.mjs';
import { at, chooseYear, handedOver } from './page.mjs';

const withoutQ3 = () => {
  const plan = madeUpPlan();
  plan.organisations[1].actual.Q3 = null;
  return plan;
};

async function expectNoViolation(page) {
  // The tables have a thousand elements, each of which axe looks at from all sides.
  test.slow();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
}

test('answers in sentences first', async ({ page }) => {
  await openPlan(page);
  const answer = page.getByRole('region', { name: 'The answer' });
  await expect(answer).toContainText(
    'Madeupshire misses its control total to the end of Q3 of 2017/18 by £50k, before the fund.',
  );
  await expect(answer).toContainText('1 of 3 organisations misses its control total.');
  await expect(answer).toContainText(
    /Of £12,000k of the STF, £4,800k is earned, £2,000k is recovered/,
  );
  await expect(answer).toContainText(
    /Rules used: .+ 2017\/18\. \d+ of its rules are not verified\./,
  );
  await expect(answer).toContainText('Position at 31 December 2017: three quarters have ended.');
  await expect(answer).toContainText('Illustrative: the figures are made up.');
  await expect(answer.getByText(/^All \d+ checks hold$/)).toBeVisible();
});

test('speaks the answer once the typing has stopped, and from one place only', async ({ page }) => {
  await openPlan(page);
  const spoken = page.locator('.results [aria-live]');
  await expect(spoken).toHaveCount(1);
  await expect(spoken).toContainText(
    'misses its control total to the end of Q3 of 2017/18 by £50k',
  );
});

test('shows system and sides before and after the fund, apart', async ({ page }) => {
  await openPlan(page);
  const table = page.getByRole('table', { name: 'Control totals and positions' });
  await expect(table.getByRole('columnheader', { name: 'Before the fund' })).toBeVisible();
  await expect(table.getByRole('columnheader', { name: 'After the fund' })).toBeVisible();
  const row = table
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: 'Madeupshire' }) });
  await expect(row.getByRole('cell')).toHaveText([
    '3,500',
    '2,625',
    '2,575',
    '(50)',
    'Missed',
    '15,500',
    '10,425',
    '9,375',
    '(1,050)',
    '2',
    '1',
    '0',
  ]);
});

test('sets the variance against the commissioners’ resource limits once there are any', async ({ page }) => {
  const plan = madeUpPlan();
  await openPlan(page, plan);
  const share = page.locator('[data-figure="system/position/variance_against_resources"]');
  await expect(share).toHaveCount(0);
  for (const one of plan.organisations.filter(({ side }) => side === 'commissioner'))
    one.resource_limit = '20,000';
  await openPlan(page, plan);
  // A variance of (50) against 20,000.
  await expect(share).toHaveText('(0.25)%');
  await share.click();
  await expect(page.getByRole('heading', { name: /^Working: Variance to date as a share/ })).toContainText('(0.25)%');
});

test('shows each organisation with its cliff and what hangs on it', async ({ page }) => {
  await openPlan(page);
  const table = page.getByRole('table', { name: 'Organisations to Q3 of 2017/18' });
  const cells = (code) =>
    table
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: code }) })
      .getByRole('cell');
  await expect(cells('AAA')).toHaveText([
    '4,000',
    '100',
    'Met',
    '£100k to spare',
    '5,000',
    '6,500',
    '0',
    '0',
    '9,600',
  ]);
  await expect(cells('BBB')).toHaveText([
    '(1,000)',
    '(150)',
    'Missed',
    '£150k short',
    '1,000',
    '300',
    '0',
    '1,000',
    '(600)',
  ]);
  await expect(cells('CCC')).toContainText([
    '500',
    '0',
    'Met',
    'exactly on target',
    'The STF is not for it',
  ]);
});

test('says what every figure is to those who do not see its row and column', async ({ page }) => {
  await openPlan(page);
  await expect(figure(page, 'organisations/BBB/position/variance/2')).toHaveAccessibleName(
    'Variance to date, Made-up provider BBB: £150k adverse, show working',
  );
  await expect(figure(page, 'organisations/BBB/position/control_total')).toHaveAccessibleName(
    'Control total before the fund, Made-up provider BBB: minus £1,000k, show working',
  );
});

test('shows an organisation quarter by quarter when its name is chosen', async ({ page }) => {
  await openPlan(page);
  await page.getByRole('button', { name: 'Made-up provider AAA', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Quarter by quarter' })).toBeFocused();
  const table = page.getByRole('table', { name: 'STF by quarter: Made-up provider AAA' });
  const cells = (name) =>
    table
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name }) })
      .getByRole('cell');
  await expect(cells('Available')).toHaveText(['1,500', '2,000', '3,000', '3,500', '10,000']);
  await expect(cells('Earned')).toHaveText(['1,500', '0', '3,000', '0', '4,500']);
  await expect(cells('of it recovered later')).toHaveText(['0', '2,000', '0', '0', '2,000']);
  await expect(cells('Paid in the quarter')).toHaveText(['1,500', '0', '5,000', '0', '6,500']);
  await expect(cells('Still to earn')).toHaveText(['0', '0', '0', '3,500', '3,500']);
});

test('keeps both versions of a control total in sight', async ({ page }) => {
  const plan = madeUpPlan();
  plan.organisations[0].revisions = [
    { from: '2017-10-01', control_total: { amount: '3600', spread: 'straight_line' }, note: '' },
  ];
  await openPlan(page, plan);
  await page.getByRole('button', { name: 'Made-up provider AAA', exact: true }).click();
  const rows = page
    .getByRole('table', { name: 'Versions of the control total: Made-up provider AAA' })
    .getByRole('row');
  await expect(rows.nth(1)).toContainText(/As issued for the year.*4,000.*Not in force/);
  await expect(rows.nth(2)).toContainText(/Agreed from 1 October 2017.*3,600.*In force/);
  await expect(
    page.getByRole('columnheader', { name: 'As issued for the year (£000)' }),
  ).toBeVisible();
});

test('labels the year end before any bonus, and the incentive up to what it can be', async ({
  page,
}) => {
  const plan = madeUpPlan();
  plan.as_at = '2018-03-31';
  for (const one of plan.organisations) one.actual.Q4 = one.control_total.amount;
  plan.organisations[0].actual.Q4 = '4300';
  await openPlan(page, plan);
  await page.getByRole('button', { name: 'Made-up provider AAA', exact: true }).click();
  const table = page.getByRole('table', { name: 'The year 2017/18: Made-up provider AAA' });
  await expect(
    table.getByRole('rowheader', { name: /up to, if all of it had been agreed/ }),
  ).toBeVisible();
  await expect(
    table.getByRole('rowheader', { name: 'Position after the fund, before any bonus' }),
  ).toBeVisible();

  plan.organisations[0].bonus = '20';
  await openPlan(page, plan);
  await expect(
    table.getByRole('rowheader', { name: 'Bonus or general distribution' }),
  ).toBeVisible();
});

test('shows the four outcomes and marks the one that holds', async ({ page }) => {
  await openPlan(page);
  const table = page.getByRole('table', { name: 'STF by outcome, £000: Made-up provider AAA' });
  await expect(table.getByText('Where it stands to Q3').filter({ visible: true })).toHaveCount(1);
  const current = table.locator('.matrix__cell--current');
  await expect(current.getByRole('button')).toHaveAccessibleName(
    /^Own met, system missed, Made-up provider AAA: £10,000k/,
  );
  await expect(current).toContainText('reserve');
  await page
    .getByLabel('Organisation', { exact: true })
    .selectOption({ label: 'Made-up provider BBB (BBB)' });
  await expect(page.locator('.matrix__cell--current').getByRole('button')).toHaveAccessibleName(
    /^Own missed, system missed, Made-up provider BBB: £0k/,
  );
});

test('draws the way from target to position, and gives it as a table', async ({ page }) => {
  await openPlan(page);
  const chart = page.getByRole('img', { name: /^Variances from the system's target/ });
  await expect(chart).toHaveAccessibleDescription(
    /System's target to Q3: £2,625k; Made-up provider AAA: £100k favourable; Made-up provider BBB: £150k adverse/,
  );
  await expect(chart.locator('.waterfall__bar--adverse')).toHaveCount(1);
  await expect(chart).toContainText('+100');
  await expect(chart).toContainText('(150)');
  await page.getByText('The same as a table').click();
  const rows = page.getByRole('table', { name: /From target to position/ }).getByRole('row');
  await expect(rows).toHaveCount(6);
  await expect(rows.nth(3)).toContainText(/BBB.*\(150\).*2,575/);
});

test('says why there is no chart while a position is not known', async ({ page }) => {
  await openPlan(page, withoutQ3());
  await expect(
    page.getByText('There is no chart: the variance to Q3 is not known for Made-up provider BBB.'),
  ).toBeVisible();
  await expect(page.getByRole('img', { name: /^Variances/ })).toHaveCount(0);
});

test('lists what a figure that is not known needs, and goes there by keyboard alone', async ({
  page,
}) => {
  await openPlan(page, withoutQ3());
  const unknown = figure(page, 'system/position/variance/2');
  await expect(unknown).toHaveText('not known');
  await expect(unknown).toHaveAccessibleName(
    'Variance to date, Madeupshire: not known, show what it needs',
  );
  await unknown.focus();
  await page.keyboard.press('Enter');
  const working = page.getByRole('region', { name: /^Working: Variance to date, Madeupshire/ });
  await expect(working).toContainText('it needs this input');
  const need = working.getByRole('button', { name: /^BBB: .*Q3$/ });
  await need.focus();
  await page.keyboard.press('Enter');
  const input = page.locator('input:focus');
  await expect(input).toHaveValue('');
  await input.pressSequentially('(900)');
  await input.blur();
  await expect(unknown).toHaveText('(50)');
});

test('patches what has changed and leaves the rest of the page alone', async ({ page }) => {
  await openPlan(page, withoutQ3());
  const button = await figure(page, 'system/position/variance/2').elementHandle();
  const chosen = await page.locator('#quarters-choice').elementHandle();
  const plan = madeUpPlan();
  plan.organisations[0].actual.Q3 = '3200';
  await openPlan(page, plan);
  await expect(figure(page, 'system/position/variance/2')).toHaveText('50');
  expect(await button?.evaluate((node) => node.isConnected && node.textContent)).toBe('50');
  expect(await chosen?.evaluate((node) => node.isConnected)).toBe(true);
});

test('goes on with the plan after its answer was saved to a file', async ({ page }) => {
  await openPlan(page, withoutQ3());
  await at(page, 'organisations/BBB/actual/Q3').fill('(900)');
  await handedOver(page, 'Save the answer to a file');
  await expect(figure(page, 'system/position/variance/2')).toHaveText('(50)');
  await at(page, 'organisations/AAA/actual/Q3').fill('3200');
  await expect(figure(page, 'system/position/variance/2')).toHaveText('50');
});

const withoutRules = () => ({ ...madeUpPlan(), title: 'A later plan', illustrative: false, year: '2031/32', fund: '' });

test('keeps the last good results of a plan and says that they are of an earlier state', async ({ page }) => {
  await openPlan(page, withoutRules());
  await chooseYear(page, '2017/18: STF');
  await expect(figure(page, 'system/position/variance/2')).toHaveText('(50)');
  await page.locator('#plan').getByRole('button', { name: 'Undo' }).click();
  await expect(
    page
      .getByText(
        'The plan as it stands now gives no results. What you see below is of an earlier state.',
      )
      .first(),
  ).toBeVisible();
  await expect(figure(page, 'system/position/variance/2')).toHaveText('(50)');
  await expect(figure(page, 'system/position/variance/2')).toBeVisible();
  await expectNoViolation(page);
});

test('shows and prints nothing of another plan beneath one that gives no results', async ({ page }) => {
  await openPlan(page);
  await figure(page, 'system/position/variance/2').click();
  await openPlan(page, withoutRules());
  const answer = page.getByRole('region', { name: 'The answer' });
  await expect(answer.getByText(/^There is no answer for this plan as it stands\. .*2031\/32/).first()).toBeVisible();
  for (const media of ['screen', 'print']) {
    await page.emulateMedia({ media });
    await expect(page.locator('[data-figure]:visible')).toHaveCount(0);
    await expect(page.locator('.results h2:visible')).toHaveText(['The answer']);
    await expect(page.locator('.results').getByText('Madeupshire').and(page.locator(':visible'))).toHaveCount(0);
    await expect(page.locator('.results').getByText('2017/18').and(page.locator(':visible'))).toHaveCount(0);
    await expect(page.locator('.results--illustrative')).toHaveCount(0);
  }
  await page.emulateMedia({ media: 'screen' });
  await expectNoViolation(page);
  await page.locator('#files').getByRole('button', { name: 'Undo' }).click();
  await expect(figure(page, 'system/position/variance/2')).toBeVisible();
  await expect(answer).toContainText('Madeupshire misses its control total');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Board paper, Madeupshire')).toBeVisible();
});

test('says where printed parts do not add to printed totals', async ({ page }) => {
  const plan = madeUpPlan();
  for (const one of plan.organisations) one.control_total.amount = '100.4';
  await openPlan(page, plan);
  await expect(page.locator('.casting:visible').first()).toContainText(
    /Printed parts differ from printed totals because each is rounded to be shown in £000: .*by 1/,
  );
});

test('opens the rule book and the assumptions log', async ({ page }) => {
  await openPlan(page);
  await page.getByRole('button', { name: 'Read the rules' }).click();
  const book = page.locator('#rule-book');
  await expect(book).toHaveAttribute('open', '');
  await expect(book.getByText('Not verified', { exact: true }).first()).toBeVisible();
  await expect(book).toContainText(/% sure/);
  await expect(book).toContainText(/Source: /);
  await page.getByText(/^Assumptions log/).click();
  await expect(page.locator('#assumptions')).toContainText('Reason: ');
});

test('never scrolls sideways on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openPlan(page);
  await figure(page, 'system/fund/total/paid/year').click();
  await expect(page.getByRole('region', { name: /^Working/ })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

for (const [state, plan] of [
  ['with results', madeUpPlan],
  ['while figures are not known', withoutQ3],
  ['without organisations', () => ({ ...madeUpPlan(), organisations: [] })],
]) {
  test(`has no accessibility violation ${state}`, async ({ page }) => {
    await openPlan(page, plan());
    await expect(page.getByRole('heading', { name: 'The answer' })).toBeVisible();
    await expectNoViolation(page);
  });
}
