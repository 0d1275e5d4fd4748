/** @file Which worked cases test a rule. */

import { h } from '../element.js';
import { count } from '../inputs/paste-words.js';

/** @typedef {import('../rules.js').Rule} Rule */
/** @typedef {import('../rules.js').CaseFile} CaseFile */

/** @param {Rule} rule */
export function testedBy({ cases }) {
  if (cases === null) return null;
  const all = cases.reduce((sum, [, number]) => sum + number, 0);
  if (all === 0) return h('p', { class: 'citation__source' }, 'No case tests this rule yet.');
  return h(
    'details',
    { class: 'citation__source' },
    h('summary', { class: 'results__summary' }, `Tested by ${count(all, 'worked case')}`),
    h('p', null, cases.map(inWords).join(', ')),
  );
}

/** @param {CaseFile} file */
const inWords = ([file, number]) => `${file}.toml (${number})`;
