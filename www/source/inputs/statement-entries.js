/** @file The rules' statements that ask for entries, and what a plan holds of them. */

import { isBlank } from '../plan.js';
import { statements } from '../rules.js';

/** @typedef {import('../plan.js').PlanDocument} PlanDocument */
/** @typedef {import('../rules.js').StatementBook} StatementBook */
/** @typedef {Pick<PlanDocument, 'amounts' | 'answers'>} Entries of the system, or of an organisation */

/** @param {StatementBook} statement */
export const askedLines = ({ lines }) => lines.filter(({ asks }) => asks !== null);

/** The statements of every year that ask for anything. */
export const askingStatements = () => statements.filter((one) => askedLines(one).length > 0);

/**
 * Whether an organisation on this side has it; yes where the side is not known.
 * @param {StatementBook} statement
 * @param {import('../rules.js').Side | null} side
 */
export const isOfSide = ({ whose }, side) =>
  whose === 'organisation' || (whose !== 'system' && (side === null || side === whose));

/**
 * @param {StatementBook} statement
 * @param {Entries} entries
 */
export const isFilledIn = (statement, { amounts, answers }) =>
  askedLines(statement).some(({ id }) => !isBlank(amounts[id]) || typeof answers[id] === 'boolean');

/**
 * @param {StatementBook} statement
 * @param {PlanDocument} document
 */
export const isInPlan = (statement, document) =>
  (statement.whose === 'system' ? [document] : document.organisations).some((one) => isFilledIn(statement, one));

/**
 * Whether some year's statement asks for an entry of this name.
 * @param {string} id
 */
export const isEntry = (id) => statements.some((one) => askedLines(one).some((line) => line.id === id));

/**
 * Entries under names that no rule asks for, as statements: shown, so that they can be taken out.
 * @param {PlanDocument} document
 */
export const unknownEntries = (document) => [
  unknown('system', Object.keys(document.amounts), Object.keys(document.answers)),
  // Their answers stand in the grid of the money figures.
  unknown('organisation', document.organisations.flatMap(({ amounts }) => Object.keys(amounts)), []),
];

/**
 * @param {'system' | 'organisation'} whose
 * @param {string[]} amounts
 * @param {string[]} answers
 * @returns {StatementBook}
 */
function unknown(whose, amounts, answers) {
  /** @param {string[]} ids @param {'amount' | 'yes_no'} asks */
  const lines = (ids, asks) =>
    [...new Set(ids)].filter((id) => !isEntry(id)).map((id) => ({ id, rule: null, asks, may_be_blank: false }));
  return {
    id: `unknown-${whose}`,
    name: 'Names that no rule asks for',
    whose,
    lines: [...lines(amounts, 'amount'), ...lines(answers, 'yes_no')],
  };
}
