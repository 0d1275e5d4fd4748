/** @file The working of a figure: how it was made, step by step, down to inputs and rules. */

import { isFigure } from '../assessment.js';
import { h } from '../element.js';
import { citedRules, rulesList } from './cited.js';
import { needsList } from './needs.js';
import { partAt } from './sheet.js';
import { createSteps } from './steps.js';
import { inWords } from './worked.js';

/** @typedef {import('../assessment.js').Valued} Valued */
/** @typedef {import('../../generated/engine.js').ChangeLine} ChangeLine */
/** @typedef {import('../../generated/engine.js').Missing} Missing */
/** @typedef {import('../../generated/engine.js').Working} Working */
/** @typedef {import('./amounts.js').Amounts} Amounts */

/** How long after the last change the working is made anew, in milliseconds. */
const PAUSE = 300;

/**
 * What figures are shown of: a plan, or several rolled up.
 * @typedef {Valued & { missing: Missing[], changes?: ChangeLine[] }} Explained
 */

/**
 * Where workings come from.
 * @typedef {object} Source
 * @property {string} id of the heading
 * @property {typeof import('../../generated/engine.js')} engine
 * @property {(place: number) => Working | null} ask how the figure at a place of the ledger was made
 * @property {((path: string) => void) | null} goTo to the input at a path, where there are inputs here
 */

/**
 * @param {Source} source
 * @param {Amounts} amounts
 */
export function createWorking(source, amounts) {
  const { id, goTo } = source;
  const title = h('h2', { id, class: 'nhsuk-heading-s working__title', tabindex: '-1' });
  const content = h('div', { class: 'working__content' });
  const close = h(
    'button',
    { type: 'button', class: 'working__close', onclick: () => dismiss() },
    'Close working',
  );
  const element = h(
    'section',
    { class: 'working', 'aria-labelledby': id, hidden: true },
    h('div', { class: 'working__head' }, title, close),
    content,
  );
  /** @type {{ path: string, name: string, opener: HTMLElement, opened: Set<string> } | null} */
  let shown = null;
  /** @type {Explained | null} */
  let explained = null;
  let timer = 0;

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.key !== 'Escape' || shown === null) return;
    event.preventDefault();
    dismiss();
  }

  function dismiss() {
    const opener = shown?.opener;
    hide();
    opener?.focus();
  }

  function hide() {
    shown = null;
    element.hidden = true;
    content.replaceChildren();
  }

  function fill() {
    if (shown === null || explained === null) return;
    const working = ask(source, explained, shown.path);
    title.textContent = `Working: ${shown.name}${working === null ? '' : ` = ${inWords(working.value, amounts)}`}`;
    if (working === null) {
      content.replaceChildren(
        h('p', null, 'This figure has no working any more: the plan has changed.'),
      );
      return;
    }
    content.replaceChildren(...parts(working, explained, shown.opened));
  }

  /**
   * @param {Working} working
   * @param {Explained} current
   * @param {Set<string>} opened
   */
  function parts(working, current, opened) {
    const cited = citedRules(working, current.changes ?? []);
    const needs = working.value.kind === 'not_known' ? working.value.needs : [];
    const steps = createSteps({ working, amounts, cited, opened, goTo });
    return [
      ...(needs.length === 0 ? [] : [needsList(needs, current.missing, goTo)]),
      steps,
      ...rulesList(cited),
    ];
  }

  /**
   * @param {string} path
   * @param {string} name
   * @param {HTMLElement} opener where the focus goes when it closes
   */
  function open(path, name, opener) {
    shown = { path, name, opener, opened: new Set() };
    element.hidden = false;
    fill();
    title.focus();
  }

  /** @param {Explained} now */
  function update(now) {
    explained = now;
    if (shown === null) return;
    clearTimeout(timer);
    timer = setTimeout(fill, PAUSE);
  }

  return { element, open, update, onKey, hide };
}

/**
 * @param {Source} source
 * @param {Explained} explained as it stands
 * @param {string} path
 * @returns {Working | null} nothing where there is no such figure, or the engine failed
 */
function ask({ engine, ask: workingAt }, explained, path) {
  const figure = partAt(explained, path.split('/'));
  if (!isFigure(figure)) return null;
  try {
    return workingAt(figure[0]);
  } catch (error) {
    console.error(error);
    engine.__wbg_reset_state();
    return null;
  }
}
