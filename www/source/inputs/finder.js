/** @file Finding something by code or name: a text input, and under it a button for each match. */

import { h } from '../element.js';
import { field, textInput } from './field.js';

/** @typedef {{ code: string, name: string, remarks: string[], act: string }} Match */

/**
 * @param {object} finder
 * @param {string} finder.label
 * @param {string} finder.hint
 * @param {string} [finder.path] the place of the plan that it stands for
 * @param {number} finder.most at most this many are listed
 * @param {boolean} finder.listsAll whether all are listed before anything is typed
 * @param {() => Match[]} finder.all everything there is to find, in the order to list
 * @param {(match: Match) => void} finder.choose
 */
export function createFinder({ label, hint, path, most, listsAll, all, choose }) {
  const input = textInput('', { class: 'nhsuk-input app-finder__input', 'data-path': path, oninput: list });
  const matches = h('ul', { class: 'nhsuk-list app-finder__matches' });
  const tally = h('p', { class: 'app-hint', role: 'status' });
  const element = h('div', { class: 'app-finder' }, field(label, input, hint), tally, matches);

  function list() {
    const wanted = words(input.value);
    const isAsked = listsAll || wanted.length > 0;
    const found = isAsked ? all().filter((match) => isMatch(match, wanted)) : [];
    tally.textContent = isAsked ? tallyOf(found.length, most) : '';
    matches.replaceChildren(...found.slice(0, most).map(item));
  }

  /** @param {Match} match */
  function item(match) {
    return h(
      'li',
      null,
      h(
        'button',
        { type: 'button', class: 'app-finder__match', onclick: () => choose(match) },
        match.act && h('span', { class: 'app-finder__act' }, `${match.act} `),
        h('span', null, `${match.name} `),
        h('span', { class: 'app-finder__code' }, match.code),
      ),
      match.remarks.map((remark) => h('div', { class: 'app-finder__remark' }, remark)),
    );
  }

  return {
    element,
    list,
    clear() {
      input.value = '';
      list();
    },
    focus: () => input.focus(),
  };
}

/**
 * @param {number} found
 * @param {number} most
 */
function tallyOf(found, most) {
  if (found === 0) return 'No match. Check the spelling, or try a part of the name.';
  if (found > most) return `${found} matches; the first ${most} are listed.`;
  return found === 1 ? '1 match' : `${found} matches`;
}

/** @param {string} text */
const words = (text) => text.toLowerCase().split(/\s+/).filter((word) => word !== '');

/**
 * @param {Match} match
 * @param {string[]} wanted
 */
function isMatch({ code, name }, wanted) {
  const text = `${code} ${name}`.toLowerCase();
  return wanted.every((word) => text.includes(word));
}
