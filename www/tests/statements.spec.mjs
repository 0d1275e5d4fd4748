// What the rules reckon beside the fund. The figures are those of tests/cases/statements.toml.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { figure, openPlan } from './made-up-plan.mjs';
import { at, chooseYear, paste, saved, tabTo } from './page.mjs';

const BRIDGE = 'From the accounts to the control total\'s basis';

/** The plan of the cases: a trust and a board that are exactly on target at the year's end. */
const planOfCases = (year, { trust = {}, board = {}, ...others } = {}) => ({
  kind: 'control-total-plan',
  version: 1,
  title: 'A plan of a test',
  year,
  unit: 'thousands',
  as_at: `20${year.slice(-2)}-03-31`,
  organisations: [
    { code: 'RR8', side: 'provider', name: 'Leeds Teaching Hospitals', ...trust },
    { code: 'B1', side: 'commissioner', name: 'Board', ...board },
  ].map((one) => ({
    accepted: true,
    control_total: { amount: '0', spread: 'straight_line' },
    actual: { Q1: '0', Q2: '0', Q3: '0', Q4: '0' },
    ...one,
  })),
  ...others,
});

const inputs = (page) => page.locator('#beside');
const details = (page, name) => inputs(page).locator('details', { has: page.getByText(name, { exact: true }) }).first();
const results = (page) => page.getByRole('region', { name: 'What else the rules work out' });

/** The figures of an organisation's row, by its statement's table. */
const cells = (page, statement, whose) =>
  results(page)
    .getByRole('table', { name: statement })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: whose }) })
    .getByRole('cell');

async function working(page, button) {
  await button.click();
  return page.locator('.working');
}

test('are folded until one is used, and say what they reckon and how that is known', async ({ page }) => {
  await openPlan(page, planOfCases('2017/18', { trust: { amounts: { duty_performance: '5' } } }));
  await expect(inputs(page).locator('details[open] > summary')).toHaveText(['Break-even duty']);
  await expect(inputs(page).locator('details > summary')).toHaveText([
    'Break-even duty',
    BRIDGE,
    'What a share of a pool would be',
    "Commissioners' business rules",
    'Quality payments (CQUIN)',
    "Commissioners' non-recurrent 1%",
  ]);
  const cquin = details(page, 'Quality payments (CQUIN)');
  await cquin.locator('summary').click();
  await expect(cquin).toContainText('It works out, for each provider: quality payments in all; for engagement');
  await expect(cquin).toContainText('Of its 7 rules, 4 are not verified.');
  await expect(cquin.getByRole('listitem').filter({ hasText: 'Reserve released' })).toContainText('Not verified');
  await expect(cquin.getByRole('listitem').filter({ hasText: 'Contract value' })).toContainText('Sourced');
  await expect(cquin.getByRole('rowheader')).toHaveText(['Providers', 'Leeds Teaching Hospitals RR8']);
});

test('are entered by keyboard, and come out as the published bridge does', async ({ page }) => {
  await openPlan(page, planOfCases('2024/25', { trust: { allocation: { DSF: '0' } } }));
  await details(page, BRIDGE).locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(details(page, BRIDGE)).toHaveAttribute('open', '');
  const first = at(page, 'organisations/RR8/amounts/accounts_surplus');
  await expect(first).toBeVisible();
  await tabTo(page, first, 2);
  await page.keyboard.type('(17,351)');
  for (const typed of ['50,360', '(3,396)', '33,488', '(44,425)', '56', '1,127']) {
    await page.keyboard.press('Tab');
    await page.keyboard.type(typed);
  }
  await expect(at(page, 'organisations/RR8/amounts/other_adjustments')).toBeFocused();
  await expect(details(page, BRIDGE).locator('.app-reading')).toContainText('read as £000 1,127');
  const row = cells(page, BRIDGE, 'Leeds');
  await expect(row).toHaveText(['(17,351)', '50,360', '(3,396)', '33,488', '(44,425)', '56', '1,127', '19,859', '19,859', '']);
  await expect(await working(page, row.nth(7).getByRole('button'))).toContainText('£19,859,000.00');
  const { plan } = await saved(page);
  expect(plan.organisations[0].amounts.accounts_surplus).toBe('(17,351)');
});

test('are right to the penny, shared out whole', async ({ page }) => {
  await openPlan(page, planOfCases('2017/18', { unit: 'pounds', trust: { amounts: { contract_value: '4,041.20' } } }));
  const row = cells(page, 'Quality payments (CQUIN)', 'Leeds');
  for (const [place, pounds] of [[1, '101.03'], [2, '20.20'], [3, '60.62'], [4, '20.21']])
    await expect(await working(page, row.nth(place).getByRole('button'))).toContainText(`= £${pounds}`);
  await expect(results(page).getByRole('table', { name: 'Quality payments (CQUIN)' }).getByRole('columnheader')).toContainText([
    'Whose',
    'Contract value',
    'Quality payments in all Not verified',
  ]);
});

test('do not take a blank for nothing, and lead to what is missing', async ({ page }) => {
  await openPlan(page, planOfCases('2020/21', { amounts: { elective_actual: '88,000' } }));
  const row = cells(page, 'Elective incentive', 'System');
  await expect(row).toHaveText(['88,000', 'not known', 'not known', 'not known', 'not known', 'not known', 'not known', 'Expected activity, at tariff']);
  await expect(row.nth(6).getByRole('button')).toHaveAccessibleName(/not known, show what it needs$/);
  await row.last().getByRole('button').click();
  await expect(at(page, 'amounts/elective_expected')).toBeFocused();
  await page.keyboard.type('90,000');
  await expect(row).toHaveText(['88,000', '90,000', '0', '2,000', '0', '500', '(500)', '']);
});

test('take a blank for nothing where the rules say so, and say it', async ({ page }) => {
  await openPlan(page, planOfCases('2024/25', { trust: { amounts: { accounts_surplus: '(100)', impairments: '30' } } }));
  const row = cells(page, BRIDGE, 'Leeds');
  await expect(row.nth(7)).toHaveText('(70)');
  await at(page, 'organisations/RR8/amounts/inventories').focus();
  await expect(details(page, BRIDGE).locator('.app-reading')).toContainText('blank: counts as nothing');
  await expect(await working(page, row.nth(5).getByRole('button'))).toContainText('blank');
  await expect(details(page, BRIDGE).getByRole('listitem').filter({ hasText: 'Inventories' })).toContainText('A blank counts as nothing.');
});

test('answer yes or no', async ({ page }) => {
  await openPlan(page, planOfCases('2025/26', { trust: { answers: { segment_1_or_2: true } } }));
  await at(page, 'organisations/RR8/answers/receives_support').selectOption('Yes');
  const row = cells(page, 'Oversight override', 'Leeds');
  await expect(row).toHaveText(['Yes', 'not known', 'Yes', 'Yes', 'Yes', 'Reports a deficit']);
  await expect(await working(page, row.nth(4).getByRole('button'))).toContainText('An organisation of segment 1 or 2');
  await at(page, 'organisations/RR8/answers/segment_1_or_2').selectOption('No');
  await expect(row.nth(4)).toHaveText('No');
});

test('ask for a resource limit where they are reckoned from it', async ({ page }) => {
  await openPlan(page, planOfCases('2017/18', { board: { amounts: { cumulative_underspend: '2,000' } } }));
  const row = cells(page, "Commissioners' business rules", 'Board');
  await row.getByRole('button', { name: /^Resource limit, Board/ }).click();
  await expect(at(page, 'organisations/B1/resource_limit')).toBeFocused();
  await page.keyboard.type('200,000');
  await expect(row).toHaveText(['2,000', 'Yes', '2,000', 'Yes', '1,000', '']);
});

test('show what cannot be read at its place', async ({ page }) => {
  await openPlan(page, planOfCases('2024/25', { trust: { amounts: { accounts_surplus: '1,23' } } }));
  const cell = at(page, 'organisations/RR8/amounts/accounts_surplus');
  await expect(cell).toHaveAttribute('aria-invalid', 'true');
  await details(page, BRIDGE).locator('summary').click();
  await expect(cell).toBeHidden();
  await page.locator('#problems').getByRole('link', { name: /Surplus or \(deficit\) in the accounts/ }).click();
  await expect(cell).toBeFocused();
  await cell.fill('123');
  await expect(cell).not.toHaveAttribute('aria-invalid');
});

test('take a block from a spreadsheet', async ({ page }) => {
  await openPlan(page, planOfCases('2024/25', { trust: { amounts: { accounts_surplus: '1' } } }));
  await at(page, 'organisations/RR8/amounts/accounts_surplus').focus();
  await paste(page, '(17,351)\t50,360\n');
  await expect(cells(page, BRIDGE, 'Leeds').nth(7)).toHaveText('33,009');
});

test('are kept under rules that have no use for them, and counted when the year changes', async ({ page }) => {
  const trust = { amounts: { contract_value: '4,000', accounts_surplus: '5' }, answers: { cquin_reserve_released: true } };
  await openPlan(page, planOfCases('2017/18', { trust, amounts: { fair_share: '7' } }));
  await expect(details(page, 'Capital bonus or cut: kept, counts nothing under these rules')).toBeVisible();
  await expect(page.locator('#figures')).not.toContainText('Kept from other rules');
  await chooseYear(page, '2024/25: DSF');
  const said = page.locator('#plan').getByRole('status');
  await expect(said).toContainText(`entries for “${BRIDGE}”, entries for “Capital bonus or cut”`);
  await expect(said.getByRole('listitem').filter({ hasText: 'CQUIN' })).toHaveText(
    'entries for “Quality payments (CQUIN)” (1 organisation)',
  );
  await expect(details(page, 'Quality payments (CQUIN): kept, counts nothing under these rules')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Quality payments (CQUIN), £000' })).toHaveCount(0);
  await expect(figure(page, 'system/statements/0/lines/0/amount')).toHaveText('7');
});

test('show names that no rule asks for, so that they can be taken out', async ({ page }) => {
  await openPlan(page, planOfCases('2024/25', { amounts: { fair_shar: '7' } }));
  await page.locator('#problems').getByRole('link', { name: /No rule asks for “fair_shar” here/ }).click();
  await expect(at(page, 'amounts/fair_shar')).toBeFocused();
  await expect(details(page, 'Names that no rule asks for: the system')).toBeVisible();
  await page.keyboard.press('Backspace');
  await expect(page.locator('#problems')).not.toContainText('No rule asks');
});

test('show what stands under a name of somebody else, of another kind, or blank', async ({ page }) => {
  const trust = { amounts: { fair_share: '7', nonsense: null }, answers: { accounts_surplus: true } };
  await openPlan(page, planOfCases('2024/25', { trust, amounts: { duty_performance: '4' } }));
  for (const path of [
    'organisations/RR8/amounts/fair_share',
    'organisations/RR8/amounts/nonsense',
    'organisations/RR8/answers/accounts_surplus',
    'amounts/duty_performance',
  ])
    await expect(at(page, path)).toHaveAttribute('aria-invalid', 'true');
});

test('stand folded in a plan that has no use for them, however the plan before was left', async ({ page }) => {
  await openPlan(page, planOfCases('2024/25', { trust: { amounts: { accounts_surplus: '1' } } }));
  await details(page, BRIDGE).locator('summary').click();
  await expect(details(page, BRIDGE)).not.toHaveAttribute('open');
  await openPlan(page, planOfCases('2024/25', { trust: { amounts: { accounts_surplus: '2' } } }));
  await expect(details(page, BRIDGE)).toHaveAttribute('open', '');
});

test('have a place for what is wrong in one that is folded', async ({ page }) => {
  await openPlan(page, planOfCases('2024/25', { trust: { amounts: { accounts_surplus: '1,23' } } }));
  const wrong = at(page, 'organisations/RR8/amounts/accounts_surplus');
  await details(page, BRIDGE).locator('summary').click();
  await chooseYear(page, '2025/26: DSF');
  await expect(details(page, BRIDGE)).not.toHaveAttribute('open');
  await expect(wrong).toHaveAttribute('aria-invalid', 'true');
  await page.locator('#problems').getByRole('link', { name: /“1,23”/ }).click();
  await expect(wrong).toBeFocused();
});

test('have no unit where there is no amount', async ({ page }) => {
  await openPlan(page, planOfCases('2025/26', { trust: { answers: { segment_1_or_2: true } } }));
  await expect(results(page).getByRole('table', { name: 'Oversight override', exact: true })).toBeVisible();
});

test('are accessible, narrow, and printed', async ({ page }) => {
  test.slow();
  const trust = { amounts: { accounts_surplus: '1,23', duty_performance: '4' }, answers: { segment_1_or_2: true } };
  await page.setViewportSize({ width: 320, height: 640 });
  await openPlan(page, planOfCases('2025/26', { trust, amounts: { historic_overspend: '100' } }));
  await expect(cells(page, 'Break-even duty', 'Leeds').first()).toHaveText('4');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  const { violations } = await new AxeBuilder({ page }).include('#beside').include('.results').analyze();
  expect(violations).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  await expect(inputs(page)).toBeHidden();
  await expect(page.getByRole('table', { name: 'Break-even duty, £000' })).toBeVisible();
  await expect(results(page)).toBeVisible();
});
