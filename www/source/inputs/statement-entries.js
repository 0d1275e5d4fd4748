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
  askedLines(statement).some(({ id, rule }) =>
    // A name that no rule asks for is wrong even with a blank under it.
    rule === null ? id in amounts || id in answers : !isBlank(amounts[id]) || typeof answers[id] === 'boolean',
  );

/**
 * @param {StatementBook} statement
 * @param {PlanDocument} document
 */
export const isInPlan = (statement, document) =>
  (statement.whose === 'system' ? [document] : document.organisations).some((one) => isFilledIn(statement, one));

/**
 * Whether some year's statement asks for an entry of this name: of the system, or of organisations.
 * @param {string} id
 * @param {'system' | 'organisation'} whose
 * @param {'amount' | 'yes_no'} asks
 */
export const isEntry = (id, whose, asks) =>
  statements.some(
    (one) =>
      (one.whose === 'system') === (whose === 'system') &&
      askedLines(one).some((line) => line.id === id && line.asks === asks),
  );

/**
 * Entries under names that no rule asks for, as statements: shown, so that they can be taken out.
 * @param {PlanDocument} document
 */
export const unknownEntries = (document) =>
  [
    unknown('system', 'Names that no rule asks for: the system', document.amounts, document.answers),
    // Their answers stand in the grid of the money figures.
    unknown(
      'organisation',
      'Names that no rule asks for: organisations',
      Object.fromEntries(document.organisations.flatMap(({ amounts }) => Object.entries(amounts))),
      {},
    ),
  ].filter(({ lines }) => lines.length > 0);

/**
 * @param {'system' | 'organisation'} whose
 * @param {string} name
 * @param {Entries['amounts']} amounts
 * @param {Entries['answers']} answers
 * @returns {StatementBook}
 */
function unknown(whose, name, amounts, answers) {
  /** @param {object} entries @param {'amount' | 'yes_no'} asks */
  const lines = (entries, asks) =>
    Object.keys(entries)
      .filter((id) => !isEntry(id, whose, asks))
      .map((id) => ({ id, rule: null, asks, may_be_blank: false }));
  return { id: `unknown-${whose}`, name, whose, lines: [...lines(amounts, 'amount'), ...lines(answers, 'yes_no')] };
}
