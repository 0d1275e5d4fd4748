/** @file How the rules and readings of the round are cited in the sections that rest on them. */

import { h } from '../../element.js';
import { ruleOf } from '../../rules.js';
import { citation, sourceLine, statusTag } from '../citation.js';
import { inputButtons } from '../needs.js';

/** @typedef {import('../../assessment.js').Assessment} Assessment */
/** @typedef {import('../../../generated/engine.js').Figure} Figure */
/** @typedef {import('../../../generated/engine.js').Missing} Missing */
/** @typedef {import('../../../generated/engine.js').Test} Test */
/** @typedef {import('../../element.js').Child} Child */
/** @typedef {import('../../page.js').Page} Page */

/**
 * The words of a rule, with how it is known.
 * @param {string} id
 */
export function saidBy(id) {
  const rule = ruleOf(id);
  return h('p', { class: 'planning__rule' }, rule.words, ' ', statusTag(rule));
}

/**
 * Rules in full, folded.
 *
 * @param {string} summary
 * @param {string[]} ids
 */
export function rulesBehind(summary, ids) {
  if (ids.length === 0) return null;
  return h(
    'details',
    { class: 'rule-book__details' },
    h('summary', { class: 'results__summary' }, summary),
    h(
      'ul',
      { class: 'rule-book__list' },
      ids.map((id) => h('li', { class: 'rule-book__rule' }, citation(ruleOf(id), undefined))),
    ),
  );
}

/**
 * What is missing, under the name of what it is missing for.
 * @typedef {[name: string, missing: Missing[]]} Lacking
 */

/**
 * A condition: how it stands, what its rule says, where that comes from, and what is missing.
 *
 * @param {object} condition
 * @param {string} condition.rule
 * @param {(Child | Child[])[]} condition.stands
 * @param {Lacking[]} condition.lacking
 * @param {Page} condition.page
 * @param {Child[]} [condition.more]
 */
export function conditionLine({ rule: id, stands, lacking, page, more = [] }) {
  const rule = ruleOf(id);
  return h(
    'li',
    { class: 'decides__condition' },
    h('p', null, h('strong', null, `${rule.name}: `), ...stands, ' ', statusTag(rule)),
    h('p', null, rule.words),
    rule.sources.map(sourceLine),
    ...more,
    lacking.flatMap(([name, missing]) =>
      missing.length === 0
        ? []
        : [h('p', null, `${name}:`), h('ul', { class: 'planning__missing' }, inputButtons(missing, page.goTo))],
    ),
  );
}

/**
 * What a figure or test waits for.
 *
 * @param {Assessment} assessment
 * @param {Page} page
 * @param {Figure | Test} figure
 */
export const missingOf = ({ missing }, page, figure) => page.needs(figure).flatMap((place) => missing[place] ?? []);

/**
 * The same as a part of a shape.
 * @param {Missing[]} missing
 */
export const pathsOf = (missing) => missing.map(({ path }) => path);
