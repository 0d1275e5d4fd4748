/** @file What a plan changes of the rules, in words. */

import { h } from '../element.js';

/** @typedef {import('../../generated/engine.js').ChangeLine} ChangeLine */
/** @typedef {import('../rules.js').Rule} Rule */

/**
 * The value of a parameter in the plan, as typed; nothing where it is the published one.
 *
 * @param {ChangeLine[]} changes
 * @param {string} id
 */
export const changeOf = (changes, id) => changes.find(({ rule }) => rule === id)?.value;

/**
 * @param {Pick<Rule, 'value'>} rule
 * @param {string} value
 */
export function changeWords(rule, value) {
  return rule.value === null
    ? `Set in this plan: ${value}. No value is published.`
    : `Changed in this plan: ${value} instead of ${rule.value}.`;
}

/**
 * @param {Pick<Rule, 'value'>} rule
 * @param {string} value
 */
export const changeLine = (rule, value) =>
  h('p', { class: 'citation__changed' }, h('strong', null, changeWords(rule, value)));
