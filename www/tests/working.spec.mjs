import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { figure, madeUpPlan, openPlan } from './made-up-plan.mjs';

const working = (page) => page.getByRole('region', { name: /^Working: / });

test('opens with the exact value, and the focus moves into it', async ({ page }) => {
  const plan = madeUpPlan();
  plan.organisations[0].allocation = { STF: '10000.12345' };
  await openPlan(page, plan);
  await figure(page, 'organisations/AAA/fund/total/paid/year').click();
  const title = page.getByRole('heading', {
    name: 'Working: Paid, year, Made-up provider AAA = £6,500,080.25',
  });
  await expect(title).toBeFocused();
});

test('goes down to inputs and rules', async ({ page }) => {
  await openPlan(page);
  await figure(page, 'organisations/AAA/fund/total/paid/year').click();
  const panel = working(page);
  await expect(panel).toContainText('added together');
  await panel.getByRole('button', { name: 'Expand all' }).click();
  await expect(panel.getByRole('status')).toContainText(/\d+ steps are open/);
  await expect(panel).toContainText(/Allocation for the year = £10,000,000\.00 entered/);
  await expect(panel.getByText('Not verified', { exact: true }).first()).toBeVisible();
  const rules = panel.locator('.cited');
  await expect(rules).toContainText(/\d+% sure\./);
  await expect(rules).toContainText(/Source: /);

  // Every open step without ingredients is an input, or says by which rule it stands.
  const ends = await panel
    .locator('.steps__leaf')
    .evaluateAll((leaves) =>
      leaves
        .filter(
          (leaf) =>
            !leaf.querySelector('.steps__input') &&
            !leaf.parentElement?.querySelector('.steps__rule'),
        )
        .map((leaf) => leaf.textContent),
    );
  expect(ends).toEqual([]);
});

test('leads from a step to its rule and to its input', async ({ page }) => {
  await openPlan(page);
  await figure(page, 'organisations/AAA/position/variance/2').click();
  const panel = working(page);
  await panel
    .getByRole('button', { name: /^Rule 1: / })
    .first()
    .click();
  await expect(panel.locator('.cited__rule').first()).toBeFocused();
  await panel
    .getByRole('button', { name: /^Go to this input: Position to date/ })
    .first()
    .click();
  await expect(page.locator('input:focus')).toHaveValue('3100');
});

test('closes by Escape, and the focus returns to the figure', async ({ page }) => {
  await openPlan(page);
  const opener = figure(page, 'sides/provider/fund/total/paid/year');
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(working(page)).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await expect(working(page)).toHaveCount(0);
  await expect(opener).toBeFocused();
});

test('builds what is closed only when it is opened', async ({ page }) => {
  await openPlan(page);
  await figure(page, 'system/fund/total/paid/year').click();
  const steps = working(page).locator('.steps__step');
  const before = await steps.count();
  expect(before).toBeLessThan(40);
  await working(page).locator('.steps__details:not([open]) > summary').first().click();
  await expect.poll(() => steps.count()).toBeGreaterThan(before);
});

test('follows the plan while it is open', async ({ page }) => {
  await openPlan(page);
  await figure(page, 'organisations/BBB/position/variance/2').click();
  await expect(page.getByRole('heading', { name: /= \(£150,000\.00\)$/ })).toBeVisible();
  const plan = madeUpPlan();
  plan.organisations[1].actual.Q3 = '(800)';
  await openPlan(page, plan);
  await expect(page.getByRole('heading', { name: /= \(£50,000\.00\)$/ })).toBeVisible();
});

test('every figure and test on the page has a working', async ({ page }) => {
  const plan = madeUpPlan();
  plan.as_at = '2018-03-31';
  for (const one of plan.organisations) one.actual.Q4 = one.control_total.amount;
  plan.organisations[0].performance = {
    a_and_e: { quarters: { Q1: { attendances: '1000', breaches: '40' } } },
  };
  await openPlan(page, plan);
  await page.getByRole('button', { name: 'Made-up provider AAA', exact: true }).click();
  // Some stand in a list that is folded, so they are not clicked by the mouse.
  const missing = await page.locator('[data-figure]:not([disabled])').evaluateAll((buttons) =>
    buttons
      .filter((button) => {
        button.click();
        return !document.querySelector('#working')?.textContent?.includes(' = ');
      })
      .map((button) => button.dataset.figure),
  );
  expect(missing).toEqual([]);
});

test('never hides what has the focus behind it', async ({ page }) => {
  await openPlan(page);
  await figure(page, 'system/position/variance/2').click();
  const far = figure(page, 'system/fund/total/paid/year');
  await far.focus();
  await far.evaluate((node) => node.scrollIntoView({ block: 'nearest' }));
  const covered = await far.evaluate((node) => {
    const { left, top, width, height } = node.getBoundingClientRect();
    const seen = document.elementFromPoint(left + width / 2, top + height / 2);
    return !node.contains(seen);
  });
  expect(covered).toBe(false);
});

test('has no accessibility violation with the working open', async ({ page }) => {
  test.slow();
  await openPlan(page);
  await figure(page, 'system/fund/total/paid/year').click();
  await working(page).getByRole('button', { name: 'Expand all' }).click();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
});
