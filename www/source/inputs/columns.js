/** @file The columns of the money grid: where each stands in an organisation, how it is read and written. */

import { isBlank } from '../plan.js';
import { signOf } from './units.js';

/** @typedef {import('../plan.js').OrganisationDocument} OrganisationDocument */
/** @typedef {import('../plan.js').PlanDocument} PlanDocument */
/** @typedef {import('../plan.js').Plan} Plan */
/** @typedef {import('../../generated/engine.js').Spread} Spread */
/** @typedef {import('../../generated/engine.js').Side} Side */

/**
 * @typedef {object} Column
 * @property {string} place the path within the organisation, such as `actual/Q2`
 * @property {string} name its heading
 * @property {'money' | 'count' | 'words' | 'choice'} kind
 * @property {(organisation: OrganisationDocument) => string} read
 * @property {(organisation: OrganisationDocument, text: string) => void} write
 * @property {(organisation: OrganisationDocument) => boolean} [applies] whether there is such a cell; yes if left out
 * @property {import('./field.js').Choice[]} [choices]
 */

/** @typedef {{ name: string, unit: string, hint?: string, columns: Column[] }} ColumnGroup */

/** @type {import('./field.js').Choice[]} */
export const SPREADS = [
  { value: '', name: 'None' },
  { value: 'straight_line', name: 'Straight line' },
  { value: 'fund_phasing', name: 'Fund’s phasing' },
];

/** @type {import('./field.js').Choice[]} */
export const YES_NO = [
  { value: '', name: 'Not known' },
  { value: 'true', name: 'Yes' },
  { value: 'false', name: 'No' },
];

/** @param {boolean | null | undefined} answer */
export const answerText = (answer) => (answer === null || answer === undefined ? '' : String(answer));

/** @param {string} text */
export const answerOf = (text) => (text === '' ? null : text === 'true');

/** @param {string} text */
export const entryOf = (text) => (text === '' ? null : text);

/** @param {string} text @returns {Spread | null} */
export const spreadOf = (text) =>
  text === 'straight_line' || text === 'fund_phasing' ? text : null;

/** @typedef {'forecast' | 'agreed_improvement' | 'bonus' | 'resource_limit'} AmountField */

/**
 * @param {AmountField} field
 * @param {string} name
 * @param {(organisation: OrganisationDocument) => boolean} [applies]
 * @returns {Column}
 */
function amount(field, name, applies = () => true) {
  return {
    place: field,
    name,
    kind: 'money',
    read: (organisation) => organisation[field] ?? '',
    write: (organisation, text) => void (organisation[field] = entryOf(text)),
    // A value that doesn't belong there is shown all the same, to be mended.
    applies: (organisation) => applies(organisation) || !isBlank(organisation[field]),
  };
}

/**
 * @param {string} fund
 * @param {(organisation: OrganisationDocument) => boolean} paid
 * @returns {Column}
 */
const allocation = (fund, paid) => ({
  place: `allocation/${fund}`,
  name: `Allocation ${fund}`,
  kind: 'money',
  read: (organisation) => organisation.allocation[fund] ?? '',
  write: (organisation, text) => enter(organisation.allocation, fund, text),
  applies: (organisation) => paid(organisation) || !isBlank(organisation.allocation[fund]),
});

/** @type {Column} */
const controlTotal = {
  place: 'control_total/amount',
  name: 'Year',
  kind: 'money',
  read: (organisation) => organisation.control_total.amount ?? '',
  write: (organisation, text) => void (organisation.control_total.amount = entryOf(text)),
};

/** @type {Column} */
const spread = {
  place: 'control_total/spread',
  name: 'Spread',
  kind: 'choice',
  choices: SPREADS,
  read: (organisation) => organisation.control_total.spread ?? '',
  write: (organisation, text) => void (organisation.control_total.spread = spreadOf(text)),
};

/** @type {Column} */
const accepted = {
  place: 'accepted',
  name: 'Accepted',
  kind: 'choice',
  choices: YES_NO,
  read: (organisation) => answerText(organisation.accepted),
  write: (organisation, text) => void (organisation.accepted = answerOf(text)),
};

/**
 * @param {string} period
 * @returns {Column}
 */
const profile = (period) => ({
  place: `control_total/profile/${period}`,
  name: period,
  kind: 'money',
  read: (organisation) => organisation.control_total.profile[period] ?? '',
  write: (organisation, text) => enter(organisation.control_total.profile, period, text),
});

/**
 * @param {string} period
 * @returns {Column}
 */
const actual = (period) => ({
  place: `actual/${period}`,
  name: period,
  kind: 'money',
  read: (organisation) => organisation.actual[period] ?? '',
  write: (organisation, text) => enter(organisation.actual, period, text),
});

/**
 * @param {Record<string, string | null>} values
 * @param {string} period
 * @param {string} text
 */
export function enter(values, period, text) {
  if (text === '') delete values[period];
  else values[period] = text;
}

/**
 * The periods to show: those chosen, and whatever else a file brought, so that nothing is hidden.
 * @param {Plan} plan
 * @param {(organisation: OrganisationDocument) => Record<string, string | null>} valuesOf
 */
export function periodNames(plan, valuesOf) {
  const chosen =
    plan.periods === 'months'
      ? Array.from({ length: 12 }, (_, index) => `M${index + 1}`)
      : ['Q1', 'Q2', 'Q3', 'Q4'];
  const brought = plan.document.organisations.flatMap((organisation) =>
    Object.entries(valuesOf(organisation)).flatMap(([name, value]) => (isBlank(value) ? [] : name)),
  );
  return [...new Set([...chosen, ...brought])];
}

/**
 * @param {Plan} plan
 * @param {(organisation: OrganisationDocument) => Side | null} sideOf
 * @param {(side: Side | null) => boolean} pays whether the fund pays this side
 * @param {string[]} funds the short names of its funds
 * @returns {ColumnGroup[]}
 */
export function moneyColumns(plan, sideOf, pays, funds) {
  const { figures, unit: unitOfPlan } = plan.document;
  const unit = signOf(unitOfPlan);
  const toDate = figures === 'year_to_date' ? 'to date' : 'in each period';
  const last = plan.periods === 'months' ? 'M12' : 'Q4';
  /** @param {OrganisationDocument} organisation */
  const paid = (organisation) => pays(sideOf(organisation));
  return [
    { name: 'Control total before the fund', unit, columns: [controlTotal, spread] },
    {
      name: `Control total’s profile ${toDate}`,
      unit,
      hint: figures === 'year_to_date' ? `${last} is the control total itself: may stay blank` : '',
      columns: periodNames(plan, ({ control_total: { profile: values } }) => values).map(profile),
    },
    {
      name: 'Fund',
      unit,
      columns: [
        ...funds.map((fund) => allocation(fund, paid)),
        {
          ...accepted,
          applies: (organisation) => paid(organisation) || organisation.accepted !== null,
        },
      ],
    },
    {
      name: `Actual before the fund ${toDate}`,
      unit,
      columns: periodNames(plan, (organisation) => organisation.actual).map(actual),
    },
    {
      name: 'Year',
      unit,
      columns: [
        amount('forecast', 'Forecast'),
        amount('agreed_improvement', 'Agreed improvement', paid),
        amount('bonus', 'Bonus', paid),
        amount('resource_limit', 'Resource limit', (organisation) => sideOf(organisation) !== 'provider'),
      ],
    },
  ];
}
