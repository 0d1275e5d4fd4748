/** @file Says what another year or fund did to the plan. */

import { h } from '../element.js';
import { count } from './paste-words.js';

/** @typedef {import('./year-switch.js').Switch} Switch */

/**
 * @param {object} between
 * @param {string} between.before the year that the plan was for
 * @param {import('./year-choice.js').YearChoice} between.chosen
 * @param {number} between.organisations how many there are
 * @param {Switch} did
 */
export function yearNotice({ before, chosen, organisations }, did) {
  const isSameYear = chosen.year === before;
  const carried = [count(organisations, 'organisation'), ...did.carried].join(', ');
  const old = isSameYear ? '' : ` The amounts are as they were entered: where they are not those of ${chosen.year}, put those in their place.`;
  return h(
    'div',
    { class: 'app-switch' },
    h('p', null, h('strong', null, `The rules are now those of ${chosen.name}.`), did.renamed && ` ${did.renamed}`),
    h('p', null, h('strong', null, 'Carried over: '), `${carried}.${old}`),
    list('Missing now', did.missing),
    list('To be set in the rule book, which leaves it open', did.toSet),
    list('Kept in the plan, but counts nothing now', did.kept),
    list('To be put right', did.toMend),
  );
}

/**
 * @param {string} heading
 * @param {string[]} items
 */
const list = (heading, items) =>
  items.length > 0 &&
  h(
    'div',
    null,
    h('strong', null, `${heading}:`),
    h('ul', { class: 'nhsuk-list nhsuk-list--bullet' }, items.map((item) => h('li', null, item))),
  );
