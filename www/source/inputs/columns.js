/** @file The columns of the money grid. */

import { isBlank } from '../plan.js';
import { capital } from './asked.js';
import { COUNTS_NOTHING, QUARTERS, amount, entryOf, forSome, keyed } from './column.js';
import { endColumns, forecastColumns, keptColumns, startColumns } from './fund-columns.js';
import { signOf } from './units.js';

/** @typedef {import('./column.js').Column} Column */
/** @typedef {import('./column.js').ColumnGroup} ColumnGroup */
/** @typedef {import('../plan.js').OrganisationDocument} OrganisationDocument */
/** @typedef {import('../plan.js').PlanDocument} PlanDocument */
/** @typedef {import('../plan.js').Plan} Plan */
/** @typedef {import('./asked.js').Asked} Asked */
/** @typedef {import('../../generated/engine.js').Spread} Spread */

/** @type {import('./field.js').Choice[]} */
const SPREADS = [
  { value: '', name: 'None' },
  { value: 'straight_line', name: 'Straight line' },
  { value: 'fund_phasing', name: 'Fund’s phasing' },
];

/**
 * How a target can be spread over the year. Without a fund there is no phasing of one, unless a file
 * says so.
 * @param {Asked} asked
 * @param {PlanDocument} document
 */
export function spreads({ hasFund }, { organisations }) {
  const totals = organisations.flatMap((one) => [one, ...one.revisions].map((each) => each.control_total));
  const isThere = totals.some(({ spread }) => spread === 'fund_phasing');
  return SPREADS.filter(({ value }) => hasFund || isThere || value !== 'fund_phasing');
}

/** @param {string} text @returns {Spread | null} */
export const spreadOf = (text) =>
  text === 'straight_line' || text === 'fund_phasing' ? text : null;

/** @type {Column} */
const target = {
  place: 'control_total/amount',
  name: 'Year',
  kind: 'money',
  read: (organisation) => organisation.control_total.amount ?? '',
  write: (organisation, text) => void (organisation.control_total.amount = entryOf(text)),
};

/**
 * @param {import('./field.js').Choice[]} choices
 * @returns {Column}
 */
const spread = (choices) => ({
  place: 'control_total/spread',
  name: 'Spread',
  kind: 'choice',
  choices,
  read: (organisation) => organisation.control_total.spread ?? '',
  write: (organisation, text) => void (organisation.control_total.spread = spreadOf(text)),
});

/** @param {OrganisationDocument} organisation */
const profileOf = (organisation) => organisation.control_total.profile;

/** @param {OrganisationDocument} organisation */
const actualOf = (organisation) => organisation.actual;

/**
 * The periods to show: those chosen, and whatever else a file brought, so that nothing is hidden.
 * @param {Plan} plan
 * @param {(organisation: OrganisationDocument) => Record<string, string | null>} valuesOf
 */
export function periodNames(plan, valuesOf) {
  const chosen =
    plan.periods === 'months'
      ? Array.from({ length: 12 }, (_, index) => `M${index + 1}`)
      : QUARTERS;
  const brought = plan.document.organisations.flatMap((organisation) =>
    Object.entries(valuesOf(organisation)).flatMap(([name, value]) => (isBlank(value) ? [] : name)),
  );
  return [...new Set([...chosen, ...brought])];
}

/**
 * @param {Plan} plan
 * @param {import('./fund-columns.js').SideOf} sideOf
 * @param {Asked} asked
 * @returns {ColumnGroup[]}
 */
export function moneyColumns(plan, sideOf, asked) {
  const { document } = plan;
  const { organisations, figures } = document;
  const unit = signOf(document.unit);
  const toDate = figures === 'year_to_date' ? 'to date' : 'in each period';
  const last = plan.periods === 'months' ? 'M12' : 'Q4';
  const beforeFund = asked.hasFund ? ' before the fund' : '';
  const byQuarter = asked.forecasts || organisations.some(({ forecasts }) => isFilled(forecasts));
  /** @type {ColumnGroup[]} */
  const groups = [
    {
      name: `${capital(asked.target)}${beforeFund}`,
      unit,
      columns: [target, spread(spreads(asked, document))],
    },
    {
      name: `${capital(asked.target)}’s profile ${toDate}`,
      unit,
      hint: figures === 'year_to_date' ? `${last} is the ${asked.target} itself: may stay blank` : '',
      columns: periodNames(plan, profileOf).map((period) =>
        keyed('control_total/profile', period, period, profileOf),
      ),
    },
    { name: 'Fund', unit, columns: startColumns(asked, sideOf) },
    {
      name: `Actual${beforeFund} ${toDate}`,
      unit,
      columns: periodNames(plan, actualOf).map((period) => keyed('actual', period, period, actualOf)),
    },
    {
      name: 'Year’s forecast as it stood at the end of',
      unit,
      hint: asked.forecasts ? '' : COUNTS_NOTHING,
      columns: byQuarter ? forecastColumns() : [],
    },
    {
      name: 'Year',
      unit,
      columns: [
        amount('forecast', 'Forecast'),
        ...endColumns(asked, sideOf),
        forSome((one) => sideOf(one) !== 'provider', amount('resource_limit', 'Resource limit')),
      ],
    },
    {
      name: 'Kept from other rules',
      unit,
      hint: COUNTS_NOTHING,
      columns: keptColumns(asked, organisations),
    },
  ];
  return groups.filter(({ columns }) => columns.length > 0);
}

/** @param {Record<string, string | null>} values */
const isFilled = (values) => Object.values(values).some((value) => !isBlank(value));
