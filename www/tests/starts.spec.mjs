import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { complaints, open } from './page.mjs';

test('starts with nothing to complain of', async ({ page }) => {
  const heard = complaints(page);
  await open(page);
  expect(heard).toEqual([]);
});

test('asks its own server only, and once for each file', async ({ page, baseURL }) => {
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await open(page);
  const own = asked.filter((address) => !address.startsWith('data:'));
  expect(own.toSorted()).toEqual(
    ['', 'app.css', 'app.js', 'engine.js'].map((file) => `${baseURL}${file}`),
  );
});

test('can open no connection, not even to its own server', async ({ page }) => {
  const answer = await open(page);
  const header = await answer?.headerValue('content-security-policy');
  const meta = await page
    .locator('meta[http-equiv="Content-Security-Policy"]')
    .getAttribute('content');
  expect(header).toBe(`${meta}; frame-ancestors 'none'`);

  const outcomes = await page.evaluate(async () => {
    const ask = (start) => Promise.resolve().then(start).then(() => 'opened', () => 'refused');
    return Promise.all([
      ask(() => fetch('index.html')),
      ask(() => fetch('data:,x')),
      ask(
        () =>
          new Promise((resolve, reject) => {
            const request = new XMLHttpRequest();
            request.onload = resolve;
            request.onerror = reject;
            request.open('GET', 'index.html');
            request.send();
          }),
      ),
      ask(
        () =>
          new Promise((resolve, reject) => {
            const socket = new WebSocket(`ws://${location.host}/`);
            socket.onopen = resolve;
            socket.onerror = reject;
          }),
      ),
      ask(() => {
        document.body.innerHTML = '<p>x</p>';
      }),
    ]);
  });
  expect(outcomes).toEqual(Array(5).fill('refused'));
});

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

test('says what to do when it can’t start', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'The calculator has not started' })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('The reason the browser gives');
});

test('says what to do when a file did not arrive', async ({ page }) => {
  await page.route('**/app.js', (route) => route.abort());
  await page.goto('/');
  await expect(page.locator('#app')).toContainText('a file of the page may not have arrived');
});
