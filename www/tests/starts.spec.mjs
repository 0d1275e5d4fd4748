import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { open } from './page.mjs';

test('is served as what it is, and nothing beside it', async ({ request }) => {
  for (const [file, kind] of [
    ['', 'text/html; charset=utf-8'],
    ['app.js', 'text/javascript; charset=utf-8'],
    ['app.css', 'text/css; charset=utf-8'],
  ]) {
    const answer = await request.get(`/${file}`);
    expect(answer.status()).toBe(200);
    expect(answer.headers()['content-type']).toBe(kind);
    expect(answer.headers()['x-content-type-options']).toBe('nosniff');
  }
  for (const path of ['/missing.js', '/%2e%2e/%2e%2e/Cargo.toml', '/..%2f..%2fCargo.toml']) {
    expect((await request.get(path)).status()).toBe(404);
  }
  expect((await request.post('/')).status()).toBe(405);
});

test('has no accessibility violation that axe can see', async ({ page }) => {
  await open(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
});

test('says what to do where WebAssembly is turned off', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'The calculator has not started' })).toBeVisible();
  await expect(page.locator('#app li:visible')).toHaveText(/^WebAssembly is turned off in this browser/);
  await expect(page.getByText('The reason the browser gives: ReferenceError')).toBeVisible();
});

test('says what to do in a browser that is too old', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'DecompressionStream'));
  await page.goto('/');
  await expect(page.locator('#app li:visible')).toHaveText(/^This browser is older than 2023/);
});

test('gives every reason where scripts are turned off', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/');
  await expect(page.locator('#app li:visible')).toHaveCount(4);
  await expect(page.locator('#app')).toContainText('Scripts are turned off in this browser');
  await context.close();
});

test('has no accessibility violation while it has not started', async ({ page }) => {
  await page.route('**/app.js', (route) => route.abort());
  await page.goto('/');
  await page.locator('#copy summary').first().click();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
});

test('says what to do when a file did not arrive', async ({ page }) => {
  await page.route('**/app.js', (route) => route.abort());
  await page.goto('/');
  await expect(page.getByRole('alert')).toContainText('It cannot start, and this is the reason:');
  await expect(page.locator('#app li:visible')).toHaveText(/^A file of the page did not arrive/);
});
