// How long the large questions of a planning round take in the browser: England's 44 systems rolled up,
// and two hundred programmes fitted into an envelope.
import { bestOf, hold } from './parts/budget.mjs';
import { withPage } from './parts/open-page.mjs';
import { printTable } from './parts/table.mjs';
import { timesOf } from './parts/times.mjs';

/** What they should take, in milliseconds. */
const AIMS = { rollUp: 100, envelope: 50 };

/** How many times reading the same text as plain JSON they may take before the benchmark fails. */
const MOST_TIMES_THE_FLOOR = { rollUp: 60, envelope: 150 };

/** @typedef {typeof import('./in-page/time-planning.mjs')} TimePlanning */

/**
 * @param {import('@playwright/test').Page} page
 * @returns {ReturnType<TimePlanning['timePlanning']>}
 */
const timePlanning = (page) =>
  page.evaluate(async () => {
    const inPage = await import('/tests/benchmarks/in-page/time-planning.mjs');
    return inPage.timePlanning();
  });

async function measure() {
  const { rollUp, envelope } = await withPage(timePlanning);
  /** @param {{ engine: number[], floor: number[] }} times */
  const both = ({ engine, floor }) => ({ engine: timesOf(engine), floor: timesOf(floor) });
  return { rollUp: both(rollUp), envelope: both(envelope) };
}

const { rollUp, envelope } = await bestOf(AIMS.rollUp, measure, (best) => best.rollUp.engine.median);
printTable('Rolling up 44 systems of 15 organisations', [
  { name: 'engine: texts to it, every value back', times: rollUp.engine, budget: AIMS.rollUp },
  { name: 'floor: reading the texts as plain JSON', times: rollUp.floor },
]);
printTable('Fitting 200 programmes into an envelope', [
  { name: 'engine: text to it, every value back', times: envelope.engine, budget: AIMS.envelope },
  { name: 'floor: reading the text as plain JSON', times: envelope.floor },
]);
hold('rolling up', rollUp.engine.median, MOST_TIMES_THE_FLOOR.rollUp * rollUp.floor.median);
hold('the envelope', envelope.engine.median, MOST_TIMES_THE_FLOOR.envelope * envelope.floor.median);
