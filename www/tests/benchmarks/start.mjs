// How long it takes from opening an offline file to the first result on the screen.
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { jitless, launchOptions } from '../../playwright.config.mjs';
import { OFFLINE, WITHOUT_WEBASSEMBLY } from '../editions/edition.mjs';
import { startToFirstResult } from './in-page/start-to-first-result.mjs';
import { bestOf, hold } from './parts/budget.mjs';
import { printTable } from './parts/table.mjs';
import { timesOf } from './parts/times.mjs';

const EXAMPLE = new URL('../../examples/lancashire-and-south-cumbria.json', import.meta.url);
const OPENED = 25;

const EDITIONS = [
  { name: 'offline file', file: OFFLINE, options: launchOptions, budget: 150 },
  { name: 'file without WebAssembly, jitless', file: WITHOUT_WEBASSEMBLY, options: jitless, budget: 400 },
];

/**
 * @param {string} file
 * @param {object} options
 */
async function measure(file, options) {
  const { title } = JSON.parse(await readFile(EXAMPLE, 'utf8'));
  const browser = await chromium.launch(options);
  const laidOut = [];
  const painted = [];
  for (let opened = 0; opened < OPENED; opened += 1) {
    const page = await browser.newPage();
    await page.addInitScript(startToFirstResult, title);
    await page.goto(pathToFileURL(file).href);
    const times = await page.waitForFunction(() => globalThis.firstResult);
    const first = await times.jsonValue();
    laidOut.push(first.laidOut);
    painted.push(first.painted);
    await page.close();
  }
  await browser.close();
  return { laidOut: timesOf(laidOut), painted: timesOf(painted) };
}

for (const { name, file, options, budget } of EDITIONS) {
  const best = await bestOf(budget, () => measure(file, options), ({ laidOut }) => laidOut.median);
  printTable(`From opening to the first result: ${name}`, [
    { name: 'laid out', times: best.laidOut, budget },
    { name: 'painted', times: best.painted },
  ]);
  hold(name, best.laidOut.median, budget);
}
