/** @file Each organisation: how far from its cliff, what hangs on it, what the fund pays it. */

import { h } from '../element.js';
import { asLink } from './as-link.js';
import { MONEY, MONEY_NAMES, organisationsHead } from './organisations-head.js';
import { QUARTERS, lastEnded, toDate } from './quarter.js';
import { createSection } from './section.js';
import {
  body,
  cell,
  createTable,
  firstOfBasis,
  groupRow,
  nothing,
  number,
  row,
  rowHead,
  totalRow,
} from './table.js';
import { capital, wordsOf } from './vocabulary.js';

/** @typedef {import('../assessment.js').Assessment} Assessment */
/** @typedef {import('../../generated/engine.js').Group} Group */
/** @typedef {import('../../generated/engine.js').Member} Member */
/** @typedef {import('./sheet.js').Path} Path */
/** @typedef {import('./sheet.js').Sheet} Sheet */

/** @param {(code: string) => void} choose shows an organisation quarter by quarter */
export function createOrganisations(choose) {
  return createSection({
    id: 'organisations',
    title: () => 'Organisations',
    shape: (assessment) => [
      assessment.quarters_ended,
      assessment.organisations.map((member) => [
        member.code,
        member.name,
        member.side,
        member.share,
        member.subdivision,
        member.fund === null,
      ]),
      assessment.subdivisions.map(({ code, name }) => [code, name]),
    ],
    layOut: (assessment, sheet) => layOut(assessment, sheet, choose),
  });
}

/**
 * @param {Assessment} assessment
 * @param {Sheet} sheet
 * @param {(code: string) => void} choose
 */
function layOut(assessment, sheet, choose) {
  const { organisations, sides, quarters_ended: ended } = assessment;
  if (organisations.length === 0) return [];
  const columns = organisationsHead(assessment);
  const groups = sides.flatMap((side) => {
    const members = organisations.filter((member) => member.side === side.code);
    if (members.length === 0) return [];
    const name = `All ${side.name.toLowerCase()}`;
    return [
      body(
        groupRow(side.name, columns.width),
        ...members.map((member) => row(...memberCells(sheet, assessment, member, choose))),
        totalRow(...totalCells(sheet, assessment, ['sides', side.code], name)),
      ),
    ];
  });
  const system = body(totalRow(...totalCells(sheet, assessment, ['system'], 'System')));
  return [
    createTable({
      id: 'organisations-table',
      caption:
        ended === 0
          ? `Organisations, ${assessment.scheme.year}`
          : `Organisations ${ended === 4 ? 'in' : `${toDate(ended)} of`} ${assessment.scheme.year}`,
      head: columns.rows,
      bodies: [...groups, system],
      kind: 'organisations',
    }),
    castingLine(sheet, assessment),
  ];
}

/**
 * @param {Sheet} sheet
 * @param {Assessment} assessment
 * @param {Member} member
 * @param {(code: string) => void} choose
 */
function memberCells(sheet, assessment, member, choose) {
  const { code, name } = member;
  const head = rowHead(
    asLink(name, () => choose(code)),
    ' ',
    h('span', { class: 'results__code' }, code),
    member.share !== null && h('span', { class: 'results__code' }, ` ${member.share} counted here`),
  );
  const { notForIt } = wordsOf(assessment.scheme);
  const { quarters_ended: ended } = assessment;
  const title = `What hangs on the finance test of ${QUARTERS[ended - 1]}, ${name}`;
  const hangs =
    member.what_hangs === null || ended === 0
      ? nothing(notForIt)
      : number(sheet.figure(['organisations', code, 'what_hangs', lastEnded(ended)], title));
  return [
    head,
    ...amountCells(sheet, assessment, ['organisations', code], name, {
      hangs,
      notFor: member.fund === null ? notForIt : undefined,
    }),
  ];
}

/**
 * @param {Sheet} sheet
 * @param {Assessment} assessment
 * @param {Path} path
 * @param {string} name
 */
function totalCells(sheet, assessment, path, name) {
  const hangs = nothing('Worked out for each organisation, not for a group');
  return [rowHead(name), ...amountCells(sheet, assessment, path, name, { hangs })];
}

/**
 * The cells of an organisation or of several, but for its name.
 *
 * @param {Sheet} sheet
 * @param {Assessment} assessment
 * @param {Path} path
 * @param {string} name
 * @param {{ hangs: HTMLTableCellElement, notFor?: string | undefined }} cells what hangs on the last test; why there is no money of the fund
 */
function amountCells(sheet, { quarters_ended: ended, scheme }, path, name, { hangs, notFor }) {
  const words = wordsOf(scheme);
  const last = lastEnded(ended);
  const variance = [...path, 'position', 'variance', last];
  const title = words.before(capital(words.target));
  const before = [number(sheet.figure([...path, 'position', 'control_total'], `${title}, ${name}`))];
  if (ended > 0)
    before.push(
      number(sheet.variance(variance, `Variance to date, ${name}`)),
      cell(sheet.test([...path, 'position', 'met', last], `Result to date, ${name}`)),
      cell(sheet.distance(variance, `${words.distance}, ${name}`)),
    );
  if (!words.hasFund) return before;
  const money = MONEY.map((kind) =>
    notFor === undefined
      ? number(
          sheet.figure([...path, 'fund', 'total', kind, 'year'], `${MONEY_NAMES[kind]}, year, ${name}`),
        )
      : nothing(notFor),
  );
  if (ended === 0) return [...before, ...money];
  const after = [...path, 'position', 'actual_after_fund', last];
  return [
    ...before,
    firstOfBasis(hangs),
    ...money,
    firstOfBasis(number(sheet.figure(after, `${words.after('Position to date')}, ${name}`))),
  ];
}

/**
 * @param {Sheet} sheet
 * @param {Assessment} assessment
 */
function castingLine(sheet, { organisations, quarters_ended: ended, sides, scheme }) {
  const words = wordsOf(scheme);
  const last = lastEnded(ended);
  /** @type {[string, string[], boolean][]} name, path in an organisation, of the fund's members only */
  const amounts = [
    [`${capital(words.target)} for the year`, ['position', 'control_total'], false],
    ...(ended === 0
      ? []
      : /** @type {[string, string[], boolean][]} */ ([
          [`Variance ${toDate(ended)}`, ['position', 'variance', last], false],
        ])),
  ];
  if (words.hasFund) {
    if (ended > 0)
      amounts.push([
        words.after(`Position ${toDate(ended)},`),
        ['position', 'actual_after_fund', last],
        false,
      ]);
    for (const kind of MONEY) amounts.push([MONEY_NAMES[kind], ['fund', 'total', kind, 'year'], true]);
  }
  /** @param {Member[]} members @param {Path} total @param {string} whose */
  const columns = (members, total, whose) =>
    amounts.map(([name, path, isMoney]) => ({
      name: `${name}, ${whose}`,
      parts: members
        .filter((member) => !isMoney || member.fund !== null)
        .map(({ code }) => ['organisations', code, ...path]),
      total: [...total, ...path],
    }));
  return sheet.casting([
    ...sides.flatMap((side) =>
      columns(
        organisations.filter((member) => member.side === side.code),
        ['sides', side.code],
        side.name.toLowerCase(),
      ),
    ),
    ...columns(organisations, ['system'], 'system'),
  ]);
}
