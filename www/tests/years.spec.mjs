// The inputs of each year: what its rules ask for, and what a plan keeps when its year changes.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { at, chooseYear, open, openFile, paste, planText, saved } from './page.mjs';

const BLACKPOOL = 'organisations/RXL';
/** A commissioner. */
const MORECAMBE = 'organisations/01K';

/** A plan with a provider and a commissioner. */
const both = (fields, provider = {}, commissioner = {}) =>
  planText({ fund: '', organisations: [{ code: 'RXL', ...provider }, { code: '01K', ...commissioner }], ...fields });

const grid = (page) => page.getByRole('region', { name: 'Money figures' });

/** The names of a grid's columns under the heading of a group. */
async function columnsUnder(table, group) {
  return table.evaluate((element, wanted) => {
    const [groups, columns] = element.querySelectorAll('thead tr');
    const names = [...columns.cells].map(({ textContent }) => textContent);
    let at = 0;
    for (const { colSpan, textContent } of [...groups.cells].slice(1)) {
      if (textContent.startsWith(wanted)) return names.slice(at, at + colSpan);
      at += colSpan;
    }
    return null;
  }, group);
}

test.describe('the year and fund', () => {
  test('are chosen from all there are, the newest first', async ({ page }) => {
    await open(page);
    const choice = page.getByLabel('Year and fund');
    await expect(choice.locator('option')).toHaveText([
      '2026/27: DSF',
      '2025/26: DSF',
      '2024/25: DSF',
      '2023/24: Break-even',
      '2022/23: Break-even',
      '2021/22: System envelope',
      '2020/21: Elective incentive',
      '2020/21: FRF, never in force',
      '2019/20: FRF, MRET and PSF',
      '2019/20: FRF only',
      '2019/20: MRET only',
      '2019/20: PSF only',
      '2018/19: CSF and PSF',
      '2018/19: CSF only',
      '2018/19: PSF only',
      '2017/18: STF',
      '2016/17: STF',
    ]);
    await expect(choice.locator('option:checked')).toHaveText('2026/27: DSF');
    const { plan } = await saved(page);
    expect([plan.year, plan.fund]).toEqual(['2026/27', '']);
  });

  for (const [year, fund, name] of [
    ['2018/19', '', '2018/19: CSF and PSF'],
    ['2018/19', 'psf', '2018/19: PSF only'],
    ['2017/18', 'STF', '2017/18: STF'],
    ['2020/21', 'FRF', '2020/21: FRF, never in force'],
    ['2015/16', '', '2015/16: no rules'],
  ])
    test(`are those of a plan of ${year} ${fund}`, async ({ page }) => {
      await open(page);
      await openFile(page, 'plan.json', planText({ year, fund }));
      await expect(page.getByLabel('Year and fund').locator('option:checked')).toHaveText(name);
    });

  test('change nothing else of a plan', async ({ page }) => {
    const provider = {
      allocation: { STF: '9,800' },
      accepted: true,
      actual: { Q1: '5' },
      performance: { a_and_e: { milestones: { streaming: true }, quarters: { Q1: { attendances: '10', breaches: '1' } } } },
    };
    await open(page);
    await openFile(page, 'plan.json', both({ as_at: '2017-12-31' }, provider));
    const { plan: before } = await saved(page);
    for (const name of ['2025/26: DSF', '2020/21: FRF, never in force', '2018/19: PSF only', '2019/20: FRF, MRET and PSF'])
      await chooseYear(page, name);
    const { plan: after } = await saved(page);
    expect(after).toEqual({ ...before, year: '2019/20', fund: '', as_at: '2019-12-31' });
  });
});

test.describe('another year', () => {
  const provider = {
    control_total: { amount: '1,000' },
    revisions: [{ from: '2017-10-01', control_total: { amount: '900' } }],
    allocation: { STF: '9,800' },
    accepted: true,
    actual: { Q1: '5' },
    performance: { a_and_e: { milestones: { streaming: true }, quarters: { Q1: { attendances: '10', breaches: '1' } } } },
  };

  test('says what carries over, what is missing, and what is kept', async ({ page }) => {
    await open(page);
    await openFile(page, 'plan.json', both({ title: 'Our plan 2017/18' }, provider));
    await chooseYear(page, '2018/19: CSF and PSF');
    const said = page.locator('#plan').getByRole('status');
    await expect(said).toContainText('The rules are now those of 2018/19: CSF and PSF.');
    await expect(said).toContainText('Carried over: 2 organisations, control totals,');
    await expect(said).toContainText('The amounts are as they were entered: where they are not those of 2018/19, put those in their place.');
    const items = (heading) => said.locator('div', { has: page.getByText(heading) }).last().getByRole('listitem');
    await expect(items('Missing now')).toHaveText([
      'allocations of the PSF (1 organisation)',
      'last year’s figures of A&E four-hour standard (1 organisation)',
    ]);
    await expect(items('To be set in the rule book')).toHaveText(['Shares of the quarters (CSF)']);
    await expect(items('Kept in the plan')).toHaveText([
      'allocations of the STF (1 organisation)',
      'milestones of A&E four-hour standard (1 organisation)',
    ]);
    await expect(items('To be put right')).toHaveText([
      'revised control totals dated outside 2018/19 (1 organisation): errors until they are dated in it or removed',
      'the title, which says 2017/18',
    ]);
  });

  test('can be undone and done again', async ({ page }) => {
    await open(page);
    await openFile(page, 'plan.json', both({}, provider));
    const { plan: before } = await saved(page);
    await chooseYear(page, '2025/26: DSF');
    await expect(page.locator('#plan')).toContainText('What was called the control total is called the plan.');
    await page.locator('#plan').getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByLabel('Year and fund').locator('option:checked')).toHaveText('2017/18: STF');
    expect((await saved(page)).plan).toEqual(before);
    await page.locator('#plan').getByRole('button', { name: 'Redo' }).click();
    await expect(page.getByLabel('Year and fund').locator('option:checked')).toHaveText('2025/26: DSF');
    await expect(page.locator('#plan')).toContainText('The rules are now those of 2025/26: DSF.');
  });

  test('is not made much of while there is no organisation', async ({ page }) => {
    await open(page);
    await chooseYear(page, '2018/19: CSF and PSF');
    await expect(page.locator('#plan .app-notice')).toBeHidden();
  });

  test('leaves room for the page on a phone', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await open(page);
    await openFile(page, 'plan.json', both({}, provider));
    await chooseYear(page, '2016/17: STF');
    const notice = page.locator('#plan .app-notice');
    expect((await notice.boundingBox()).height).toBeLessThanOrEqual(0.6 * 640);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});

test.describe('the money grid', () => {
  const fundsOf = {
    '2016/17': [
      'Allocation STF',
      'Accepted',
      'Productivity milestones in the plan',
      'Agency spending milestones in the plan',
      'Performance trajectories agreed',
    ],
    '2017/18': ['Allocation STF', 'Accepted'],
    '2018/19': ['Allocation PSF', 'Accepted'],
    '2019/20': ['Allocation FRF', 'Allocation MRET', 'Allocation PSF', 'Accepted'],
    '2020/21': null,
    '2022/23': null,
    '2024/25': ['Allocation DSF', 'Accepted'],
  };
  for (const [year, columns] of Object.entries(fundsOf))
    test(`has the columns of the funds of ${year}`, async ({ page }) => {
      await open(page);
      await openFile(page, 'plan.json', both({ year }));
      expect(await columnsUnder(grid(page), 'Fund')).toEqual(columns);
      expect(await columnsUnder(grid(page), 'Kept from other rules')).toBeNull();
    });

  const targets = {
    '2017/18': 'Control total before the fund',
    '2022/23': 'Financial plan, £000',
    '2024/25': 'Plan limit before the fund',
    '2026/27': 'Plan before the fund',
  };
  for (const [year, name] of Object.entries(targets))
    test(`calls the target of ${year} by its name`, async ({ page }) => {
      await open(page);
      await openFile(page, 'plan.json', both({ year }));
      expect(await columnsUnder(grid(page), name)).toEqual(['Year', 'Spread']);
      const words = await page.locator('.app-grid, #figures details').allTextContents();
      if (!name.startsWith('Control total')) expect(words.join()).not.toMatch(/control total/i);
    });

  test('asks the sides that a fund pays, and no others', async ({ page }) => {
    await open(page);
    await openFile(page, 'plan.json', both({ year: '2018/19' }));
    await expect(at(page, `${BLACKPOOL}/allocation/PSF`)).toHaveCount(1);
    await expect(at(page, `${BLACKPOOL}/agreed_improvement`)).toHaveCount(1);
    for (const place of ['allocation/PSF', 'allocation/CSF', 'accepted', 'agreed_improvement'])
      await expect(at(page, `${MORECAMBE}/${place}`)).toHaveCount(0);
    await expect(at(page, `${MORECAMBE}/bonus`)).toHaveCount(1);

    await chooseYear(page, '2025/26: DSF');
    await expect(at(page, `${MORECAMBE}/allocation/DSF`)).toHaveCount(1);
    await expect(at(page, `${MORECAMBE}/accepted`)).toHaveCount(1);
    await expect(at(page, `${BLACKPOOL}/agreed_improvement`)).toHaveCount(0);
  });

  test('asks for forecasts by quarter where they decide', async ({ page }) => {
    const forecasts = 'Year’s forecast as it stood at the end of';
    await open(page);
    await openFile(page, 'plan.json', both({ year: '2025/26' }));
    expect(await columnsUnder(grid(page), forecasts)).toBeNull();
    await openFile(page, 'plan.json', both({ year: '2025/26', changes: { 'dsf-2025-26:by_forecast': 'yes' } }));
    expect(await columnsUnder(grid(page), forecasts)).toEqual(['Q1', 'Q2', 'Q3', 'Q4']);
    await at(page, `${MORECAMBE}/forecasts/Q2`).fill('(1,5');
    await expect(at(page, `${MORECAMBE}/forecasts/Q2`)).toHaveAttribute('aria-invalid', 'true');
    await at(page, `${MORECAMBE}/forecasts/Q2`).fill('(15)');
    expect((await saved(page)).plan.organisations[1].forecasts).toEqual({ Q2: '(15)' });
  });

  test('shows what counts nothing, so that it can be taken out', async ({ page }) => {
    const provider = { allocation: { STF: '5' }, accepted: false, answers: { carter: true }, bonus: '7', forecasts: { Q1: '1' } };
    await open(page);
    await openFile(page, 'plan.json', both({ year: '2022/23' }, provider));
    expect(await columnsUnder(grid(page), 'Kept from other rules')).toEqual([
      'Allocation STF',
      'Accepted',
      'Productivity milestones in the plan',
      'Bonus',
    ]);
    await expect(at(page, `${MORECAMBE}/bonus`)).toHaveCount(0);
    await at(page, `${BLACKPOOL}/allocation/STF`).fill('');
    await at(page, `${BLACKPOOL}/answers/carter`).selectOption('Not known');
    await at(page, `${BLACKPOOL}/accepted`).selectOption('Not known');
    await at(page, `${BLACKPOOL}/bonus`).fill('');
    await at(page, `${BLACKPOOL}/forecasts/Q1`).fill('');
    const { plan } = await saved(page);
    expect(plan.organisations[0]).toMatchObject({ allocation: {}, accepted: null, answers: {}, bonus: null, forecasts: {} });
    await page.getByLabel('Amounts in').selectOption('pounds');
    expect(await columnsUnder(grid(page), 'Kept from other rules')).toBeNull();
  });

  test('takes a block over allocations and conditions, and gives it back', async ({ page }) => {
    await open(page);
    await openFile(page, 'plan.json', both({ year: '2016/17' }));
    await at(page, `${BLACKPOOL}/allocation/STF`).focus();
    await paste(page, '9,800\tYes\tno\tyes\tperhaps');
    await expect(page.locator('#figures')).toContainText('4 cells filled. 1 value left out');
    const { plan } = await saved(page);
    expect(plan.organisations[0]).toMatchObject({
      allocation: { STF: '9,800' },
      accepted: true,
      answers: { carter: false, agency: true },
    });
    await page.getByRole('button', { name: 'Undo paste' }).click();
    expect((await saved(page)).plan.organisations[0]).toMatchObject({ allocation: {}, accepted: null, answers: {} });
    await at(page, `${BLACKPOOL}/allocation/STF`).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(at(page, `${BLACKPOOL}/answers/carter`)).toBeFocused();
    await page.keyboard.press('y');
    await expect(at(page, `${BLACKPOOL}/answers/carter`)).toHaveValue('true');
  });
});

test.describe('performance', () => {
  const measure = (page, name) => page.getByRole('region', { name: `${name}: figures` });

  test('asks of each measure what its tests need', async ({ page }) => {
    await open(page);
    await openFile(page, 'plan.json', both({ year: '2016/17' }));
    const cancer = measure(page, 'Cancer treatment within 62 days');
    expect(await columnsUnder(cancer, 'Q2')).toEqual(['Treated', 'After 62 days']);
    expect(await columnsUnder(cancer, 'Agreed trajectory')).toEqual(['Q1', 'Q2', 'Q3', 'Q4']);
    expect(await columnsUnder(cancer, 'Appeal won')).toEqual(['Q1', 'Q2', 'Q3', 'Q4']);
    for (const unneeded of ['Q2 last year', 'March alone', 'Milestones reached'])
      expect(await columnsUnder(cancer, unneeded)).toBeNull();
    expect(await columnsUnder(measure(page, 'Treatment within 18 weeks'), 'Q1')).toEqual(['Waiting', 'Over 18 weeks']);

    await chooseYear(page, '2017/18: STF');
    const urgent = measure(page, 'A&E four-hour standard');
    expect(await columnsUnder(urgent, 'Q2')).toEqual(['Attendances', 'Breaches']);
    expect(await columnsUnder(urgent, 'Q2 last year')).toEqual(['Attendances', 'Breaches']);
    expect(await columnsUnder(urgent, 'Milestones reached')).toEqual(['Streaming']);
    expect(await columnsUnder(urgent, 'Agreed trajectory')).toBeNull();
    await expect(cancer).toHaveCount(0);
  });

  test('takes trajectories and appeals of a measure that was ticked', async ({ page }) => {
    await open(page);
    await openFile(page, 'plan.json', both({ year: '2016/17' }));
    await page.getByLabel(/^Treatment within 18 weeks applies to Blackpool/).check();
    const place = `${BLACKPOOL}/performance/rtt`;
    await at(page, `${place}/trajectory/Q2`).fill('nine');
    await expect(at(page, `${place}/trajectory/Q2`)).toHaveAttribute('aria-invalid', 'true');
    await at(page, `${place}/trajectory/Q2`).fill('91.5%');
    await expect(at(page, `${place}/trajectory/Q2`)).not.toHaveAttribute('aria-invalid', 'true');
    await at(page, `${place}/appeals/Q2`).selectOption('Yes');
    await at(page, `${place}/quarters/Q2/attendances`).fill('100');
    const { rtt } = (await saved(page)).plan.organisations[0].performance;
    expect(rtt.trajectory).toEqual({ Q2: '91.5%' });
    expect(rtt.appeals).toEqual({ Q2: true });
    expect(rtt.quarters.Q2.attendances).toBe('100');
  });

  test('keeps a measure that counts nothing, folded away, until it is taken off', async ({ page }) => {
    const a_and_e = { quarters: { Q1: { attendances: '10', breaches: '1' } }, milestones: { streaming: true }, march: { attendances: '5' } };
    await open(page);
    await openFile(page, 'plan.json', both({ year: '2025/26' }, { performance: { a_and_e } }));
    const attendances = at(page, `${BLACKPOOL}/performance/a_and_e/quarters/Q1/attendances`);
    await expect(attendances).toBeHidden();
    await page.getByText('A&E four-hour standard: kept, counts nothing under these rules').click();
    await expect(attendances).toHaveValue('10');
    const urgent = measure(page, 'A&E four-hour standard');
    expect(await columnsUnder(urgent, 'Milestones reached')).toEqual(['Streaming']);
    expect(await columnsUnder(urgent, 'March alone')).toEqual(['Attendances', 'Breaches']);
    expect(await columnsUnder(urgent, 'Q1 last year')).toBeNull();
    await page.getByLabel(/^A&E four-hour standard applies to Blackpool/).click();
    await expect(attendances).toHaveCount(0);
    await expect(page.locator('#figures').getByRole('button', { name: 'Undo' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(attendances).toHaveValue('10');
  });
});

test.describe('one organisation by itself', () => {
  test('has the figures of its row, and both stay the same', async ({ page }) => {
    const performance = { cancer: {} };
    await open(page);
    await openFile(page, 'plan.json', both({ year: '2016/17' }, { performance }));
    await page.getByRole('row', { name: /^Blackpool/ }).first().getByRole('button', { name: 'More' }).click();
    const form = page.locator('.app-form');
    await expect(form.getByRole('group', { name: /^Fund/ }).getByLabel('Agency spending milestones')).toBeVisible();
    const inForm = (place) => form.locator(`[data-path="${BLACKPOOL}/${place}"]`);
    const inGrid = (place) => page.locator('.app-grid').locator(`[data-path="${BLACKPOOL}/${place}"]`);

    await inForm('allocation/STF').fill('9,80');
    await expect(inGrid('allocation/STF')).toHaveValue('9,80');
    for (const cell of [inForm('allocation/STF'), inGrid('allocation/STF')])
      await expect(cell).toHaveAttribute('aria-invalid', 'true');
    await inGrid('allocation/STF').fill('9,800');
    await expect(inForm('allocation/STF')).toHaveValue('9,800');
    await inGrid('actual/Q1').focus();
    await paste(page, '1\t2');
    await expect(inForm('actual/Q2')).toHaveValue('2');
    await inForm('bonus').fill('(5');
    await expect(form.getByRole('group', { name: /^Year/ })).toContainText('Bonus: not read: “(5”');
    await inForm('bonus').fill('');
    await inForm('answers/carter').selectOption('Yes');
    await expect(inGrid('answers/carter')).toHaveValue('true');
    await inForm('performance/cancer/trajectory/Q3').fill('85%');
    await expect(inGrid('performance/cancer/trajectory/Q3')).toHaveValue('85%');
    await page.locator('#plan').getByLabel('Amounts in').selectOption('pounds');
    await expect(inForm('allocation/STF')).toHaveValue('9,800,000');
  });
});

test.describe('axe sees nothing wrong', () => {
  test.slow();
  for (const year of ['2016/17: STF', '2019/20: FRF, MRET and PSF', '2025/26: DSF'])
    test(`in a plan that came to ${year}`, async ({ page }) => {
      const performance = { a_and_e: { quarters: { Q1: { attendances: '10', breaches: '1' } } } };
      const provider = { allocation: { STF: '5' }, accepted: true, revisions: [{ from: '2017-06-01' }], performance };
      await open(page);
      await openFile(page, 'plan.json', both({}, provider));
      await chooseYear(page, year);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('#figures details')) details.open = true;
      });
      await expect(page.locator('.app-form').first()).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).include('#plan').include('#figures').analyze();
      expect(violations).toEqual([]);
    });
});
