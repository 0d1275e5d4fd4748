/** @file The pots of transformation funding: what is bid for, what is open, and what blocks the rest. */

import { NOT_KNOWN } from '../../assessment.js';
import { h } from '../../element.js';
import { listed } from '../vocabulary.js';
import { symbol } from '../amounts.js';
import { body, cell, columnHead, createTable, nothing, number, numberHead, row, rowHead, totalRow } from '../table.js';
import { words } from './cells.js';

/** @typedef {import('../../assessment.js').Assessment} Assessment */
/** @typedef {import('../../../generated/engine.js').PotLine} PotLine */
/** @typedef {import('../../../generated/engine.js').Transformation} Transformation */
/** @typedef {import('../sheet.js').Sheet} Sheet */

const PATH = ['planning', 'transformation'];

/**
 * @param {Transformation} transformation
 * @param {Assessment} assessment
 * @param {Sheet} sheet
 */
export function potsTable({ pots, conditions }, { unit, scheme }, sheet) {
  const blocks = createBlocks(conditions.map(({ name }) => name), sheet);
  const hasBids = pots.some(({ bids }) => bids.length > 0);
  return createTable({
    id: 'planning-pots-table',
    caption: 'Bids by pot',
    head: [
      row(
        columnHead('Pot'),
        columnHead('Bid'),
        numberHead('Asked', symbol(unit)),
        numberHead('Open', symbol(unit)),
        columnHead('What it waits for'),
      ),
    ],
    bodies: [
      ...pots.map((pot, place) => body(...rowsOf(pot, place, scheme.year, blocks, sheet))),
      ...(hasBids
        ? [
            body(
              totalRow(
                rowHead('All bids'),
                cell(),
                number(sheet.figure([...PATH, 'asked'], 'Asked in all')),
                number(sheet.figure([...PATH, 'open'], 'Open in all')),
                cell(),
              ),
            ),
          ]
        : []),
    ],
  });
}

/**
 * @param {PotLine} pot
 * @param {number} place
 * @param {string} year of the plan
 * @param {() => HTMLElement} blocks
 * @param {Sheet} sheet
 */
function rowsOf({ name, final_year, bids }, place, year, blocks, sheet) {
  const isClosed = final_year !== null && final_year < year;
  const until = final_year === null ? null : isClosed ? `closed since the end of ${final_year}` : `final year ${final_year}`;
  const head = rowHead(name, until !== null && h('div', { class: 'planning__line' }, until));
  if (bids.length === 0)
    return [row(head, cell('No bid'), nothing('no bid'), nothing('no bid'), cell(isClosed ? 'Closed to bids' : ''))];
  return bids.map((bid, index) => {
    const path = [...PATH, 'pots', String(place), 'bids', String(index)];
    return row(
      index === 0 ? head : rowHead(h('span', { class: 'nhsuk-u-visually-hidden' }, name)),
      words(bid.name),
      number(sheet.figure([...path, 'asked'], `Asked, ${bid.name}`)),
      number(sheet.figure([...path, 'open'], `Open, ${bid.name}`)),
      words(isClosed ? `Closed: the pot’s final year was ${final_year}.` : blocks()),
    );
  });
}

/**
 * Says of an open pot's bid what stands in its way.
 *
 * @param {string[]} names of the conditions
 * @param {Sheet} sheet
 */
function createBlocks(names, sheet) {
  return () => {
    const text = h('span', null);
    sheet.watchAll(
      names.map((_, place) => [...PATH, 'conditions', String(place), 'met']),
      (values) => {
        const missed = names.filter((_, place) => values[place] === false);
        const open = names.filter((_, place) => values[place] === NOT_KNOWN);
        text.textContent =
          missed.length > 0
            ? `Blocked. Not met: ${listed(missed)}.`
            : open.length > 0
              ? `Not known yet: ${listed(open)}.`
              : 'Nothing: the conditions are met. No money is promised.';
      },
    );
    return text;
  };
}
