/** @file What a plan may hold of each organisation and of the system, and whether its rules have a use for it. */

import { isBlank } from '../plan.js';
import { roundOf } from '../rules.js';
import { conditionName, measureName, plural } from './asked.js';
import { isEntered } from './planning/entries.js';
import { askingStatements, isEntry, isFilledIn, isOfSide } from './statement-entries.js';

/** @typedef {import('../plan.js').OrganisationDocument} OrganisationDocument */
/** @typedef {import('../plan.js').MeasureDocument} MeasureDocument */
/** @typedef {import('./asked.js').Asked} Asked */
/** @typedef {import('./asked.js').ForSide} ForSide */
/** @typedef {import('./fund-columns.js').SideOf} SideOf */

/**
 * @typedef {object} Holding
 * @property {string} words such as “allocations of the PSF”
 * @property {(organisation: OrganisationDocument) => boolean} has
 * @property {(organisation: OrganisationDocument) => boolean} counts whether the rules look at it
 * @property {boolean} isNeeded whether something stays not known without it, where it counts
 */

/**
 * @param {OrganisationDocument[]} organisations
 * @param {Asked} asked
 * @param {SideOf} sideOf
 * @returns {Holding[]}
 */
export function holdings(organisations, asked, sideOf) {
  /** @param {ForSide | undefined} isFor */
  const on = (isFor) => (/** @type {OrganisationDocument} */ one) => isFor?.(sideOf(one)) ?? false;
  const always = () => true;
  const funds = names(asked.allocations.map(({ fund }) => fund), organisations, (one) => one.allocation);
  const answers = names(asked.answers.map(({ id }) => id), organisations, (one) => one.answers).filter((id) => !isEntry(id, 'organisation', 'yes_no'));
  const measures = names(asked.measures.map(({ id }) => id), organisations, (one) => one.performance);
  return [
    holding(plural(asked.target), (one) => !isBlank(one.control_total.amount), always),
    holding('profiles', (one) => isFilled(one.control_total.profile), always),
    holding(`revised ${plural(asked.target)}`, (one) => one.revisions.length > 0, always),
    holding('actuals', (one) => isFilled(one.actual), always),
    holding('forecasts', (one) => !isBlank(one.forecast), always),
    ...funds.map((fund) => {
      const own = asked.allocations.find((one) => one.fund === fund);
      const where = own?.isForDeficits ? `, where the ${asked.target} is a deficit` : '';
      return holding(`allocations of the ${fund}${where}`, (one) => !isBlank(one.allocation[fund]), on(own?.isFor), true);
    }),
    holding(`whether the ${asked.target} is accepted`, (one) => one.accepted !== null, on(asked.acceptance), true),
    ...answers.map((id) => {
      const own = asked.answers.find((one) => one.id === id);
      return holding(`“${conditionName(id)}”, yes or no`, (one) => isGiven(one.answers[id]), on(own?.isFor), true);
    }),
    holding('forecasts by quarter', (one) => isFilled(one.forecasts), () => asked.forecasts, true),
    holding('agreed improvements', (one) => !isBlank(one.agreed_improvement), on(asked.improvement)),
    holding('bonuses', (one) => !isBlank(one.bonus), on(asked.isPaid)),
    holding('resource limits', (one) => !isBlank(one.resource_limit), (one) => sideOf(one) !== 'provider'),
    ...measures.flatMap((id) => ofMeasure(id, asked)),
    ...askingStatements().map((statement) =>
      holding(
        entriesOf(statement),
        (one) => statement.whose !== 'system' && isFilledIn(statement, one),
        (one) => asked.statements.includes(statement) && isOfSide(statement, sideOf(one)),
      ),
    ),
  ];
}

/** @param {import('../rules.js').StatementBook} statement */
const entriesOf = ({ name }) => `entries for “${name}”`;

/**
 * What the plan holds of the system as a whole.
 * @param {import('../plan.js').PlanDocument} document
 * @param {Asked} asked
 */
export const holdingsOfSystem = (document, asked) => [
  ...askingStatements()
    .filter((statement) => statement.whose === 'system' && isFilledIn(statement, document))
    .map((statement) => ({ words: entriesOf(statement), counts: asked.statements.includes(statement) })),
  ...(document.flexes.length > 0 ? [{ words: 'flexes', counts: true }] : []),
  ...ofPlanning(document),
];

/** @param {import('../plan.js').PlanDocument} document */
function ofPlanning({ year, planning }) {
  const { transformation, ...others } = isEntered;
  return [
    ...(Object.values(others).some((isSo) => isSo(planning)) ? [{ words: 'the planning round', counts: true }] : []),
    ...(transformation(planning)
      ? [{ words: 'plans, answers and bids for transformation funding', counts: roundOf(year) !== undefined }]
      : []),
  ];
}

/**
 * @param {string} words
 * @param {Holding['has']} has
 * @param {Holding['counts']} counts
 * @param {boolean} [isNeeded]
 * @returns {Holding}
 */
const holding = (words, has, counts, isNeeded = false) => ({ words, has, counts, isNeeded });

/**
 * What there is of a performance measure, for the organisations it applies to.
 * @param {string} id
 * @param {Asked} asked
 * @returns {Holding[]}
 */
function ofMeasure(id, asked) {
  const measure = asked.measures.find((one) => one.id === id);
  const name = measureName(id);
  /**
   * @param {string} words
   * @param {boolean} counts
   * @param {(measure: MeasureDocument) => boolean} has
   * @param {boolean} [isNeeded]
   */
  const part = (words, counts, has, isNeeded) =>
    holding(
      `${words} of ${name}`,
      (one) => one.performance[id] !== undefined && has(one.performance[id]),
      (one) => counts && one.performance[id] !== undefined,
      isNeeded,
    );
  const needs = measure?.needs;
  const milestones = measure?.milestones ?? [];
  return [
    part('figures', measure !== undefined, ({ quarters }) => Object.values(quarters).some(isCounted)),
    part('trajectories', needs?.trajectory ?? false, ({ trajectory }) => isFilled(trajectory), true),
    part('appeals', needs?.appeals ?? false, ({ appeals }) => Object.values(appeals).some(isGiven)),
    part('last year’s figures', needs?.last_year ?? false, (one) => Object.values(one.last_year).some(isCounted), true),
    part('March’s figures', needs?.march ?? false, ({ march }) => isCounted(march)),
    part('milestones', milestones.length > 0, (one) => Object.values(one.milestones).some(isGiven), true),
  ];
}

/**
 * Those that are asked for, and those that the organisations have besides.
 * @param {string[]} asked
 * @param {OrganisationDocument[]} organisations
 * @param {(organisation: OrganisationDocument) => object} valuesOf
 */
const names = (asked, organisations, valuesOf) => [
  ...new Set([...asked, ...organisations.flatMap((one) => Object.keys(valuesOf(one)))]),
];

/** @param {Record<string, string | null>} values */
const isFilled = (values) => Object.values(values).some((value) => !isBlank(value));

/** @param {boolean | null | undefined} answer */
const isGiven = (answer) => answer === true || answer === false;

/** @param {MeasureDocument['march']} performance */
const isCounted = ({ attendances, breaches }) => !isBlank(attendances) || !isBlank(breaches);
