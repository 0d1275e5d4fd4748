/** @file Times the engine and the floor under it on the same system. */

import { createAssessor } from '../../../source/assessment.js';
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
  const assessor = createAssessor(engine);
  const document = fortyOrganisations(engine);
  const { assessment, diagnostics } = assessor.assess(JSON.stringify(document));
  if (assessment === null || diagnostics.length > 0 || assessment.missing.length > 0) {
    throw new Error(`the plan is not whole: ${JSON.stringify(diagnostics)}`);
  }
  const compared = compare(assessment, assess(document));
  const type = typist(document);
  const engineTimes = time(type, () => assessor.assess(JSON.stringify(document)));
  return {
    organisations: document.organisations.length,
    figures: assessment.ledger.length,
    compared,
    engine: engineTimes,
    floor: time(type, () => assess(document)),
  };
}

/**
 * Before each run another position is typed, so that no run can have the answer of the one before.
 *
 * @param {import('../../../generated/engine.js').PlanDocument} document
 */
function typist({ organisations }) {
  let typed = 0;
  return () => {
    const organisation = organisations[typed % organisations.length];
    if (organisation) organisation.actual['Q4'] = `(${1_000 + (typed % 977)}.25)`;
    typed += 1;
  };
}

/**
 * @param {() => void} prepare
 * @param {() => unknown} run
 * @returns {number[]}
 */
function time(prepare, run) {
  const once = () => {
    prepare();
    const start = performance.now();
    run();
    return performance.now() - start;
  };
  for (let i = 0; i < WARM_UP; i += 1) once();
  return Array.from({ length: RUNS }, once);
}
