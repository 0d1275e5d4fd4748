/** @file Values that a plan holds by the codes of its organisations, outside of them. */

import { codeOf, isBlank } from '../plan.js';
import { answer, answerText, enter } from './column.js';
import { plainButton } from './field.js';

/** @typedef {import('./column.js').Column} Column */
/** @typedef {Record<string, string | null>} Amounts */
/** @typedef {Record<string, boolean | null>} Answers */

/**
 * Under what name an organisation stands among the values.
 * @param {object} values
 * @param {{ code: string }} organisation
 */
const keyOf = (values, { code }) =>
  Object.keys(values).find((key) => codeOf(key) === codeOf(code)) ?? codeOf(code);

/**
 * @param {string} place
 * @param {string} name
 * @param {object} values
 */
const column = (place, name, values) => ({
  place: '',
  /** @param {{ code: string }} organisation */
  path: (organisation) => `${place}/${keyOf(values, organisation)}`,
  name,
  /** @param {{ code: string }} organisation */
  applies: ({ code }) => code.trim() !== '',
});

/**
 * @param {string} place the path of the values
 * @param {string} name
 * @param {Amounts} values
 * @param {Pick<Column, 'kind' | 'blank'>} kind
 * @returns {Column}
 */
export const amountByCode = (place, name, values, kind) => ({
  ...column(place, name, values),
  ...kind,
  read: (organisation) => values[keyOf(values, organisation)] ?? '',
  write: (organisation, typed) => enter(values, keyOf(values, organisation), isBlank(typed) ? '' : typed),
});

/**
 * @param {string} place the path of the values
 * @param {string} name
 * @param {Answers} values
 * @param {import('./field.js').Choice[]} choices
 * @returns {Column}
 */
export const answerByCode = (place, name, values, choices) => ({
  ...column(place, name, values),
  kind: 'choice',
  choices,
  read: (organisation) => answerText(values[keyOf(values, organisation)]),
  write: (organisation, chosen) => answer(values, keyOf(values, organisation), chosen),
});

/**
 * What stands under a code that is not in the plan any more, to be taken out.
 * @template {string | boolean | null} Value
 * @param {import('../plan.js').PlanDocument} document
 * @param {Record<string, Value>} values
 * @param {string} place the path of the values
 * @param {string} whence out of what it is taken
 * @param {(value: Value) => string} saying what it is, after the code
 * @param {(change: () => void, words: string) => void} takeOut
 */
export const strays = ({ organisations }, values, place, whence, saying, takeOut) =>
  Object.entries(values)
    .filter(([code]) => !organisations.some((one) => codeOf(one.code) === codeOf(code)))
    .map(([code, value]) =>
      plainButton(
        `Take ${code}${saying(value)} out of ${whence}`,
        () => takeOut(() => void delete values[code], `${code} was taken out of ${whence}.`),
        { 'data-path': `${place}/${code}` },
      ),
    );
