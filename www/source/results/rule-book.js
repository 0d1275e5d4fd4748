/** @file The rules and what is assumed: this plan's own, the rule book, other years', the log, the glossary. */

import { h } from '../element.js';
import { assumptions as log } from '../rules.js';
import { createBook } from './book.js';
import { citation } from './citation.js';
import { createComparison } from './comparison.js';
import { createGlossary } from './glossary.js';
import { createInThisPlan } from './in-this-plan.js';
import { createLazy } from './lazy.js';
import { parameterAt } from './parameter.js';
import { testedBy } from './tested.js';

/** @typedef {import('../assessment.js').Assessment} Assessment */
/** @typedef {import('../page.js').Page} Page */

/** @param {Page} page */
export function createRuleBook(page) {
  const heading = h('h2', { id: 'rules', class: 'nhsuk-heading-m', tabindex: '-1' }, 'Rules and assumptions');
  const book = createBook(page);
  const comparison = createComparison();
  const inThisPlan = createInThisPlan(page, () => heading.focus());
  const assumptions = createLazy(
    'assumptions',
    'Assumptions log: conventions and readings that hold in every year',
    () => [h('ul', { class: 'rule-book__list' }, log.map(assumptionLine))],
  );
  const element = h(
    'section',
    { class: 'results__section rule-book', 'aria-labelledby': 'rules' },
    heading,
    inThisPlan.element,
    book.element,
    comparison.element,
    assumptions.element,
    createGlossary().element,
  );

  return {
    element,

    open() {
      book.open();
      book.summary.focus();
      book.element.scrollIntoView();
    },

    /**
     * Builds the field of a parameter, if that is what stands at a place of the plan.
     * @param {string} path
     */
    unfold(path) {
      if (parameterAt(path) === undefined) return;
      book.open();
      page.appeared();
    },

    /** Shows what is typed in the plan, whether or not it gives results. */
    show: book.show,

    /** @param {Assessment} assessment */
    update(assessment) {
      book.update(assessment);
      comparison.update(assessment);
      inThisPlan.update(assessment);
    },
  };
}

/** @param {import('../rules.js').Assumption} assumption */
const assumptionLine = ({ rule, reason }) =>
  h(
    'li',
    { class: 'rule-book__rule' },
    citation(rule, undefined),
    h('p', null, `Reason: ${reason}`),
    testedBy(rule),
  );
