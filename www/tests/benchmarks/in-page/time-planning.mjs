/** @file Times a national roll-up and an envelope, beside reading the same texts as plain JSON. */

import { createAssessor } from '../../../source/assessment.js';
import { startEngine } from '../../../source/engine.js';

const SYSTEMS = 44;
const MEMBERS = 15;
const PROGRAMMES = 200;
const WARM_UP = 5;
const RUNS = 40;

/** Times of each run in milliseconds, the crossing in both directions included. */
export async function timePlanning() {
  if (!crossOriginIsolated) throw new Error('the clock is too coarse');
  const engine = await startEngine();
  const plans = Array.from({ length: SYSTEMS }, (_, system) => JSON.stringify(plan(system)));
  const names = plans.map((_, system) => `system-${system}.json`);
  const [result] = engine.national(names, plans);
  if (result?.all.organisations !== SYSTEMS * MEMBERS) throw new Error('the plans are not whole');
  const fitted = JSON.stringify({ ...plan(0), planning: { envelope: envelope() } });
  const { assessment } = createAssessor(engine).assess(fitted);
  if (assessment?.planning?.envelope?.programmes.length !== PROGRAMMES) throw new Error('nothing was fitted');
  return {
    rollUp: {
      engine: time(() => engine.national(names, plans)),
      floor: time(() => plans.map((text) => JSON.parse(text))),
    },
    envelope: {
      // Each time by an assessor of its own, so that the form crosses too.
      engine: time(() => createAssessor(engine).assess(fitted)),
      floor: time(() => JSON.parse(fitted)),
    },
  };
}

/** @param {number} system with codes of its own and whole figures */
function plan(system) {
  return {
    kind: 'control-total-plan',
    version: 1,
    year: '2017/18',
    fund: 'STF',
    unit: 'thousands',
    as_at: '2018-03-31',
    footprint: { code: '', name: `System ${system}` },
    flexes: [{ from: 'Q3', moves: { [`S${system}M1`]: '50', [`S${system}M2`]: '(50)' } }],
    organisations: Array.from({ length: MEMBERS }, (_, member) => organisation(system, member)),
  };
}

/** @param {number} system @param {number} member */
function organisation(system, member) {
  const total = 40 * ((system * 31 + member * 17) % 97) - 1_900;
  /** @param {number} gap */
  const byQuarter = (gap) =>
    Object.fromEntries([1, 2, 3, 4].map((quarter) => [`Q${quarter}`, String((total * quarter) / 4 + gap)]));
  const isProvider = member % 3 !== 0;
  return {
    code: `S${system}M${member}`,
    name: `Organisation ${member} of system ${system}`,
    side: isProvider ? 'provider' : 'commissioner',
    control_total: { amount: String(total), profile: byQuarter(0) },
    actual: byQuarter((member % 5) - 2),
    allocation: isProvider ? { STF: '900' } : {},
    accepted: isProvider,
    agreed_improvement: isProvider ? '0' : null,
  };
}

/** Four classes of priority; the second does not fit whole. */
function envelope() {
  const programmes = Array.from({ length: PROGRAMMES }, (_, place) => {
    const budget = 1_000 + ((place * 37) % 4_321);
    return {
      code: `P${String(place).padStart(3, '0')}`,
      name: `Programme ${place}`,
      budget: `${budget}.33`,
      floor: String(Math.floor(budget / 2)),
      priority: String(1 + (place % 4)),
    };
  });
  return { amount: '460,000', programmes };
}

/** @param {() => unknown} run */
function time(run) {
  for (let i = 0; i < WARM_UP; i += 1) run();
  return Array.from({ length: RUNS }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
}
