// How long it takes from a keystroke in a figure to the new results on the screen.
import { readFile } from 'node:fs/promises';
import { bestOf, hold } from './parts/budget.mjs';
import { withPage } from './parts/open-page.mjs';
import { printTable } from './parts/table.mjs';
import { timesOf } from './parts/times.mjs';

/** A frame, in milliseconds: what a keystroke should take at most. */
const FRAME = 16;

/** More than this many frames fail the benchmark; what lies between may be a busy machine. */
const MOST_FRAMES = 2;
const WARM_UP = 12;
const KEYSTROKES = 90;

const EXAMPLE = new URL('../../examples/lancashire-and-south-cumbria.json', import.meta.url);
const INPUT = '[data-path="organisations/RXR/actual/Q4"]';
const RESULT = '[data-figure="system/position/variance/3"]';

/** Typed into a figure one after the other, each makes another amount. */
const KEYS = ['1', '2', '3', 'Backspace', 'Backspace', 'Backspace'];

/**
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<import('./in-page/time-keystrokes.mjs').Keystroke[]>}
 */
async function type(page) {
  const { title } = JSON.parse(await readFile(EXAMPLE, 'utf8'));
  await page.getByRole('button', { name: title }).first().click();
  await page.locator(INPUT).fill('-9800');
  const keystrokes = await page.evaluateHandle(async (selector) => {
    const { watchKeystrokes } = await import('/tests/benchmarks/in-page/time-keystrokes.mjs');
    return watchKeystrokes(selector);
  }, RESULT);
  for (let typed = 0; typed < WARM_UP + KEYSTROKES; typed += 1) {
    await page.keyboard.press(KEYS[typed % KEYS.length]);
    await page.waitForFunction(([all, wanted]) => all.length === wanted, [keystrokes, typed + 1]);
  }
  return keystrokes.jsonValue();
}

async function measure() {
  const keystrokes = (await withPage(type)).slice(WARM_UP);
  return {
    updated: timesOf(keystrokes.map(({ updated }) => updated)),
    painted: timesOf(keystrokes.map(({ painted }) => painted)),
  };
}

const { updated, painted } = await bestOf(FRAME, measure, (best) => best.updated.median);
printTable('A keystroke in a figure', [
  { name: 'input to results laid out', times: updated, budget: FRAME },
  { name: 'key to painted frame', times: painted },
]);
if (updated.median > FRAME) console.log(`over a frame: ${updated.median.toFixed(2)} ms`);
hold('a keystroke', updated.median, MOST_FRAMES * FRAME);
