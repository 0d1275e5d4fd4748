/** @file The columns of a performance measure's grid. */

import { isBlank } from '../plan.js';
import { capital } from './asked.js';
import { COUNTS_NOTHING, QUARTERS, YES_NO, answer, answerText, enter, entryOf, whereFilled } from './column.js';
import { wordsOf } from './measure-words.js';

/** @typedef {import('./column.js').Column} Column */
/** @typedef {import('./column.js').ColumnGroup} ColumnGroup */
/** @typedef {import('../plan.js').OrganisationDocument} OrganisationDocument */
/** @typedef {import('../plan.js').MeasureDocument} MeasureDocument */
/** @typedef {MeasureDocument['march']} Performance */
/** @typedef {import('../rules.js').MeasureBook} MeasureBook */

/** @typedef {{ group: ColumnGroup, isNeeded: boolean }} Offered */

/**
 * What the measure's tests need, and whatever else the plan has of it.
 * @param {MeasureBook} measure
 * @param {OrganisationDocument[]} organisations
 * @returns {ColumnGroup[]}
 */
export function performanceColumns(measure, organisations) {
  const { id, needs } = measure;
  /** @type {Offered[]} */
  const offered = [
    ...QUARTERS.map((quarter) => ({ group: byQuarter(id, 'quarters', quarter, quarter), isNeeded: true })),
    { group: trajectory(id), isNeeded: needs.trajectory },
    { group: appeals(id), isNeeded: needs.appeals },
    { group: march(id), isNeeded: needs.march },
    ...QUARTERS.map((quarter) => ({
      group: byQuarter(id, 'last_year', quarter, `${quarter} last year`),
      isNeeded: needs.last_year,
    })),
    { group: milestones(id, measure.milestones), isNeeded: measure.milestones.length > 0 },
    { group: keptMilestones(measure, organisations), isNeeded: false },
    { group: { name: 'Source', unit: '', columns: [note(id)] }, isNeeded: true },
  ];
  return offered.flatMap((one) => shown(one, organisations));
}

/**
 * A group that isn't needed is shown where it is filled, and not otherwise.
 * @param {Offered} offered
 * @param {OrganisationDocument[]} organisations
 */
function shown({ group, isNeeded }, organisations) {
  if (isNeeded) return [group];
  const isFilled = group.columns.some((column) =>
    organisations.some((organisation) => !isBlank(column.read(organisation))),
  );
  return isFilled ? [{ ...group, hint: COUNTS_NOTHING, columns: group.columns.map(whereFilled) }] : [];
}

/**
 * @param {string} id
 * @param {'quarters' | 'last_year'} year
 * @param {string} quarter
 * @param {string} name
 * @returns {ColumnGroup}
 */
function byQuarter(id, year, quarter, name) {
  const columns = counts(id, `${year}/${quarter}`, (measure, make) => {
    const found = measure[year][quarter];
    if (found || !make) return found;
    return (measure[year][quarter] = { attendances: null, breaches: null });
  });
  return { name, unit: 'people', columns };
}

/**
 * @param {string} id
 * @returns {ColumnGroup}
 */
const march = (id) => ({
  name: 'March alone',
  unit: 'people',
  columns: counts(id, 'march', (measure) => measure.march),
});

/**
 * Those who are counted, and those of them who waited too long.
 * @param {string} id
 * @param {string} place
 * @param {(measure: MeasureDocument, make: boolean) => Performance | undefined} performanceOf
 */
function counts(id, place, performanceOf) {
  /** @param {'attendances' | 'breaches'} field @param {string} name */
  const column = (field, name) =>
    ofMeasure(id, {
      place: `${place}/${field}`,
      name,
      kind: 'count',
      read: (measure) => performanceOf(measure, false)?.[field] ?? '',
      write(measure, text) {
        const performance = performanceOf(measure, true);
        if (performance) performance[field] = entryOf(text);
      },
    });
  const { people, late } = wordsOf(id);
  return [column('attendances', people), column('breaches', late)];
}

/**
 * @param {string} id
 * @returns {ColumnGroup}
 */
const trajectory = (id) => ({
  name: 'Agreed trajectory',
  unit: '',
  hint: 'Share in time, such as 91.5%',
  columns: QUARTERS.map((quarter) =>
    ofMeasure(id, {
      place: `trajectory/${quarter}`,
      name: quarter,
      kind: 'share',
      read: (measure) => measure.trajectory[quarter] ?? '',
      write: (measure, text) => enter(measure.trajectory, quarter, text),
    }),
  ),
});

/**
 * @param {string} id
 * @returns {ColumnGroup}
 */
const appeals = (id) => ({
  name: 'Appeal won',
  unit: '',
  hint: 'Blank where none was made',
  columns: QUARTERS.map((quarter) =>
    ofMeasure(id, {
      place: `appeals/${quarter}`,
      name: quarter,
      kind: 'choice',
      choices: APPEALS,
      read: (measure) => answerText(measure.appeals[quarter]),
      write: (measure, text) => answer(measure.appeals, quarter, text),
    }),
  ),
});

/** @type {import('./field.js').Choice[]} */
const APPEALS = [
  { value: '', name: 'No appeal' },
  { value: 'true', name: 'Yes' },
  { value: 'false', name: 'No' },
];

/**
 * @param {string} id
 * @param {string[]} names
 * @returns {ColumnGroup}
 */
const milestones = (id, names) => ({
  name: 'Milestones reached',
  unit: '',
  columns: names.map((name) => milestone(id, name)),
});

/**
 * Milestones that a plan has and the measure hasn't.
 * @param {MeasureBook} measure
 * @param {OrganisationDocument[]} organisations
 */
function keptMilestones({ id, milestones: own }, organisations) {
  const there = organisations.flatMap(({ performance }) => Object.keys(performance[id]?.milestones ?? {}));
  return milestones(id, [...new Set(there)].filter((name) => !own.includes(name)));
}

/**
 * @param {string} id
 * @param {string} name
 */
const milestone = (id, name) =>
  ofMeasure(id, {
    place: `milestones/${name}`,
    name: capital(name.replaceAll('_', ' ')),
    kind: 'choice',
    choices: YES_NO,
    read: (measure) => answerText(measure.milestones[name]),
    write: (measure, text) => answer(measure.milestones, name, text),
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
