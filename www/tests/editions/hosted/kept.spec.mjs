// The browser keeps the hosted page: it opens without a network, and changes to a newer version when
// it is told to.
import { createHash } from 'node:crypto';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { launchOptions } from '../../../playwright.config.mjs';
import { complaints } from '../../page.mjs';
import { expect, expectStarted, openAt, openExample, savedAnswer, test as base } from '../edition.mjs';
import { HOSTED, commandLineAnswer } from '../files.mjs';
import { serve } from './web-server.mjs';

const test = base.extend({
  server: async ({}, use) => {
    const server = await serve(HOSTED);
    await use(server);
    await server.stop().catch(() => {});
  },
});

/** Waits until the browser has all files of the page. */
const kept = (page) => page.evaluate(async () => void (await navigator.serviceWorker.ready));

/** What the browser keeps for the page: each file of each version. */
const keptFiles = (page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const files = names.map(async (name) => {
      const requests = await (await caches.open(name)).keys();
      return requests.map(({ url }) => url);
    });
    return (await Promise.all(files)).flat();
  });

test('opens with the server stopped, and with the browser restarted', async ({ server }, information) => {
  const open = () => chromium.launchPersistentContext(information.outputPath('profile'), launchOptions);
  const before = await open();
  const [first] = before.pages();
  await openAt(first, server.address);
  await kept(first);
  await server.stop();
  await first.reload();
  await expectStarted(first);
  await openExample(first);
  expect(await savedAnswer(first)).toBe(commandLineAnswer());
  await before.close();

  const after = await open();
  const [second] = after.pages();
  const heard = complaints(second);
  for (const address of [server.address, `${server.address}index.html`, `${server.address}?from=mail#results`]) {
    await openAt(second, address);
    await openExample(second);
    expect(await savedAnswer(second)).toBe(commandLineAnswer());
  }
  expect(heard).toEqual([]);
  await after.close();
});

test('can be installed', async ({ server, page }) => {
  await openAt(page, server.address);
  await kept(page);
  await page.reload();
  const session = await page.context().newCDPSession(page);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // A test's window is like a private one, where nothing is installed.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
  const { errors, data } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(JSON.parse(data).name).toBe('Control total calculator');
});

test('keeps its own files and no others', async ({ server, page }) => {
  await openAt(page, server.address);
  await kept(page);
  const names = ['app.css', 'app.js', 'icon.svg', 'index.html', 'manifest.webmanifest'];
  expect((await keptFiles(page)).toSorted()).toEqual(names.map((name) => server.address + name));
  const known = new Set(['', 'service-worker.js', ...names].map((name) => new URL(name, server.address).pathname));
  expect(server.asked.filter((path) => !known.has(path))).toEqual([]);
});

test('keeps nothing when a file is not the published one', async ({ server, page }) => {
  server.served.alter = (name, bytes) => (name === 'icon.svg' ? Buffer.concat([bytes, Buffer.from(' ')]) : bytes);
  await openAt(page, server.address);
  const state = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const worker = registration?.installing;
    if (worker)
      await new Promise((resolve) => {
        worker.onstatechange = () => worker.state === 'redundant' && resolve();
      });
    return registration?.active ?? null;
  });
  expect(state).toBe(null);
  expect(await keptFiles(page)).toEqual([]);
  await openExample(page);
});

/** Serves the same page with another version from now on, as a later build would be. */
async function serveNewerVersion(server, information) {
  const folder = information.outputPath('newer');
  await cp(HOSTED, folder, { recursive: true });
  const document = join(folder, 'index.html');
  const text = (await readFile(document, 'utf8')).replace(/Version \d+\.\d+\.\d+/, 'Version 99.0.0');
  await writeFile(document, text);
  const worker = join(folder, 'service-worker.js');
  const [line, ...rest] = (await readFile(worker, 'utf8')).split('\n');
  const release = JSON.parse(line.replace(/^const release = (.*);$/, '$1'));
  release.id = 'another';
  release.files['index.html'] = `sha256-${createHash('sha256').update(text).digest('base64')}`;
  await writeFile(worker, [`const release = ${JSON.stringify(release)};`, ...rest].join('\n'));
  server.served.folder = folder;
}

test('says that a new version is ready, and changes to it when told', async ({ server, page }, information) => {
  await openAt(page, server.address);
  await kept(page);
  await expect(page.locator('.app-newer')).toBeEmpty();
  await serveNewerVersion(server, information);

  await page.reload();
  await expectStarted(page);
  const version = page.locator('.app-copy__program');
  await expect(page.getByRole('status').first()).toContainText('A new version of the calculator is ready');
  await expect(version).not.toContainText('Version 99.0.0');

  await openExample(page);
  await page.getByLabel('Title', { exact: true }).fill('Not saved yet');
  // The question comes once the new version has taken over, some time after the click.
  const change = page.getByRole('button', { name: 'Use the new version now' });
  await Promise.all([page.waitForEvent('dialog').then((dialog) => dialog.dismiss()), change.click()]);
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('Not saved yet');

  await Promise.all([page.waitForEvent('dialog').then((dialog) => dialog.accept()), change.click()]);
  await expect(version).toContainText('Version 99.0.0');
  await expect(page.locator('.app-newer')).toBeEmpty();
  expect(new Set(await keptFiles(page)).size).toBe(5);
  expect(await keptFiles(page)).toHaveLength(5);
});

test('another tab has the new version as well, when told', async ({ server, context, page }, information) => {
  const other = await context.newPage();
  for (const tab of [page, other]) {
    await openAt(tab, server.address);
    await kept(tab);
  }
  await serveNewerVersion(server, information);
  await page.reload();
  for (const tab of [page, other]) {
    await tab.getByRole('button', { name: 'Use the new version now' }).click();
    await expect(tab.locator('.app-copy__program')).toContainText('Version 99.0.0');
  }
});

test('changes to a new version without a question when nothing is lost', async ({ server, page }, information) => {
  await openAt(page, server.address);
  await kept(page);
  await serveNewerVersion(server, information);
  await page.reload();
  await expectStarted(page);
  await page.getByRole('button', { name: 'Use the new version now' }).click();
  await expect(page.locator('.app-copy__program')).toContainText('Version 99.0.0');
});

test('says what is wrong when the server’s script is not the published one', async ({ server, page }) => {
  server.served.alter = (name, bytes) => (name === 'app.js' ? Buffer.concat([bytes, Buffer.from(' ')]) : bytes);
  await page.goto(server.address);
  await expect(page.getByRole('alert')).toContainText('It cannot start, and this is the reason:');
  await expect(page.locator('#app')).toContainText('did not arrive, or is not the one that was published');
});

test('offers the offline files, by a name and hash that are true', async ({ page, address }) => {
  await openAt(page, address);
  await page.getByText('How do I use it without a network, or on a file share?').click();
  const link = page.getByRole('link', { name: 'control-total-calculator-offline.zip' });
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const hash = createHash('sha256').update(await readFile(await download.path())).digest('hex');
  await expect(page.locator('#copy-offline')).toContainText(hash);
  const list = await page.request.get(new URL('SHA256SUMS.txt', address).href);
  expect(await list.text()).toContain(`${hash}  control-total-calculator-offline.zip\n`);
});
