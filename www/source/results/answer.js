/** @file The answer in sentences, the rules and the date it rests on, and whether the checks hold. */

import { h } from '../element.js';
import { createChecks } from './checks.js';
import { dateInWords } from './date.js';
import { createSpoken } from './spoken.js';

/** @typedef {import('../assessment.js').Answered} Answered */
/** @typedef {import('../assessment.js').Assessment} Assessment */
/** @typedef {import('../../generated/engine.js').Diagnostic} Diagnostic */
/** @typedef {import('../page.js').Page} Page */

/**
 * @param {Page} page
 * @param {() => void} openRuleBook
 */
export function createAnswer(page, openRuleBook) {
  const notice = h('p', { class: 'answer__notice', hidden: true });
  const unread = createUnread(page);
  const system = h('p', { class: 'answer__system' });
  const organisations = h('p', { class: 'answer__sentence' });
  const fund = h('p', { class: 'answer__sentence' });
  const illustrative = h(
    'p',
    { class: 'answer__illustrative', hidden: true },
    'Illustrative: the figures are made up.',
  );
  const rules = createRulesLine(openRuleBook);
  const position = h('p', { class: 'answer__line' });
  const checks = createChecks();
  const spoken = createSpoken();
  const panel = h('div', { class: 'answer__panel' }, illustrative, system, organisations, fund);
  const element = h(
    'section',
    { class: 'answer', 'aria-labelledby': 'answer' },
    h('h2', { id: 'answer', class: 'nhsuk-heading-m', tabindex: '-1' }, 'The answer'),
    notice,
    panel,
    unread.element,
    rules.element,
    position,
    checks.element,
    spoken.element,
  );

  /** @param {Assessment} assessment */
  function fill(assessment) {
    const { answer } = assessment;
    put(system, answer.system);
    put(organisations, answer.organisations);
    put(fund, fundSentence(assessment));
    illustrative.hidden = !assessment.illustrative;
    rules.update(assessment);
    put(position, positionLine(assessment));
    checks.update(assessment.checks);
    checks.element.hidden = assessment.system.members === 0;
  }

  /**
   * @param {Answered} answered
   * @param {boolean} isEarlier whether older results stay in sight
   */
  function update({ assessment, diagnostics }, isEarlier) {
    const why = assessment === null ? whyNot(diagnostics, isEarlier) : '';
    put(notice, why);
    element.classList.toggle('answer--earlier', isEarlier);
    const isNone = assessment === null && !isEarlier;
    for (const part of [panel, rules.element, position, checks.element]) part.hidden = isNone;
    unread.update(assessment === null ? [] : diagnostics);
    if (assessment !== null) fill(assessment);
    const sentences = [why, system, organisations, fund].map((part) =>
      typeof part === 'string' ? part : part.textContent,
    );
    const text = (why === '' ? sentences : [why]).filter(Boolean).join(' ');
    spoken.say(text, assessment?.answer.planning ?? []);
  }

  return { element, update };
}

/**
 * @param {HTMLElement} line
 * @param {string} text
 */
function put(line, text) {
  if (line.textContent !== text) line.textContent = text;
  line.hidden = text === '';
}

/**
 * @param {Diagnostic[]} diagnostics
 * @param {boolean} isEarlier
 */
function whyNot(diagnostics, isEarlier) {
  const first = diagnostics.find(({ severity }) => severity === 'error');
  const reason = first === undefined ? '' : ` ${first.message} ${first.hint}`;
  return isEarlier
    ? `The plan as it stands now gives no results. What you see below is of an earlier state.${reason}`
    : `There is no answer for this plan as it stands.${reason}`;
}

/** @param {Assessment} assessment */
function fundSentence({ answer, scheme, system }) {
  if (scheme.pays.length > 0 || system.members === 0) return answer.fund;
  return `No fund hangs on the ${scheme.target} in ${scheme.year}, under these rules.`;
}

/** @param {Assessment} assessment */
function positionLine({ as_at, quarters_ended, scheme }) {
  const when = as_at === null ? `at the end of ${scheme.year}` : `at ${dateInWords(as_at)}`;
  const ended = [
    'no quarter has ended',
    'the first quarter has ended',
    'two quarters have ended',
    'three quarters have ended',
    'all four quarters have ended',
  ];
  return `Position ${when}: ${ended[quarters_ended] ?? ''}.`;
}

/** @param {() => void} openRuleBook */
function createRulesLine(openRuleBook) {
  const text = document.createTextNode('');
  const link = h(
    'button',
    { type: 'button', class: 'as-link', onclick: openRuleBook },
    'Read the rules',
  );
  const element = h('p', { class: 'answer__line' }, text, ' ', link);
  return {
    element,
    /** @param {Assessment} assessment */
    update({ scheme, changes }) {
      const whose = scheme.ids.length > 1 ? 'their' : 'its';
      const verified = ofRules(scheme.rules_not_verified, whose, 'not verified');
      const changed = ofRules(changes.length, whose, 'changed or set in this plan');
      text.data = `Rules used: ${scheme.name}.${verified}${changed}`;
    },
  };
}

/**
 * @param {number} count
 * @param {string} whose
 * @param {string} what
 */
function ofRules(count, whose, what) {
  if (count === 0) return '';
  return count === 1 ? ` 1 of ${whose} rules is ${what}.` : ` ${count} of ${whose} rules are ${what}.`;
}

/**
 * Says how many entries can't be used, with the way to the first.
 * @param {Page} page
 */
function createUnread(page) {
  let path = '';
  const text = document.createTextNode('');
  const go = h(
    'button',
    { type: 'button', class: 'as-link', onclick: () => page.goTo(path) },
    'Go to the first',
  );
  const element = h('p', { class: 'answer__unread', hidden: true }, text, ' ', go);
  return {
    element,
    /** @param {Diagnostic[]} diagnostics */
    update(diagnostics) {
      const errors = diagnostics.filter(({ severity }) => severity === 'error');
      element.hidden = errors.length === 0;
      path = errors[0]?.path ?? '';
      text.data =
        errors.length === 1
          ? '1 entry cannot be used, and is left out of these results.'
          : `${errors.length} entries cannot be used, and are left out of these results.`;
    },
  };
}
