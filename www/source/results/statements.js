/** @file What the rules reckon beside the fund: a table for each statement, of organisations or of the system. */

import { NOT_KNOWN } from '../assessment.js';
import { h } from '../element.js';
import { ruleOf } from '../rules.js';
import { symbol } from './amounts.js';
import { asLink } from './as-link.js';
import { isVerified, statusTag } from './citation.js';
import { createSection } from './section.js';
import { body, cell, columnHead, createTable, nothing, number, row, rowHead } from './table.js';

/** @typedef {import('../assessment.js').Assessment} Assessment */
/** @typedef {import('../../generated/engine.js').LineResult} LineResult */
/** @typedef {import('../../generated/engine.js').StatementResult} StatementResult */
/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('./sheet.js').Path} Path */
/** @typedef {import('./sheet.js').Sheet} Sheet */

/**
 * A statement of an organisation or of the system.
 * @typedef {object} Holder
 * @property {string} name
 * @property {string} code
 * @property {Path} path of the statement in the assessment
 * @property {string | null} lacks where the resource limit is entered, if it is wanted and is not given
 * @property {StatementResult} statement
 */

/** @param {Page} page */
export function createStatementResults(page) {
  return createSection({
    id: 'statements',
    title: () => 'What else the rules work out',
    shape: (assessment) =>
      holders(assessment).map(({ name, path, lacks, statement }) => [name, path, lacks, statement.id, statement.lines.map(isThere)]),
    layOut: (assessment, sheet) => {
      const all = holders(assessment);
      return [...new Set(all.map(({ statement }) => statement.id))].map((id) =>
        tableOf(all.filter(({ statement }) => statement.id === id), assessment, sheet, page),
      );
    },
  });
}

/**
 * @param {Assessment} assessment
 * @returns {Holder[]}
 */
function holders({ organisations, system }) {
  return [...organisations, { ...system, code: '', name: 'System', side: null }].flatMap(
    ({ code, name, side, position, statements }) => {
      const path = code === '' ? ['system'] : ['organisations', code];
      const isLacking = side === 'commissioner' && position.resource_limit === null;
      return statements.map((statement, place) => ({
        code,
        name,
        path: [...path, 'statements', String(place)],
        lacks: isLacking && !statement.lines.every(isThere) ? `${path.join('/')}/resource_limit` : null,
        statement,
      }));
    },
  );
}

/**
 * Whether there is a figure or a test: there may be none yet of what it is made from.
 * @param {LineResult} line
 */
const isThere = ({ amount, met }) => amount !== null || met !== null;

/**
 * @param {Holder[]} all of one statement
 * @param {Assessment} assessment
 * @param {Sheet} sheet
 * @param {Page} page
 */
function tableOf(all, { unit }, sheet, page) {
  const [{ id, name, lines }] = /** @type {[StatementResult]} */ (all.map(({ statement }) => statement));
  const asks = lines.some(({ entered }) => entered !== null) || all.some(({ lacks }) => lacks !== null);
  const hasAmounts = all.some(({ statement }) => statement.lines.some(({ amount }) => amount !== null));
  return createTable({
    id: `statement-${id}`,
    caption: hasAmounts ? `${name}, ${symbol(unit)}` : name,
    head: [row(columnHead('Whose'), ...lines.map(headOf), ...(asks ? [columnHead('Not entered')] : []))],
    bodies: [
      body(
        ...all.map((holder) =>
          row(
            rowHead(holder.name, ' ', h('span', { class: 'results__code' }, holder.code)),
            ...holder.statement.lines.map((line, place) => valueCell(sheet, holder, line, place)),
            ...(asks ? [cell(notEntered(sheet, holder, page))] : []),
          ),
        ),
      ),
    ],
  });
}

/** @param {LineResult} line */
function headOf({ name, rule }) {
  const known = ruleOf(rule);
  return columnHead(isVerified(known) ? name : h('span', null, name, ' ', statusTag(known)), {
    class: 'nhsuk-table__header nhsuk-table__header--numeric',
  });
}

/**
 * @param {Sheet} sheet
 * @param {Holder} holder
 * @param {LineResult} line
 * @param {number} place
 */
function valueCell(sheet, { name, path, statement }, { name: what, amount, met }, place) {
  const whole = `${what}, ${statement.name}, ${name}`;
  const at = [...path, 'lines', String(place)];
  if (met !== null) return number(sheet.answer([...at, 'met'], whole));
  return amount === null ? nothing('nothing to make it from yet') : number(sheet.figure([...at, 'amount'], whole));
}

/**
 * The entries that are blank and not nothing, each with the way to it.
 * @param {Sheet} sheet
 * @param {Holder} holder
 * @param {Page} page
 */
function notEntered(sheet, { name, path, lacks, statement }, page) {
  const list = h('div');
  /** @param {string} what @param {string} place */
  const way = (what, place) => h('div', null, asLink(what, () => page.goTo(place), `${what}, ${name}: go to its entry`));
  const entries = statement.lines.flatMap((line, place) => (line.entered === null ? [] : [{ ...line, place }]));
  sheet.watchAll(
    entries.map(({ place, met }) => [...path, 'lines', String(place), met === null ? 'amount' : 'met']),
    (values) => {
      list.replaceChildren(
        ...entries
          .filter((_, index) => values[index] === NOT_KNOWN)
          .map(({ name: what, entered }) => way(what, entered ?? '')),
        ...(lacks === null ? [] : [way('Resource limit', lacks)]),
      );
    },
  );
  return list;
}
