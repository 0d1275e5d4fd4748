/** @file The columns of the money grid that hang on the funds of the plan. */

import { isBlank } from '../plan.js';
import { conditionName } from './asked.js';
import {
  QUARTERS,
  YES_NO,
  amount,
  answerOf,
  answerText,
  forSome,
  keyed,
  whereFilled,
  yesNo,
} from './column.js';
import { isEntry } from './statement-entries.js';

/** @typedef {import('./column.js').Column} Column */
/** @typedef {import('./asked.js').Asked} Asked */
/** @typedef {import('./asked.js').ForSide} ForSide */
/** @typedef {import('../plan.js').OrganisationDocument} OrganisationDocument */
/** @typedef {(organisation: OrganisationDocument) => import('../../generated/engine.js').Side | null} SideOf */

/** @typedef {{ column: Column, isFor: ForSide }} AskedColumn a column, and the sides it is asked of */

/** @param {string} fund */
const allocation = (fund) =>
  keyed('allocation', fund, `Allocation ${fund}`, (organisation) => organisation.allocation);

/** @type {Column} */
const accepted = {
  place: 'accepted',
  name: 'Accepted',
  kind: 'choice',
  choices: YES_NO,
  read: (organisation) => answerText(organisation.accepted),
  write: (organisation, text) => void (organisation.accepted = answerOf(text)),
};

/** @param {string} quarter */
const forecast = (quarter) =>
  keyed('forecasts', quarter, quarter, (organisation) => organisation.forecasts);

const improvement = amount('agreed_improvement', 'Agreed improvement');
const bonus = amount('bonus', 'Bonus');

/**
 * What a plan's funds ask of each organisation at the year's start.
 * @param {Asked} asked
 * @returns {AskedColumn[]}
 */
const atTheStart = (asked) => [
  ...asked.allocations.map(({ fund, isFor }) => ({ column: allocation(fund), isFor })),
  { column: accepted, isFor: asked.acceptance },
  ...asked.answers.map(({ id, name, isFor }) => ({ column: yesNo(id, name), isFor })),
];

/**
 * What they ask at the year's end.
 * @param {Asked} asked
 * @returns {AskedColumn[]}
 */
const atTheEnd = (asked) => [
  { column: improvement, isFor: asked.improvement },
  { column: bonus, isFor: asked.isPaid },
];

/** @param {AskedColumn} asked */
const isAsked = ({ isFor }) => isFor(null);

/**
 * @param {AskedColumn[]} columns
 * @param {SideOf} sideOf
 */
const shown = (columns, sideOf) =>
  columns
    .filter(isAsked)
    .map(({ column, isFor }) => forSome((organisation) => isFor(sideOf(organisation)), column));

/**
 * @param {Asked} asked
 * @param {SideOf} sideOf
 */
export const startColumns = (asked, sideOf) => shown(atTheStart(asked), sideOf);

/**
 * @param {Asked} asked
 * @param {SideOf} sideOf
 */
export const endColumns = (asked, sideOf) => shown(atTheEnd(asked), sideOf);

/** The forecast for the year as it stood at each quarter's end. */
export const forecastColumns = () => QUARTERS.map(forecast);

/**
 * Columns for what a plan has and its rules don't ask for, so that nothing is hidden.
 * @param {Asked} asked
 * @param {OrganisationDocument[]} organisations
 */
export function keptColumns(asked, organisations) {
  const wanted = [...atTheStart(asked), ...atTheEnd(asked)].filter(isAsked);
  const places = new Set(wanted.map(({ column }) => column.place));
  const unasked = everyColumn(organisations).filter(({ place }) => !places.has(place));
  return unasked
    .filter((column) => organisations.some((organisation) => !isBlank(column.read(organisation))))
    .map(whereFilled);
}

/**
 * A column for everything that the organisations may have of any fund. Entries of statements stand elsewhere.
 * @param {OrganisationDocument[]} organisations
 */
function everyColumn(organisations) {
  const funds = new Set(organisations.flatMap((one) => Object.keys(one.allocation)));
  const answers = new Set(organisations.flatMap((one) => Object.keys(one.answers)).filter((id) => !isEntry(id, 'organisation', 'yes_no')));
  return [
    ...[...funds].map(allocation),
    accepted,
    ...[...answers].map((id) => yesNo(id, conditionName(id))),
    improvement,
    bonus,
  ];
}
