/** @file What it takes to be in a fund: each condition, where it is answered, what would change it. */

import { NOT_KNOWN, valueOf } from '../assessment.js';
import { h } from '../element.js';
import { ruleOf } from '../rules.js';
import { isAmount, isNothing } from './amounts.js';
import { asLink } from './as-link.js';
import { statusTag } from './citation.js';
import { inputButtons } from './needs.js';

/** @typedef {import('../assessment.js').Assessment} Assessment */
/** @typedef {import('../../generated/engine.js').ConditionResult} ConditionResult */
/** @typedef {import('../../generated/engine.js').Eligibility} Eligibility */
/** @typedef {import('../../generated/engine.js').Member} Member */
/** @typedef {import('../../generated/engine.js').Missing} Missing */
/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('./sheet.js').Sheet} Sheet */

/**
 * A condition as it stands.
 * @typedef {object} Standing
 * @property {ConditionResult} condition
 * @property {boolean | null} isMet nothing while it is not known
 * @property {Missing[]} missing what it waits for
 */

/**
 * @param {Assessment} assessment
 * @param {Page} page
 * @param {Eligibility} eligibility
 * @returns {Standing[]}
 */
export function standings(assessment, page, { conditions }) {
  return conditions.map((condition) => {
    const value = valueOf(assessment, condition.met);
    const needs = value === NOT_KNOWN ? page.needs(condition.met) : [];
    return {
      condition,
      isMet: typeof value === 'boolean' ? value : null,
      missing: needs.flatMap((place) => assessment.missing[place] ?? []),
    };
  });
}

/**
 * @param {Assessment} assessment
 * @param {Sheet} sheet
 * @param {Page} page
 * @param {Member} member
 * @param {number} place of the fund among the organisation's
 */
export function conditionsOf(assessment, sheet, page, member, place) {
  const eligibility = member.eligibility[place];
  if (eligibility === undefined) return [];
  const path = ['organisations', member.code, 'eligibility', String(place)];
  const title = `In the ${eligibility.fund}`;
  const all = standings(assessment, page, eligibility);
  return [
    h('h3', { class: 'nhsuk-heading-s' }, `${eligibility.fund}: is ${member.name} in it?`),
    h(
      'p',
      { class: 'decides__answer' },
      `${title}: `,
      sheet.test([...path, 'met'], `${title}, ${member.name}`, ['Yes', 'No']),
      ` ${why(all, eligibility.fund)}`,
    ),
    h(
      'ul',
      { class: 'decides' },
      all.map((standing, index) => {
        const { name } = standing.condition;
        const at = [...path, 'conditions', String(index), 'met'];
        const test = sheet.test(at, `${name}, ${member.name}`, ['Met', 'Not met']);
        return conditionLine(standing, test, page);
      }),
    ),
    improvement(assessment, sheet, member, place),
  ];
}

/**
 * @param {Standing[]} all
 * @param {string} fund
 */
function why(all, fund) {
  const missed = all.filter(({ isMet }) => isMet === false).length;
  const open = all.filter(({ isMet }) => isMet === null).length;
  const of = all.length === 1 ? 'Its one condition' : `of its ${all.length} conditions`;
  if (missed > 0) {
    const which = all.length === 1 ? `${of} is not met` : `${missed} ${of} ${missed === 1 ? 'is' : 'are'} not met`;
    return `${which}, so the ${fund} pays it nothing.`;
  }
  if (open > 0) {
    const which = all.length === 1 ? `${of} is not known` : `${open} ${of} ${open === 1 ? 'is' : 'are'} not known`;
    return `${which} yet.`;
  }
  if (all.length === 1) return `${of} is met.`;
  return all.length === 2 ? 'Both of its conditions are met.' : `All ${of} are met.`;
}

/**
 * @param {Standing} standing
 * @param {HTMLElement} test
 * @param {Page} page
 */
function conditionLine({ condition, isMet, missing }, test, page) {
  const rule = ruleOf(condition.rule);
  const { answer, name } = condition;
  return h(
    'li',
    { class: 'decides__condition' },
    h('p', null, h('strong', null, `${name}: `), test, ' ', statusTag(rule)),
    h('p', null, rule.words),
    isMet !== true && rule.to_meet !== null && h('p', null, `To meet it: ${rule.to_meet}`),
    answer === null
      ? h('p', null, 'It is worked out from the figures of the plan.')
      : h(
          'p',
          null,
          isMet === null ? 'It is not answered yet. ' : 'It is answered in the plan. ',
          asLink('Go to the answer', () => page.goTo(answer), `Go to the answer: ${name}`),
        ),
    answer === null && missing.length > 0 && h('p', null, 'What is missing:'),
    answer === null && missing.length > 0 && h('ul', null, inputButtons(missing, page.goTo)),
  );
}

/**
 * By how much a plan that has to balance has to improve, and what that unlocks.
 *
 * @param {Assessment} assessment
 * @param {Sheet} sheet
 * @param {Member} member
 * @param {number} place
 */
function improvement(assessment, sheet, { code, name, eligibility }, place) {
  if (!isToImprove(assessment, eligibility[place])) return null;
  const path = ['organisations', code, 'eligibility', String(place)];
  const unlocked =
    eligibility[place]?.unlocks === null
      ? [' to balance, which alone unlocks nothing: another condition is not met.']
      : [
          ' to unlock ',
          sheet.size([...path, 'unlocks'], `Allocation for the year, ${name}`),
          ', of which each quarter is still to be earned.',
        ];
  return h(
    'p',
    { class: 'decides__improve' },
    eligibility[place]?.whose_plan === 'system' ? 'Improve the system’s plan by ' : 'Improve the plan by ',
    sheet.size([...path, 'improve_by'], `Improvement needed to balance, ${name}`),
    ...unlocked,
  );
}

/**
 * @param {Assessment} assessment
 * @param {Eligibility | undefined} eligibility
 */
export function isToImprove(assessment, eligibility) {
  if (!eligibility?.improve_by) return false;
  const lacking = valueOf(assessment, eligibility.improve_by);
  return isAmount(lacking) && !isNothing(lacking);
}
