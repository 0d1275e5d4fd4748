import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { figure, openPlan } from '../made-up-plan.mjs';
import { at, chooseYear, open, saved } from '../page.mjs';
import { EXPECTED, newYearPlan } from './plan.mjs';

const YEAR = '2030/31: Invented';

const ofTheTrust = Object.entries(EXPECTED).filter(([path]) => path.startsWith('organisations/AAA/'));

/** An amount as the page shows it, with pence: commas, and brackets for a minus. */
const shown = (pounds) => {
  const [whole, pence] = pounds.replace('-', '').split('.');
  const amount = `${Number(whole).toLocaleString('en-GB')}.${pence}`;
  return pounds.startsWith('-') ? `(${amount})` : amount;
};

test('offers the year first, and begins with it', async ({ page }) => {
  await open(page);
  const choice = page.getByLabel('Year and fund');
  await expect(choice.locator('option').first()).toHaveText(YEAR);
  await expect(choice.locator('option:checked')).toHaveText(YEAR);
});

test('shows the figures of a plan of the year', async ({ page }) => {
  await openPlan(page, newYearPlan);
  const answer = page.getByRole('region', { name: 'The answer' });
  await expect(answer).toContainText('Newshire is exactly on its spending limit for 2030/31, before the fund.');
  await expect(answer).toContainText(/Rules used: Invented fund 2030\/31\. [1-9]\d* of its rules are not verified\./);
  await page.getByLabel('Organisation or group').selectOption({ label: 'Invented trust (AAA)' });
  for (const [path, pounds] of ofTheTrust) await expect(figure(page, path)).toHaveText(shown(pounds));
  await expect(page.locator('#problems .app-problems__errors')).toHaveCount(0);
});

test('tells its rules, each with how well it is known, and cites them', async ({ page }) => {
  await openPlan(page, newYearPlan);
  await page.getByRole('button', { name: 'Read the rules' }).click();
  const book = page.locator('#rule-book');
  await expect(book.getByRole('heading', { level: 3 })).toHaveText(['Invented fund 2030/31']);
  const rule = (name) => book.locator('.rule-book__rule').filter({ has: page.getByText(name, { exact: true }) });
  const phasing = rule('Shares of the quarters');
  await expect(phasing).toContainText('Not verified');
  await expect(phasing).toContainText('Value: 10%, 20%, 30%, 40%. Recalled, not verified; 1% sure.');
  await expect(phasing).toContainText('Source: No document: invented to test that a year can be added, tests/new-year');
  await expect(phasing).toContainText('No case tests this rule yet.');
  await expect(rule('The system\'s limit is the sum')).toContainText('Derived; 2% sure.');

  await figure(page, 'organisations/AAA/fund/total/paid/year').click();
  const cited = page.getByRole('region', { name: /^Working/ }).locator('.cited');
  await expect(cited).toContainText('At least three beds in four');
  await expect(cited).toContainText('Recalled, not verified; 1% sure.');
});

test('asks for what the year’s rules ask for', async ({ page }) => {
  await openPlan(page, newYearPlan);
  await expect(at(page, 'organisations/AAA/allocation/Invented')).toHaveValue('1,000.01');
  await expect(at(page, 'organisations/AAA/answers/open_books')).toHaveCount(1);
  await expect(page.getByRole('heading', { name: 'Beds freed by noon' }).first()).toBeVisible();
});

test('changes the example to the year, and says what carries over', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: /Lancashire and South Cumbria/ }).first().click();
  await expect(page.getByLabel('Year and fund').locator('option:checked')).toHaveText('2017/18: STF');
  await chooseYear(page, YEAR);
  const notice = page.locator('.app-switch');
  await expect(notice).toContainText(`The rules are now those of ${YEAR}.`);
  await expect(notice).toContainText('What was called the control total is called the spending limit.');
  await expect(notice).toContainText(/Carried over: \d+ organisations, .*whether the spending limit is accepted/);
  await expect(notice).toContainText('“Open books”, yes or no');
  await expect(notice).toContainText('whom Beds freed by noon applies to');
  await expect(notice).toContainText('allocations of the STF');
  await expect(page.getByRole('region', { name: 'The answer' })).toContainText('Invented fund 2030/31');
  expect((await saved(page)).plan).toMatchObject({ year: '2030/31', as_at: '2031-03-31' });
});

test('says that the year has no list of areas, and lets a plan be built by hand', async ({ page }) => {
  await open(page);
  const area = page.locator('#area');
  await expect(area).toContainText('No list of the areas of 2030/31 is held. Give the area a name and add its organisations');
  await expect(page.getByLabel('Find an area')).toBeHidden();
  await page.getByText('Members and subdivisions', { exact: true }).click();
  await page.getByLabel('Area’s name').fill('Newshire');
  await page.getByLabel('Find any trust or commissioner').fill('RXL');
  await area.getByRole('button', { name: /Blackpool/ }).click();
  await expect(area).toContainText('Blackpool Teaching Hospitals');
  await page.getByLabel('Body’s name').fill('Invented board');
  await page.getByLabel('Body’s code').fill('BBB');
  await page.getByLabel('Body’s side').selectOption('commissioner');
  await area.getByRole('button', { name: 'Add this body' }).click();
  await expect(area).toContainText('Newshire: 1 provider, 1 commissioner');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
});
