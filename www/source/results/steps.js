/** @file The steps of a working as a list that opens level by level; what is closed is not built. */

import { h } from '../element.js';
import { ruleButtons } from './cited.js';
import { amountsIn, inWords } from './worked.js';

/** @typedef {import('../../generated/engine.js').Ingredient} Ingredient */
/** @typedef {import('../../generated/engine.js').Working} Working */
/** @typedef {import('./amounts.js').Amounts} Amounts */
/** @typedef {import('./cited.js').Cited} Cited */

/**
 * @typedef {object} Tree
 * @property {Working} working
 * @property {Amounts} amounts
 * @property {Cited} cited
 * @property {Set<string>} opened the places of the steps that are open; starts empty
 * @property {((path: string) => void) | null} goTo where there are inputs here
 */

/** A step with more ingredients than this shows them closed. */
const FEW = 8;

/** The most steps that are opened at once. */
const MOST_AT_ONCE = 400;

/** @param {Tree} tree */
export function createSteps(tree) {
  const { working, opened } = tree;
  if (opened.size === 0) openFirstLevels(working, opened);
  const list = h('ul', { class: 'steps' });
  const told = h('p', { class: 'steps__told', role: 'status' });
  const fill = () => list.replaceChildren(stepLine(tree, null, working, '0'));
  const expand = h(
    'button',
    { type: 'button', class: 'steps__expand', onclick: expandAll },
    'Expand all',
  );

  function expandAll() {
    const { count, left } = openAll(working, opened);
    fill();
    told.textContent =
      left === 0
        ? `${count} steps are open.`
        : `${count} steps are open. ${left} more stay closed: open them one by one.`;
  }

  fill();
  return h('div', { class: 'steps__all' }, expand, told, list);
}

/**
 * @param {Working} working
 * @param {Set<string>} opened
 */
function openFirstLevels({ ingredients }, opened) {
  opened.add('0');
  if (ingredients.length > FEW) return;
  for (const place of ingredients.keys()) opened.add(`0/${place}`);
}

/**
 * Opens level after level, up to a bound: a system's figure can rest on thousands of steps.
 *
 * @param {Working} working
 * @param {Set<string>} opened
 */
function openAll(working, opened) {
  /** @type {[Working, string][]} */
  const waiting = [[working, '0']];
  let count = 0;
  let left = 0;
  for (const [step, place] of waiting) {
    if (isLeaf(step)) continue;
    if (count >= MOST_AT_ONCE) {
      left += 1;
      continue;
    }
    count += 1;
    opened.add(place);
    step.ingredients.forEach((ingredient, index) =>
      waiting.push([ingredient.working, `${place}/${index}`]),
    );
  }
  return { count, left };
}

/** @param {Working} step */
function isLeaf({ ingredients }) {
  return ingredients.length === 0;
}

/**
 * @param {Tree} tree
 * @param {Ingredient['name']} name
 * @param {Working} step
 * @param {string} place
 */
function stepLine(tree, name, step, place) {
  const line = h('li', { class: 'steps__step' });
  if (isLeaf(step)) {
    line.append(
      h('div', { class: 'steps__leaf' }, stepWords(tree, name, step), ' ', inputButton(tree, step)),
      ...stepRules(tree, step),
    );
    return line;
  }
  const details = h(
    'details',
    { class: 'steps__details', open: tree.opened.has(place) },
    h('summary', { class: 'steps__summary' }, stepWords(tree, name, step)),
  );
  let isBuilt = false;
  const build = () => {
    if (isBuilt) return;
    isBuilt = true;
    tree.amounts.learn(amountsIn(step), 'pounds');
    const ingredients = step.ingredients.map((ingredient, index) =>
      stepLine(tree, ingredient.name, ingredient.working, `${place}/${index}`),
    );
    details.append(...stepRules(tree, step), h('ul', { class: 'steps' }, ingredients));
  };
  if (details.open) build();
  details.addEventListener('toggle', () => {
    if (details.open) tree.opened.add(place);
    else tree.opened.delete(place);
    build();
  });
  line.append(details);
  return line;
}

/**
 * @param {Tree} tree
 * @param {Ingredient['name']} name
 * @param {Working} step
 */
function stepWords({ amounts }, name, step) {
  const label = name === null ? step.label : `${name}: ${step.label}`;
  const value = inWords(step.value, amounts);
  return [
    h('span', { class: 'steps__label' }, label),
    ' = ',
    h('span', { class: 'steps__value' }, value),
    h('span', { class: 'steps__operation' }, ` ${operationOf(step)}`),
  ];
}

/** @param {Working} step */
function operationOf({ input, operation, value }) {
  return input !== null && value.kind === 'not_known' ? 'not entered yet' : operation;
}

/**
 * @param {Tree} tree
 * @param {Working} step
 */
function stepRules({ cited }, { rules }) {
  return rules.length === 0 ? [] : [h('div', { class: 'steps__rules' }, ruleButtons(rules, cited))];
}

/**
 * The way to where a value was entered.
 * @param {Tree} tree
 * @param {Working} step
 */
function inputButton({ goTo }, { input, label }) {
  if (input === null || goTo === null) return null;
  const { path } = input;
  const name = `Go to this input: ${label}`;
  return h(
    'button',
    { type: 'button', class: 'steps__input', 'aria-label': name, onclick: () => goTo(path) },
    'Go to this input',
  );
}
