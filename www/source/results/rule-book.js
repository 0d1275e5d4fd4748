/** @file The rules of the scheme and the assumptions log, each with its source and how sure it is. */

import { h } from '../element.js';
import { assumptions as log, bookOf, ruleOf } from '../rules.js';
import { citation } from './citation.js';

/** @typedef {import('../assessment.js').Assessment} Assessment */

export function createRuleBook() {
  /** @type {string[]} */
  let schemes = [];
  const rules = createLazy('rule-book', 'Rule book', () => schemes.flatMap(rulesOf));
  const assumptions = createLazy(
    'assumptions',
    'Assumptions log: conventions and readings that hold in every year',
    () =>
      log.map(({ rule, reason }) =>
        h('li', { class: 'rule-book__rule' }, citation(ruleOf(rule.id)), h('p', null, `Reason: ${reason}`)),
      ),
  );
  const choices = createChoices();
  const element = h(
    'section',
    { class: 'results__section rule-book', 'aria-labelledby': 'rules' },
    h('h2', { id: 'rules', class: 'nhsuk-heading-m', tabindex: '-1' }, 'Rules and assumptions'),
    rules.element,
    choices.element,
    assumptions.element,
  );

  return {
    element,
    open() {
      rules.element.open = true;
      rules.summary.focus();
      rules.element.scrollIntoView();
    },
    /** @param {Assessment} assessment */
    update(assessment) {
      choices.update(assessment.choices);
      if (assessment.scheme.ids.join() === schemes.join()) return;
      schemes = assessment.scheme.ids;
      rules.summary.textContent = `Rule book: ${assessment.scheme.name}`;
      rules.forget();
    },
  };
}

/** What this plan assumes, said outright: it is what an auditor asks for first. */
function createChoices() {
  const list = h('ul', { class: 'nhsuk-list nhsuk-list--bullet' });
  const element = h('div', null, h('h3', { class: 'nhsuk-heading-s' }, 'Assumed in this plan'), list);
  let shown = '';

  /** @param {Assessment['choices']} choices */
  function update(choices) {
    const words = choices.map((choice) => choice.words);
    element.hidden = words.length === 0;
    if (words.join('\n') === shown) return;
    shown = words.join('\n');
    list.replaceChildren(...words.map((choice) => h('li', null, choice)));
  }

  return { element, update };
}

/** @param {string} scheme */
function rulesOf(scheme) {
  const rules = (bookOf(scheme)?.chapters ?? []).flatMap((chapter) => chapter.rules);
  return rules.map(({ id }) => h('li', { class: 'rule-book__rule' }, citation(ruleOf(id))));
}

/**
 * A long list that is built when it is first opened.
 *
 * @param {string} id
 * @param {string} title
 * @param {() => HTMLElement[]} build
 */
function createLazy(id, title, build) {
  const list = h('ul', { class: 'rule-book__list' });
  const summary = h('summary', { class: 'results__summary' }, title);
  const element = h('details', { id, class: 'rule-book__details', ontoggle: fill }, summary, list);

  function fill() {
    if (element.open && !list.hasChildNodes()) list.append(...build());
  }

  function forget() {
    list.replaceChildren();
    fill();
  }

  return { element, summary, forget };
}
