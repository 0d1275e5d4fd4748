/** @file The system, its sides and its subdivisions, before the fund and after it, never mixed. */

import { h } from '../element.js';
import { symbol } from './amounts.js';
import { groupColumns, isRevised } from './groups-columns.js';
import { lastEnded } from './quarter.js';
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
import { capital, wordsOf } from './vocabulary.js';

/** @typedef {import('../assessment.js').Assessment} Assessment */
/** @typedef {import('../../generated/engine.js').Group} Group */
/** @typedef {import('./groups-columns.js').Column} Column */
/** @typedef {import('./sheet.js').Path} Path */
/** @typedef {import('./sheet.js').Sheet} Sheet */

export function createGroups() {
  return createSection({
    id: 'groups',
    title: () => 'System and groups',
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

/**
 * @param {Assessment} assessment
 * @param {Sheet} sheet
 */
function layOut(assessment, sheet) {
  const { system, subdivisions, quarters_ended: ended } = assessment;
  if (system.members === 0) return [];
  const words = wordsOf(assessment.scheme);
  const columns = groupColumns(assessment);
  const { before, after } = columns;
  const tested = ended === 0 ? 0 : 1;
  const counts = ended === 0 ? [] : ['Meet', 'Miss', 'Not known'];
  /** @param {Column} column */
  const headOf = ({ title }) => numberHead(title, symbol(assessment.unit));
  const bases = [
    basisHead(words.Before, before.length + tested),
    basisHead(words.After, after.length),
  ];
  const head = [
    row(
      corner(),
      ...(words.hasFund ? bases : [basisHead(`${capital(words.target)} and position`, before.length + tested)]),
      ...(ended === 0 ? [] : [basisHead('Organisations', counts.length)]),
    ),
    row(
      columnHead('Group'),
      ...before.map(headOf),
      ...(ended === 0 ? [] : [columnHead('Result')]),
      ...after.map(headOf),
      ...counts.map((text) => numberHead(text)),
    ),
  ];
  const width = 1 + before.length + tested + after.length + counts.length;
  /** @param {Group} group */
  const ofGroup = (group) => row(...groupCells(sheet, group, pathOf(group), columns, ended));
  const bodies = [
    body(totalRow(...groupCells(sheet, system, ['system'], columns, ended))),
    body(groupRow('By side', width), ...sidesOf(assessment).map(ofGroup)),
    ...(subdivisions.length === 0
      ? []
      : [body(groupRow('By subdivision', width), ...subdivisions.map(ofGroup))]),
  ];
  return [
    createTable({
      id: 'groups-table',
      caption: `${capital(words.targets)} and positions`,
      head,
      bodies,
      kind: 'groups',
    }),
    castingLine(sheet, assessment, columns),
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
 * @param {Sheet} sheet
 * @param {Group} group
 * @param {Path} path
 * @param {{ before: Column[], after: Column[] }} columns
 * @param {number} ended how many quarters have ended
 */
function groupCells(sheet, group, path, { before, after }, ended) {
  /** @param {Column} column */
  const amountCell = ({ place: amount, name: what }) => {
    const name = `${what}, ${group.name}`;
    const place = [...path, 'position', ...amount];
    const isVariance = amount[0]?.startsWith('variance');
    return number(isVariance ? sheet.variance(place, name) : sheet.figure(place, name));
  };
  const [firstAfter, ...restAfter] = after.map(amountCell);
  const test = sheet.test(
    [...path, 'position', 'met', lastEnded(ended)],
    `Result to date, ${group.name}`,
  );
  const counts = ['members_met', 'members_missed', 'members_not_known'].map((count) =>
    number(sheet.words([...path, count])),
  );
  const [firstCount, ...restCounts] = counts;
  const isEnded = ended > 0;
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
 * @param {{ before: Column[], after: Column[] }} columns
 */
function castingLine(sheet, assessment, { before, after }) {
  const { subdivisions } = assessment;
  const words = wordsOf(assessment.scheme);
  const named = [
    ...before.map((column) => ({ ...column, basis: words.hasFund ? `, before ${words.theFund}` : '' })),
    ...after.map((column) => ({ ...column, basis: `, after ${words.theFund}` })),
  ];
  const columns = [sidesOf(assessment), subdivisions]
    .filter((groups) => groups.length > 0)
    .flatMap((groups, index) =>
      named.map(({ title, basis, place }) => ({
        name: `${title}${basis}, by ${index === 0 ? 'side' : 'subdivision'}`,
        parts: groups.map((group) => [...pathOf(group), 'position', ...place]),
        total: ['system', 'position', ...place],
      })),
    );
  return sheet.casting(columns);
}
