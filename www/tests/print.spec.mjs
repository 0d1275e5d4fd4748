import { expect, test } from '@playwright/test';
import { figure, madeUpPlan, openPlan } from './made-up-plan.mjs';
import { plan2018, planOfSupport } from './plans-by-year.mjs';

const open = async (page, plan) => {
  await openPlan(page, plan);
  await expect(figure(page, 'system/position/variance/2')).toBeVisible();
};

test('prints the answer, the tables and the chart, headed by plan, rules and date', async ({
  page,
}) => {
  await open(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Board paper, Madeupshire')).toBeVisible();
  await expect(
    page.getByText(
      /^Rules: .+\. Position at 31 December 2017\. Control total calculator, version \d/,
    ),
  ).toBeVisible();
  await expect(page.locator('.answer__system')).toBeVisible();
  await expect(page.getByRole('table', { name: /Organisations to Q3/ })).toBeVisible();
  await expect(page.getByRole('img', { name: /^Variances/ })).toBeVisible();
  await expect(page.getByRole('table', { name: /^From target to position/ })).toBeVisible();
});

test('prints no controls', async ({ page }) => {
  await open(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.results select:visible')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Read the rules' })).toBeHidden();
});

test('says on every heading and table that figures are made up, and only then', async ({
  page,
}) => {
  await open(page);
  await page.emulateMedia({ media: 'print' });
  const marks = () =>
    page
      .locator('.results h2:visible, .results caption:visible')
      .evaluateAll((all) =>
        all.map((one) => getComputedStyle(one, '::after').content.includes('illustrative')),
      );
  expect(new Set(await marks())).toEqual(new Set([true]));
  await page.emulateMedia({ media: 'screen' });
  await open(page, { ...madeUpPlan(), illustrative: false });
  await page.emulateMedia({ media: 'print' });
  await expect.poll(async () => [...new Set(await marks())]).toEqual([false]);
});

test('prints the working when it is open, and only then', async ({ page }) => {
  await open(page);
  await figure(page, 'system/position/variance/2').click();
  await page.emulateMedia({ media: 'print' });
  const working = page.getByRole('region', { name: /^Working: Variance to date/ });
  await expect(working).toBeVisible();
  expect(await working.evaluate((node) => getComputedStyle(node).position)).toBe('static');
  await expect(working.getByRole('button', { name: 'Close working' })).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await page.keyboard.press('Escape');
  await page.emulateMedia({ media: 'print' });
  await expect(working).toHaveCount(0);
});

test('prints what the plan changes of the rules, and marks what is not verified', async ({ page }) => {
  await openPlan(page, plan2018({ changes: { 'psf-2018-19:recovery': 'no' } }));
  await expect(page.locator('.answer__system')).toContainText('2018/19');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Changed in this plan: no instead of yes.')).toBeVisible();
  await expect(page.getByText('Not verified', { exact: true }).filter({ visible: true }).first()).toBeVisible();
  await expect(page.locator('#comparison')).toBeHidden();
  await expect(page.locator('#glossary')).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('button', { name: 'Read the rules' }).click();
  await page.getByText('Compare two years’ rules').click();
  await page.getByLabel('Compared with').selectOption('psf-2019-20');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.parameter').first()).toBeHidden();
  await expect(page.getByRole('table', { name: /^What differs/ })).toBeVisible();
});

test('is a few pages of A4, landscape', async ({ page }) => {
  await open(page);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const [, width, height] = pdf.match(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/) ?? [];
  expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([842, 595]);
  expect(pdf.match(/\/Type \/Page\b(?!s)/g)?.length).toBeLessThanOrEqual(8);
});

test('names a value that is asked for, though its button is not printed', async ({ page }) => {
  await openPlan(page, planOfSupport('2026/27'));
  await page.emulateMedia({ media: 'print' });
  const asked = page.locator('.in-this-plan').getByRole('listitem').filter({ hasText: 'Nothing was found for this year' });
  await expect(asked.getByRole('button')).toHaveCount(0);
  expect(await asked.innerText()).toMatch(/^Choice of forecast or position to date, DSF 2026\/27\. Nothing was found/);
});
