/** @file The glossary: what the words mean, and how the same thing was called in which years. */

import { h } from '../element.js';
import { glossary } from '../rules.js';
import { createLazy } from './lazy.js';
import { body, cell, columnHead, createTable, row, rowHead } from './table.js';

export function createGlossary() {
  return createLazy('glossary', 'Glossary', () => [
    h(
      'dl',
      { class: 'glossary' },
      glossary.terms.map(({ term, meaning }) => h('div', null, h('dt', null, term), h('dd', null, meaning))),
    ),
    createTable({
      id: 'names-table',
      caption: 'Same thing, other name',
      head: [row(columnHead('What it is'), ...glossary.years.map((years) => columnHead(years)))],
      bodies: [
        body(
          ...glossary.names.map(({ what, called }) => row(rowHead(what), ...called.map((name) => cell(name)))),
        ),
      ],
    }),
  ]);
}
