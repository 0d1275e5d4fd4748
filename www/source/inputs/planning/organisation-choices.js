/** @file The plan’s organisations, to choose one of. */

import { codeOf } from '../../plan.js';
import { chosen } from '../chosen.js';

/** @typedef {import('../../../generated/engine.js').Side} Side */

/**
 * Those of a side, or all; and whatever else the plan names, so that it can be put right.
 * @param {import('./desk.js').Desk} desk
 * @param {string} none what a blank says
 * @param {readonly string[]} present the codes that stand there
 * @param {Side} [side]
 * @returns {import('../field.js').Choice[]}
 */
export function organisationChoices({ plan, identity }, none, present, side) {
  const { organisations } = plan.document;
  /** @param {string} code */
  function choice(code) {
    const found = organisations.find((one) => codeOf(one.code) === codeOf(code));
    if (!found) return stranger(code);
    const called = identity.nameOf(found);
    return { value: code, name: shortFirst(called, codeOf(code)), called };
  }
  const offered = organisations
    .filter((one) => side === undefined || [side, null].includes(identity.sideOf(one)))
    .map((one) => codeOf(one.code));
  const codes = new Set([...offered, ...present].filter((code) => code !== ''));
  return [{ value: '', name: none }, ...[...codes].map(choice)];
}

/**
 * What stands there and is no organisation of the plan, so that it can be put right.
 * @param {string} text
 */
const stranger = (text) => ({ value: text, name: `${text}: not in the plan` });

/**
 * Names are long, and a choice in a grid is narrow.
 * @param {string} name
 * @param {string} code
 */
const shortFirst = (name, code) => (name === code ? code : `${code} ${name}`);

/**
 * A column in which one is chosen.
 * @template {string} Field
 * @param {import('./desk.js').Desk} desk
 * @param {Field} place
 * @param {string} name
 * @param {string} none what a blank says
 * @param {readonly Record<Field, string>[]} items all that have one
 * @param {Side} [side]
 * @returns {import('../column.js').Column<Record<Field, string>>}
 */
export const organisationColumn = (desk, place, name, none, items, side) => ({
  place,
  name,
  kind: 'choice',
  choices: organisationChoices(desk, none, items.map((item) => item[place]), side),
  other: (text) => chosen(organisationChoices(desk, none, []), text) ?? stranger(text),
  read: (item) => item[place],
  write: (item, text) => void (item[place] = text),
});
