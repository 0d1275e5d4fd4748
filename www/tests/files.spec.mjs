// Plans and answers in files: saved, opened, and refused.
import { expect, test } from '@playwright/test';
import { at, complaints, handedOver, open, openFile, planText, saved } from './page.mjs';

const BLACKPOOL = 'organisations/RXL';

test('come back as they were saved', async ({ page }) => {
  await open(page);
  await openFile(page, 'plan.json', planText({ title: 'Q3: “final” / v2?' }, { actual: { Q1: ' 1,0 ' } }));
  const { name, plan } = await saved(page);
  expect(name).toBe('Q3-final- v2.json');
  expect(plan.organisations[0].actual).toEqual({ Q1: ' 1,0 ' });
  await openFile(page, name, JSON.stringify(plan));
  await expect(at(page, `${BLACKPOOL}/actual/Q1`)).toHaveValue(' 1,0 ');
});

for (const [what, text, said] of [
  ['10 MB of nonsense', 'x'.repeat(10_000_000), 'a plan is at most 4 MB'],
  ['nonsense', '{"kind": ', 'This is not a plan document'],
  ['another kind', '{"kind": "recipe", "version": 1}', 'says it is “recipe”'],
  ['a newer version', '{"kind": "control-total-plan", "version": 99}', 'newer calculator'],
  ['a list', '[]', 'not'],
]) {
  test(`are refused when they are ${what}, and the plan is kept`, async ({ page }) => {
    await open(page);
    await openFile(page, 'good.json', planText({}, { forecast: '5' }));
    await openFile(page, 'bad.json', text);
    await expect(page.getByRole('alert').filter({ hasText: 'bad.json was not opened' })).toContainText(said);
    await expect(at(page, `${BLACKPOOL}/forecast`)).toHaveValue('5');
  });
}

test('may name things in HTML: it stays text', async ({ page }) => {
  const heard = complaints(page);
  await open(page);
  const nasty = '<img src=x onerror=alert(1)>';
  await openFile(
    page,
    'plan.json',
    planText({ title: nasty, note: nasty, footprint: { name: nasty } }, { code: nasty, name: nasty, side: 'provider', actual: { Q1: nasty } }),
  );
  await expect(page.getByRole('rowheader', { name: nasty }).first()).toBeVisible();
  await expect(page.locator('#app img')).toHaveCount(0);
  expect(heard).toEqual([]);
});

test('with a fault of form are opened without that part, and it is said', async ({ page }) => {
  await open(page);
  await openFile(page, 'plan.json', planText({ unit: 'guineas' }, { forecast: '5' }));
  await expect(page.getByRole('alert').filter({ hasText: 'left out' })).toContainText('guineas');
  await expect(at(page, `${BLACKPOOL}/forecast`)).toHaveValue('5');
});

test('are asked for before unsaved work is left', async ({ page }) => {
  await open(page);
  await openFile(page, 'plan.json', planText());
  const asks = () =>
    page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
  expect(await asks()).toBe(false);
  await at(page, `${BLACKPOOL}/forecast`).fill('5');
  expect(await asks()).toBe(true);
  await handedOver(page, 'Save the answer to a file');
  expect(await asks()).toBe(true);
  await saved(page);
  expect(await asks()).toBe(false);
});

for (const [title, name] of [
  ['Q3: “final” / v2?', 'Q3-final- v2 answer.json'],
  ['Ŵyr Caffè', 'Wyr Caffe answer.json'],
  ['', 'control-total-plan answer.json'],
]) {
  test(`with an answer are called by the plan’s title: ${name}`, async ({ page }) => {
    await open(page);
    await openFile(page, 'plan.json', planText({ title }));
    expect((await handedOver(page, 'Save the answer to a file')).name).toBe(name);
    await expect(page.locator('#files')).toContainText(`The answer was saved as ${name}.`);
  });
}

for (const [what, fields, figures, said, way, path] of [
  [
    'one entry cannot be used',
    {},
    { actual: { Q1: '1,23' } },
    'The answer was not saved: 1 entry of the plan cannot be used. “1,23” has a thousands separator in the wrong place.',
    'Go to it',
    `${BLACKPOOL}/actual/Q1`,
  ],
  [
    'several entries cannot be used',
    {},
    { allocation: { STF: '-5' }, actual: { Q1: 'x', Q2: 'y' } },
    "The answer was not saved: 3 entries of the plan cannot be used. The first: (5) is below zero, and this can't be. Enter it as a positive amount.",
    'Go to the first',
    `${BLACKPOOL}/allocation/STF`,
  ],
  [
    'there are no rules',
    { year: '2031/32' },
    {},
    'The answer was not saved: 1 entry of the plan cannot be used. This calculator has no rules for 2031/32.',
    'Go to it',
    'year',
  ],
]) {
  test(`with an answer are not made when ${what}, and it is said why`, async ({ page }) => {
    let handed = 0;
    page.on('download', () => (handed += 1));
    await open(page);
    await openFile(page, 'plan.json', planText(fields, figures));
    await page.getByRole('button', { name: 'Save the answer to a file' }).click();
    const files = page.locator('#files');
    await expect(files.getByRole('status')).toContainText(said);
    await files.getByRole('button', { name: way, exact: true }).click();
    await expect(at(page, path)).toBeFocused();

    await openFile(page, 'plan.json', planText());
    await handedOver(page, 'Save the answer to a file');
    expect(handed).toBe(1);
  });
}

test('leave nothing in the browser', async ({ page }) => {
  await open(page);
  await openFile(page, 'plan.json', planText());
  const kept = await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);
  expect(kept).toEqual([0, 0, '']);
});

test('names that every JavaScript object has are names like any other', async ({ page }) => {
  const heard = complaints(page);
  const odd = (value) => ({ constructor: value, toString: value, valueOf: value });
  const maps = {
    allocation: odd('5'),
    amounts: odd('5'),
    answers: odd(true),
    actual: { Q1: '5', ...odd('5') },
    forecasts: odd('5'),
    performance: { constructor: { quarters: odd({}) } },
    control_total: { amount: '5', profile: odd('5') },
  };
  await open(page);
  const plan = { amounts: odd('5'), answers: odd(true), changes: odd('5'), flexes: [{ from: 'Q1', moves: odd('5') }] };
  const organisations = [{ code: 'RXL' }, { code: 'RXR', ...maps }];
  await openFile(page, 'plan.json', planText({ ...plan, organisations }));
  await expect(page.locator('#problems')).toContainText('No rule asks for “constructor” here');
  await expect(at(page, 'organisations/RXR/actual/Q1')).toHaveValue('5');
  await at(page, 'organisations/RXL/actual/Q1').fill('7');
  expect(await page.locator('#app').textContent()).not.toContain('[native code]');
  expect((await saved(page)).plan.organisations[1].amounts).toEqual(odd('5'));
  expect(heard).toEqual([]);
});
