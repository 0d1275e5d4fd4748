/** @file What another year or fund does to a plan: what goes on counting, what is missing, what is kept and counts nothing. */

import { plural } from './asked.js';
import { holdings, holdingsOfSystem } from './holdings.js';
import { count } from './paste-words.js';
import { isBeyondYear } from './plan-date.js';

/** @typedef {import('../plan.js').PlanDocument} PlanDocument */
/** @typedef {import('../plan.js').OrganisationDocument} OrganisationDocument */
/** @typedef {import('./asked.js').Asked} Asked */
/** @typedef {import('./holdings.js').Holding} Holding */

/** @typedef {{ year: string, asked: Asked }} Year a year, and what its rules ask for */

/**
 * Each in words.
 * @typedef {object} Switch
 * @property {string} renamed what the target was called and is called now; blank where that is the same
 * @property {string[]} carried what goes on counting
 * @property {string[]} missing what the rules need and the plan hasn't got
 * @property {string[]} toSet parameters that the rules leave to the plan
 * @property {string[]} kept what the rules have no use for
 * @property {string[]} toMend what is wrong in the new year
 */

/**
 * @param {PlanDocument} document the plan in its new year
 * @param {object} rules
 * @param {Year} rules.before
 * @param {Asked} rules.after
 * @param {import('./fund-columns.js').SideOf} sideOf
 * @returns {Switch}
 */
export function yearSwitch(document, { before, after }, sideOf) {
  const { organisations, changes } = document;
  const all = holdings(organisations, after, sideOf);
  const ofSystem = holdingsOfSystem(document, after);
  /**
   * @param {Holding[]} these
   * @param {(holding: Holding, organisation: OrganisationDocument) => boolean} isSo
   */
  const counted = (these, isSo) =>
    these.flatMap((holding) => {
      const number = organisations.filter((organisation) => isSo(holding, organisation)).length;
      return number === 0 ? [] : [`${holding.words} (${count(number, 'organisation')})`];
    });
  const [was, is] = [before.asked.target, after.target];
  return {
    renamed: was === is ? '' : `What was called the ${was} is called the ${is}.`,
    carried: [
      ...all.filter(({ has, counts }) => organisations.some((one) => has(one) && counts(one))),
      ...ofSystem.filter(({ counts }) => counts),
    ].map(({ words }) => words),
    missing: [
      ...counted(
        all.filter(({ isNeeded }) => isNeeded),
        ({ has, counts }, one) => counts(one) && !has(one),
      ),
      ...untickedMeasures(organisations, after),
    ],
    toSet: after.schemes.flatMap((scheme) =>
      scheme.chapters
        .flatMap(({ rules }) => rules)
        .filter(({ id, asked }) => asked !== null && !(id in changes))
        .map(({ name }) => `${name} (${scheme.fund})`),
    ),
    kept: [
      ...counted(all, ({ has, counts }, one) => has(one) && !counts(one)),
      ...ofSystem.filter(({ counts }) => !counts).map(({ words }) => words),
      ...otherChanges(document, after),
    ],
    toMend: document.year === before.year ? [] : datesToMend(document, before.year, after),
  };
}

/**
 * Measures that apply to nobody yet.
 * @param {OrganisationDocument[]} organisations
 * @param {Asked} asked
 */
const untickedMeasures = (organisations, { measures }) =>
  organisations.length === 0
    ? []
    : measures
        .filter(({ id }) => organisations.every(({ performance }) => performance[id] === undefined))
        .map(({ name }) => `whom ${name} applies to`);

/**
 * @param {PlanDocument} document
 * @param {Asked} asked
 */
function otherChanges({ changes }, { schemes }) {
  const own = new Set(schemes.flatMap(({ parameters }) => parameters.map(({ rule }) => rule)));
  const others = Object.keys(changes).filter((rule) => !own.has(rule));
  return others.length === 0 ? [] : [`changes to other rules (${others.length})`];
}

/**
 * Dates and a title of the year before.
 * @param {PlanDocument} document
 * @param {string} before
 * @param {Asked} after
 */
function datesToMend({ year, as_at: date, title, organisations }, before, { target }) {
  const revised = organisations.filter(({ revisions }) => revisions.some(({ from }) => isBeyondYear(year, from)));
  return [
    ...(revised.length > 0
      ? [
          `revised ${plural(target)} dated outside ${year} (${count(revised.length, 'organisation')}): errors until they are dated in it or removed`,
        ]
      : []),
    ...(isBeyondYear(year, date) ? [`the plan’s date, ${date}, which is not in ${year}`] : []),
    ...(title.includes(before) ? [`the title, which says ${before}`] : []),
  ];
}
