/** @file A column of a grid: where it stands in what a row is of, how it is read and written. */

import { isBlank } from '../plan.js';

/** @typedef {import('../plan.js').OrganisationDocument} OrganisationDocument */

/**
 * A column of cells, in each row one of its subject: an organisation, if nothing else is said.
 * @template [Subject=OrganisationDocument]
 * @typedef {object} Column
 * @property {string} place the path within the subject, such as `actual/Q2`
 * @property {(subject: Subject) => string} [path] its whole path in the plan, where it stands outside the subject
 * @property {string} name its heading
 * @property {'money' | 'count' | 'share' | 'day' | 'word' | 'words' | 'choice'} kind a word is short, such as a code
 * @property {(subject: Subject) => string} read
 * @property {(subject: Subject, text: string) => void} write
 * @property {(subject: Subject) => boolean} [applies] whether there is such a cell; yes if left out
 * @property {import('./field.js').Choice[]} [choices]
 * @property {(text: string) => import('./field.js').Choice} [other] how a pasted text that is none of the choices stands among them; it is left out without
 * @property {string} [blank] what a blank cell says; that it is not known if left out
 * @property {boolean} [reshapes] whether its value stands elsewhere among the inputs, such as in a heading
 */

/**
 * @template [Subject=OrganisationDocument]
 * @typedef {{ name: string, unit: string, hint?: string, columns: Column<Subject>[] }} ColumnGroup
 */

export const QUARTERS = ['Q1', 'Q2', 'Q3', 'Q4'];

/** Under what stands in a plan that its rules have no use for. */
export const COUNTS_NOTHING = 'Counts nothing under these rules';

/** @type {import('./field.js').Choice[]} */
export const YES_NO = [
  { value: '', name: 'Not known' },
  { value: 'true', name: 'Yes' },
  { value: 'false', name: 'No' },
];

/** @param {boolean | null | undefined} answer */
export const answerText = (answer) => (answer === null || answer === undefined ? '' : String(answer));

/** @param {string} text */
export const answerOf = (text) => (text === '' ? null : text === 'true');

/** @param {string} text */
export const entryOf = (text) => (text === '' ? null : text);

/**
 * @param {Record<string, string | null>} values
 * @param {string} name
 * @param {string} text
 */
export function enter(values, name, text) {
  if (text === '') delete values[name];
  else values[name] = text;
}

/**
 * @param {Record<string, boolean | null>} answers
 * @param {string} name
 * @param {string} text
 */
export function answer(answers, name, text) {
  if (text === '') delete answers[name];
  else answers[name] = answerOf(text);
}

/**
 * A column of amounts with names of their own, such as periods.
 * @param {string} place
 * @param {string} key
 * @param {string} name
 * @param {(organisation: OrganisationDocument) => Record<string, string | null>} valuesOf
 * @returns {Column}
 */
export const keyed = (place, key, name, valuesOf) => ({
  place: `${place}/${key}`,
  name,
  kind: 'money',
  read: (organisation) => valuesOf(organisation)[key] ?? '',
  write: (organisation, text) => enter(valuesOf(organisation), key, text),
});

/**
 * A column of what is answered yes or no.
 * @param {string} id
 * @param {string} name
 * @returns {Column}
 */
export const yesNo = (id, name) => ({
  place: `answers/${id}`,
  name,
  kind: 'choice',
  choices: YES_NO,
  read: (organisation) => answerText(organisation.answers[id]),
  write: (organisation, text) => answer(organisation.answers, id, text),
});

/** @typedef {'forecast' | 'agreed_improvement' | 'bonus' | 'resource_limit'} AmountField */

/**
 * @param {AmountField} field
 * @param {string} name
 * @returns {Column}
 */
export const amount = (field, name) => ({
  place: field,
  name,
  kind: 'money',
  read: (organisation) => organisation[field] ?? '',
  write: (organisation, text) => void (organisation[field] = entryOf(text)),
});

/**
 * The column for some organisations. A value that doesn't belong there is shown all the same, to be
 * mended.
 * @param {(organisation: OrganisationDocument) => boolean} applies
 * @param {Column} column
 * @returns {Column}
 */
export const forSome = (applies, column) => ({
  ...column,
  applies: (organisation) => applies(organisation) || !isBlank(column.read(organisation)),
});

/**
 * The column where it has values, and nowhere else.
 * @param {Column} column
 */
export const whereFilled = (column) => forSome(() => false, column);
