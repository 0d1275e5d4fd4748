/** @file The headings of a grid: groups of columns, and under them the columns. */

import { h } from '../element.js';

/**
 * @template Subject
 * @param {string} corner what the rows are
 * @param {import('./column.js').ColumnGroup<Subject>[]} groups
 */
export function gridHead(corner, groups) {
  return h(
    'thead',
    null,
    h(
      'tr',
      null,
      h('th', { scope: 'col', rowspan: 2, class: 'app-grid__corner' }, corner),
      groups.map(({ name, unit, hint, columns }) =>
        h(
          'th',
          { scope: 'colgroup', colspan: columns.length, class: 'app-grid__group' },
          unit ? `${name}, ${unit}` : name,
          hint && h('span', { class: 'app-grid__hint' }, hint),
        ),
      ),
    ),
    h(
      'tr',
      null,
      groups.flatMap(({ columns }) =>
        columns.map((column, index) =>
          h('th', { scope: 'col', class: headingLook(column, index === 0) }, column.name),
        ),
      ),
    ),
  );
}

/**
 * What a rule asks for has a long name, and its cells are narrow. Words begin at the left.
 * @param {{ name: string, kind: string }} column
 * @param {boolean} isFirst
 */
function headingLook({ name, kind }, isFirst) {
  const looks = [
    name.length > 20 && 'app-grid__sentence',
    ['day', 'word', 'words', 'choice'].includes(kind) && 'app-grid__words',
    isFirst && 'app-grid__first',
  ];
  return looks.filter(Boolean).join(' ') || null;
}
