/** @file Resources and contracts by year: what both sides count, what is left, and how far they differ. */

import { symbol } from '../amounts.js';
import { body, columnHead, createTable, nothing, number, numberHead, row, rowHead, totalRow } from '../table.js';
import { createPart } from './part.js';
import { rulesBehind, saidBy } from './rules.js';

/** @typedef {import('../../../generated/engine.js').Unit} Unit */
/** @typedef {import('../../../generated/engine.js').YearLine} YearLine */
/** @typedef {import('../sheet.js').Sheet} Sheet */

/** @typedef {'resources' | 'commissioners' | 'providers' | 'left_of_commissioners' | 'left_of_providers' | 'mismatch' | 'commissioner_only' | 'provider_only' | 'overstated'} Sum */

/** @type {[Sum, string][]} */
const COUNTED = [
  ['commissioners', 'What commissioners count in contracts'],
  ['left_of_commissioners', 'Resources left on the commissioners’ side'],
  ['providers', 'What providers count in contracts'],
  ['left_of_providers', 'Resources left on the providers’ side'],
];

/** @type {[Sum, string][]} */
const DIFFERING = [
  ['mismatch', 'Mismatches of contracts that both know'],
  ['provider_only', 'Known to providers only'],
  ['commissioner_only', 'Known to commissioners only'],
];

const OVERSTATED = 'The system’s position is overstated by (in brackets: understated)';

export function createContracts() {
  return createPart({
    id: 'contracts',
    title: 'Resources and contracts',
    of: ({ years, contracts }) =>
      contracts.length === 0 && years.every(({ parts }) => parts.length === 0) ? null : years,
    layOut: ({ planning: { years }, assessment: { unit }, sheet }) => [
      saidBy('mismatch'),
      tableOf(years, sheet, unit),
      sheet.casting(
        years.map((year, place) => ({
          name: `resources of ${year.year}`,
          parts: year.parts.map((_, part) => [...at(place), 'parts', String(part), 'amount']),
          total: [...at(place), 'resources'],
        })),
      ),
      rulesBehind('How resources and contracts are counted', ['resources', 'register', 'one_sided', 'no_contracts']),
    ],
  });
}

/** @param {number} year */
const at = (year) => ['planning', 'years', String(year)];

/**
 * @param {YearLine[]} years
 * @param {Sheet} sheet
 * @param {Unit} unit
 */
function tableOf(years, sheet, unit) {
  /** @param {Sum} sum @param {string} name */
  const figures = (sum, name) =>
    years.map(({ year }, place) => number(sheet.figure([...at(place), sum], `${name}, ${year}`)));
  /** @param {[Sum, string]} line */
  const line = ([sum, name]) => row(rowHead(name), ...figures(sum, name));
  return createTable({
    id: 'planning-years-table',
    caption: 'Resources and contracts by year',
    head: [row(columnHead('What'), ...years.map(({ year }) => numberHead(year, symbol(unit))))],
    bodies: [
      body(
        ...partsOf(years).map(([name, places]) =>
          row(
            rowHead(name),
            ...places.map((part, place) =>
              part === -1
                ? nothing('none this year')
                : number(sheet.figure([...at(place), 'parts', String(part), 'amount'], `${name}, ${years[place]?.year}`)),
            ),
          ),
        ),
        totalRow(rowHead('Total resources'), ...figures('resources', 'Total resources')),
      ),
      body(
        row(
          rowHead('Contracts entered'),
          ...years.map(({ contracts }) => number(contracts === 0 ? 'none' : String(contracts))),
        ),
        ...COUNTED.map(line),
      ),
      body(...DIFFERING.map(line), totalRow(rowHead(OVERSTATED), ...figures('overstated', OVERSTATED))),
    ],
    kind: 'planning__narrow',
  });
}

/**
 * The parts of the resources by name, with the place that each has among a year's; -1 for none.
 *
 * @param {YearLine[]} years
 * @returns {[string, number[]][]}
 */
function partsOf(years) {
  /** @type {Map<string, [string, number[]]>} */
  const rows = new Map();
  for (const [year, { parts }] of years.entries()) {
    /** @type {Map<string, number>} */
    const met = new Map();
    for (const [place, { name }] of parts.entries()) {
      const before = met.get(name) ?? 0;
      met.set(name, before + 1);
      const key = JSON.stringify([name, before]);
      const [, places] = rows.get(key) ?? [name, years.map(() => -1)];
      places[year] = place;
      rows.set(key, [name, places]);
    }
  }
  return [...rows.values()];
}
