/** @file Which side a scheme's fund pays. */

import { schemes } from '../rules.js';

/** @typedef {import('../../generated/engine.js').Side} Side */

/**
 * Whether the fund of a plan's year pays a side. Without rules for the plan every side may have an
 * allocation, so that nothing a file brings is hidden.
 *
 * @param {import('../plan.js').PlanDocument} document
 * @returns {(side: Side | null) => boolean}
 */
export function sidesPaid({ year, fund }) {
  const ofTheYear = schemes.filter((scheme) => scheme.year === year);
  const scheme = ofTheYear.find((one) => one.fund === fund) ?? ofTheYear[0];
  return (side) => side === null || scheme === undefined || scheme.fund_for === side;
}
