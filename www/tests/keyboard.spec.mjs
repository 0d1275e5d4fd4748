import { expect, test } from '@playwright/test';
import { at, chooseArea, chooseYear, open, tabTo } from './page.mjs';

const BLACKPOOL = 'organisations/RXL';

test('the whole journey by keyboard alone', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the calculator' })).toBeFocused();
  await page.keyboard.press('Enter');

  await tabTo(page, page.getByLabel('Amounts in'));
  await tabTo(page, page.getByLabel('Find an area'));
  await page.keyboard.type('south cumb');
  await tabTo(page, page.getByRole('button', { name: /Lancashire and South Cumbria QE1/ }));
  await page.keyboard.press('Enter');
  await expect(page.locator('.app-area__summary')).toBeFocused();

  await tabTo(page, at(page, `${BLACKPOOL}/control_total/amount`));
  await page.keyboard.type('(1,000)');
  await page.keyboard.press('Enter');
  await expect(at(page, 'organisations/RXR/control_total/amount')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowRight');
  await expect(at(page, `${BLACKPOOL}/control_total/spread`)).toBeFocused();
  await page.keyboard.press('s');
  await expect(at(page, `${BLACKPOOL}/control_total/spread`)).toHaveValue('straight_line');
  await page.keyboard.press('ArrowRight');
  await expect(at(page, `${BLACKPOOL}/control_total/profile/Q1`)).toBeFocused();
  await page.keyboard.type('oops');
  await page.keyboard.press('Tab');

  await tabTo(page, page.locator('.app-problems__tally'), 200);
  await page.keyboard.press('Enter');
  await tabTo(page, page.locator('#problems').getByRole('link').first(), 200);
  await page.keyboard.press('Enter');
  await expect(at(page, `${BLACKPOOL}/control_total/profile/Q1`)).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await expect(page.locator('#problems')).toBeHidden();
});

test('arrows stay in a cell while there is text to go through', async ({ page }) => {
  await open(page);
  await chooseYear(page, '2016/17: STF');
  await chooseArea(page, 'south cumb', /Lancashire and South Cumbria QE1/);
  const cell = at(page, `${BLACKPOOL}/actual/Q1`);
  await cell.click();
  await page.keyboard.type('12');
  await page.keyboard.press('ArrowLeft');
  await expect(cell).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(cell).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(at(page, `${BLACKPOOL}/actual/Q2`)).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(cell).toBeFocused();
});

test('no focused cell is hidden under the headings', async ({ page }) => {
  await open(page);
  await chooseYear(page, '2016/17: STF');
  await chooseArea(page, 'south cumb', /Lancashire and South Cumbria QE1/);
  const cell = at(page, `${BLACKPOOL}/actual/Q4`);
  await cell.focus();
  for (let pressed = 0; pressed < 8; pressed += 1) {
    await page.keyboard.press('ArrowLeft');
    const seen = await page.evaluate(() => {
      const { left, top, width, height } = document.activeElement.getBoundingClientRect();
      return document.elementFromPoint(left + width / 2, top + height / 2) === document.activeElement;
    });
    expect(seen).toBe(true);
  }
});
