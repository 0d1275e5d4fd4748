/** @file Which sides the funds of a plan pay. */

import { schemesOf } from '../rules.js';

/** @typedef {import('../../generated/engine.js').Side} Side */

/**
 * Whether the fund of a plan's year pays a side. Without rules for the plan every side may have an
 * allocation, so that nothing a file brings is hidden.
 *
 * @param {import('../plan.js').PlanDocument} document
 * @returns {(side: Side | null) => boolean}
 */
export function sidesPaid({ year, fund }) {
  const own = schemesOf({ year, fund });
  return (side) => side === null || own.length === 0 || own.some(({ pays }) => pays.includes(side));
}

/**
 * The short names of the funds of a plan that allocate money, and of those that it has allocations of
 * without rules for them, so that nothing a file brings is hidden.
 *
 * @param {import('../plan.js').PlanDocument} document
 */
export function fundNames({ year, fund, organisations }) {
  const own = schemesOf({ year, fund });
  if (own.length > 0) return own.filter(({ pays }) => pays.length > 0).map((scheme) => scheme.fund);
  return [...new Set(organisations.flatMap(({ allocation }) => Object.keys(allocation)))];
}
