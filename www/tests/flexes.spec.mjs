// Control totals moved inside the system's. Plan and figures are those of tests/cases/flex.toml.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { figure, openPlan, planOfCases } from './made-up-plan.mjs';
import { at, chooseYear, saved, tabTo } from './page.mjs';

const FLEX = { from: 'Q3', moves: { A1: '(1)', B1: '1' }, note: 'With the region' };

const inputs = (page) => page.locator('#flexing');
const sum = (page, index) => at(page, `flexes/${index}/moves`);
const rows = (page) => page.getByRole('table', { name: 'Control totals moved by flexes' }).getByRole('row');

test('are entered by keyboard, and move targets as in the cases', async ({ page }) => {
  await openPlan(page, planOfCases());
  await expect(figure(page, 'organisations/A1/position/met/3')).toHaveText('Missed');
  await inputs(page).getByRole('button', { name: 'Add a flex' }).focus();
  await page.keyboard.press('Enter');
  await expect(at(page, 'flexes/0/from')).toBeFocused();
  await expect(at(page, 'flexes/0/from')).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.type('Q3');
  await expect(at(page, 'flexes/0/from')).not.toHaveAttribute('aria-invalid');
  await page.keyboard.press('Tab');
  await page.keyboard.type('With the region');
  await tabTo(page, at(page, 'flexes/0/moves/A1'), 3);
  await expect(inputs(page).locator('.app-reading')).toContainText('blank: does not move');
  await page.keyboard.type('(1)');
  await page.keyboard.press('Enter');
  await expect(at(page, 'flexes/0/moves/B1')).toBeFocused();
  await page.keyboard.type('1');
  await expect(sum(page, 0)).toHaveText('Flex 1: the moves add to nothing, as they have to.');
  await page.getByRole('button', { name: 'First trust', exact: true }).click();
  await expect(figure(page, 'organisations/A1/position/target/2')).toHaveText('5.5');
  await expect(figure(page, 'organisations/A1/position/met/3')).toHaveText('Met');
  const { plan } = await saved(page);
  expect(plan.flexes).toEqual([FLEX]);
});

test('are shown by organisation and by side, before and after', async ({ page }) => {
  await openPlan(page, planOfCases({ flexes: [FLEX] }));
  await expect(page.getByRole('heading', { name: 'Flexes, subject to national approval' })).toBeVisible();
  await expect(rows(page)).toHaveText([
    /^Organisation.*As issued for the year.*Flex 1, from Q3.*In force with the flexes/,
    /^First trust A1\s*8\.0\s*\(1\.0\)\s*7\.0$/,
    /^Board B1\s*4\.0\s*1\.0\s*5\.0$/,
    /^All providers\s*8\.0\s*\(1\.0\)\s*7\.0$/,
    /^All commissioners\s*4\.0\s*1\.0\s*5\.0$/,
    /^System\s*12\.0\s*–\s*does not move\s*12\.0$/,
  ]);
  await figure(page, 'flexes/0/providers').click();
  await expect(page.getByRole('heading', { name: /^Working: Moved by flex 1, Providers = \(£1,000,000/ })).toBeFocused();
});

test('are refused with their sum, at its place, until it is nothing', async ({ page }) => {
  await openPlan(page, planOfCases({ flexes: [FLEX] }));
  await at(page, 'flexes/0/moves/B1').fill('0.75');
  await expect(sum(page, 0)).toHaveText('Flex 1: left out until it is put right.');
  await expect(sum(page, 0)).toHaveAccessibleDescription(/The moves add to \(0\.25\), so the system's total would change by it\./);
  await expect(page.getByRole('heading', { name: /^Flexes, subject/ })).toBeHidden();
  await expect(figure(page, 'organisations/A1/position/control_total')).toHaveText('8.0');
  await page.locator('#problems').getByRole('link', { name: /^Flex 1, all its moves: The moves add to \(0\.25\)/ }).click();
  await expect(sum(page, 0)).toBeFocused();
  await at(page, 'flexes/0/moves/B1').fill('1.5');
  await expect(sum(page, 0)).toHaveAccessibleDescription(/The moves add to 0\.5,/);
  await at(page, 'flexes/0/moves/B1').fill('1');
  await expect(page.locator('#problems')).not.toContainText('The moves add');
  await expect(rows(page)).toHaveCount(6);
});

test('are refused where a subdivision’s total would change', async ({ page }) => {
  const plan = planOfCases({ flexes: [FLEX], subdivisions: [{ code: 'N', name: 'North' }, { code: 'S', name: 'South' }] });
  for (const [index, code] of ['N', 'S'].entries()) plan.organisations[index].subdivision = code;
  await openPlan(page, plan);
  await expect(sum(page, 0)).toHaveAccessibleDescription(/In North the moves add to \(1\), .*In South the moves add to 1,/);
});

test('do not take a blank for nothing', async ({ page }) => {
  await openPlan(page, planOfCases({ flexes: [{ ...FLEX, moves: { A1: '0', B1: null } }] }));
  const blank = at(page, 'flexes/0/moves/B1');
  await expect(blank).toHaveAccessibleDescription(/It is not said by how much this control total moves\./);
  await blank.fill('0');
  await expect(blank).not.toHaveAttribute('aria-invalid');
  // Cleared, the organisation is not in the flex: a blank that can't be seen is none either.
  await blank.fill(' ');
  await expect(inputs(page).locator('.app-reading')).toContainText('blank: does not move');
  await expect(blank).not.toHaveAttribute('aria-invalid');
  const { plan } = await saved(page);
  expect(plan.flexes[0].moves).toEqual({ A1: '0' });
});

test('are several, are taken away and brought back', async ({ page }) => {
  await openPlan(page, planOfCases({ flexes: [FLEX, { ...FLEX, from: 'Q4' }] }));
  await expect(figure(page, 'organisations/A1/position/control_total')).toHaveText('6.0');
  await inputs(page).getByRole('button', { name: 'Remove Flex 1' }).click();
  await expect(figure(page, 'organisations/A1/position/control_total')).toHaveText('7.0');
  await expect(at(page, 'flexes/0/from')).toHaveValue('Q4');
  await expect(inputs(page).getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(figure(page, 'organisations/A1/position/control_total')).toHaveText('6.0');
});

test('let a move be taken out whose organisation is gone', async ({ page }) => {
  await openPlan(page, planOfCases({ flexes: [{ ...FLEX, moves: { ...FLEX.moves, GONE: '1' } }] }));
  await page.locator('#problems').getByRole('link', { name: /There is no organisation “GONE”/ }).click();
  await expect(inputs(page).getByRole('button', { name: 'Take GONE, which moves by 1, out of Flex 1' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(rows(page)).toHaveCount(6);
  await expect(inputs(page).getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');
  expect((await saved(page)).plan.flexes[0].moves).toEqual({ ...FLEX.moves, GONE: '1' });
});

test('keep their numbers where one is refused', async ({ page }) => {
  await openPlan(page, planOfCases({ flexes: [{ ...FLEX, moves: { A1: '5' } }, FLEX] }));
  await expect(sum(page, 0)).toHaveText('Flex 1: left out until it is put right.');
  await expect(sum(page, 1)).toHaveText('Flex 2: the moves add to nothing, as they have to.');
  await expect(rows(page).first()).toContainText('Flex 2, from Q3');
  await expect(figure(page, 'flexes/0/moves/0/moved')).toHaveAccessibleName(/Moved by flex 2, First trust/);
});

test('are called good only where they count', async ({ page }) => {
  await openPlan(page, planOfCases({ flexes: Array(14).fill(FLEX) }));
  await expect(sum(page, 11)).toHaveText('Flex 12: the moves add to nothing, as they have to.');
  for (const index of [12, 13]) await expect(sum(page, index)).toHaveText(`Flex ${index + 1}: left out until it is put right.`);
  await openPlan(page, planOfCases({ year: '2040/41', flexes: [{ ...FLEX, moves: { A1: '1', B1: '(9)' } }] }));
  await expect(sum(page, 0)).toHaveText('');
});

test('carry over to another year', async ({ page }) => {
  await openPlan(page, planOfCases({ flexes: [FLEX] }));
  await chooseYear(page, '2019/20: FRF, MRET and PSF');
  await expect(page.locator('#plan').getByRole('status')).toContainText(/Carried over: .*, flexes\./);
  await expect(rows(page)).toHaveCount(6);
});

test('are accessible, narrow, and printed', async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 320, height: 640 });
  await openPlan(page, planOfCases({ flexes: [FLEX, { from: '', moves: { A1: '5' } }] }));
  await expect(rows(page)).toHaveCount(6);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  const { violations } = await new AxeBuilder({ page }).include('#flexing').include('.results').analyze();
  expect(violations).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  await expect(inputs(page)).toBeHidden();
  await expect(page.getByRole('table', { name: 'Control totals moved by flexes' })).toBeVisible();
  await expect(page.getByText('Every flex is subject to national approval')).toBeVisible();
});
