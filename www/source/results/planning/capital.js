/** @file Which capital bids fit, why each is in or out, and which would be next. */

import { h } from '../../element.js';
import { symbol } from '../amounts.js';
import { inputButtons } from '../needs.js';
import { body, cell, columnHead, createTable, number, numberHead, row, rowHead } from '../table.js';
import { createTag } from '../tag.js';
import { named, numberOr, words } from './cells.js';
import { createPart } from './part.js';
import { pathsOf, rulesBehind, saidBy } from './rules.js';
import { outcomeOf } from './words.js';

/** @typedef {import('../../assessment.js').Assessment} Assessment */
/** @typedef {import('../../../generated/engine.js').CapitalBidLine} CapitalBidLine */
/** @typedef {import('../../../generated/engine.js').CapitalFit} CapitalFit */
/** @typedef {import('../../../generated/engine.js').Unit} Unit */
/** @typedef {import('../../page.js').Page} Page */
/** @typedef {import('../sheet.js').Sheet} Sheet */
/** @typedef {import('./part.js').Round} Round */

const PATH = ['planning', 'capital'];

const COLOUR = /** @type {const} */ ({
  In: 'green',
  Out: 'grey',
  'In the best found': 'yellow',
  'Not in the best found': 'yellow',
  'Not chosen': 'yellow',
  'Not known': 'yellow',
});

/** @param {Page} page */
export function createCapital(page) {
  return createPart({
    id: 'capital',
    title: 'Capital bids',
    of: ({ capital }) => capital,
    besides: (assessment, { capital }) => capital && pathsOf(lackingOf(assessment, capital)),
    layOut: (round) => partsOf(round, page),
  });
}

/**
 * What has to be known before bids can be weighed.
 *
 * @param {Assessment} assessment
 * @param {CapitalFit} capital
 */
const lackingOf = ({ missing }, { choice }) =>
  choice === 'not_known' ? missing.filter(({ path }) => path.startsWith('planning/capital/')) : [];

/** @param {Assessment} assessment why there is no choice */
const saidOf = ({ answer }) => answer.planning.find(({ question }) => question === 'capital')?.words ?? '';

/**
 * @param {Round} round
 * @param {Page} page
 */
function partsOf({ planning: { capital }, assessment, sheet }, page) {
  if (capital === null) return [];
  const missing = lackingOf(assessment, capital);
  return [
    saidBy('capital_fit'),
    capital.choice === 'best' ? null : h('p', { class: 'decides__improve' }, h('strong', null, saidOf(assessment))),
    missing.length === 0 ? null : h('p', null, 'The bids can’t be weighed until these are known:'),
    missing.length === 0 ? null : h('ul', { class: 'planning__missing' }, inputButtons(missing, page.goTo)),
    yearsTable(capital, sheet, assessment.unit),
    bidsTable(capital, assessment, sheet),
    worthLine(capital, sheet),
    pointsTable(capital),
    nextLine(capital, sheet),
    rulesBehind('What a bid is worth, and which is next', ['capital_worth', 'next_bid']),
  ];
}

/**
 * @param {CapitalFit} capital
 * @param {Sheet} sheet
 * @param {Unit} unit
 */
function yearsTable({ years, choice }, sheet, unit) {
  const isMade = choice === 'best' || choice === 'best_found';
  return createTable({
    id: 'planning-capital-table',
    caption: 'Capital by year',
    head: [
      row(
        columnHead('Year'),
        numberHead('Envelope', symbol(unit)),
        numberHead('Asked', symbol(unit)),
        ...(isMade ? [numberHead('Chosen', symbol(unit)), numberHead('Left', symbol(unit))] : []),
      ),
    ],
    bodies: [
      body(
        ...years.map(({ year, chosen, left }, place) => {
          const path = [...PATH, 'years', String(place)];
          return row(
            rowHead(year),
            number(sheet.figure([...path, 'envelope'], `Capital envelope, ${year}`)),
            number(sheet.figure([...path, 'asked'], `Capital asked for, ${year}`)),
            ...(isMade
              ? [
                  numberOr(sheet, chosen, [...path, 'chosen'], `Capital of the bids that are in, ${year}`, 'no choice'),
                  numberOr(sheet, left, [...path, 'left'], `Capital left, ${year}`, 'no choice'),
                ]
              : []),
          );
        }),
      ),
    ],
    kind: 'results__table--narrow',
  });
}

/**
 * @param {CapitalFit} capital
 * @param {Assessment} assessment
 * @param {Sheet} sheet
 */
function bidsTable({ years, bids, worth }, { unit, organisations }, sheet) {
  return createTable({
    id: 'planning-capital-bids-table',
    caption: 'Capital bids, in or out',
    head: [
      row(
        columnHead('Bid'),
        columnHead('Whose'),
        ...years.map(({ year }) => numberHead(year, symbol(unit))),
        numberHead('All years', symbol(unit)),
        numberHead(worth === 'points' ? 'Points' : 'Benefits to cost'),
        columnHead('In or out'),
        columnHead('Why'),
      ),
    ],
    bodies: [
      body(
        ...bids.map((bid, place) => {
          const path = [...PATH, 'bids', String(place)];
          const { is, why } = outcomeOf(bid);
          const owner = organisations.find(({ code }) => code === bid.owner);
          return row(
            rowHead(...named(bid.name, bid.code)),
            words(owner?.name ?? bid.owner ?? ''),
            ...bid.amounts.map((amount, index) => {
              const name = `${bid.name}, ${years[index]?.year}`;
              return numberOr(sheet, amount, [...path, 'amounts', String(index)], name, 'asks for nothing this year');
            }),
            number(sheet.figure([...path, 'cost'], `${bid.name}, all years`)),
            number(bid.score ?? 'none'),
            cell(createTag(is, COLOUR[is])),
            words(why, bid.why === null ? '' : ` ${bid.why}`, bid.depends_on.length > 0 && ` It needs ${bid.depends_on.join(', ')}.`),
          );
        }),
      ),
    ],
  });
}

/**
 * @param {CapitalFit} capital
 * @param {Sheet} sheet
 */
function worthLine({ cost, points, benefits, most }, sheet) {
  if (cost === null) return null;
  const name = 'Benefits of the bids that are in';
  return h(
    'p',
    null,
    'The bids that are in cost ',
    sheet.size([...PATH, 'cost'], 'Capital of the bids that are in, all years'),
    ' in all.',
    points !== null && ` Points of the bids that are in, together: ${points}.`,
    ...(benefits === null ? [] : [` ${name}, together: `, sheet.size([...PATH, 'benefits'], name), '.']),
    most !== null && ` The most that any choice could have: ${most}.`,
  );
}

/**
 * The points of the bids that are in, one by one: how their sum comes about.
 * @param {CapitalFit} capital
 */
function pointsTable({ points, bids }) {
  if (points === null) return null;
  const isIn = bids.filter((bid) => outcomeOf(bid).isIn);
  return h(
    'details',
    { class: 'rule-book__details' },
    h('summary', { class: 'results__summary' }, `How ${points} points come about`),
    createTable({
      id: 'planning-capital-points-table',
      caption: 'Points of the bids that are in',
      head: [row(columnHead('Bid'), numberHead('Points'))],
      bodies: [
        body(
          ...isIn.map(({ name, code, score }) => row(rowHead(...named(name, code)), number(score ?? 'none'))),
          row(rowHead('Added together'), number(points)),
        ),
      ],
      kind: 'results__table--narrow',
    }),
  );
}

/**
 * @param {CapitalFit} capital
 * @param {Sheet} sheet
 */
function nextLine({ next, years }, sheet) {
  if (next === null) return null;
  const path = [...PATH, 'next'];
  return h(
    'p',
    { class: 'decides__improve' },
    h('strong', null, `Next: ${[next.name, ...next.with].join(', ')}. `),
    next.with.length === 0 ? 'It would fit with ' : `${next.name} needs what is named with it. They would fit with `,
    sheet.size([...path, 'more'], `More capital for ${next.name}`),
    ' more: ',
    ...years.flatMap(({ year }, place) => [
      place === 0 ? '' : ', ',
      sheet.size([...path, 'by_year', String(place)], `More capital for ${next.name}, ${year}`),
      ` in ${year}`,
    ]),
    '.',
  );
}
