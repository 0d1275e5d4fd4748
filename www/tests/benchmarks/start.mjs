// How long it takes from opening an offline file, in a window that is there, to the first result.
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { jitless, launchOptions } from '../../playwright.config.mjs';
import { EXAMPLE_TITLE, OFFLINE, WITHOUT_WEBASSEMBLY } from '../editions/files.mjs';
import { startToFirstResult } from './in-page/start-to-first-result.mjs';
import { bestOf, hold } from './parts/budget.mjs';
import { printTable } from './parts/table.mjs';
import { timesOf } from './parts/times.mjs';

const OPENED = 25;

/** More than this many times the budget fail the benchmark; what lies between may be a busy machine. */
const MOST_TIMES = 2;

/** So long a new window keeps the browser busy with itself, in milliseconds. */
const SETTLING = 400;

const EDITIONS = [
  { name: 'offline file', file: OFFLINE, options: launchOptions, budget: 150 },
  { name: 'file without WebAssembly, jitless', file: WITHOUT_WEBASSEMBLY, options: jitless, budget: 400 },
];

/**
 * @param {string} file
 * @param {object} options
 */
async function measure(file, options) {
  const browser = await chromium.launch(options);
  const laidOut = [];
  const painted = [];
  for (let opened = 0; opened < OPENED; opened += 1) {
    const page = await browser.newPage();
    await page.addInitScript(startToFirstResult, EXAMPLE_TITLE);
    await page.waitForTimeout(SETTLING);
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
  if (best.laidOut.median > budget) console.log(`over the aim: ${best.laidOut.median.toFixed(1)} ms`);
  hold(name, best.laidOut.median, MOST_TIMES * budget);
}
