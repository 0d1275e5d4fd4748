/** @file The field in which a plan changes a parameter of the rules, or sets one that has no published value. */

import { h } from '../element.js';
import { bookOf, findRule, kindOf, ruleOf } from '../rules.js';
import { asLink } from './as-link.js';
import { isVerified } from './citation.js';

/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('../rules.js').ParameterKind} ParameterKind */
/** @typedef {import('../rules.js').Rule} Rule */

const PLACE = 'changes/';

/** @type {Record<ParameterKind, string>} */
const HINTS = {
  share: 'A share, such as 15%.',
  multiple: 'A number, such as 2.',
  shares: 'A share, or one for each quarter, such as 0%, 1%, 0.5%, 0%.',
  parts_of_the_year: 'Four shares that add to 100%, such as 15%, 20%, 30%, 35%.',
  yes_no: 'Yes or no.',
};

/**
 * The id of the rule whose value stands at a place of the plan; nothing for any other place.
 * @param {string} path
 */
export const parameterAt = (path) => (path.startsWith(PLACE) ? path.slice(PLACE.length) : undefined);

/**
 * The name of a rule with whose rule it is: `Shares of the quarters, CSF 2018/19`.
 * @param {string} id
 */
export function fullName(id) {
  const book = bookOf(id.split(':')[0] ?? '');
  const name = findRule(id)?.name ?? id;
  return book === undefined ? name : `${name}, ${book.fund} ${book.year}`;
}

/**
 * What the page calls a place of the plan where a parameter stands.
 * @param {string} path
 */
export function nameOfParameter(path) {
  const id = parameterAt(path);
  return id === undefined ? undefined : fullName(id);
}

/**
 * @param {Page} page
 * @param {string} id of the rule
 */
export function createParameter({ changes }, id) {
  const rule = ruleOf(id);
  const kind = kindOf(id) ?? 'share';
  const field = `parameter-${id}`;
  const properties = { id: field, 'data-path': PLACE + id, 'aria-describedby': `${field}-hint` };
  const control =
    kind === 'yes_no'
      ? h('select', { ...properties, class: 'nhsuk-select', onchange: enter })
      : h('input', {
          ...properties,
          type: 'text',
          class: 'nhsuk-input parameter__input',
          autocomplete: 'off',
          spellcheck: 'false',
          oninput: enter,
        });
  const reset = asLink(resetWords(rule), clear, `${resetWords(rule)}: ${fullName(id)}`);
  const element = h(
    'div',
    { class: 'parameter' },
    h(
      'label',
      { for: field },
      'In this plan: ',
      h('span', { class: 'nhsuk-u-visually-hidden' }, fullName(id)),
    ),
    h('div', { id: `${field}-hint`, class: 'parameter__hint' }, hintOf(rule, kind)),
    control,
    ' ',
    reset,
  );

  function enter() {
    changes.set(id, control.value);
    show();
  }

  function clear() {
    changes.set(id, '');
    show();
    control.focus();
  }

  /** Shows what the plan has. */
  function show() {
    const typed = changes.typed(id);
    if (control instanceof HTMLSelectElement && (control.options.length === 0 || control.value !== typed))
      control.replaceChildren(...options(rule, typed));
    if (control.value !== typed) control.value = typed;
    reset.hidden = typed === '';
  }

  show();
  return { element, show };
}

/** @param {Rule} rule */
export const resetWords = ({ value }) => (value === null ? 'Clear this value' : 'Use the published value');

/**
 * @param {Rule} rule
 * @param {ParameterKind} kind
 */
function hintOf(rule, kind) {
  if (rule.value === null) return HINTS[kind];
  const invited = isVerified(rule) ? '' : 'Not verified: if you have the document, enter what it says. ';
  return `${invited}Blank is the published value. ${kind === 'yes_no' ? '' : HINTS[kind]}`.trim();
}

/**
 * Yes and no, and whatever a file says instead, so that it can be seen and mended.
 *
 * @param {Rule} rule
 * @param {string} typed
 */
function options({ value }, typed) {
  const known = ['', 'yes', 'no'];
  const names = [value === null ? 'Not chosen' : `As published: ${value}`, 'Yes', 'No'];
  const all = known.map((one, place) => h('option', { value: one }, names[place]));
  return known.includes(typed) ? all : [...all, h('option', { value: typed }, typed)];
}
