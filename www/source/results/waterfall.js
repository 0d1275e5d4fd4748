/** @file From the system's target to its position, organisation by organisation: chart and table. */

import { NOT_KNOWN } from '../assessment.js';
import { h } from '../element.js';
import { isAmount, symbol } from './amounts.js';
import { drawing, nameOf } from './drawing.js';
import { createSection } from './section.js';
import {
  body,
  columnHead,
  createTable,
  number,
  numberHead,
  row,
  rowHead,
  totalRow,
} from './table.js';
import { wordsOf } from './vocabulary.js';

/** @typedef {import('../assessment.js').Assessment} Assessment */
/** @typedef {import('../../generated/engine.js').Waterfall} Waterfall */
/** @typedef {import('./sheet.js').Sheet} Sheet */

/** @typedef {import('./drawing.js').Named} Named */
/** @typedef {import('./drawing.js').Drawn} Drawn */

export function createWaterfall() {
  return createSection({
    id: 'waterfall',
    title: () => 'From target to position',
    shape: ({ organisations, waterfall, system }) => [
      system.members > 0,
      waterfall === null ? null : [waterfall.quarter, waterfall.steps.map(({ code }) => code)],
      organisations.map(({ code, name }) => [code, name]),
    ],
    layOut,
  });
}

/**
 * @param {Assessment} assessment
 * @param {Sheet} sheet
 */
function layOut(assessment, sheet) {
  const { waterfall, organisations, system } = assessment;
  if (system.members === 0) return [];
  if (waterfall === null)
    return [h('p', null, 'There is no chart yet: no quarter has ended by the date of the plan.')];
  const chart = h('div', {
    class: 'waterfall',
    role: 'region',
    'aria-label': 'Chart of variances',
    tabindex: '0',
  });
  const why = h('p', { hidden: true });
  const { unit } = assessment;
  sheet.watchAll(pathsOf(waterfall), (values, amounts) => {
    const drawn = drawnOf(waterfall, values);
    chart.hidden = drawn === null;
    why.hidden = !chart.hidden;
    why.textContent = chart.hidden ? whyNone(waterfall, values, organisations) : '';
    chart.replaceChildren(...(drawn ? [drawing(drawn, organisations, amounts, unit)] : []));
  });
  const table = stepsTable(assessment, waterfall, sheet);
  return [
    why,
    chart,
    h(
      'details',
      { class: 'waterfall__table' },
      h('summary', { class: 'results__summary' }, 'The same as a table'),
      table,
    ),
  ];
}

/**
 * The figures of the chart: target and position, then of each step its variance and where it ends.
 *
 * @param {Waterfall} waterfall
 */
function pathsOf({ steps }) {
  const ofSteps = steps.flatMap((_, place) =>
    ['variance', 'reached'].map((name) => ['waterfall', 'steps', String(place), name]),
  );
  return [['waterfall', 'target'], ['waterfall', 'actual'], ...ofSteps];
}

/**
 * @param {Waterfall} waterfall
 * @param {unknown[]} values in the order of the paths
 * @returns {Drawn | null} nothing while one of them is not known
 */
function drawnOf({ quarter, steps }, values) {
  const [target, actual, ...ofSteps] = values.filter(isAmount);
  if (target === undefined || actual === undefined || ofSteps.length < steps.length * 2) return null;
  const drawn = steps.map(({ code }, place) => ({
    code,
    variance: ofSteps[place * 2] ?? 0n,
    reached: ofSteps[place * 2 + 1] ?? 0n,
  }));
  return { quarter, target, actual, steps: drawn };
}

/**
 * Why there is no chart.
 *
 * @param {Waterfall} waterfall
 * @param {unknown[]} values in the order of the paths
 * @param {Named[]} organisations
 */
function whyNone({ quarter, steps }, [, , ...ofSteps], organisations) {
  const unknown = steps.filter((_, place) => ofSteps[place * 2] === NOT_KNOWN);
  const names = unknown.map(({ code }) => nameOf(code, organisations));
  if (names.length === 0)
    return `There is no chart: the system's target or position to ${quarter} is not known.`;
  const shown = names.slice(0, 3).join('; ');
  const more = names.length > 3 ? `; and ${names.length - 3} more` : '';
  return `There is no chart: the variance to ${quarter} is not known for ${shown}${more}.`;
}

/**
 * @param {Assessment} assessment
 * @param {Waterfall} waterfall
 * @param {Sheet} sheet
 */
function stepsTable({ unit: amounts, organisations, scheme }, { quarter, steps }, sheet) {
  const unit = symbol(amounts);
  const target = `System's target to ${quarter}`;
  const position = `System's position at ${quarter}`;
  const rows = steps.map(({ code }, place) => {
    const name = nameOf(code, organisations);
    const path = ['waterfall', 'steps', String(place)];
    return row(
      rowHead(name),
      number(sheet.variance([...path, 'variance'], `Variance, ${name}`)),
      number(sheet.figure([...path, 'reached'], `Target and variances so far, with ${name}`)),
    );
  });
  const all = [
    totalRow(rowHead(target), number(), number(sheet.figure(['waterfall', 'target'], target))),
    ...rows,
    totalRow(rowHead(position), number(), number(sheet.figure(['waterfall', 'actual'], position))),
  ];
  return createTable({
    id: 'waterfall-table',
    caption: wordsOf(scheme).before(`From target to position at ${quarter}`),
    head: [
      row(
        columnHead('Step'),
        numberHead('Variance, favourable or\u00a0(adverse)', unit),
        numberHead('Target and variances so far', unit),
      ),
    ],
    bodies: [body(...all)],
    kind: 'results__table--narrow',
  });
}
