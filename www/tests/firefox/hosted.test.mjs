// The hosted edition in Firefox: it opens without its server, and after a restart of the browser.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import puppeteer from 'puppeteer-core';
import { EXAMPLE_TITLE, HOSTED, commandLineAnswer } from '../editions/files.mjs';
import { serve } from '../editions/hosted/web-server.mjs';
import { button } from './firefox.mjs';

let profile;
before(async () => (profile = await mkdtemp(join(tmpdir(), 'control-total-profile-'))));
after(() => rm(profile, { recursive: true }));

const launch = () =>
  puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env['FIREFOX'],
    userDataDir: profile,
  });

/** Opens the example, and returns the answer in words. */
async function answer(page) {
  await button(page, EXAMPLE_TITLE).click();
  await page.locator('.answer__system::-p-text(misses its control total)').wait();
  return page.$eval('.answer__system', (element) => element.textContent);
}

test('opens with the server stopped, and with the browser restarted', { timeout: 60_000 }, async () => {
  const server = await serve(HOSTED);
  const before = await launch();
  const [first] = await before.pages();
  await first.goto(server.address);
  await first.evaluate(async () => void (await navigator.serviceWorker.ready));
  const { system: said } = JSON.parse(commandLineAnswer()).answer;
  assert.equal(await answer(first), said);
  await server.stop();
  await first.goto('about:blank');
  await first.goto(server.address);
  assert.equal(await answer(first), said);
  await before.close();

  const afterwards = await launch();
  const [second] = await afterwards.pages();
  await second.goto(server.address);
  assert.equal(await answer(second), said);
  await afterwards.close();
});
