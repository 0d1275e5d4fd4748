/**
 * @file The floor under the engine: the fund of 2017/18 at the year's end in plain JavaScript and
 * whole pence. Values only: nothing may be blank or wrong, and no figure can say how it was made.
 */

import { partsByQuarter } from './a-and-e.mjs';
import { PENCE_IN, readPence, share } from './pence.mjs';

/** @typedef {import('../../../generated/engine.js').PlanDocument} PlanDocument */
/** @typedef {import('../../../generated/engine.js').OrganisationDocument} OrganisationDocument */
/** @typedef {import('./a-and-e.mjs').Part} Part */

/** @typedef {ReturnType<typeof blankSheet>} Sheet */

/**
 * @typedef {object} Member
 * @property {'provider' | 'commissioner' | null} side
 * @property {string} subdivision
 * @property {Sheet} sheet
 * @property {boolean[]} met the control total, by quarter
 * @property {boolean[]} tests those of A&E, in the order of the quarters
 * @property {number[]} hangs on each quarter's finance test
 * @property {number} ownMet what the year pays if the own control total is met throughout
 */

const QUARTERS = [0, 1, 2, 3];
const YEAR = 4;
const NAMES = ['Q1', 'Q2', 'Q3', 'Q4'];
const LAST_DAYS = ['2017-06-30', '2017-09-30', '2017-12-31', '2018-03-31'];
/** The last quarter takes what is left. */
const PHASING = [15, 20, 30];

/** Pence of the four quarters and of the year. */
const row = () => [0, 0, 0, 0, 0];

/** Rows that add up over organisations. */
const blankSheet = () => ({
  target: row(),
  originalTarget: row(),
  targetAfterFund: row(),
  actual: row(),
  variance: row(),
  actualAfterFund: row(),
  forecast: row(),
  forecastVariance: row(),
  financeAvailable: row(),
  financeEarned: row(),
  financeRecovered: row(),
  financeLost: row(),
  aAndEAvailable: row(),
  aAndEEarned: row(),
  aAndELost: row(),
  available: row(),
  earned: row(),
  missed: row(),
  recovered: row(),
  lost: row(),
  paid: row(),
  incentive: row(),
  incentiveAtMost: row(),
});

export const ROWS = /** @type {(keyof Sheet)[]} */ (Object.keys(blankSheet()));

/** @param {PlanDocument} document */
export function assess(document) {
  const members = document.organisations.map((one) => assessMember(one, PENCE_IN[document.unit]));
  const sides = ['provider', 'commissioner'].map((side) =>
    addUp(members.filter((member) => member.side === side)),
  );
  return {
    members,
    sides,
    system: addUp(sides),
    subdivisions: document.subdivisions.map(({ code }) =>
      addUp(members.filter(({ subdivision }) => subdivision === code)),
    ),
  };
}

/** @param {{ sheet: Sheet }[]} parts */
function addUp(parts) {
  const sheet = blankSheet();
  for (const name of ROWS) {
    const sum = sheet[name];
    for (const part of parts) {
      const added = part.sheet[name];
      for (let column = 0; column <= YEAR; column += 1) sum[column] += added[column];
    }
  }
  return { sheet, met: metOn(sheet) };
}

/** Exactly on target is met. @param {Sheet} sheet */
const metOn = ({ actual, target }) => QUARTERS.map((quarter) => actual[quarter] >= target[quarter]);

/**
 * @param {OrganisationDocument} organisation
 * @param {number} penceInUnit
 * @returns {Member}
 */
function assessMember(organisation, penceInUnit) {
  const { side, subdivision, performance } = organisation;
  const sheet = blankSheet();
  takePosition(sheet, organisation, penceInUnit);
  const met = metOn(sheet);
  const parts = performance.a_and_e ? partsByQuarter(performance.a_and_e) : [[], [], [], []];
  const earning =
    side === 'provider'
      ? earn(sheet, organisation, met, parts, penceInUnit)
      : { hangs: [0, 0, 0, 0], ownMet: 0 };
  finish(sheet);
  return { side, subdivision, sheet, met, tests: parts.flat().map((part) => part.met), ...earning };
}

/**
 * Target and position to date, before the fund. A revised control total counts for a quarter if it
 * is dated by the quarter's end.
 *
 * @param {Sheet} sheet
 * @param {OrganisationDocument} organisation
 * @param {number} penceInUnit
 */
function takePosition(sheet, { control_total, revisions, actual, forecast }, penceInUnit) {
  for (const quarter of QUARTERS) {
    const name = NAMES[quarter];
    const revision = revisions.findLast(({ from }) => from !== null && from <= LAST_DAYS[quarter]);
    const { amount, profile } = revision?.control_total ?? control_total;
    sheet.target[quarter] = readPence(quarter === 3 ? amount : profile[name], penceInUnit);
    sheet.actual[quarter] = readPence(actual[name], penceInUnit);
    sheet.variance[quarter] = sheet.actual[quarter] - sheet.target[quarter];
  }
  sheet.target[YEAR] = sheet.target[3];
  sheet.originalTarget[YEAR] = readPence(control_total.amount, penceInUnit);
  sheet.forecast[YEAR] = readPence(forecast, penceInUnit);
  sheet.forecastVariance[YEAR] = sheet.forecast[YEAR] - sheet.target[YEAR];
}

/**
 * What the fund pays for each quarter, what hangs on each quarter's finance test, and what is paid
 * for over-delivery.
 *
 * @param {Sheet} sheet
 * @param {OrganisationDocument} organisation
 * @param {boolean[]} met
 * @param {Part[][]} parts
 * @param {number} penceInUnit
 */
function earn(sheet, { allocation, accepted, agreed_improvement }, met, parts, penceInUnit) {
  const year = readPence(allocation['STF'] ?? null, penceInUnit);
  const hangs = [0, 0, 0, 0];
  let left = year;
  let ownMet = 0;
  let waiting = 0;
  for (const quarter of QUARTERS) {
    const available = quarter === 3 ? left : share(year, PHASING[quarter]);
    left -= available;
    let aAndE = 0;
    let aAndEMet = 0;
    for (const part of parts[quarter]) {
      const due = share(available, part.percent);
      aAndE += due;
      if (part.met) aAndEMet += due;
    }
    const finance = available - aAndE;
    sheet.available[quarter] = available;
    sheet.financeAvailable[quarter] = finance;
    sheet.aAndEAvailable[quarter] = aAndE;
    if (!accepted) continue;

    ownMet += finance + aAndEMet;
    hangs[quarter] = finance + aAndEMet + waiting;
    const payer = met.indexOf(true, quarter);
    if (payer === quarter) {
      sheet.financeEarned[quarter] = finance;
      sheet.aAndEEarned[quarter] = aAndEMet;
      sheet.paid[quarter] += finance + aAndEMet;
      waiting = 0;
    } else {
      waiting += finance;
      if (payer > quarter) {
        sheet.financeRecovered[quarter] = finance;
        sheet.paid[payer] += finance;
      }
    }
  }
  if (accepted) {
    const improvement = Math.max(0, sheet.variance[3]);
    sheet.incentive[YEAR] = Math.min(improvement, readPence(agreed_improvement, penceInUnit));
    sheet.incentiveAtMost[YEAR] = improvement;
  }
  return { hangs, ownMet };
}

/** What follows from the rows filled in so far. @param {Sheet} sheet */
function finish(sheet) {
  let paid = 0;
  for (const quarter of QUARTERS) {
    sheet.earned[quarter] = sheet.financeEarned[quarter] + sheet.aAndEEarned[quarter];
    sheet.missed[quarter] = sheet.available[quarter] - sheet.earned[quarter];
    sheet.recovered[quarter] = sheet.financeRecovered[quarter];
    sheet.lost[quarter] = sheet.missed[quarter] - sheet.recovered[quarter];
    sheet.aAndELost[quarter] = sheet.aAndEAvailable[quarter] - sheet.aAndEEarned[quarter];
    sheet.financeLost[quarter] = sheet.lost[quarter] - sheet.aAndELost[quarter];
    paid += sheet.paid[quarter];
    sheet.actualAfterFund[quarter] = sheet.actual[quarter] + paid;
  }
  sheet.actualAfterFund[3] += sheet.incentive[YEAR];
  addQuarters(sheet.financeAvailable);
  addQuarters(sheet.financeEarned);
  addQuarters(sheet.financeRecovered);
  addQuarters(sheet.financeLost);
  addQuarters(sheet.aAndEAvailable);
  addQuarters(sheet.aAndEEarned);
  addQuarters(sheet.aAndELost);
  addQuarters(sheet.available);
  addQuarters(sheet.earned);
  addQuarters(sheet.missed);
  addQuarters(sheet.recovered);
  addQuarters(sheet.lost);
  addQuarters(sheet.paid);
  sheet.targetAfterFund[YEAR] = sheet.target[YEAR] + sheet.available[YEAR];
}

/** @param {number[]} quarters */
function addQuarters(quarters) {
  quarters[YEAR] = quarters[0] + quarters[1] + quarters[2] + quarters[3];
}
