/** @file What this plan changes, sets and assumes, and what it is still asked: what an auditor asks for first. */

import { h } from '../element.js';
import { bookOf, findRule, ruleOf } from '../rules.js';
import { asLink } from './as-link.js';
import { changeWords } from './changed.js';
import { isVerified, statusTag } from './citation.js';
import { unsetIn } from './deciding.js';
import { fullName, resetWords } from './parameter.js';

/** @typedef {import('../assessment.js').Assessment} Assessment */
/** @typedef {import('../page.js').Page} Page */

/**
 * @param {Page} page
 * @param {() => void} leave where the focus goes when what had it is taken away
 */
export function createInThisPlan(page, leave) {
  const changed = createList('Changed in this plan');
  const asked = createList('Asked of you, and not set yet');
  const assumed = createList('Assumed in this plan');
  const element = h('div', { class: 'in-this-plan' }, changed.element, asked.element, assumed.element);

  /** @param {Assessment} assessment */
  function update({ scheme, changes, choices }) {
    const used = new Set(changes.map(({ rule }) => rule));
    const others = page.changes.rules().filter((id) => !used.has(id));
    const books = scheme.ids.flatMap((id) => bookOf(id) ?? []);
    const unset = books.flatMap((book) => unsetIn({ changes }, book));
    changed.fill([changes, others.map((id) => [id, page.changes.typed(id)]), scheme.ids], () => [
      ...changes.map(({ rule, value }) => usedLine(rule, value)),
      ...others.map((id) => otherLine(id, scheme.ids)),
    ]);
    asked.fill(unset, () => unset.map(askedLine));
    assumed.fill(choices, () => choices.map(({ words }) => h('li', null, words)));
    element.hidden = [changed, asked, assumed].every((list) => list.element.hidden);
  }

  /** @param {string} id */
  const askedLine = (id) =>
    h(
      'li',
      null,
      h('strong', null, `${fullName(id)}. `),
      `${ruleOf(id).asked} `,
      asLink('Set it', () => page.goTo(`changes/${id}`), `Set it: ${fullName(id)}`),
    );

  /**
   * @param {string} id
   * @param {string} value
   */
  function usedLine(id, value) {
    const rule = ruleOf(id);
    return h(
      'li',
      null,
      h('strong', null, `${fullName(id)}. `),
      changeWords(rule, value),
      ' ',
      !isVerified(rule) && [statusTag(rule), ' '],
      asLink('Go to the rule', () => page.goTo(`changes/${id}`), `Go to the rule: ${fullName(id)}`),
      ' ',
      resetButton(id),
    );
  }

  /**
   * A value that is in the plan and does nothing: it can't be read, or is of other rules.
   *
   * @param {string} id
   * @param {string[]} schemes
   */
  function otherLine(id, schemes) {
    const isOwn = findRule(id) !== undefined && schemes.includes(id.split(':')[0] ?? '');
    const why = isOwn ? 'see what is wrong with it under “There is a problem”' : 'these rules are not those of the plan';
    return h(
      'li',
      null,
      h('strong', null, `${fullName(id)}. `),
      `${page.changes.typed(id)}. It is not used: ${why}. `,
      resetButton(id, isOwn),
    );
  }

  /**
   * @param {string} id
   * @param {boolean} [hasField] whether the rule book has a field for it
   */
  function resetButton(id, hasField = true) {
    const rule = findRule(id);
    const words = rule === undefined ? 'Remove it' : resetWords(rule);
    const act = () => {
      page.changes.set(id, '');
      leave();
    };
    const button = asLink(words, act, `${words}: ${fullName(id)}`);
    if (!hasField) button.dataset['path'] = `changes/${id}`;
    return button;
  }

  return { element, update };
}

/** @param {string} title */
function createList(title) {
  const list = h('ul', { class: 'nhsuk-list nhsuk-list--bullet' });
  const element = h('div', { hidden: true }, h('h3', { class: 'nhsuk-heading-s' }, title), list);
  let shown = '';
  return {
    element,
    /**
     * @param {unknown} content all that its lines depend on
     * @param {() => HTMLElement[]} build
     */
    fill(content, build) {
      const now = JSON.stringify(content);
      if (now === shown) return;
      shown = now;
      list.replaceChildren(...build());
      element.hidden = !list.hasChildNodes();
    },
  };
}
