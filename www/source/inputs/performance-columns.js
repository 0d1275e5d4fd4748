/** @file The columns of a performance measure's grid. */

import { YES_NO, answerOf, answerText, entryOf } from './columns.js';

/** @typedef {import('./columns.js').Column} Column */
/** @typedef {import('./columns.js').ColumnGroup} ColumnGroup */
/** @typedef {import('../plan.js').OrganisationDocument} OrganisationDocument */
/** @typedef {import('../plan.js').MeasureDocument} MeasureDocument */
/** @typedef {MeasureDocument['march']} Performance */
/** @typedef {import('../rules.js').MeasureBook} MeasureBook */

const QUARTERS = ['Q1', 'Q2', 'Q3', 'Q4'];

/** @type {{ field: 'attendances' | 'breaches', name: string }[]} */
const COUNTS = [
  { field: 'attendances', name: 'Attendances' },
  { field: 'breaches', name: 'Breaches' },
];

/**
 * @param {MeasureBook} measure
 * @returns {ColumnGroup[]}
 */
export function performanceColumns(measure) {
  const groups = [
    ...QUARTERS.map((quarter) => byQuarter(measure.id, 'quarters', quarter, quarter)),
    { name: 'March alone', unit: 'people', columns: march(measure.id) },
    ...QUARTERS.map((quarter) => byQuarter(measure.id, 'last_year', quarter, `${quarter} last year`)),
    {
      name: 'Milestones reached',
      unit: '',
      columns: measure.milestones.map((id) => milestone(measure.id, id)),
    },
    { name: 'Source', unit: '', columns: [note(measure.id)] },
  ];
  return groups.filter(({ columns }) => columns.length > 0);
}

/**
 * @param {string} id
 * @param {'quarters' | 'last_year'} year
 * @param {string} quarter
 * @param {string} name
 * @returns {ColumnGroup}
 */
function byQuarter(id, year, quarter, name) {
  const columns = COUNTS.map((count) =>
    countColumn(id, `${year}/${quarter}`, count, (measure, make) => {
      const found = measure[year][quarter];
      if (found || !make) return found;
      return (measure[year][quarter] = { attendances: null, breaches: null });
    }),
  );
  return { name, unit: 'people', columns };
}

/** @param {string} id */
const march = (id) => COUNTS.map((count) => countColumn(id, 'march', count, (measure) => measure.march));

/**
 * @param {string} id
 * @param {string} place
 * @param {typeof COUNTS[number]} count
 * @param {(measure: MeasureDocument, make: boolean) => Performance | undefined} performanceOf
 * @returns {Column}
 */
function countColumn(id, place, { field, name }, performanceOf) {
  return ofMeasure(id, {
    place: `${place}/${field}`,
    name,
    kind: 'count',
    read: (measure) => performanceOf(measure, false)?.[field] ?? '',
    write(measure, text) {
      const performance = performanceOf(measure, true);
      if (performance) performance[field] = entryOf(text);
    },
  });
}

/**
 * @param {string} id
 * @param {string} milestoneId
 */
const milestone = (id, milestoneId) =>
  ofMeasure(id, {
    place: `milestones/${milestoneId}`,
    name: sentence(milestoneId),
    kind: 'choice',
    choices: YES_NO,
    read: (measure) => answerText(measure.milestones[milestoneId]),
    write: (measure, text) => void (measure.milestones[milestoneId] = answerOf(text)),
  });

/** @param {string} id */
const note = (id) =>
  ofMeasure(id, {
    place: 'note',
    name: 'Where the figures come from',
    kind: 'words',
    read: (measure) => measure.note,
    write: (measure, text) => void (measure.note = text),
  });

/**
 * A column of a measure's own document as one of the organisation's.
 * @param {string} id
 * @param {Omit<Column, 'read' | 'write' | 'applies'> & {
 *   read: (measure: MeasureDocument) => string,
 *   write: (measure: MeasureDocument, text: string) => void,
 * }} column
 * @returns {Column}
 */
function ofMeasure(id, column) {
  return {
    ...column,
    place: `performance/${id}/${column.place}`,
    read(organisation) {
      const measure = organisation.performance[id];
      return measure ? column.read(measure) : '';
    },
    write(organisation, text) {
      const measure = organisation.performance[id];
      if (measure) column.write(measure, text);
    },
    applies: (organisation) => organisation.performance[id] !== undefined,
  };
}

/** @param {string} id such as `gp_streaming` */
function sentence(id) {
  const words = id.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
