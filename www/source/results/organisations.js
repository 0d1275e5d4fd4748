/** @file Each organisation: how far from its cliff, what hangs on it, what the fund pays it. */

import { h } from '../element.js';
import { symbol } from './amounts.js';
import { QUARTERS, lastEnded, toDate } from './quarter.js';
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
  nothing,
  number,
  numberHead,
  row,
  rowHead,
  totalRow,
} from './table.js';

/** @typedef {import('../assessment.js').Assessment} Assessment */
/** @typedef {import('../../generated/engine.js').Group} Group */
/** @typedef {import('../../generated/engine.js').Member} Member */
/** @typedef {import('./sheet.js').Path} Path */
/** @typedef {import('./sheet.js').Sheet} Sheet */

/** The fund's money for the year, in the order of the columns. */
const MONEY = /** @type {const} */ (['paid', 'lost', 'still_recoverable']);

const MONEY_NAMES = { paid: 'Paid', lost: 'Lost', still_recoverable: 'Still recoverable' };

/** @param {(code: string) => void} choose shows an organisation quarter by quarter */
export function createOrganisations(choose) {
  return createSection({
    id: 'organisations',
    title: 'Organisations',
    shape: (assessment) => [
      assessment.quarters_ended,
      assessment.scheme.fund,
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
  const columns = ended === 0 ? 5 : 10;
  const groups = sides.flatMap((side) => {
    const members = organisations.filter((member) => member.side === side.code);
    if (members.length === 0) return [];
    const name = `All ${side.name.toLowerCase()}`;
    return [
      body(
        groupRow(side.name, columns),
        ...members.map((member) => row(...memberCells(sheet, assessment, member, choose))),
        totalRow(...totalCells(sheet, assessment, ['sides', side.code], name)),
      ),
    ];
  });
  const system = body(totalRow(...totalCells(sheet, assessment, ['system'], 'System')));
  const head = headRows(assessment);
  return [
    createTable({
      id: 'organisations-table',
      caption:
        ended === 0
          ? `Organisations, ${assessment.scheme.year}`
          : `Organisations ${ended === 4 ? 'in' : `${toDate(ended)} of`} ${assessment.scheme.year}`,
      head,
      bodies: [...groups, system],
      kind: 'organisations',
    }),
    castingLine(sheet, assessment),
  ];
}

/** @param {Assessment} assessment */
function headRows({ quarters_ended: ended, scheme, unit: amounts }) {
  const unit = symbol(amounts);
  const money = MONEY.map((kind) => numberHead(MONEY_NAMES[kind], unit));
  if (ended === 0) {
    return [
      row(corner(), basisHead('Before the fund', 1), basisHead(`The fund (${scheme.fund})`, 3)),
      row(columnHead('Organisation'), numberHead('Control total for the year', unit), ...money),
    ];
  }
  const quarter = QUARTERS[ended - 1];
  return [
    row(
      corner(),
      basisHead('Before the fund', 4),
      basisHead(`The fund (${scheme.fund})`, 4),
      basisHead('After the fund', 1),
    ),
    row(
      columnHead('Organisation'),
      numberHead('Control total for the year', unit),
      numberHead(`Variance ${toDate(ended)}, favourable or\u00a0(adverse)`, unit),
      columnHead('Result'),
      columnHead('Distance to the cliff'),
      numberHead(`Hangs on the finance test of ${quarter}`, unit),
      ...money,
      numberHead(`Position ${toDate(ended)}`, unit),
    ),
  ];
}

/**
 * @param {Sheet} sheet
 * @param {Assessment} assessment
 * @param {Member} member
 * @param {(code: string) => void} choose
 */
function memberCells(sheet, { quarters_ended: ended, scheme }, member, choose) {
  const { code, name } = member;
  /** @type {Path} */
  const path = ['organisations', code];
  const last = lastEnded(ended);
  const head = rowHead(
    h('button', { type: 'button', class: 'as-link', onclick: () => choose(code) }, name),
    ' ',
    h('span', { class: 'results__code' }, code),
    member.share !== null && h('span', { class: 'results__code' }, ` ${member.share} counted here`),
  );
  const controlTotal = number(
    sheet.figure([...path, 'position', 'control_total'], `Control total before the fund, ${name}`),
  );
  const money = moneyCells(sheet, path, name, member.fund === null, scheme.fund);
  if (ended === 0) return [head, controlTotal, ...money];
  const notFor = `The ${scheme.fund} is not for it`;
  const hangs =
    member.what_hangs === null
      ? nothing(notFor)
      : number(
          sheet.figure(
            [...path, 'what_hangs', last],
            `What hangs on the finance test of ${QUARTERS[ended - 1]}, ${name}`,
          ),
        );
  return [
    head,
    controlTotal,
    number(sheet.variance([...path, 'position', 'variance', last], `Variance to date, ${name}`)),
    cell(sheet.test([...path, 'position', 'met', last], `Result to date, ${name}`)),
    cell(sheet.distance([...path, 'position', 'variance', last], `Distance to the cliff, ${name}`)),
    firstOfBasis(hangs),
    ...money,
    firstOfBasis(
      number(
        sheet.figure(
          [...path, 'position', 'actual_after_fund', last],
          `Position to date, after the fund, ${name}`,
        ),
      ),
    ),
  ];
}

/**
 * @param {Sheet} sheet
 * @param {Path} path
 * @param {string} name
 * @param {boolean} isNone whether the fund is not for it
 * @param {string} fund
 */
function moneyCells(sheet, path, name, isNone, fund) {
  return MONEY.map((kind) =>
    isNone
      ? nothing(`The ${fund} is not for it`)
      : number(
          sheet.figure(
            [...path, 'fund', 'total', kind, 'year'],
            `${MONEY_NAMES[kind]}, year, ${name}`,
          ),
        ),
  );
}

/**
 * @param {Sheet} sheet
 * @param {Assessment} assessment
 * @param {Path} path
 * @param {string} name
 */
function totalCells(sheet, { quarters_ended: ended, scheme }, path, name) {
  const last = lastEnded(ended);
  const head = rowHead(name);
  const controlTotal = number(
    sheet.figure([...path, 'position', 'control_total'], `Control total before the fund, ${name}`),
  );
  const money = moneyCells(sheet, path, name, false, scheme.fund);
  if (ended === 0) return [head, controlTotal, ...money];
  return [
    head,
    controlTotal,
    number(sheet.variance([...path, 'position', 'variance', last], `Variance to date, ${name}`)),
    cell(sheet.test([...path, 'position', 'met', last], `Result to date, ${name}`)),
    cell(sheet.distance([...path, 'position', 'variance', last], `Distance to the cliff, ${name}`)),
    firstOfBasis(nothing('Each organisation has a cliff of its own')),
    ...money,
    firstOfBasis(
      number(
        sheet.figure(
          [...path, 'position', 'actual_after_fund', last],
          `Position to date, after the fund, ${name}`,
        ),
      ),
    ),
  ];
}

/**
 * @param {Sheet} sheet
 * @param {Assessment} assessment
 */
function castingLine(sheet, { organisations, quarters_ended: ended, sides }) {
  const last = lastEnded(ended);
  /** @type {[string, string[], boolean][]} name, path in an organisation, of the fund's members only */
  const amounts = [
    ['Control total for the year', ['position', 'control_total'], false],
    ...(ended === 0
      ? []
      : /** @type {[string, string[], boolean][]} */ ([
          [`Variance ${toDate(ended)}`, ['position', 'variance', last], false],
          [
            `Position ${toDate(ended)}, after the fund`,
            ['position', 'actual_after_fund', last],
            false,
          ],
        ])),
    ...MONEY.map(
      (kind) =>
        /** @type {[string, string[], boolean]} */ ([
          MONEY_NAMES[kind],
          ['fund', 'total', kind, 'year'],
          true,
        ]),
    ),
  ];
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
