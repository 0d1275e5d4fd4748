/** @file The rule book: the rules in use by scheme and chapter, each with its source and how sure it is. */

import { h } from '../element.js';
import { bookOf, kindOf, ruleOf } from '../rules.js';
import { changeOf } from './changed.js';
import { claim, sourceLine } from './citation.js';
import { createLazy } from './lazy.js';
import { createParameter } from './parameter.js';
import { testedBy } from './tested.js';

/** @typedef {import('../assessment.js').Assessment} Assessment */
/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('../rules.js').SchemeBook} SchemeBook */

/**
 * A rule in the book.
 * @typedef {object} Entry
 * @property {HTMLElement} element
 * @property {(changes: Assessment['changes']) => void} update
 * @property {() => void} show shows what is typed in the plan
 */

/** @param {Page} page */
export function createBook(page) {
  /** @type {string[]} */
  let schemes = [];
  /** @type {Assessment['changes']} */
  let changes = [];
  /** @type {Entry[]} */
  let entries = [];
  const lazy = createLazy('rule-book', 'Rule book', () => {
    return schemes.flatMap((id) => bookOf(id) ?? []).flatMap(schemeParts);
  }, page.appeared);

  /** @param {SchemeBook} book */
  function schemeParts({ name, summary, ran, chapters }) {
    return [
      h('h3', { class: 'nhsuk-heading-s' }, name),
      h('p', null, summary, ran ? '' : ' It was published and never in force.'),
      ...chapters.flatMap(({ title, rules }) => [
        h('h4', { class: 'nhsuk-heading-xs' }, title),
        h('ul', { class: 'rule-book__list' }, rules.map(({ id }) => ruleLine(id))),
      ]),
    ];
  }

  /** @param {string} id */
  function ruleLine(id) {
    const entry = createEntry(page, id);
    entry.update(changes);
    entries.push(entry);
    return entry.element;
  }

  return {
    element: lazy.element,
    summary: lazy.summary,
    open: lazy.open,

    show() {
      for (const { show } of entries) show();
    },

    /** @param {Assessment} assessment */
    update({ scheme, changes: now }) {
      changes = now;
      for (const { update } of entries) update(changes);
      if (scheme.ids.join() === schemes.join()) return;
      schemes = scheme.ids;
      entries = [];
      lazy.summary.textContent = `Rule book: ${scheme.name}`;
      lazy.forget();
    },
  };
}

/**
 * @param {Page} page
 * @param {string} id
 * @returns {Entry}
 */
function createEntry(page, id) {
  const rule = ruleOf(id);
  const words = h('div');
  const parameter = kindOf(id) === undefined ? null : createParameter(page, id);
  /** @type {string | undefined | null} */
  let shown = null;

  /** @param {Assessment['changes']} changes */
  function update(changes) {
    const change = changeOf(changes, id);
    if (change === shown) return;
    shown = change;
    words.replaceChildren(...claim(rule, change));
  }

  return {
    element: h('li', { class: 'rule-book__rule' }, words, parameter?.element, rule.sources.map(sourceLine), testedBy(rule)),
    update,
    show: () => parameter?.show(),
  };
}
