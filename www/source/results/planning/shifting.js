/** @file Saved, or only moved: what each proposal does to everybody, and what is left for the system. */

import { NOT_KNOWN } from '../../assessment.js';
import { h } from '../../element.js';
import { isAmount, isNegative, isNothing, symbol } from '../amounts.js';
import { body, cell, columnHead, createTable, nothing, number, numberHead, row, rowHead, totalRow } from '../table.js';
import { namedHead, numberOr, words } from './cells.js';
import { createPart } from './part.js';
import { saidBy } from './rules.js';
import { PROPOSAL } from './words.js';

/** @typedef {import('../../../generated/engine.js').ProposalLine} ProposalLine */
/** @typedef {import('../../../generated/engine.js').Shifting} Shifting */
/** @typedef {import('../../../generated/engine.js').Unit} Unit */
/** @typedef {import('../sheet.js').Path} Path */
/** @typedef {import('../sheet.js').Sheet} Sheet */

const PATH = ['planning', 'shifting'];

/** With more proposals than this, a column for each would be no help. */
const MOST_COLUMNS = 8;

export function createShifting() {
  return createPart({
    id: 'shifting',
    title: 'Saved or only moved',
    of: ({ shifting }) => shifting,
    besides: (_, { round_id }) => round_id,
    layOut: ({ planning: { shifting, round_id }, assessment: { unit }, sheet }) =>
      shifting === null
        ? []
        : [
            round_id === null ? null : saidBy(`${round_id}:not_only_shifted`),
            saidBy('shifting'),
            proposalsTable(shifting, sheet, unit),
            sheet.casting(
              ['saved', 'shifted'].map((sum) => ({
                name: sum,
                parts: shifting.proposals.map((_, place) => [...PATH, 'proposals', String(place), sum]),
                total: [...PATH, sum],
              })),
            ),
            shifting.organisations.length === 0 ? null : organisationsTable(shifting, sheet, unit),
          ],
  });
}

/**
 * @param {Shifting} shifting
 * @param {Sheet} sheet
 * @param {Unit} unit
 */
function proposalsTable({ proposals }, sheet, unit) {
  return createTable({
    id: 'planning-proposals-table',
    caption: 'What each proposal does to the system’s organisations, and to others',
    head: [
      row(
        columnHead('Proposal'),
        columnHead(`Who gains (${symbol(unit)})`),
        columnHead(`Who loses (${symbol(unit)})`),
        numberHead('Saved', symbol(unit)),
        numberHead('Only moved', symbol(unit)),
        numberHead('Outside', symbol(unit)),
      ),
    ],
    bodies: [
      body(...proposals.map((proposal, place) => proposalRow(proposal, place, sheet))),
      body(
        totalRow(
          rowHead('All proposals'),
          cell(),
          cell(),
          number(sheet.figure([...PATH, 'saved'], 'Saved by all proposals')),
          number(sheet.figure([...PATH, 'shifted'], 'Only moved by all proposals')),
          number(sheet.figure([...PATH, 'outside'], 'Outside the system, all proposals')),
        ),
        ...(proposals.every(({ outside }) => outside === null) ? [] : [inAllRow(sheet)]),
      ),
    ],
    kind: 'planning__proposals',
  });
}

/** @param {Sheet} sheet */
const inAllRow = (sheet) =>
  totalRow(
    rowHead('Saved in all, less what others bear'),
    cell(),
    cell(),
    number(sheet.figure([...PATH, 'in_all'], 'Saved in all, less what others bear')),
    cell(),
    cell(),
  );

/**
 * @param {ProposalLine} proposal
 * @param {number} place
 * @param {Sheet} sheet
 */
function proposalRow(proposal, place, sheet) {
  const { name, kind, outside } = proposal;
  const path = [...PATH, 'proposals', String(place)];
  const [gains, losses] = sidesOf(proposal, path, sheet);
  return row(
    rowHead(name, h('div', { class: 'planning__line planning__beside' }, PROPOSAL[kind])),
    gains,
    losses,
    number(sheet.figure([...path, 'saved'], `Saved, ${name}`)),
    number(sheet.figure([...path, 'shifted'], `Only moved, ${name}`)),
    numberOr(sheet, outside, [...path, 'outside'], `Outside the system, ${name}`, 'nothing is said of others'),
  );
}

/**
 * Who gains and who loses, which the amounts decide; one that is not known stands among neither alone.
 *
 * @param {ProposalLine} proposal
 * @param {Path} path
 * @param {Sheet} sheet
 * @returns {[HTMLTableCellElement, HTMLTableCellElement]}
 */
function sidesOf({ name, effects }, path, sheet) {
  const gains = words();
  const losses = words();
  const lines = effects.map((effect, place) =>
    h(
      'div',
      { class: 'planning__line' },
      `${effect.name}: `,
      sheet.figure([...path, 'effects', String(place), 'effect'], `${name}, ${effect.name}`),
    ),
  );
  sheet.watchAll(
    effects.map((_, place) => [...path, 'effects', String(place), 'effect']),
    (values) => {
      /** @param {(value: unknown) => boolean} isOf */
      const those = (isOf) => lines.filter((_, place) => isOf(values[place]));
      const open = those((value) => value === NOT_KNOWN);
      gains.replaceChildren(
        ...those((value) => isAmount(value) && !isNegative(value) && !isNothing(value)),
        ...(open.length === 0 ? [] : ['Gains or loses:', ...open]),
      );
      losses.replaceChildren(...those((value) => isAmount(value) && isNegative(value)));
      for (const side of [gains, losses]) if (!side.hasChildNodes()) side.append('nobody');
    },
  );
  return [gains, losses];
}

/**
 * @param {Shifting} shifting
 * @param {Sheet} sheet
 * @param {Unit} unit
 */
function organisationsTable({ organisations, proposals: all }, sheet, unit) {
  const proposals = all.length > MOST_COLUMNS ? [] : all;
  return createTable({
    id: 'planning-effects-table',
    caption: 'What all proposals together do to each organisation’s position',
    head: [
      row(
        columnHead('Organisation'),
        ...proposals.map(({ name }) => numberHead(name, symbol(unit))),
        numberHead('All', symbol(unit)),
      ),
    ],
    bodies: [
      body(
        ...organisations.map(({ code, name }, place) =>
          row(
            namedHead(name, code),
            ...proposals.map(({ name: proposal, effects }, index) => {
              const effect = effects.findIndex((one) => one.code === code);
              const path = [...PATH, 'proposals', String(index), 'effects', String(effect), 'effect'];
              return effect === -1 ? nothing('not touched') : number(sheet.variance(path, `${proposal}, ${name}`));
            }),
            number(sheet.variance([...PATH, 'organisations', String(place), 'effect'], `All proposals, ${name}`)),
          ),
        ),
      ),
      body(
        totalRow(
          rowHead('System'),
          ...proposals.map(({ name }, index) =>
            number(sheet.variance([...PATH, 'proposals', String(index), 'saved'], `Saved, ${name}`)),
          ),
          number(sheet.variance([...PATH, 'saved'], 'Saved by all proposals')),
        ),
      ),
    ],
  });
}
