/** @file The rules of two schemes side by side, so that it can be seen what changed from one year to another. */

import { h } from '../element.js';
import { bookOf, schemes } from '../rules.js';
import { isVerified, statusTag } from './citation.js';
import { compared } from './compared.js';
import { createLazy } from './lazy.js';
import { capital, listed } from './vocabulary.js';

/** @typedef {import('../assessment.js').Assessment} Assessment */
/** @typedef {import('../rules.js').Rule} Rule */
/** @typedef {import('../rules.js').SchemeBook} SchemeBook */
/** @typedef {import('./compared.js').Pair} Pair */

export function createComparison() {
  /** @type {string[]} */
  let used = [];
  const one = h('select', { id: 'compare-one', class: 'nhsuk-select choice__select', onchange: show });
  const other = h('select', { id: 'compare-other', class: 'nhsuk-select choice__select', onchange: show });
  const result = h('div', { class: 'comparison__result' });
  const lazy = createLazy('comparison', 'Compare two years’ rules', () => [
    h(
      'div',
      { class: 'comparison__choices choice' },
      labelled('Rules', one),
      labelled('Compared with', other),
    ),
    result,
  ]);
  fill(one, null);
  fill(other, 'Choose rules');

  function show() {
    const [left, right] = [bookOf(one.value), bookOf(other.value)];
    if (left === undefined || right === undefined) result.replaceChildren();
    else result.replaceChildren(...comparison(left, right));
  }

  return {
    element: lazy.element,
    /** @param {Assessment} assessment */
    update({ scheme }) {
      if (scheme.ids.join() === used.join()) return;
      used = scheme.ids;
      one.value = used[0] ?? '';
      show();
    },
  };
}

/**
 * @param {string} label
 * @param {HTMLSelectElement} select
 */
const labelled = (label, select) =>
  h('div', null, h('label', { class: 'nhsuk-label', for: select.id }, label), select);

/**
 * @param {HTMLSelectElement} select
 * @param {string | null} none the words of choosing nothing
 */
function fill(select, none) {
  if (none !== null) select.append(h('option', { value: '' }, none));
  for (const { id, year, fund, ran } of schemes)
    select.append(h('option', { value: id }, `${year} ${fund}${ran ? '' : ' (never in force)'}`));
}

/**
 * @param {SchemeBook} left
 * @param {SchemeBook} right
 */
function comparison(left, right) {
  const pairs = compared(left, right);
  const differing = pairs.filter(({ difference }) => difference !== null);
  const same = pairs.flatMap(({ left: own, difference }) => (difference === null && own ? own.name : []));
  const names = [nameOf(left), nameOf(right)];
  return [
    differing.length === 0
      ? h('p', null, 'No rule differs.')
      : h(
          'table',
          { class: 'nhsuk-table comparison', role: 'table' },
          h('caption', { class: 'nhsuk-table__caption nhsuk-table__caption--s' }, `What differs: ${names.join(' and ')}`),
          h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, ['Rule', ...names].map(head))),
          h('tbody', { role: 'rowgroup' }, differing.map((pair) => line(pair, names))),
        ),
    same.length > 0 && h('p', null, `The same in both: ${listed(same)}.`),
  ].filter((part) => part !== false);
}

/** @param {SchemeBook} book */
const nameOf = ({ fund, year }) => `${fund} ${year}`;

/** @param {string} text */
const head = (text) => h('th', { scope: 'col', role: 'columnheader' }, text);

/**
 * @param {Pair} pair
 * @param {string[]} names
 */
function line({ left, right, difference }, names) {
  const said =
    difference === 'only in one' ? `only in ${names[left === undefined ? 1 : 0]}` : (difference ?? '');
  return h(
    'tr',
    { role: 'row' },
    h(
      'th',
      { scope: 'row', role: 'rowheader' },
      (left ?? right)?.name,
      h('span', { class: 'comparison__difference' }, ` ${capital(said)}`),
    ),
    [left, right].map((rule, place) => ruleCell(rule, names[place] ?? '')),
  );
}

/**
 * The name of its column stands in the cell too, for where columns stand one under the other.
 *
 * @param {Rule | undefined} rule
 * @param {string} name
 */
function ruleCell(rule, name) {
  const scheme = h('span', { class: 'comparison__scheme', 'aria-hidden': 'true' }, `${name}: `);
  if (rule === undefined) return h('td', { role: 'cell' }, scheme, 'No such rule.');
  const value = rule.value ?? (rule.asked === null ? null : 'Asked of you');
  return h(
    'td',
    { role: 'cell' },
    scheme,
    value !== null && h('strong', null, `${value}. `),
    rule.words,
    isVerified(rule) ? null : [' ', statusTag(rule)],
  );
}
