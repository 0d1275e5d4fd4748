/** @file A rule as it is cited: its words, its value, where it comes from and how sure it is. */

import { h } from '../element.js';
import { createTag } from './tag.js';

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
 * @param {...(Node | string)} before what stands in front of its name
 */
export function citation(rule, ...before) {
  return [
    h('p', { class: 'citation__name' }, before, h('strong', null, rule.name), ' ', statusTag(rule)),
    h('p', null, rule.words),
    h('p', { class: 'citation__known' }, known(rule)),
    ...rule.sources.map(sourceLine),
  ];
}

/** @param {Rule} rule */
function known({ value, status_words, confidence }) {
  const set = value === null ? '' : `Value: ${value}. `;
  return `${set}${capital(status_words)}; ${confidence}% sure.`;
}

/** @param {Source} source */
function sourceLine({ title, place }) {
  return h(
    'p',
    { class: 'citation__source' },
    `Source: ${title}${place === '' ? '' : `, ${place}`}`,
  );
}

/** @param {string} words */
function capital(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
