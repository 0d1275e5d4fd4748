/** @file The year: control total, allocation and forecast, and once it has ended how it ends. */

import { NOT_KNOWN, valueOf } from '../assessment.js';
import { isAmount, isNothing, symbol } from './amounts.js';
import {
  body,
  columnHead,
  createTable,
  groupRow,
  number,
  numberHead,
  row,
  rowHead,
  totalRow,
} from './table.js';
import { capital, wordsOf } from './vocabulary.js';

/** @typedef {import('../assessment.js').Assessment} Assessment */
/** @typedef {import('../../generated/engine.js').YearEnd} YearEnd */
/** @typedef {import('./quarters.js').Subject} Subject */
/** @typedef {import('./sheet.js').Sheet} Sheet */

/**
 * @param {Assessment} assessment
 * @param {Sheet} sheet
 * @param {Subject} subject
 */
export function yearTable(assessment, sheet, subject) {
  const { whose, member, name, path } = subject;
  const { year } = assessment.scheme;
  const words = wordsOf(assessment.scheme);
  /** @param {string} title @param {string[]} place */
  const figure = (title, ...place) =>
    row(rowHead(title), number(sheet.figure([...path, ...place], `${title}, ${name}`)));
  /** @param {string} title @param {string[]} place */
  const variance = (title, ...place) =>
    row(rowHead(title), number(sheet.variance([...path, ...place], `${title}, ${name}`)));
  const gap = words.hasFund ? `Gap without ${words.theFund}` : 'Gap to break-even';
  const plan = [
    figure(words.before(capital(words.target)), 'position', 'control_total'),
    ...(words.hasFund
      ? [
          figure(`Allocation from the ${words.fund}`, 'position', 'allocation'),
          figure(words.after(capital(words.target)), 'position', 'control_total_after_fund'),
        ]
      : []),
    ...(hasGap(assessment, whose)
      ? [figure(gap, 'position', 'gap_without_fund')]
      : []),
  ];
  for (const [place, { fund: short }] of (member?.eligibility ?? []).entries()) {
    const title = `In the fund (${short})`;
    const test = sheet.test([...path, 'eligibility', String(place), 'met'], `${title}, ${name}`, ['Yes', 'No']);
    plan.push(row(rowHead(title), number(test)));
  }
  if (whose.position.forecast !== null) {
    plan.push(
      figure(words.before('Forecast'), 'position', 'forecast'),
      variance('Forecast variance, favourable or\u00a0(adverse)', 'position', 'forecast_variance'),
    );
  }
  const bodies = [body(groupRow('Plan', 2), ...plan)];
  if (whose.year_end !== null) bodies.push(endBody(assessment, whose.year_end, figure, sheet, subject));
  return createTable({
    id: 'year-table',
    caption: `The year ${year}: ${name}`,
    head: [row(columnHead('Year'), numberHead('Amount', symbol(assessment.unit)))],
    bodies,
    kind: 'results__table--narrow',
  });
}

/**
 * Whether the plan lacks anything to break-even without the fund, or that is not known.
 *
 * @param {Assessment} assessment
 * @param {Subject['whose']} whose
 */
export function hasGap(assessment, { position }) {
  const gap = valueOf(assessment, position.gap_without_fund);
  return !isAmount(gap) || !isNothing(gap);
}

/**
 * @param {Assessment} assessment
 * @param {YearEnd} end
 * @param {(title: string, ...place: string[]) => HTMLTableRowElement} figure
 * @param {Sheet} sheet
 * @param {Subject} subject
 */
function endBody(assessment, end, figure, sheet, { name, path }) {
  const words = wordsOf(assessment.scheme);
  const rows = [figure(words.before('Position'), 'year_end', 'position_before_fund')];
  if (!words.hasFund) return body(groupRow('Year end', 2), ...rows);
  rows.push(
    figure(`Paid by ${words.theFund}`, 'year_end', 'paid'),
    figure('Incentive for agreed over-delivery', 'year_end', 'incentive'),
  );
  if (valueOf(assessment, end.incentive) === NOT_KNOWN) {
    rows.push(
      figure('Incentive: up to, if all of it had been agreed', 'year_end', 'incentive_at_most'),
    );
  }
  const isLast = end.position_after_bonus === null;
  const after = isLast
    ? `${words.after('Position')}, before any bonus`
    : `${words.after('Position')}, before the bonus`;
  const total = sheet.figure([...path, 'year_end', 'position_after_fund'], `${after}, ${name}`);
  rows.push(totalRow(rowHead(after), number(total)));
  if (!isLast) {
    const title = `${words.after('Position')} and the bonus`;
    const withBonus = sheet.figure(
      [...path, 'year_end', 'position_after_bonus'],
      `${title}, ${name}`,
    );
    rows.push(
      figure('Bonus or general distribution', 'year_end', 'bonus'),
      totalRow(rowHead(title), number(withBonus)),
    );
  }
  return body(groupRow('Year end', 2), ...rows);
}
