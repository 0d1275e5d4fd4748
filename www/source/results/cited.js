/** @file The rules that a figure rests on, numbered, each told once. */

import { h } from '../element.js';
import { ruleOf } from '../rules.js';
import { changeOf } from './changed.js';
import { citation, isVerified } from './citation.js';
import { createTag } from './tag.js';

/** @typedef {import('../rules.js').Rule} Rule */
/** @typedef {import('../../generated/engine.js').ChangeLine} ChangeLine */
/** @typedef {import('../../generated/engine.js').Citation} Citation */
/** @typedef {import('../../generated/engine.js').Working} Working */

/** @typedef {{ number: number, rule: Rule, change: string | undefined }} Numbered with its value in the plan, where that is another */

/** @typedef {Map<string, Numbered>} Cited by the rule's id */

/**
 * @param {Working} working
 * @param {ChangeLine[]} changes
 * @returns {Cited} the rules of all its steps in the order in which they are met
 */
export function citedRules(working, changes) {
  /** @type {Cited} */
  const cited = new Map();
  const waiting = [working];
  for (const step of waiting) {
    for (const { id } of step.rules) {
      if (cited.has(id)) continue;
      cited.set(id, { number: cited.size + 1, rule: ruleOf(id), change: changeOf(changes, id) });
    }
    for (const ingredient of step.ingredients) waiting.push(ingredient.working);
  }
  return cited;
}

/**
 * The buttons that lead from a step to its rules.
 *
 * @param {Citation[]} rules
 * @param {Cited} cited
 */
export function ruleButtons(rules, cited) {
  return rules.flatMap(({ id }) => cited.get(id) ?? []).map(ruleButton);
}

/** @param {Numbered} numbered */
function ruleButton({ number, rule, change }) {
  const go = () => document.getElementById(idOf(number))?.focus();
  return h(
    'span',
    { class: 'steps__rule' },
    h('button', { type: 'button', class: 'as-link', onclick: go }, `Rule ${number}: ${rule.name}`),
    !isVerified(rule) && [' ', createTag('Not verified', 'yellow')],
    change !== undefined && [' ', createTag('Changed in this plan', 'blue')],
  );
}

/** @param {Cited} cited */
export function rulesList(cited) {
  if (cited.size === 0) return [];
  const lines = [...cited.values()].map(({ number, rule, change }) =>
    h(
      'li',
      { id: idOf(number), class: 'cited__rule', tabindex: '-1' },
      citation(rule, change, `Rule ${number}: `),
    ),
  );
  return [
    h(
      'h3',
      { class: 'nhsuk-heading-xs' },
      lines.length === 1 ? 'The rule it rests on' : `The ${lines.length} rules it rests on`,
    ),
    h('ul', { class: 'cited' }, lines),
  ];
}

/** @param {number} number */
function idOf(number) {
  return `working-rule-${number}`;
}
