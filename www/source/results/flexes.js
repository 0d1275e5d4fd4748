/** @file Flexes: who moves by how much, each side's movement, and the totals before and after. */

import { h } from '../element.js';
import { ruleOf } from '../rules.js';
import { symbol } from './amounts.js';
import { createSection } from './section.js';
import { body, columnHead, createTable, nothing, number, numberHead, row, rowHead, totalRow } from './table.js';
import { capital, wordsOf } from './vocabulary.js';

/** @typedef {import('../assessment.js').Assessment} Assessment */
/** @typedef {import('./sheet.js').Path} Path */
/** @typedef {import('./sheet.js').Sheet} Sheet */

export function createFlexResults() {
  return createSection({
    id: 'flexes',
    title: () => 'Flexes, subject to national approval',
    shape: ({ flexes, organisations, sides }) => [
      flexes.map(({ place, from, moves }) => [place, from, moves.map(({ code, name }) => [code, name])]),
      organisations.map(({ code }) => code),
      sides.map(({ members }) => members > 0),
    ],
    layOut: (assessment, sheet) =>
      assessment.flexes.length === 0
        ? []
        : [
            h('p', null, ruleOf('flex').words),
            h('p', null, ruleOf('flex_by_steps').words),
            tableOf(assessment, sheet),
          ],
  });
}

/**
 * @param {Assessment} assessment
 * @param {Sheet} sheet
 */
function tableOf(assessment, sheet) {
  const { flexes, organisations, sides, unit, scheme } = assessment;
  const words = wordsOf(scheme);
  const target = capital(words.target);
  // As in the plan: one that was refused is not among them.
  const numbers = flexes.map(({ place }) => place + 1);

  /**
   * @param {string} name
   * @param {Path} path
   * @param {(Path | null)[]} moved by each flex
   */
  const cells = (name, path, moved) => [
    number(sheet.figure([...path, 'position', 'original_control_total'], `${words.before(`${target} as issued,`)}, ${name}`)),
    ...moved.map((at, index) =>
      at === null ? nothing('does not move') : number(sheet.figure(at, `Moved by flex ${numbers[index]}, ${name}`)),
    ),
    number(sheet.figure([...path, 'position', 'control_total'], `${target} with the flexes, ${name}`)),
  ];
  const movers = organisations.filter(({ code }) => flexes.some(({ moves }) => moves.some((one) => one.code === code)));
  return createTable({
    id: 'flexes-table',
    caption: `${capital(words.targets)} moved by flexes`,
    head: [
      row(
        columnHead('Organisation'),
        numberHead('As issued for the year', symbol(unit)),
        ...flexes.map(({ from }, index) => numberHead(`Flex ${numbers[index]}, from ${from}`, symbol(unit))),
        numberHead('In force with the flexes', symbol(unit)),
      ),
    ],
    bodies: [
      body(
        ...movers.map(({ code, name }) =>
          row(
            rowHead(name, ' ', h('span', { class: 'results__code' }, code)),
            ...cells(
              name,
              ['organisations', code],
              flexes.map(({ moves }, flex) => {
                const move = moves.findIndex((one) => one.code === code);
                return move === -1 ? null : ['flexes', String(flex), 'moves', String(move), 'moved'];
              }),
            ),
          ),
        ),
      ),
      body(
        ...sides
          .filter(({ members }) => members > 0)
          .map(({ code, name }) => {
            const moved = flexes.map((_, flex) => ['flexes', String(flex), `${code}s`]);
            return totalRow(rowHead(`All ${name.toLowerCase()}`), ...cells(name, ['sides', code], moved));
          }),
        totalRow(rowHead('System'), ...cells('System', ['system'], flexes.map(() => null))),
      ),
    ],
  });
}
