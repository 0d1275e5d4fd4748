/** @file Which sides a scheme's fund pays. */

/** @typedef {import('../../generated/engine.js').Side} Side */

/**
 * The engine says so when asked to read an allocation for a side.
 * @param {typeof import('../../generated/engine.js')} engine
 * @param {import('../plan.js').PlanDocument} document
 * @returns {(side: Side | null) => boolean}
 */
export function sidesPaid(engine, { kind, version, year, fund }) {
  /** @type {Side[]} */
  const sides = ['provider', 'commissioner'];
  const organisations = sides.map((side) => ({ code: side, name: side, side, allocation: '1' }));
  const { diagnostics } = engine.assess(
    JSON.stringify({ kind, version, year, fund, unit: 'pounds', organisations }),
  );
  const refused = diagnostics.filter(({ code }) => code === 'fund_not_for').map(({ path }) => path);
  return (side) => side === null || !refused.includes(`organisations/${side.toUpperCase()}/allocation`);
}
