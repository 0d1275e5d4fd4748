/** @file The days of the round: which are past, how far off the others are, and how each is known. */

import { h } from '../../element.js';
import { ruleOf } from '../../rules.js';
import { asLink } from '../as-link.js';
import { statusTag } from '../citation.js';
import { dateInWords } from '../date.js';
import { body, cell, columnHead, createTable, row, rowHead } from '../table.js';
import { words } from './cells.js';
import { createPart } from './part.js';
import { rulesBehind } from './rules.js';
import { daysInWords } from './words.js';

/** @typedef {import('../../../generated/engine.js').MilestoneLine} MilestoneLine */
/** @typedef {import('../../page.js').Page} Page */

/** @param {Page} page */
export function createDays(page) {
  return createPart({
    id: 'days',
    title: 'Days',
    of: ({ milestones }) => (milestones.length === 0 ? null : milestones),
    besides: (_, { today }) => today,
    layOut: ({ planning: { milestones, today } }) => [
      tableOf(milestones, page),
      today === null ? fromToday(page) : null,
      milestones.every(({ day }) => day === null) ? h('p', null, 'How far off they are is not known: none of these days is.') : null,
      rulesBehind('Where the published days come from', [...new Set(milestones.flatMap(({ rule }) => rule ?? []))]),
    ],
  });
}

/** @param {Page} page */
const fromToday = (page) =>
  h(
    'p',
    null,
    'How far off they are is told from today, which is not entered. ',
    asLink('Enter today’s date', () => page.goTo('planning/today')),
  );

/**
 * @param {MilestoneLine[]} milestones
 * @param {Page} page
 */
function tableOf(milestones, page) {
  const sets = milestones.some(({ published }) => published !== null);
  const counts = milestones.some(({ days_to_go }) => days_to_go !== null);
  return createTable({
    id: 'planning-days-table',
    caption: 'What has to be done by when',
    head: [
      row(
        columnHead('What'),
        columnHead('Day'),
        ...(sets ? [columnHead('As published')] : []),
        ...(counts ? [columnHead('How far off')] : []),
        columnHead('How the day is known'),
      ),
    ],
    bodies: [
      body(
        ...milestones.map((milestone) =>
          row(
            rowHead(milestone.name),
            cell(milestone.day === null ? 'Not known' : dateInWords(milestone.day)),
            ...(sets ? [cell(milestone.published === null ? '' : dateInWords(milestone.published))] : []),
            ...(counts ? [cell(daysInWords(milestone.days_to_go))] : []),
            words(...known(milestone, page)),
          ),
        ),
      ),
    ],
    kind: 'planning__narrow',
  });
}

/**
 * @param {MilestoneLine} milestone
 * @param {Page} page
 */
function known({ id, name, day, rule, published }, page) {
  if (day === null) {
    const enter = () => page.goTo(`planning/dates/${id}`);
    return ['No published day is known, and none is entered. ', asLink('Enter it', enter, `Enter it: ${name}`)];
  }
  return rule === null || published !== null ? ['As entered in this plan'] : [statusTag(ruleOf(rule))];
}
