import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { figure, openPlan } from './made-up-plan.mjs';
import { EVERY_PLAN, plan2018, plan2019, plan2022, planOfSupport } from './plans-by-year.mjs';

const showQuarters = (page, label) => page.getByLabel('Organisation or group').selectOption({ label });

const rowOf = (page, table, name) =>
  page
    .getByRole('table', { name: table })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) })
    .getByRole('cell');

test('names both funds of a year, and to each organisation its own', async ({ page }) => {
  await openPlan(page, plan2018());
  const organisations = page.getByRole('table', { name: /^Organisations to Q3/ });
  for (const basis of ['Before the funds', 'The funds (CSF and PSF)', 'After the funds'])
    await expect(organisations.getByRole('columnheader', { name: basis })).toBeVisible();
  await expect(page.getByRole('table', { name: 'CSF and PSF by quarter: Madeupshire' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'CSF test by test: Madeupshire' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'PSF test by test: Madeupshire' })).toBeVisible();
  await showQuarters(page, 'Made-up provider AAA (AAA)');
  await expect(page.getByRole('table', { name: 'PSF by quarter: Made-up provider AAA', exact: true })).toBeVisible();
  await expect(page.getByRole('table', { name: 'CSF test by test: Made-up provider AAA' })).toHaveCount(0);
  await expect(page.getByRole('table', { name: /^Performance for the PSF, A&E/ })).toBeVisible();
});

test('groups the tests of three funds by fund', async ({ page }) => {
  await openPlan(page, plan2019({ changes: { 'psf-2019-20:system_share': '20%' } }));
  await showQuarters(page, 'Made-up provider AAA (AAA)');
  await expect(page.getByRole('table', { name: 'FRF, MRET and PSF by quarter: Made-up provider AAA' })).toBeVisible();
  const psf = page.getByRole('table', { name: 'PSF test by test: Made-up provider AAA' });
  await expect(psf.getByRole('rowheader', { name: 'System’s control total' })).toBeVisible();
  const mret = page.getByRole('table', { name: 'MRET test by test: Made-up provider AAA' });
  await expect(mret.getByRole('row').nth(2).getByRole('cell')).toHaveText(['100', '100', '100', '100', '400']);
  await expect(page.getByRole('table', { name: 'FRF, MRET and PSF by outcome, £000: Made-up provider AAA' })).toBeVisible();
  await showQuarters(page, 'Commissioners');
  await expect(page.getByText('The FRF, MRET and PSF pay nothing here: none is for commissioners.')).toBeVisible();
});

test('has no table, column or case of a fund in a year without one, and says so', async ({ page }) => {
  await openPlan(page, plan2022());
  const results = page.locator('.results');
  await expect(results.getByText('No fund hangs on the financial plan in 2022/23, under these rules.')).toBeVisible();
  await expect(results.locator('.answer__panel')).not.toContainText('the fund');
  await expect(results.locator('.checks')).not.toContainText('fund');
  await expect(results.getByRole('heading', { name: /^Who is in the fund/ })).toBeHidden();
  await expect(results.getByRole('heading', { name: /^What decides/ })).toBeHidden();
  await expect(results.getByRole('table', { name: /by quarter:|test by test|by outcome/ })).toHaveCount(0);
  await expect(results.getByRole('columnheader', { name: /fund|Paid|Lost|cliff/i })).toHaveCount(0);
  await expect(results.getByRole('rowheader', { name: /fund|Incentive/i })).toHaveCount(0);
  await expect(results.getByRole('table', { name: 'What follows from each outcome, 2022/23' })).toContainText(
    'written off',
  );
});

test('calls the target what it was called in the year', async ({ page }) => {
  await openPlan(page, plan2022());
  const results = page.locator('.results');
  for (const name of ['Financial plans and positions', /^Organisations to Q3/]) {
    const head = results.getByRole('table', { name }).getByRole('columnheader', { name: /^Financial plan for the year/ });
    await expect(head).toBeVisible();
  }
  await expect(results.getByRole('columnheader', { name: /control total/i })).toHaveCount(0);
  await expect(results.getByRole('columnheader', { name: 'System meets its financial plan' })).toBeVisible();
  await expect(figure(page, 'organisations/AAA/position/control_total')).toHaveAccessibleName(
    'Financial plan, Made-up provider AAA: minus £4,000k, show working',
  );
  await showQuarters(page, 'Made-up provider AAA (AAA)');
  await expect(results.getByRole('table', { name: 'Versions of the financial plan: Made-up provider AAA' })).toBeVisible();
  await openPlan(page, { ...plan2019(), year: '2020/21', fund: 'FRF' });
  await expect(
    results.getByRole('table', { name: 'Financial improvement trajectories and positions' }),
  ).toBeVisible();
});

test('sets target, position and variance side by side, before the fund and after it', async ({ page }) => {
  await openPlan(page, planOfSupport('2025/26', { changes: { 'dsf-2025-26:by_forecast': 'no' } }));
  await showQuarters(page, 'Made-up provider AAA (AAA)');
  const table = 'Target and position: Made-up provider AAA';
  const heads = page.getByRole('table', { name: table }).getByRole('columnheader');
  await expect(heads).toHaveText([
    'Before the fund (excluding DSF)',
    'After the fund (including DSF)',
    'Year to date',
    'Target £000',
    'Position £000',
    /^Variance/,
    'Result',
    'Target £000',
    'Position £000',
    /^Variance/,
  ]);
  // 750 are paid for the first quarter, nothing for the two after it.
  await expect(rowOf(page, table, 'To Q2')).toHaveText(['(2,000)', '(2,100)', '(100)', 'Missed', '(500)', '(1,350)', '(850)']);
  await expect(rowOf(page, table, 'To Q4')).toHaveText(['(4,000)', ...Array(6).fill('to come')]);
  const year = 'The year 2025/26: Made-up provider AAA';
  await expect(rowOf(page, year, 'Gap without the fund')).toHaveText(['4,000']);
  await showQuarters(page, 'Made-up commissioner BBB (BBB)');
  await expect(rowOf(page, 'The year 2025/26: Made-up commissioner BBB', 'Gap without the fund')).toHaveCount(0);
});

test('says why there are no four cases where the quarter before decides', async ({ page }) => {
  await openPlan(page, planOfSupport('2025/26'));
  const section = page.getByRole('region', { name: 'Own and system: what follows from each outcome' });
  await expect(section).toContainText('the first quarter is paid when the plan is agreed');
  await expect(section.getByRole('table')).toContainText('Overspend carried forward');
  await expect(section).toContainText(/If the system missed all yearWhat it would cost .* in DSF money/);
  // Three of four equal quarters of 3,000.
  await expect(section.locator('[data-figure$="/neighbours_cost"]')).toHaveText('2,250');
  await expect(page.locator('[data-figure*="/matrix/"]')).toHaveCount(0);
});

for (const [what, plan] of Object.entries(EVERY_PLAN)) {
  test(`is sound with ${what}: accessible, narrow, each figure with a working`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width: 320, height: 640 });
    await openPlan(page, plan());
    await expect(page.getByRole('heading', { name: 'The answer' })).toBeVisible();
    await page.getByRole('button', { name: 'Read the rules' }).click();
    await page.getByText('Compare two years’ rules').click();
    await page.getByLabel('Compared with').selectOption('stf-2017-18');
    await page.getByText('Glossary', { exact: true }).click();
    await expect(page.locator('.glossary')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    const { violations } = await new AxeBuilder({ page }).include('.results').analyze();
    expect(violations).toEqual([]);
    const without = await page.locator('[data-figure]:not([disabled])').evaluateAll((buttons) =>
      buttons
        .filter((button) => {
          button.click();
          return !document.querySelector('#working')?.textContent?.includes(' = ');
        })
        .map((button) => button.dataset.figure),
    );
    expect(without).toEqual([]);
    const levels = await page
      .locator('.results :is(h2, h3, h4)')
      .evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => Number(one.localName[1])));
    expect(levels.filter((level, place) => level > (levels[place - 1] ?? 1) + 1)).toEqual([]);
  });
}
