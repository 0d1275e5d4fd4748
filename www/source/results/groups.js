/** @file The system, its sides and its subdivisions, before the fund and after it, never mixed. */

import { h } from '../element.js';
import { symbol } from './amounts.js';
import { lastEnded, toDate } from './quarter.js';
import { createSection } from './section.js';
import {
  basisHead,
  body,
  cell,
  columnHead,
  corner,
  createTable,
  firstOfBasis,
  groupRow,
  number,
  numberHead,
  row,
  rowHead,
  totalRow,
} from './table.js';

/** @typedef {import('../assessment.js').Assessment} Assessment */
/** @typedef {import('../../generated/engine.js').Group} Group */
/** @typedef {import('./sheet.js').Path} Path */
/** @typedef {import('./sheet.js').Sheet} Sheet */

export function createGroups() {
  return createSection({
    id: 'groups',
    title: 'System and groups',
    shape: (assessment) => [
      assessment.quarters_ended,
      isRevised(assessment),
      assessment.system.members > 0,
      assessment.system.position.variance_against_resources === null,
      [assessment.system, ...sidesOf(assessment), ...assessment.subdivisions].map(
        ({ code, name }) => [code, name],
      ),
    ],
    layOut,
  });
}

/** @param {Assessment} assessment the sides that have any organisation */
function sidesOf({ sides }) {
  return sides.filter(({ members }) => members > 0);
}

/** @param {Assessment} assessment */
function isRevised({ organisations }) {
  return organisations.some(({ versions }) => versions.length > 1);
}

/**
 * @param {Assessment} assessment
 * @param {Sheet} sheet
 */
function layOut(assessment, sheet) {
  const { system, subdivisions, quarters_ended: ended } = assessment;
  if (system.members === 0) return [];
  const unit = symbol(assessment.unit);
  const before = [
    ...(isRevised(assessment) ? ['As issued for the year'] : []),
    'Control total for the year',
    ...(ended === 0
      ? []
      : [
          `Target ${toDate(ended)}`,
          `Position ${toDate(ended)}`,
          'Variance, favourable or\u00a0(adverse)',
        ]),
  ];
  const after = [
    'Control total for the year',
    ...(ended === 0 ? [] : [`Position ${toDate(ended)}`]),
  ];
  const tested = ended === 0 ? 0 : 1;
  const head = [
    row(
      corner(),
      basisHead('Before the fund', before.length + tested),
      basisHead('After the fund', after.length),
      ...(ended === 0 ? [] : [basisHead('Organisations', 3)]),
    ),
    row(
      columnHead('Group'),
      ...before.map((text) => numberHead(text, unit)),
      ...(ended === 0 ? [] : [columnHead('Result')]),
      ...after.map((text) => numberHead(text, unit)),
      ...(ended === 0 ? [] : ['Meet', 'Miss', 'Not known'].map((text) => numberHead(text))),
    ),
  ];
  const columns = 1 + before.length + tested + after.length + (ended === 0 ? 0 : 3);
  const isMeasured = { revised: isRevised(assessment), ended };
  /** @param {Group} group */
  const ofGroup = (group) => row(...groupCells(sheet, group, pathOf(group), isMeasured));
  const bodies = [
    body(totalRow(...groupCells(sheet, system, ['system'], isMeasured))),
    body(groupRow('By side', columns), ...sidesOf(assessment).map(ofGroup)),
    ...(subdivisions.length === 0
      ? []
      : [body(groupRow('By subdivision', columns), ...subdivisions.map(ofGroup))]),
  ];
  return [
    createTable({
      id: 'groups-table',
      caption: 'Control totals and positions',
      head,
      bodies,
      kind: 'groups',
    }),
    castingLine(sheet, assessment, [...before, ...after]),
    resourcesLine(sheet, assessment),
  ];
}

/**
 * The system's variance set against what its commissioners have to spend.
 *
 * @param {Sheet} sheet
 * @param {Assessment} assessment
 */
function resourcesLine(sheet, { system }) {
  if (system.position.variance_against_resources === null) return null;
  const name = 'Variance to date as a share of the commissioners’ resource limits';
  const path = ['system', 'position', 'variance_against_resources'];
  return h('p', null, `${name}: `, sheet.ratio(path, `${name}, ${system.name}`));
}

/**
 * @param {Group} group
 * @returns {Path}
 */
function pathOf({ kind, code }) {
  return [kind === 'side' ? 'sides' : 'subdivisions', code];
}

/**
 * The names of the amounts of a row, in the order of its columns.
 * @param {{ revised: boolean, ended: number }} measured
 * @returns {{ before: string[][], after: string[][] }}
 */
function amountsOf({ revised, ended }) {
  const last = lastEnded(ended);
  return {
    before: [
      ...(revised ? [['original_control_total']] : []),
      ['control_total'],
      ...(ended === 0
        ? []
        : [
            ['target', last],
            ['actual', last],
            ['variance', last],
          ]),
    ],
    after: [['control_total_after_fund'], ...(ended === 0 ? [] : [['actual_after_fund', last]])],
  };
}

/** @type {Record<string, string>} */
const NAMES = {
  original_control_total: 'Control total as issued, before the fund',
  control_total: 'Control total before the fund',
  target: 'Target to date, before the fund',
  actual: 'Position to date, before the fund',
  variance: 'Variance to date',
  control_total_after_fund: 'Control total after the fund',
  actual_after_fund: 'Position to date, after the fund',
};

/**
 * @param {Sheet} sheet
 * @param {Group} group
 * @param {Path} path
 * @param {{ revised: boolean, ended: number }} measured
 */
function groupCells(sheet, group, path, measured) {
  const { before, after } = amountsOf(measured);
  /** @param {string[]} amount */
  const amountCell = (amount) => {
    const [kind = ''] = amount;
    const name = `${NAMES[kind] ?? ''}, ${group.name}`;
    const place = [...path, 'position', ...amount];
    return number(kind === 'variance' ? sheet.variance(place, name) : sheet.figure(place, name));
  };
  const [firstAfter, ...restAfter] = after.map(amountCell);
  const test = sheet.test(
    [...path, 'position', 'met', lastEnded(measured.ended)],
    `Result to date, ${group.name}`,
  );
  const counts = ['members_met', 'members_missed', 'members_not_known'].map((count) =>
    number(sheet.words([...path, count])),
  );
  const [firstCount, ...restCounts] = counts;
  const isEnded = measured.ended > 0;
  return [
    rowHead(group.name),
    ...before.map(amountCell),
    ...(isEnded ? [cell(test)] : []),
    ...(firstAfter === undefined ? [] : [firstOfBasis(firstAfter)]),
    ...restAfter,
    ...(isEnded && firstCount !== undefined ? [firstOfBasis(firstCount), ...restCounts] : []),
  ];
}

/**
 * @param {Sheet} sheet
 * @param {Assessment} assessment
 * @param {string[]} titles
 */
function castingLine(sheet, assessment, titles) {
  const { subdivisions } = assessment;
  const { before, after } = amountsOf({
    revised: isRevised(assessment),
    ended: assessment.quarters_ended,
  });
  const bases = [...before.map(() => 'before the fund'), ...after.map(() => 'after the fund')];
  const columns = [sidesOf(assessment), subdivisions]
    .filter((groups) => groups.length > 0)
    .flatMap((groups, place) =>
      [...before, ...after].map((amount, column) => ({
        name: `${titles[column]}, ${bases[column]}, by ${place === 0 ? 'side' : 'subdivision'}`,
        parts: groups.map((group) => [...pathOf(group), 'position', ...amount]),
        total: ['system', 'position', ...amount],
      })),
    );
  return sheet.casting(columns);
}
