import { expect, test } from '@playwright/test';
import { figure, openPlan } from './made-up-plan.mjs';
import { at } from './page.mjs';
import { plan2016, plan2019, planOfSupport } from './plans-by-year.mjs';

const decides = (page) => page.getByRole('region', { name: 'What decides, one organisation at a time' });

const choose = (page, name) =>
  page.getByLabel('Organisation whose money is decided').selectOption({ label: name });

const condition = (page, name) =>
  decides(page).getByRole('listitem').filter({ has: page.getByText(`${name}:`, { exact: true }) });

test('shows in a row for each organisation which conditions it meets', async ({ page }) => {
  await openPlan(page, plan2016());
  const table = page.getByRole('table', { name: 'Conditions of the STF, by organisation' });
  await expect(table.getByRole('columnheader')).toHaveText([
    'Organisation',
    'Accept the control total',
    'Productivity milestones in the plan',
    'Agency spending milestones in the plan',
    'Performance trajectories agreed',
    'In the STF',
  ]);
  const cells = (code) =>
    table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: code }) }).getByRole('cell');
  await expect(cells('AAA')).toHaveText(['Met', 'Met', 'Met', 'Met', 'Yes']);
  await expect(cells('BBB')).toHaveText(['Met', 'Met', 'Not met', 'not known', 'No']);
});

test('takes an organisation apart, condition by condition, when its name is chosen', async ({ page }) => {
  await openPlan(page, plan2016());
  await page.getByRole('button', { name: 'Made-up provider BBB: what decides' }).click();
  await expect(page.getByRole('heading', { name: /^What decides/ })).toBeFocused();
  await expect(decides(page).getByRole('heading', { name: 'STF: is Made-up provider BBB in it?' })).toBeVisible();
  await expect(decides(page)).toContainText('In the STF: No 1 of its 4 conditions is not met, so the STF pays it nothing.');
  const agency = condition(page, 'Agency spending milestones in the plan');
  await expect(agency).toContainText('Not met');
  await expect(agency).toContainText('Sourced');
  await expect(agency).toContainText('must contain milestones for spending less on agency staff');
  await expect(agency).toContainText('To meet it: Put milestones for lower agency spending into the plan.');
  const agreed = condition(page, 'Performance trajectories agreed');
  await expect(agreed).toContainText('It is not answered yet.');
  const met = condition(page, 'Accept the control total');
  await expect(met).not.toContainText('To meet it');
});

test('leads from a condition to where it is answered', async ({ page }) => {
  await openPlan(page, plan2016());
  await choose(page, 'Made-up provider BBB (BBB)');
  const go = condition(page, 'Accept the control total').getByRole('button', { name: 'Go to the answer' });
  await go.focus();
  await page.keyboard.press('Enter');
  await expect(at(page, 'organisations/BBB/accepted')).toBeFocused();
  await page.keyboard.press('n');
  await expect(condition(page, 'Accept the control total')).toContainText('Not met');
  await expect(decides(page)).toContainText('2 of its 4 conditions are not met');
});

test('says quarter by quarter which tests decide, and what they earn', async ({ page }) => {
  await openPlan(page, plan2016());
  const rows = page.getByRole('table', { name: 'STF, what decides: Made-up provider AAA' }).getByRole('row');
  const cells = (name) => rows.filter({ has: page.getByRole('rowheader', { name, exact: true }) }).getByRole('cell');
  await expect(cells('Own control total met to date')).toHaveText(['Met', 'Missed', 'Met', 'to come', '']);
  await expect(cells('Trajectory agreed').first()).toHaveText('Met');
  // 91% against trajectories of 91% and 92%.
  await expect(cells('Performance').nth(6)).toHaveText('Met');
  await expect(cells('Performance').nth(7)).toHaveText('Missed');
  await expect(cells('Earned').nth(4)).toHaveText('3,500');
  await expect(decides(page)).toContainText('one penny short earns nothing for the quarter');
});

test('opens the working of a condition and of a test', async ({ page }) => {
  await openPlan(page, plan2016());
  // What the user answered is a yes, and what is worked out of it is met.
  for (const [path, words] of [
    ['eligibility/0/conditions/1/met', /^Working: .+ = yes$/],
    ['eligibility/0/met', /^Working: .+ = met$/],
    ['performance/0/tests/0/met', /^Working: .+ = yes$/],
  ]) {
    await figure(page, `organisations/AAA/${path}`).click();
    await expect(page.getByRole('heading', { name: words })).toBeFocused();
  }
});

test('says by how much a plan has to improve, and what that unlocks', async ({ page }) => {
  await openPlan(page, planOfSupport('2026/27'));
  await expect(decides(page)).toContainText('Improve the plan by £1,000k to unlock £3,000k, of which each quarter is still to be earned.');
  await at(page, 'organisations/AAA/allocation/DSF').fill('3500');
  await expect(decides(page)).toContainText('Improve the plan by £500k to unlock £3,500k, of which');
  await at(page, 'organisations/AAA/allocation/DSF').fill('4000');
  await expect(decides(page)).not.toContainText('Improve the plan');
  await at(page, 'organisations/AAA/allocation/DSF').fill('3500');
  await at(page, 'organisations/AAA/accepted').selectOption('No');
  await expect(decides(page)).toContainText('Improve the plan by £500k to balance, which alone unlocks nothing: another condition is not met.');
});

test('says by how much the system’s plan has to improve, where that has to balance', async ({ page }) => {
  const plan = planOfSupport('2025/26');
  plan.organisations[0].allocation = { DSF: '2,500' };
  await openPlan(page, plan);
  await expect(decides(page)).toContainText('Improve the system’s plan by £500k to unlock £2,500k');
});

test('lists what a condition that is worked out still needs', async ({ page }) => {
  const plan = planOfSupport('2025/26');
  plan.organisations[1].control_total.amount = null;
  await openPlan(page, plan);
  const balanced = condition(page, 'Plan balances with the support');
  await expect(balanced).toContainText('It is worked out from the figures of the plan.');
  await balanced.getByRole('button', { name: /^BBB: / }).first().click();
  await expect(at(page, 'organisations/BBB/control_total/amount')).toBeFocused();
});

test('sets the test of a quarter under the quarter that it pays', async ({ page }) => {
  const byPosition = { changes: { 'dsf-2025-26:by_forecast': 'no' } };
  await openPlan(page, planOfSupport('2025/26', byPosition));
  const row = decides(page).getByRole('row', { name: /^System’s plan met to date at the end of the quarter before/ });
  // To date the system misses by 25, misses by 100 and meets with 125 to spare.
  await expect(row.getByRole('cell')).toHaveText(['no test', 'Missed', 'Missed', 'Met', '']);
});

test('asks for the test that is not chosen, and for a share that is not set', async ({ page }) => {
  await openPlan(page, planOfSupport('2025/26'));
  await expect(decides(page)).toContainText('Not known, because no value is published and none is set:');
  await decides(page).getByRole('button', { name: 'Choice of forecast or position to date, DSF 2025/26' }).click();
  await expect(at(page, 'changes/dsf-2025-26:by_forecast')).toBeFocused();
  await openPlan(page, plan2019());
  await decides(page).getByRole('button', { name: /^Share that hangs on the system/ }).first().click();
  await expect(at(page, 'changes/frf-2019-20:system_share')).toBeFocused();
});

test('reads from top to bottom to those who listen', async ({ page }) => {
  await openPlan(page, planOfSupport('2026/27'));
  await expect(decides(page)).toMatchAriaSnapshot(`
    - heading "What decides, one organisation at a time" [level=2]
    - combobox "Organisation whose money is decided"
    - 'heading "DSF: is Made-up provider AAA in it?" [level=3]'
    - paragraph:
      - text: "In the DSF:"
      - 'button "In the DSF, Made-up provider AAA: No, show working"'
      - text: /1 of its 2 conditions is not met/
    - list:
      - listitem:
        - paragraph:
          - strong: /Plan agreed|accepted/
          - button /Met, show working/
      - listitem:
        - paragraph:
          - strong
          - button /Not met, show working/
    - paragraph:
      - text: Improve the plan by
    - 'heading "Then: what each quarter’s money of the DSF hangs on" [level=4]'
    - list
    - 'region "DSF, what decides: Made-up provider AAA"':
      - table
  `);
});
