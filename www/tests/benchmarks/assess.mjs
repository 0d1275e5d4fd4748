// How long the engine takes for a whole system, beside the least that such a model could take.
import { bestOf, hold } from './parts/budget.mjs';
import { withPage } from './parts/open-page.mjs';
import { printTable } from './parts/table.mjs';
import { timesOf } from './parts/times.mjs';

/** What it should take, in milliseconds: the fastest spreadsheet engine takes that for such a model. */
const AIM = 0.7;

/** How many times the floor it may take before the benchmark fails: a ratio, since machines differ. */
const MOST_TIMES_THE_FLOOR = 12;

/** @typedef {typeof import('./in-page/time-assess.mjs')} TimeAssess */

/**
 * @param {import('@playwright/test').Page} page
 * @returns {ReturnType<TimeAssess['timeAssess']>}
 */
const timeAssess = (page) =>
  page.evaluate(async () => {
    const inPage = await import('/tests/benchmarks/in-page/time-assess.mjs');
    return inPage.timeAssess();
  });

async function measure() {
  const { engine, floor, ...sizes } = await withPage(timeAssess);
  return { ...sizes, engine: timesOf(engine), floor: timesOf(floor) };
}

const { organisations, compared, engine, floor } = await bestOf(AIM, measure, (best) => best.engine.median);
printTable(`Assessing ${organisations} organisations`, [
  { name: 'engine: text to it, every value back', times: engine, budget: AIM },
  { name: 'floor: JavaScript, values only', times: floor },
]);
console.log(
  `The two agree on ${compared} values. The engine takes ${(engine.median / floor.median).toFixed(1)} times the floor.`,
);
if (engine.median > AIM) console.log(`over the aim: ${engine.median.toFixed(2)} ms, ${AIM} ms was aimed for`);
hold('assessing', engine.median, MOST_TIMES_THE_FLOOR * floor.median);
