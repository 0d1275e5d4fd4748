/** @file A rule as it is cited: its words, its value, where it comes from and how sure it is. */

import { h } from '../element.js';
import { changeLine } from './changed.js';
import { createTag } from './tag.js';
import { capital, small } from './vocabulary.js';

/** @typedef {import('../rules.js').Rule} Rule */
/** @typedef {import('../rules.js').Source} Source */

/** @param {Pick<Rule, 'status'>} rule */
export function isVerified({ status }) {
  return status !== 'recalled';
}

/** @param {Pick<Rule, 'status' | 'status_words'>} rule a tag that says how it is known */
export function statusTag(rule) {
  return isVerified(rule)
    ? createTag(capital(rule.status_words), 'grey')
    : createTag('Not verified', 'yellow');
}

/**
 * @param {Rule} rule
 * @param {string | undefined} change its value in the plan, where that is another than published
 * @param {...(Node | string)} before what stands in front of its name
 */
export function citation(rule, change, ...before) {
  return [...claim(rule, change, ...before), ...rule.sources.map(sourceLine)];
}

/**
 * A citation without its sources.
 *
 * @param {Rule} rule
 * @param {string | undefined} change
 * @param {...(Node | string)} before
 */
export function claim(rule, change, ...before) {
  return [
    h('p', { class: 'citation__name' }, before, h('strong', null, rule.name), ' ', statusTag(rule)),
    h('p', null, rule.words),
    ...(rule.to_meet === null ? [] : [h('p', null, `To meet it: ${rule.to_meet}`)]),
    ...(change === undefined ? [] : [changeLine(rule, change)]),
    ...(rule.asked === null ? [] : [h('p', null, `This value is asked of you, because ${small(rule.asked)}`)]),
    h('p', { class: 'citation__known' }, known(rule)),
  ];
}

/**
 * A reading of the calculator’s own is a choice, and no fact to be sure of.
 * @param {Rule} rule
 */
function known({ value, status, status_words, confidence }) {
  const set = value === null ? '' : `Value: ${value}. `;
  const sure = status === 'reading' ? '' : `; ${confidence}% sure`;
  return `${set}${capital(status_words)}${sure}.`;
}

/** @param {Source} source */
export function sourceLine({ title, place }) {
  return h(
    'p',
    { class: 'citation__source' },
    `Source: ${title}${place === '' ? '' : `, ${place}`}`,
  );
}
