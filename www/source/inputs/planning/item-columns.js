/** @file Columns of a list’s items: each a field of the item. */

import { entryOf } from '../column.js';
import { dayInPlan } from '../day.js';

/**
 * @template Subject
 * @typedef {import('../column.js').Column<Subject>} Column
 */

/**
 * A text.
 * @template {string} Field
 * @param {Field} place
 * @param {string} name
 * @param {{ kind?: 'word' | 'words', reshapes?: boolean }} [look]
 * @returns {Column<Record<Field, string>>}
 */
export const words = (place, name, { kind = 'words', reshapes = false } = {}) => ({
  place,
  name,
  kind,
  reshapes,
  read: (item) => item[place],
  write: (item, text) => void (item[place] = text),
});

/**
 * A short text.
 * @template {string} Field
 * @param {Field} place
 * @param {string} name
 */
export const word = (place, name) => words(place, name, { kind: 'word' });

/** @typedef {'money' | 'count' | 'share' | 'day'} EntryKind */

/**
 * What may be blank.
 * @template {string} Field
 * @param {Field} place
 * @param {string} name
 * @param {EntryKind} kind
 * @param {string} [blank]
 * @returns {Column<Record<Field, string | null>>}
 */
export const entry = (place, name, kind, blank) => ({
  place,
  name,
  kind,
  ...(blank !== undefined && { blank }),
  read: (item) => item[place] ?? '',
  write: (item, text) => void (item[place] = entryOf(text)),
});

/**
 * @template {string} Field
 * @param {Field} place
 * @param {string} name
 * @param {string} [blank]
 */
export const money = (place, name, blank) => entry(place, name, 'money', blank);

/**
 * A day, or blank.
 * @template {string} Field
 * @param {Field} place
 * @param {string} name
 * @returns {Column<Record<Field, string | null>>}
 */
export const day = (place, name) => ({
  ...entry(place, name, 'day'),
  write: (item, text) => void (item[place] = entryOf(dayInPlan(text))),
});

/**
 * What was pasted and is none of the choices stays until it is put right, so that the engine names it:
 * in its place the first of the choices would count.
 * @param {string} text
 */
const stranger = (text) => ({ value: text, name: `${text}: not one of these` });

/**
 * One of a few.
 * @template {string} Field
 * @template {string} Value
 * @param {Field} place
 * @param {string} name
 * @param {readonly { value: Value, name: string }[]} choices
 * @param {Column<Record<Field, Value>>['other']} [other]
 * @returns {Column<Record<Field, Value>>}
 */
export const choice = (place, name, choices, other = stranger) => ({
  place,
  name,
  kind: 'choice',
  choices: [...choices],
  other,
  read: (item) => item[place],
  write: (item, text) => void (item[place] = /** @type {Value} */ (text)),
});

/**
 * One of a few, or not known.
 * @template {string} Field
 * @template {string} Value
 * @param {Field} place
 * @param {string} name
 * @param {readonly { value: Value, name: string }[]} choices
 * @returns {Column<Record<Field, Value | null>>}
 */
export const choiceOrBlank = (place, name, choices) => ({
  place,
  name,
  kind: 'choice',
  choices: [{ value: '', name: 'Not known' }, ...choices],
  other: stranger,
  read: (item) => item[place] ?? '',
  write: (item, text) => void (item[place] = /** @type {Value | null} */ (entryOf(text))),
});
