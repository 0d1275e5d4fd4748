/** @file Who is in a fund: a table of all organisations, a column for each condition. */

import { h } from '../element.js';
import { asLink } from './as-link.js';
import { createSection } from './section.js';
import { body, cell, columnHead, createTable, groupRow, row, rowHead } from './table.js';
import { wordsOf } from './vocabulary.js';

/** @typedef {import('../assessment.js').Assessment} Assessment */
/** @typedef {import('../../generated/engine.js').Member} Member */
/** @typedef {import('../rules.js').SchemeBook} SchemeBook */
/** @typedef {import('./sheet.js').Sheet} Sheet */

/** @param {(code: string) => void} choose shows what decides about an organisation */
export function createEligibility(choose) {
  return createSection({
    id: 'eligibility',
    title: ({ scheme }) => (wordsOf(scheme).paying.length > 1 ? 'Who is in the funds' : 'Who is in the fund'),
    shape: ({ organisations }) =>
      organisations.map(({ code, name, eligibility }) => [code, name, eligibility.map(({ fund }) => fund)]),
    layOut: (assessment, sheet) =>
      wordsOf(assessment.scheme).paying.flatMap((book) => tableOf(assessment, sheet, book, choose) ?? []),
  });
}

/**
 * @param {Assessment} assessment
 * @param {Sheet} sheet
 * @param {SchemeBook} book
 * @param {(code: string) => void} choose
 */
function tableOf({ organisations, sides }, sheet, { fund, conditions }, choose) {
  const width = conditions.length + 2;
  const groups = sides.flatMap(({ code, name }) => {
    const rows = organisations
      .filter(({ side, eligibility }) => side === code && eligibility.some((one) => one.fund === fund))
      .map((member) => memberRow(sheet, member, fund, choose));
    return rows.length === 0 ? [] : [{ name, rows }];
  });
  if (groups.length === 0) return null;
  return createTable({
    id: `eligibility-table-${fund}`,
    caption: `Conditions of the ${fund}, by organisation`,
    head: [
      row(
        columnHead('Organisation'),
        ...conditions.map(({ name }) => columnHead(name)),
        columnHead(`In the ${fund}`),
      ),
    ],
    bodies: groups.map(({ name, rows }) =>
      groups.length > 1 ? body(groupRow(name, width), ...rows) : body(...rows),
    ),
    kind: 'eligibility',
  });
}

/**
 * @param {Sheet} sheet
 * @param {Member} member
 * @param {string} fund
 * @param {(code: string) => void} choose
 */
function memberRow(sheet, { code, name, eligibility }, fund, choose) {
  const place = eligibility.findIndex((one) => one.fund === fund);
  const path = ['organisations', code, 'eligibility', String(place)];
  const conditions = (eligibility[place]?.conditions ?? []).map((condition, index) =>
    cell(
      sheet.test([...path, 'conditions', String(index), 'met'], `${condition.name}, ${name}`, ['Met', 'Not met']),
    ),
  );
  return row(
    rowHead(
      asLink(name, () => choose(code), `${name}: what decides`),
      ' ',
      h('span', { class: 'results__code' }, code),
    ),
    ...conditions,
    cell(sheet.test([...path, 'met'], `In the ${fund}, ${name}`, ['Yes', 'No'])),
  );
}
