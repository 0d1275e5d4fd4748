import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { figure, openPlan } from './made-up-plan.mjs';
import { at, saved } from './page.mjs';
import { plan2018, plan2019, planOfSupport } from './plans-by-year.mjs';

const PHASING = 'changes/psf-2018-19:phasing';

const openBook = (page) => page.getByRole('button', { name: 'Read the rules' }).click();

const rule = (page, path) => page.locator('.rule-book__rule').filter({ has: at(page, path) });

const inThisPlan = (page) => page.locator('.in-this-plan');

test('tells the rules by scheme and chapter, each with how it is known', async ({ page }) => {
  await openPlan(page, plan2018());
  await openBook(page);
  const book = page.locator('#rule-book');
  await expect(book.getByRole('heading', { level: 3 })).toHaveText([
    'Commissioner sustainability fund 2018/19',
    'Provider sustainability fund 2018/19',
  ]);
  await expect(book.getByRole('heading', { level: 4, name: 'Being in the fund' })).toHaveCount(2);
  const asked = rule(page, 'changes/csf-2018-19:phasing');
  await expect(asked).toContainText('This value is asked of you, because the fund\'s own guidance was not read');
  await expect(rule(page, PHASING)).toContainText('Value: 15%, 20%, 30%, 35%.');
  await expect(book).toContainText('To meet it: Have a deficit control total');
});

test('changes a value, says so wherever the rule is cited, and has a way back', async ({ page }) => {
  await openPlan(page, plan2018());
  await openBook(page);
  const earned = figure(page, 'organisations/AAA/fund/total/available/quarters/0');
  await page.getByLabel('Organisation or group').selectOption({ label: 'Made-up provider AAA (AAA)' });
  await expect(earned).toHaveText('1,500');
  await at(page, PHASING).fill('25%');
  await expect(earned).toHaveText('2,500');
  const words = 'Changed in this plan: 25% instead of 15%, 20%, 30%, 35%.';
  await expect(rule(page, PHASING)).toContainText(words);
  await expect(inThisPlan(page)).toContainText(`Shares of the quarters, PSF 2018/19. ${words}`);
  await expect(page.getByText(/1 of their rules is changed or set in this plan\./)).toBeVisible();

  await earned.click();
  const working = page.getByRole('region', { name: /^Working/ });
  await expect(working.locator('.steps__rule').filter({ hasText: 'Shares of the quarters' }).first()).toContainText(
    'Changed in this plan',
  );
  await expect(working.locator('.cited')).toContainText(words);
  expect((await saved(page)).plan.changes).toEqual({ 'psf-2018-19:phasing': '25%' });

  await rule(page, PHASING).getByRole('button', { name: 'Use the published value' }).click();
  await expect(at(page, PHASING)).toBeFocused();
  await expect(at(page, PHASING)).toHaveValue('');
  await expect(earned).toHaveText('1,500');
  await expect(rule(page, PHASING)).not.toContainText('Changed in this plan');
  await expect(inThisPlan(page).getByRole('heading', { name: 'Changed in this plan' })).toBeHidden();
  expect((await saved(page)).plan.changes).toEqual({});
});

test('goes back to the published value from the list of changes, too', async ({ page }) => {
  await openPlan(page, plan2018({ changes: { 'psf-2018-19:recovery': 'no' } }));
  const line = inThisPlan(page).getByRole('listitem').filter({ hasText: 'Changed in this plan: no instead of yes.' });
  await line.getByRole('button', { name: /^Go to the rule/ }).click();
  await expect(at(page, 'changes/psf-2018-19:recovery')).toBeFocused();
  await expect(at(page, 'changes/psf-2018-19:recovery')).toHaveValue('no');
  await line.getByRole('button', { name: /^Use the published value/ }).click();
  await expect(page.getByRole('heading', { name: 'Rules and assumptions' })).toBeFocused();
  await expect(at(page, 'changes/psf-2018-19:recovery')).toHaveValue('');
});

test('sets a value that is asked, by keyboard from what misses it', async ({ page }) => {
  await openPlan(page, planOfSupport('2025/26'));
  const stillAsked = inThisPlan(page).getByRole('heading', { name: 'Asked of you, and not set yet' });
  await expect(stillAsked).toBeVisible();
  const lost = figure(page, 'organisations/AAA/fund/total/lost/year');
  await expect(lost).toHaveText('not known');
  await lost.focus();
  await page.keyboard.press('Enter');
  const need = page.getByRole('region', { name: /^Working/ }).locator('.needs').getByRole('button', { name: /forecast/i }).first();
  await need.focus();
  await page.keyboard.press('Enter');
  const field = at(page, 'changes/dsf-2025-26:by_forecast');
  await expect(field).toBeFocused();
  await page.keyboard.press('N');
  await expect(field).toHaveValue('no');
  await expect(lost).toHaveText('1,500');
  await expect(rule(page, 'changes/dsf-2025-26:by_forecast')).toContainText('Set in this plan: no. No value is published.');
  await expect(stillAsked).toBeHidden();
});

test('invites the value of a rule that is not verified', async ({ page }) => {
  await openPlan(page, plan2019());
  await openBook(page);
  const remembered = page
    .locator('.rule-book__rule')
    .filter({ has: page.getByText('Not verified', { exact: true }) })
    .filter({ has: page.locator('.parameter') });
  await expect(remembered.first()).toContainText('Not verified: if you have the document, enter what it says.');
});

test('says at the field what is wrong with a value, and keeps it', async ({ page }) => {
  await openPlan(page, plan2018());
  await openBook(page);
  await at(page, PHASING).fill('15%, 20%, 30%, 36%');
  await expect(at(page, PHASING)).toHaveAttribute('aria-invalid', 'true');
  await expect(at(page, PHASING)).toHaveAccessibleDescription(/the four do not add to 100%/);
  const link = page.locator('#problems').getByRole('link', { name: /^Shares of the quarters, PSF 2018\/19: / });
  await link.click();
  await expect(at(page, PHASING)).toBeFocused();
  await expect(at(page, PHASING)).toHaveValue('15%, 20%, 30%, 36%');
  await expect(rule(page, PHASING)).not.toContainText('Changed in this plan');
  await at(page, PHASING).fill('15%, 20%, 30%, 35%');
  await expect(at(page, PHASING)).not.toHaveAttribute('aria-invalid', 'true');
});

test('marks a value that a file brings before the book was ever open', async ({ page }) => {
  await openPlan(page, plan2018({ changes: { 'psf-2018-19:recovery': 'perhaps', 'stf-2017-18:recovery': 'no', lost: '1' } }));
  await page.locator('#problems').getByRole('link', { name: /perhaps/ }).click();
  const field = at(page, 'changes/psf-2018-19:recovery');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('perhaps');
  await expect(field).toHaveAccessibleDescription(/neither yes nor no/);
  // What is of other rules or of none is kept, said, and can be taken out.
  await page.locator('#problems').getByRole('link', { name: /no parameter “lost”/ }).click();
  const remove = inThisPlan(page).getByRole('button', { name: 'Remove it: lost' });
  await expect(remove).toBeFocused();
  await remove.click();
  await expect(page.locator('#problems')).not.toContainText('no parameter');
  await expect(inThisPlan(page)).toContainText('It is not used: these rules are not those of the plan.');
});

test('shows another plan’s values once it is opened', async ({ page }) => {
  await openPlan(page, plan2018({ changes: { 'psf-2018-19:phasing': '25%' } }));
  await openBook(page);
  await expect(at(page, PHASING)).toHaveValue('25%');
  await openPlan(page, plan2018());
  await expect(at(page, PHASING)).toHaveValue('');
  await openPlan(page, plan2019());
  await expect(at(page, PHASING)).toHaveCount(0);
  await expect(at(page, 'changes/psf-2019-20:system_share')).toBeVisible();
});

test.describe('the worked cases that test a rule', () => {
  const named = (page, name) =>
    page.locator('#rule-book .rule-book__rule').filter({ has: page.getByText(name, { exact: true }) });

  test('stand beside it, folded, with their files', async ({ page }) => {
    await openPlan(page, planOfSupport('2026/27'));
    await openBook(page);
    const delivery = named(page, 'On plan at the end of the quarter before');
    const files = delivery.getByText(/scheme_dsf_2026_27\.toml \(\d+\)/);
    await expect(files).toBeHidden();
    await delivery.getByText(/^Tested by \d+ worked cases$/).focus();
    await page.keyboard.press('Enter');
    await expect(files).toBeVisible();
    await page.setViewportSize({ width: 320, height: 640 });
    const { x, width } = await files.boundingBox();
    expect(x + width).toBeLessThanOrEqual(320);
    const { violations } = await new AxeBuilder({ page }).include('#rule-book').analyze();
    expect(violations).toEqual([]);
  });

  test('or that there are none yet, are said of every rule that is computed, and of no other', async ({ page }) => {
    await openPlan(page, plan2019());
    await openBook(page);
    await expect(page.locator('#rule-book h3')).toHaveCount(3);
    const chapters = await page.locator('#rule-book h4').evaluateAll((headings) =>
      headings.map((heading) => [heading.textContent, [...heading.nextElementSibling.children].map((rule) => rule.textContent)]),
    );
    const titles = ['What each quarter pays', 'What else hangs on own and system', 'Stated, not computed'];
    expect(chapters.map(([title]) => title)).toEqual(expect.arrayContaining(titles));
    const says = (rule) => /Tested by \d+ worked case|No case tests this rule yet\./.test(rule);
    for (const [title, rules] of chapters) {
      const isComputed = !titles.slice(1).includes(title);
      expect(rules.filter((rule) => says(rule) !== isComputed)).toEqual([]);
    }
  });

  test('stand beside conventions and readings too', async ({ page }) => {
    await openPlan(page, plan2018());
    await page.getByText(/^Assumptions log/).click();
    const readings = page.locator('#assumptions .rule-book__rule');
    const rounding = readings.filter({ has: page.getByText('Rounding', { exact: true }) });
    await rounding.getByText(/^Tested by \d+ worked cases$/).click();
    await expect(rounding).toContainText(/rounding\.toml \(\d+\)/);
  });
});

test('compares two years’ rules: what changed, what only one has, what is the same', async ({ page }) => {
  await openPlan(page, planOfSupport('2025/26'));
  await page.getByText('Compare two years’ rules').click();
  await expect(page.getByLabel('Rules', { exact: true })).toHaveValue('dsf-2025-26');
  await page.getByLabel('Compared with').selectOption({ label: '2026/27 DSF' });
  const table = page.getByRole('table', { name: 'What differs: DSF 2025/26 and DSF 2026/27' });
  const row = (name) => table.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
  await expect(row('Share that hangs on the system')).toContainText(/Other value.*100%\..*0%\./);
  await expect(row('Shares of the quarters')).toContainText('Other words');
  await expect(row('Part that a miss withholds')).toContainText(/Only in DSF 2025\/26.*No such rule\./);
  await expect(page.locator('#comparison')).toContainText(/The same in both: .+/);
  await page.setViewportSize({ width: 320, height: 640 });
  await expect(row('Share that hangs on the system').getByRole('cell')).toHaveCount(2);
  const [left, right] = await row('Share that hangs on the system')
    .getByRole('cell')
    .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().x));
  expect(left).toBe(right);
});

test('explains the words, and how the same thing was called in which years', async ({ page }) => {
  await openPlan(page, plan2018());
  await page.getByText('Glossary', { exact: true }).click();
  const glossary = page.locator('#glossary');
  await expect(glossary.getByRole('term').filter({ hasText: /^Control total$/ })).toBeVisible();
  const names = glossary.getByRole('table', { name: 'Same thing, other name' });
  await expect(names.getByRole('row').filter({ hasText: 'The fund' }).first()).toContainText('STF');
});

test('reads the rule book from top to bottom to those who listen', async ({ page }) => {
  await openPlan(page, planOfSupport('2025/26', { changes: { 'dsf-2025-26:by_forecast': 'no' } }));
  await openBook(page);
  await expect(page.getByRole('region', { name: 'Rules and assumptions' })).toMatchAriaSnapshot(`
    - heading "Rules and assumptions" [level=2]
    - heading "Changed in this plan" [level=3]
    - list:
      - listitem:
        - strong: Choice of forecast or position to date, DSF 2025/26.
        - text: "Set in this plan: no. No value is published."
        - 'button "Go to the rule: Choice of forecast or position to date, DSF 2025/26"'
        - 'button "Clear this value: Choice of forecast or position to date, DSF 2025/26"'
    - heading "Assumed in this plan" [level=3]
    - list
    - group:
      - heading "Deficit support funding 2025/26" [level=3]
      - heading "The control total" [level=4]
      - list
      - heading "Being in the fund" [level=4]
      - list
      - heading "What each quarter pays" [level=4]
      - list:
        - listitem:
          - paragraph:
            - strong: Shares of the quarters
            - strong: Derived
          - 'textbox "In this plan: Shares of the quarters, DSF 2025/26"'
  `);
});
