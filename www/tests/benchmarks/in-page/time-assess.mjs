/** @file Times the engine and the floor under it on the same system. */

import { startEngine } from '../../../source/engine.js';
import { fortyOrganisations } from './forty-organisations.mjs';
import { compare } from './main-results.mjs';
import { assess } from './whole-pence.mjs';

const WARM_UP = 200;
const RUNS = 600;

/** Times of each run in milliseconds, the crossing in both directions included. */
export async function timeAssess() {
  if (!crossOriginIsolated) throw new Error('the clock is too coarse');
  const engine = await startEngine();
  const document = fortyOrganisations(engine);
  const { assessment, diagnostics } = engine.assess(JSON.stringify(document));
  if (assessment === null || diagnostics.length > 0 || assessment.missing.length > 0) {
    throw new Error(`the plan is not whole: ${JSON.stringify(diagnostics)}`);
  }
  const compared = compare(assessment, assess(document));
  return {
    organisations: document.organisations.length,
    compared,
    engine: time(() => engine.assess(JSON.stringify(document))),
    floor: time(() => assess(document)),
  };
}

/**
 * @param {() => unknown} run
 * @returns {number[]}
 */
function time(run) {
  for (let i = 0; i < WARM_UP; i += 1) run();
  return Array.from({ length: RUNS }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
}
