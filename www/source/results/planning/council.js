/** @file The social-care memo: pressures on the council, beside the control total and never in it. */

import { NOT_KNOWN } from '../../assessment.js';
import { h } from '../../element.js';
import { ruleOf } from '../../rules.js';
import { symbol } from '../amounts.js';
import { statusTag } from '../citation.js';
import { body, cell, columnHead, createTable, groupRow, number, numberHead, row, rowHead, totalRow } from '../table.js';
import { wordsOf } from '../vocabulary.js';
import { createPart } from './part.js';
import { rulesBehind, saidBy } from './rules.js';
import { COUNCIL } from './words.js';

/** @typedef {import('../../../generated/engine.js').CouncilKind} CouncilKind */
/** @typedef {import('../../../generated/engine.js').CouncilMemo} CouncilMemo */
/** @typedef {import('../../../generated/engine.js').Unit} Unit */
/** @typedef {import('../sheet.js').Sheet} Sheet */

const PATH = ['planning', 'council'];

/** @type {[CouncilKind, 'pressures' | 'funding' | 'from_envelope', string][]} with what its lines come to */
const KINDS = [
  ['pressure', 'pressures', 'Pressures together'],
  ['council_funding', 'funding', 'Own sources, together'],
  ['envelope_funding', 'from_envelope', 'From the health envelope, together'],
];

export function createCouncil() {
  return createPart({
    id: 'council',
    title: 'Social care: a memo',
    of: ({ council }) => council,
    besides: (_, { round_id }) => round_id,
    layOut: ({ planning: { council, round_id }, assessment: { unit, scheme }, sheet }) =>
      council === null
        ? []
        : [
            h('p', { class: 'planning__memo' }, h('strong', null, `Memo: no part of the ${wordsOf(scheme).target}.`)),
            saidBy('council_memo'),
            flag(sheet, round_id),
            memoTable(council, sheet, unit),
            council.lines.some(({ kind }) => kind === 'pooled') ? pooledTable(council, sheet, unit) : null,
            rulesBehind('What the guidance says, and how pooled funds are read', [
              ...(round_id === null ? [] : [`${round_id}:council_pressures`]),
              'pooled',
            ]),
          ],
  });
}

/**
 * Says that the envelope pays, where it does, with the line of the guidance.
 *
 * @param {Sheet} sheet
 * @param {string | null} round
 */
function flag(sheet, round) {
  const rule = round === null ? null : ruleOf(`${round}:council_pressures`);
  const test = sheet.answer([...PATH, 'flagged'], 'The envelope pays for the council’s pressures');
  const text = h('span', null);
  const line = h(
    'p',
    null,
    'Does the plan pay for the council’s pressures from the health envelope? ',
    test,
    text,
  );
  sheet.watch([...PATH, 'flagged'], (value) => {
    line.classList.toggle('decides__improve', value === true);
    text.replaceChildren(
      ...(value === true && rule !== null
        ? [` The guidance says otherwise: ${rule.words} `, statusTag(rule)]
        : [value === NOT_KNOWN ? ' An amount is missing.' : '']),
    );
  });
  return line;
}

/**
 * @param {CouncilMemo} memo
 * @param {Sheet} sheet
 * @param {Unit} unit
 */
function memoTable({ lines }, sheet, unit) {
  const kinds = KINDS.filter(([kind]) => kind !== 'envelope_funding' || lines.some((line) => line.kind === kind));
  /** @param {typeof KINDS[number]} kind */
  const bodyOf = ([kind, sum, name]) =>
    body(
      groupRow(COUNCIL[kind], 2),
      ...lines.flatMap((line, place) =>
        line.kind === kind
          ? [row(rowHead(line.name), number(sheet.figure([...PATH, 'lines', String(place), 'amount'], line.name)))]
          : [],
      ),
      totalRow(rowHead(name), number(sheet.figure([...PATH, sum], name))),
    );
  const gap = 'Gap: pressures less own sources';
  return createTable({
    id: 'planning-council-table',
    caption: 'Memo: what social care lacks',
    head: [row(columnHead('What'), numberHead('Amount', symbol(unit)))],
    bodies: [
      ...kinds.slice(0, 2).map(bodyOf),
      body(totalRow(rowHead(gap), number(sheet.figure([...PATH, 'gap'], gap)))),
      ...kinds.slice(2).map(bodyOf),
    ],
    kind: 'results__table--narrow',
  });
}

/**
 * @param {CouncilMemo} memo
 * @param {Sheet} sheet
 * @param {Unit} unit
 */
function pooledTable({ lines }, sheet, unit) {
  return createTable({
    id: 'planning-pooled-table',
    caption: 'Memo: pooled funds, which both sides count',
    head: [
      row(
        columnHead('Fund'),
        numberHead('Council’s figure', symbol(unit)),
        numberHead('Health side’s figure', symbol(unit)),
        numberHead('Both together', symbol(unit)),
      ),
    ],
    bodies: [
      body(
        ...lines.flatMap((line, place) => {
          const path = [...PATH, 'lines', String(place)];
          return line.kind === 'pooled'
            ? [
                row(
                  rowHead(line.name),
                  number(sheet.figure([...path, 'amount'], `Council’s figure, ${line.name}`)),
                  number(sheet.figure([...path, 'health_amount'], `Health side’s figure, ${line.name}`)),
                  number(sheet.figure([...path, 'net'], `Both sides together, ${line.name}`)),
                ),
              ]
            : [];
        }),
        totalRow(
          rowHead('All: nothing, where both sides agree'),
          cell(),
          cell(),
          number(sheet.figure([...PATH, 'pooled'], 'Pooled funds, both sides')),
        ),
      ),
    ],
    kind: 'results__table--narrow',
  });
}
