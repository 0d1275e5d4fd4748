import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { at, chooseArea, chooseYear, complaints, open, openFile, paste, planText, saved } from './page.mjs';

const BLACKPOOL = 'organisations/RXL';

test.describe('the area', () => {
  test('fills in its members, and can be undone and done again', async ({ page }) => {
    await open(page);
    await chooseYear(page, '2017/18: STF');
    await chooseArea(page, 'south cumb', /Lancashire and South Cumbria QE1/);
    await expect(page.locator('#area')).toContainText('5 providers, 8 commissioners');
    await expect(at(page, `${BLACKPOOL}/control_total/amount`)).toHaveCount(1);
    await expect(at(page, `${BLACKPOOL}/performance/a_and_e/quarters/Q1/attendances`)).not.toHaveValue('');

    await page.locator('#area').getByRole('button', { name: 'Undo' }).click();
    await expect(at(page, `${BLACKPOOL}/control_total/amount`)).toHaveCount(0);
    await page.locator('#area').getByRole('button', { name: 'Redo' }).click();
    await expect(at(page, `${BLACKPOOL}/control_total/amount`)).toHaveCount(1);
  });

  test('is found by code too, and says when nothing matches', async ({ page }) => {
    await open(page);
    await page.getByLabel('Find an area').fill('qe1');
    await expect(page.locator('.app-finder__match:visible')).toHaveCount(1);
    await page.getByLabel('Find an area').fill('atlantis');
    await expect(page.locator('#area')).toContainText('No match.');
  });

  test('is one of the plan’s year', async ({ page }) => {
    await open(page);
    for (const [year, says, code, name] of [
      ['2017/18', 'The 44 footprints of 2017/18.', 'qvp', 'Northumberland, Tyne and Wear and North Durham'],
      ['2020/21', 'The 42 STPs of 2020/21. The clinical commissioning groups', 'qhm', 'Cumbria and North East STP'],
      ['2026/27', 'The 36 boards of 2026/27.', 's1y5d', 'Central East'],
    ]) {
      await openFile(page, 'plan.json', planText({ year }));
      await page.getByText('Choose another area').click();
      await expect(page.locator('#area')).toContainText(says);
      await page.getByLabel('Find an area').fill(code);
      await expect(page.locator('.app-finder__match:visible')).toContainText(name);
    }
  });

  test('asks before it replaces figures', async ({ page }) => {
    await open(page);
    await openFile(page, 'plan.json', planText({}, { control_total: { amount: '(1,234)' } }));
    await page.getByText('Choose another area').click();
    await page.getByLabel('Find an area').fill('cornwall');
    await page.getByRole('button', { name: /Cornwall/ }).click();
    await expect(at(page, `${BLACKPOOL}/control_total/amount`)).toHaveValue('(1,234)');
    await page.getByRole('button', { name: 'Keep my plan' }).click();
    await expect(at(page, `${BLACKPOOL}/control_total/amount`)).toHaveValue('(1,234)');

    await page.getByRole('button', { name: /Cornwall/ }).click();
    await page.getByRole('button', { name: /Replace it with/ }).click();
    await expect(at(page, `${BLACKPOOL}/control_total/amount`)).toHaveCount(0);
    await page.locator('#area').getByRole('button', { name: 'Undo' }).click();
    await expect(at(page, `${BLACKPOOL}/control_total/amount`)).toHaveValue('(1,234)');
  });

  test('loses and gains members', async ({ page }) => {
    await open(page);
    await chooseYear(page, '2017/18: STF');
    await chooseArea(page, 'south cumb', /Lancashire and South Cumbria QE1/);
    await page.getByRole('button', { name: /^Remove Blackpool Teaching/ }).click();
    await expect(at(page, `${BLACKPOOL}/control_total/amount`)).toHaveCount(0);
    await expect(page.getByRole('button', { name: /^Remove East Lancashire Hosp/ })).toBeFocused();

    await page.getByLabel('Find any trust or commissioner').fill('blackpool teach');
    await page.getByRole('button', { name: /Add Blackpool Teaching/ }).click();
    await expect(at(page, `${BLACKPOOL}/control_total/amount`)).toHaveCount(1);

    await page.getByRole('button', { name: /^Add Cumbria Partnership/ }).click();
    await expect(page.locator('#area')).toContainText('6 providers');

    await page.getByLabel('Body’s name').fill('The <b>Works</b>');
    await page.getByLabel('Body’s code').fill('RXL');
    await page.getByRole('button', { name: 'Add this body' }).click();
    await expect(page.getByText('RXL is in the plan already')).toBeVisible();
    await page.getByLabel('Body’s code').fill('OWN1');
    await page.getByRole('button', { name: 'Add this body' }).click();
    await expect(page.getByRole('button', { name: 'Remove The <b>Works</b> (OWN1)' })).toBeVisible();
    await expect(page.locator('#app b')).toHaveCount(0);
  });

  test('is split into subdivisions, each member in exactly one', async ({ page }) => {
    await open(page);
    await openFile(page, 'plan.json', planText());
    await page.getByText('Members and subdivisions').click();
    await page.getByRole('button', { name: 'Add a subdivision' }).click();
    await expect(at(page, 'subdivisions/0/name')).toBeFocused();
    await page.keyboard.type('Coast');
    await expect(at(page, `${BLACKPOOL}/subdivision`)).toHaveAttribute('aria-invalid', 'true');
    await page.keyboard.press('Tab');
    await expect(at(page, 'subdivisions/0/code')).toBeFocused();
    await at(page, `${BLACKPOOL}/subdivision`).selectOption('Coast');
    await expect(at(page, `${BLACKPOOL}/subdivision`)).not.toHaveAttribute('aria-invalid', 'true');

    await at(page, 'subdivisions/0/code').fill('sea');
    await page.keyboard.press('Tab');
    await expect(at(page, `${BLACKPOOL}/subdivision`)).toHaveValue('sea');
    const { plan } = await saved(page);
    expect(plan.organisations[0].subdivision).toBe('sea');
  });

  test('names the organisation of a fault outside the grid', async ({ page }) => {
    const wrong = (code) => ({ code, control_total: { amount: '1', basis: 'after_fund' } });
    await open(page);
    await openFile(page, 'plan.json', planText({ organisations: [wrong('RXL'), wrong('RTX')] }));
    for (const name of ['Blackpool Teaching', 'University Hospitals of Morecambe'])
      await expect(page.locator('#problems').getByText(new RegExp(`^${name}.*: Control total is`))).toBeVisible();
  });

  test('keeps a subdivision’s members together while its code is typed', async ({ page }) => {
    const subdivisions = ['fylde', 'bay'].map((code) => ({ code, name: code }));
    const organisations = [
      { code: 'RXL', subdivision: 'fylde' },
      { code: 'RTX', subdivision: 'bay' },
    ];
    await open(page);
    await openFile(page, 'plan.json', planText({ subdivisions, organisations }));
    await page.getByText('Members and subdivisions').click();
    const members = async () => (await saved(page)).plan.organisations.map(({ subdivision }) => subdivision);
    const code = at(page, 'subdivisions/0/code');

    // On its way it passes through the other's code.
    await code.press('Control+A');
    await code.pressSequentially('bay2');
    await code.press('Tab');
    expect(await members()).toEqual(['bay2', 'bay']);

    for (const refused of ['bay', '']) {
      await code.fill(refused);
      await code.press('Tab');
      await expect(code).toHaveValue('bay2');
      await expect(page.getByText('keeps its code bay2')).toBeVisible();
      expect(await members()).toEqual(['bay2', 'bay']);
    }
  });
});

test.describe('the grid', () => {
  test.beforeEach(async ({ page }) => {
    await open(page);
    await chooseYear(page, '2017/18: STF');
    await chooseArea(page, 'south cumb', /Lancashire and South Cumbria QE1/);
  });

  test('reads back what was typed, at once, and keeps the caret', async ({ page }) => {
    const cell = at(page, `${BLACKPOOL}/control_total/amount`);
    await cell.fill('(1,234)');
    await expect(page.locator('.app-reading').first()).toContainText(
      'read as £000 (1,234), deficit or cost of £1,234,000',
    );
    await expect(cell).toHaveAttribute('title', /deficit or cost of £1,234,000/);
    await cell.press('ArrowLeft');
    await cell.press('ArrowLeft');
    await page.keyboard.type('5');
    await expect(cell).toHaveValue('(1,2354)');
    await expect(cell).toBeFocused();
    await expect(cell).toHaveAccessibleName(
      'Blackpool Teaching Hospitals NHS Foundation Trust (RXL): Control total before the fund, Year, £000',
    );
  });

  test('marks an error at the cell and lists it, without moving the grid', async ({ page }) => {
    const cell = at(page, `${BLACKPOOL}/actual/Q2`);
    await cell.scrollIntoViewIfNeeded();
    await cell.click();
    const before = await cell.boundingBox();
    await page.keyboard.type('1,23');
    expect(await cell.boundingBox()).toEqual(before);
    await expect(cell).toHaveAttribute('aria-invalid', 'true');
    await expect(cell).toHaveAccessibleDescription(/thousands separator in the wrong place/);
    await expect(page.getByText(/^Error: .1,23/)).toBeVisible();

    await at(page, `${BLACKPOOL}/forecast`).focus();
    const listed = page.locator('#problems').getByRole('link', { name: /Actual before the fund to date, Q2/ });
    await listed.click();
    await expect(cell).toBeFocused();
    await cell.fill('1,234');
    await expect(cell).not.toHaveAttribute('aria-invalid', 'true');
    await expect(page.locator('#problems')).toBeHidden();
  });

  test('takes a block from a spreadsheet, and gives it back', async ({ page }) => {
    const start = at(page, `${BLACKPOOL}/actual/Q1`);
    await start.fill('7');
    await start.focus();
    await paste(page, '"(1,000.5)"\t-2\t3\t4\r\n5\t6\t7\t8\r\n');
    await expect(page.locator('#figures')).toContainText('8 cells filled.');
    await expect(start).toHaveValue('(1,000.5)');
    await expect(at(page, 'organisations/RXR/actual/Q4')).toHaveValue('8');
    await page.getByRole('button', { name: 'Undo paste' }).click();
    await expect(start).toHaveValue('7');
    await expect(at(page, 'organisations/RXR/actual/Q4')).toHaveValue('');
    await expect(start).toBeFocused();
  });

  test('says what of a block fell outside', async ({ page }) => {
    await at(page, `${BLACKPOOL}/bonus`).focus();
    await paste(page, '1\t2\t3\n4\t5\t6');
    await expect(page.locator('#figures')).toContainText('2 cells filled. 4 values fell outside');
  });

  test('leaves out headings above a block, and keeps the gaps of a column', async ({ page }) => {
    await at(page, `${BLACKPOOL}/actual/Q1`).focus();
    await paste(page, 'Q1\tQ2\n1\t2\n3\tx\n');
    await expect(page.locator('#figures')).toContainText(
      /4 cells filled\. 1 row of headings left out\. 1 cell can’t be read or used as pasted\. It is “x” in .*, Q2, £000\./,
    );
    await expect(at(page, `${BLACKPOOL}/actual/Q1`)).toHaveValue('1');
    await expect(at(page, 'organisations/RXR/actual/Q2')).toHaveValue('x');
    // A row without figures is an organisation without figures.
    for (const block of ['not known\tnot known\n5\t6\n', '\t\n5\t6\n', 'unsure\n5\n']) {
      await at(page, `${BLACKPOOL}/actual/Q3`).focus();
      await paste(page, block);
      await expect(page.locator('#figures')).not.toContainText('left out');
      await expect(at(page, 'organisations/RXR/actual/Q3')).toHaveValue('5');
      await at(page, 'organisations/RXR/actual/Q3').fill('');
    }
  });

  test('takes choices from a block by their names', async ({ page }) => {
    await at(page, `${BLACKPOOL}/allocation/STF`).focus();
    await paste(page, '100\tyes\n200\tperhaps\n');
    await expect(at(page, `${BLACKPOOL}/accepted`)).toHaveValue('true');
    await expect(page.locator('#figures')).toContainText('1 value left out: not one of the choices there. It is “perhaps” in ');
  });

  test('keeps a revised control total, and finds it', async ({ page }) => {
    await page.getByRole('row', { name: /^Blackpool Teaching/ }).first().getByRole('button', { name: 'More' }).click();
    await expect(at(page, `${BLACKPOOL}/share`)).toBeFocused();
    await page.getByRole('button', { name: 'Add a revised control total' }).first().click();
    await expect(at(page, `${BLACKPOOL}/revisions/0/from`)).toBeFocused();
    await page.keyboard.type('1 Oct 2017');
    await at(page, `${BLACKPOOL}/revisions/0/control_total/amount`).fill('(900)');
    const { plan } = await saved(page);
    const blackpool = plan.organisations.find(({ code }) => code === 'RXL');
    expect(blackpool.revisions[0].from).toBe('2017-10-01');
    expect(blackpool.revisions[0].control_total.amount).toBe('(900)');
  });

  test('adds a measure to a trust and takes it off', async ({ page }) => {
    const tick = page.getByLabel(/applies to Lancashire Care/);
    await tick.check();
    await expect(tick).toBeFocused();
    await at(page, 'organisations/RW5/performance/a_and_e/quarters/Q1/attendances').fill('10');
    await at(page, 'organisations/RW5/performance/a_and_e/quarters/Q1/breaches').fill('11');
    await expect(
      at(page, 'organisations/RW5/performance/a_and_e/quarters/Q1/breaches'),
    ).toHaveAttribute('aria-invalid', 'true');
    await tick.uncheck();
    await expect(page.locator('#problems')).toBeHidden();
  });
});

test.describe('the plan', () => {
  test('keeps every amount when the unit changes', async ({ page }) => {
    await open(page);
    await openFile(page, 'plan.json', planText({}, { control_total: { amount: '(1,234.5)' }, forecast: '£2m' }));
    await page.getByLabel('Amounts in').selectOption('pounds');
    await expect(at(page, `${BLACKPOOL}/control_total/amount`)).toHaveValue('(1,234,500)');
    await expect(at(page, `${BLACKPOOL}/forecast`)).toHaveValue('2,000,000');
    await page.getByLabel('Amounts in').selectOption('thousands');
    await expect(at(page, `${BLACKPOOL}/control_total/amount`)).toHaveValue('(1,234.5)');
    await expect(page.getByLabel('Amounts in')).toHaveValue('thousands');
  });

  test('asks before months are lost, and can bring them back', async ({ page }) => {
    await open(page);
    const actual = { M1: '1', M2: '2', M3: '3', M4: '4', M5: '5', M6: '6' };
    await openFile(page, 'plan.json', planText({}, { actual }));
    await expect(page.getByLabel('Periods', { exact: true })).toHaveValue('months');
    await page.getByLabel('Periods', { exact: true }).selectOption('quarters');
    await expect(page.locator('#plan')).toContainText('4 monthly figures would be left out');
    await expect(at(page, `${BLACKPOOL}/actual/M5`)).toHaveValue('5');
    await page.getByRole('button', { name: 'Change to quarters' }).click();
    await expect(at(page, `${BLACKPOOL}/actual/Q2`)).toHaveValue('6');
    await page.locator('#plan').getByRole('button', { name: 'Undo' }).click();
    await expect(at(page, `${BLACKPOOL}/actual/M5`)).toHaveValue('5');
  });

  test('says why it can’t be written another way, and stays as it was', async ({ page }) => {
    await open(page);
    await openFile(page, 'plan.json', planText({}, { actual: { Q2: '5' } }));
    await page.getByLabel('Figures are', { exact: true }).selectOption('in_period');
    await expect(page.locator('#plan')).toContainText('is left as it was');
    await expect(page.getByLabel('Figures are', { exact: true })).toHaveValue('year_to_date');
  });

  test('stands at the end of a quarter, or on the file’s own day', async ({ page }) => {
    await open(page);
    await openFile(page, 'plan.json', planText({ as_at: '2017-10-15' }));
    await expect(page.getByLabel('Position at', { exact: true })).toHaveValue('2017-10-15');
    await page.getByLabel('Position at', { exact: true }).selectOption({ label: 'End of Q2: 30 September 2017' });
    expect((await saved(page)).plan.as_at).toBe('2017-09-30');
  });

  test('says that figures are illustrative, in print too', async ({ page }) => {
    await open(page);
    await expect(page.locator('.app-illustrative')).toBeHidden();
    await page.getByLabel(/Figures are illustrative/).check();
    await expect(page.locator('.app-illustrative')).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.app-illustrative')).toBeVisible();
  });
});

test('a fault of the engine loses nothing, and the next answer comes from a fresh one', async ({ page }) => {
  await page.addInitScript(() => {
    const instantiate = WebAssembly.instantiate;
    WebAssembly.instantiate = async (...given) => {
      const { module, instance } = await instantiate.call(WebAssembly, ...given);
      const assess = (...plan) => {
        if (globalThis.isToFail) throw new WebAssembly.RuntimeError('unreachable');
        return instance.exports.assessor_assess(...plan);
      };
      return { module, instance: { exports: { ...instance.exports, assessor_assess: assess } } };
    };
  });
  await open(page);
  await openFile(page, 'plan.json', planText());
  await page.evaluate(() => {
    globalThis.isToFail = true;
  });
  await at(page, `${BLACKPOOL}/forecast`).fill('5');
  await expect(page.getByRole('alert').filter({ hasText: 'The calculator stopped' })).toBeVisible();
  await expect(at(page, `${BLACKPOOL}/forecast`)).toHaveValue('5');
  expect((await saved(page)).plan.organisations[0].forecast).toBe('5');

  await at(page, `${BLACKPOOL}/forecast`).fill('56');
  await expect(page.getByRole('alert').filter({ hasText: 'The calculator stopped' })).toHaveCount(0);
});

test('every example opens with one click, and nothing is wrong with it', async ({ page }) => {
  const heard = complaints(page);
  await open(page);
  const examples = page.locator('#files').getByRole('heading', { name: 'Examples', exact: true }).locator('+ div').getByRole('button');
  expect(await examples.count()).toBeGreaterThan(0);
  for (const example of await examples.all()) {
    await example.click();
    await expect(page.getByLabel('Title', { exact: true })).toHaveValue((await example.textContent()) ?? '');
    await expect(page.locator('#problems .app-problems__errors')).toHaveCount(0);
  }
  expect(heard).toEqual([]);
});

test.describe('axe sees nothing wrong', () => {
  test.slow();
  const look = async (page) => (await new AxeBuilder({ page }).analyze()).violations;

  test('with an area', async ({ page }) => {
    await open(page);
    await chooseYear(page, '2017/18: STF');
    await chooseArea(page, 'south cumb', /Lancashire and South Cumbria QE1/);
    expect(await look(page)).toEqual([]);
  });

  test('with errors, everything unfolded', async ({ page }) => {
    await open(page);
    const bad = { control_total: { amount: '1,2', basis: 'after_fund' }, actual: { Q1: 'x' }, revisions: [{}] };
    await openFile(page, 'plan.json', planText({ subdivisions: [{ code: 'A' }, { code: 'A' }], as_at: 'now' }, bad));
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    expect(await look(page)).toEqual([]);
  });

  test('on a phone', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await open(page);
    await chooseYear(page, '2017/18: STF');
    await chooseArea(page, 'south cumb', /Lancashire and South Cumbria QE1/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    expect(await look(page)).toEqual([]);
  });
});
