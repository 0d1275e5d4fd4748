// Several systems: plans opened together, added up by region and for England, and both sides' balance.
// The figures are worked out by hand from those of `system`.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { complaints, open, openFile, tabTo } from './page.mjs';

/** A trust that is to make so much and a commissioner that breaks even, in thousands; a flex to the trust. */
function system(code, { total, gap = 0, flex = 0, year = '2017/18' }) {
  const byQuarter = (amount, more) =>
    Object.fromEntries([1, 2, 3, 4].map((quarter) => [`Q${quarter}`, String((amount * quarter) / 4 + more)]));
  return JSON.stringify({
    kind: 'control-total-plan',
    version: 1,
    title: `Plan of ${code}`,
    year,
    unit: 'thousands',
    as_at: `${Number(year.slice(0, 4)) + 1}-03-31`,
    footprint: { code },
    flexes: flex === 0 ? [] : [{ from: 'Q4', moves: { [`${code}T`]: `${flex}`, [`${code}C`]: `${-flex}` } }],
    organisations: [
      {
        code: `${code}T`,
        name: `Trust of ${code}`,
        side: 'provider',
        control_total: { amount: String(total), profile: byQuarter(total, 0) },
        actual: byQuarter(total, gap),
        allocation: { STF: '1,000' },
        accepted: true,
        agreed_improvement: '0',
      },
      {
        code: `${code}C`,
        name: `Commissioner of ${code}`,
        side: 'commissioner',
        control_total: { amount: '0', profile: byQuarter(0, 0) },
        actual: byQuarter(0, 0),
      },
    ],
  });
}

const PLANS = {
  'lancashire.json': system('QE1', { total: -2_000, gap: 50, flex: 70 }),
  'bristol.json': system('QUY', { total: 400, gap: -20, flex: -20 }),
};

const section = (page) => page.locator('#national');
const chooser = (page) => section(page).getByLabel('Open the plans of several systems');
const table = (page, name) => section(page).getByRole('table', { name });
const figure = (page, path) => section(page).locator(`[data-figure="${path}"]`);

async function openAll(page, plans) {
  const files = Object.entries(plans).map(([name, text]) => ({
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  }));
  await chooser(page).setInputFiles(files);
  await expect(chooser(page)).toHaveValue('');
}

test('are added up by side, by region and in all, and the one that breaks the balance is named', async ({ page }) => {
  const heard = complaints(page);
  await open(page);
  await openAll(page, PLANS);
  await expect(section(page)).toContainText('2 of 2 files opened.');
  await expect(section(page)).toContainText(
    '2 systems together have a control total for 2017/18 of a deficit of £1,600k, in 4 organisations: providers a deficit of £1,550k, commissioners a deficit of £50k.',
  );
  await expect(section(page)).toContainText(
    "The sides no longer balance: flexes make providers take on £50k of commissioners' targets. Money moves between the sides in Lancashire and South Cumbria and Bristol, North Somerset and South Gloucestershire.",
  );
  await expect(figure(page, 'balance/providers')).toHaveText('do not balance');
  await expect(table(page, 'Providers, before the fund').getByRole('row')).toHaveText([
    /^System.*Issued.*Moved by flexes.*Revised in the year.*In force.*Position to Q4.*Variance/,
    /^Lancashire and South Cumbria QE1\s*\(2,000\)\s*70\s*0\s*\(1,930\)\s*\(1,950\)\s*\(20\)$/,
    /^Bristol, North Somerset and South Gloucestershire QUY\s*400\s*\(20\)\s*0\s*380\s*380\s*0$/,
    /^By region$/,
    /^North\s*\(2,000\)\s*70\s*0\s*\(1,930\)\s*\(1,950\)\s*\(20\)$/,
    /^South\s*400\s*\(20\)\s*0\s*380\s*380\s*0$/,
    /^All systems\s*\(1,600\)\s*50\s*0\s*\(1,550\)\s*\(1,570\)\s*\(20\)$/,
  ]);
  await expect(table(page, /^Flexes that move money/).getByRole('row')).toHaveText([
    /^System/,
    /^Lancashire and South Cumbria\s*Providers\s*70\s*\(70\)$/,
    /^Bristol.*\s*Commissioners\s*\(20\)\s*20$/,
  ]);
  expect(heard).toEqual([]);
});

test('a figure opens its working, down to the systems', async ({ page }) => {
  await open(page);
  await openAll(page, PLANS);
  await figure(page, 'all/providers/control_total').click();
  const working = section(page).getByRole('region', { name: /^Working: In force, All systems/ });
  await expect(working).toContainText('£1,550,000.00');
  await expect(working).toContainText('Control total in force of Lancashire and South Cumbria = (£1,930,000.00)');
  await expect(working).toContainText("from the system's own plan");
  await expect(working).toContainText('Each organisation once');
  await expect(working.getByRole('button', { name: /Go to this input/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(figure(page, 'all/providers/control_total')).toBeFocused();
});

test('what can’t be added is left out and says why, and can be taken out', async ({ page }) => {
  await open(page);
  await openAll(page, {
    ...PLANS,
    'earlier.json': system('QOP', { total: 9_000, year: '2016/17' }),
    'broken.json': '{"kind": 3',
    'again.json': PLANS['lancashire.json'],
  });
  await expect(section(page).getByRole('status').first()).toHaveText(
    '5 of 5 files opened. Of 5 plans, 2 counted and 3 left out, for the reasons below.',
  );
  await expect(section(page)).toContainText('Not counted: broken.json, earlier.json and lancashire.json.');
  const line = (name) => section(page).locator('.app-national__files > li').filter({ hasText: name });
  await expect(line('earlier.json')).toContainText('It is assessed by other rules');
  await expect(line('broken.json')).toContainText('stops making sense at line 1');
  await expect(line('lancashire.json')).toContainText('QE1 is counted by again.json already');
  await expect(figure(page, 'all/both/control_total')).toHaveText('(1,600)');
  for (const name of ['again.json', 'earlier.json', 'broken.json'])
    await section(page).getByRole('button', { name: `Take out ${name}` }).click();
  await expect(section(page)).not.toContainText('Not counted');
  await expect(figure(page, 'all/both/control_total')).toHaveText('(1,600)');
  await section(page).getByRole('button', { name: 'Take all out' }).click();
  await expect(section(page).getByRole('table')).toHaveCount(0);
});

test('the page’s own plan is added by keyboard, and stays as it is', async ({ page }) => {
  await open(page);
  await openFile(page, 'own.json', system('QOP', { total: 300 }));
  const add = section(page).getByRole('button', { name: 'Add the plan on this page' });
  await add.focus();
  await page.keyboard.press('Enter');
  await expect(figure(page, 'all/both/control_total')).toHaveText('300');
  await openAll(page, { 'bristol.json': PLANS['bristol.json'] });
  await expect(figure(page, 'all/both/control_total')).toHaveText('700');
  await expect(page.locator('[data-path="title"]')).toHaveValue('Plan of QOP');
  await section(page).getByRole('button', { name: 'Open bristol.json above' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-path="title"]')).toHaveValue('Plan of QUY');
  await expect(figure(page, 'all/both/control_total')).toHaveText('700');
  await tabTo(page, figure(page, 'all/both/issued'), 80);
});

test('nothing scrolls sideways at 320 px, axe finds nothing, and print has the tables', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await open(page);
  await openAll(page, { ...PLANS, 'broken.json': 'no' });
  await expect(figure(page, 'all/both/control_total')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  const { violations } = await new AxeBuilder({ page }).include('#national').analyze();
  expect(violations).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  await expect(figure(page, 'all/both/control_total')).toBeVisible();
  await expect(chooser(page)).toBeHidden();
  // No plan is entered: the roll-up is printed alone.
  await expect(page.locator('#results')).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await expect(page.locator('#results')).toBeVisible();
  await openFile(page, 'own.json', system('QOP', { total: 300 }));
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#results')).toBeVisible();
  await expect(figure(page, 'all/both/control_total')).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await section(page).getByRole('button', { name: 'Take all out' }).click();
  await page.emulateMedia({ media: 'print' });
  await expect(section(page)).toBeHidden();
});
