import { jitless } from '../../../playwright.config.mjs';
import { expect, test } from '../edition.mjs';

test.use({ launchOptions: jitless });

test('names the file that needs no WebAssembly, where that is turned off', async ({ page, address }) => {
  await page.goto(address);
  await expect(page.getByRole('heading', { name: 'The calculator has not started' })).toBeVisible();
  await expect(page.locator('#app')).toContainText('WebAssembly is turned off in this browser');
  await page.getByRole('link', { name: 'control-total-calculator-without-webassembly.html' }).click();
  await expect(page.getByRole('heading', { name: 'Figures', exact: true })).toBeVisible();
  expect(await page.evaluate(() => typeof WebAssembly)).toBe('undefined');
});
