/** @file What fits into the envelope: what each programme is given, why, and where its cut lands. */

import { h } from '../../element.js';
import { symbol } from '../amounts.js';
import { inputButtons } from '../needs.js';
import { body, cell, columnHead, createTable, number, numberHead, row, rowHead, totalRow } from '../table.js';
import { linesOf, named, namedHead, numberOr, words } from './cells.js';
import { createPart } from './part.js';
import { missingOf, pathsOf, rulesBehind, saidBy } from './rules.js';
import { PROGRAMME } from './words.js';

/** @typedef {import('../../assessment.js').Assessment} Assessment */
/** @typedef {import('../../../generated/engine.js').EnvelopeFit} EnvelopeFit */
/** @typedef {import('../../../generated/engine.js').ProgrammeLine} ProgrammeLine */
/** @typedef {import('../../../generated/engine.js').Unit} Unit */
/** @typedef {import('../../page.js').Page} Page */
/** @typedef {import('../sheet.js').Sheet} Sheet */
/** @typedef {import('./part.js').Round} Round */

const PATH = ['planning', 'envelope'];

/** @param {Page} page */
export function createEnvelope(page) {
  return createPart({
    id: 'envelope',
    title: 'The envelope',
    of: ({ envelope }) => envelope,
    besides: (assessment, { envelope }) => envelope && pathsOf(lackingOf(assessment, page, envelope)),
    layOut: (round) => partsOf(round, page),
  });
}

/**
 * @param {Assessment} assessment
 * @param {Page} page
 * @param {EnvelopeFit} envelope
 */
function lackingOf(assessment, page, { programmes }) {
  const waiting = programmes.find(({ outcome }) => outcome === 'not_known');
  return waiting?.given ? missingOf(assessment, page, waiting.given) : [];
}

/**
 * @param {Round} round
 * @param {Page} page
 */
function partsOf({ planning: { envelope }, assessment, sheet }, page) {
  if (envelope === null) return [];
  const missing = lackingOf(assessment, page, envelope);
  return [
    saidBy(envelope.method),
    envelope.short === null
      ? null
      : h(
          'p',
          { class: 'decides__improve' },
          h('strong', null, 'Nothing fits. '),
          'The floors together are ',
          sheet.size([...PATH, 'short'], 'Floors more than the envelope'),
          ' more than the envelope. Nothing is given until a floor is lower, a programme is out, or the envelope is larger.',
        ),
    missing.length === 0 ? null : h('p', null, 'Nothing is given while a figure is missing, since it may hang on that one:'),
    missing.length === 0 ? null : h('ul', { class: 'planning__missing' }, inputButtons(missing, page.goTo)),
    sumsTable(envelope, sheet, assessment.unit),
    programmesTable(envelope, assessment, sheet),
    castingOf(envelope, sheet),
    envelope.bearers.length === 0 ? null : bearersTable(envelope, sheet, assessment.unit),
    rulesBehind('How programmes are entered, and cuts that land on others', ['no_floor', 'passed_on']),
  ];
}

/**
 * @param {EnvelopeFit} envelope
 * @param {Sheet} sheet
 * @param {Unit} unit
 */
function sumsTable(envelope, sheet, unit) {
  /** @param {'envelope' | 'budgets' | 'floors' | 'given' | 'headroom'} sum @param {string} name */
  const line = (sum, name) =>
    envelope[sum] === null ? [] : [row(rowHead(name), number(sheet.figure([...PATH, sum], name)))];
  return createTable({
    id: 'planning-envelope-table',
    caption: 'The envelope and what is wanted of it',
    head: [row(columnHead('What'), numberHead('Amount', symbol(unit)))],
    bodies: [
      body(
        ...line('envelope', 'The envelope, which is fixed'),
        ...line('budgets', 'Budgets of all programmes'),
        ...line('floors', 'The least they can do with, together'),
        ...line('given', 'Given'),
        ...line('headroom', 'Headroom: what nobody may have'),
      ),
    ],
    kind: 'results__table--narrow',
  });
}

/**
 * @param {EnvelopeFit} envelope
 * @param {Assessment} assessment
 * @param {Sheet} sheet
 */
function programmesTable(envelope, { unit, organisations }, sheet) {
  const { programmes } = envelope;
  const isGiven = envelope.given !== null;
  const lands = programmes.some(({ passed_on }) => passed_on.length > 0);
  const landed =
    envelope.passed_on === null
      ? cell()
      : cell('on others: ', sheet.figure([...PATH, 'passed_on'], 'Lands on others'));
  /** @param {string | null} owner */
  const ownerOf = (owner) => {
    const found = organisations.find(({ code }) => code === owner);
    return found === undefined ? [owner ?? ''] : named(found.name, found.code);
  };
  return createTable({
    id: 'planning-programmes-table',
    caption: 'What each programme is given',
    head: [
      row(
        columnHead('Programme'),
        numberHead('Priority'),
        numberHead('Budget', symbol(unit)),
        numberHead('Least', symbol(unit)),
        numberHead('Most', symbol(unit)),
        ...(isGiven ? [numberHead('Given', symbol(unit)), numberHead('Cut', symbol(unit))] : []),
        columnHead('What becomes of it'),
        ...(lands ? [columnHead(`Where the cut lands (${symbol(unit)})`)] : []),
      ),
    ],
    bodies: [
      body(
        ...programmes.map((programme, place) => {
          const path = [...PATH, 'programmes', String(place)];
          const { name, code, owner, priority, given, cut, outcome } = programme;
          return row(
            rowHead(
              ...named(name, code),
              owner !== null && h('div', { class: 'planning__line planning__beside' }, ...ownerOf(owner)),
            ),
            number(priority === null ? 'last' : String(priority)),
            number(sheet.figure([...path, 'budget'], `Budget, ${name}`)),
            number(sheet.figure([...path, 'floor'], `The least it can do with, ${name}`)),
            number(sheet.figure([...path, 'most'], `The most it may have, ${name}`)),
            ...(isGiven
              ? [
                  numberOr(sheet, given, [...path, 'given'], `Given, ${name}`, 'nothing is given'),
                  numberOr(sheet, cut, [...path, 'cut'], `Cut, ${name}`, 'nothing is given'),
                ]
              : []),
            words(PROGRAMME[outcome]),
            ...(lands ? [words(landing(programme, path, sheet))] : []),
          );
        }),
      ),
      body(
        totalRow(
          rowHead('All programmes'),
          cell(),
          number(sheet.figure([...PATH, 'budgets'], 'Budgets of all programmes')),
          number(sheet.figure([...PATH, 'floors'], 'Floors of all programmes')),
          cell(),
          ...(isGiven
            ? [
                number(sheet.figure([...PATH, 'given'], 'Given to all programmes')),
                number(sheet.figure([...PATH, 'cut'], 'Cut of all programmes')),
              ]
            : []),
          cell(),
          ...(lands ? [landed] : []),
        ),
      ),
    ],
  });
}

/**
 * @param {ProgrammeLine} programme
 * @param {string[]} path
 * @param {Sheet} sheet
 */
function landing({ name, passed_on }, path, sheet) {
  return linesOf(
    passed_on.map((part, place) => [
      `${part.name}: `,
      sheet.figure([...path, 'passed_on', String(place), 'amount'], `Cut of ${name} that lands on ${part.name}`),
    ]),
  );
}

/**
 * @param {EnvelopeFit} envelope
 * @param {Sheet} sheet
 */
function castingOf({ programmes, given }, sheet) {
  const columns = [
    ['budget', 'budgets'],
    ['floor', 'floors'],
    ...(given === null
      ? []
      : [
          ['given', 'given'],
          ['cut', 'cut'],
        ]),
  ];
  return sheet.casting(
    columns.map(([part = '', total = '']) => ({
      name: total,
      parts: programmes.map((_, place) => [...PATH, 'programmes', String(place), part]),
      total: [...PATH, total],
    })),
  );
}

/**
 * @param {EnvelopeFit} envelope
 * @param {Sheet} sheet
 * @param {Unit} unit
 */
function bearersTable({ bearers }, sheet, unit) {
  return createTable({
    id: 'planning-bearers-table',
    caption: 'What lands on others of the cuts, and is not saved',
    head: [row(columnHead('Organisation'), numberHead('It bears', symbol(unit)))],
    bodies: [
      body(
        ...bearers.map(({ code, name }, place) =>
          row(
            namedHead(name, code),
            number(sheet.figure([...PATH, 'bearers', String(place), 'amount'], `Bears of the cuts, ${name}`)),
          ),
        ),
        totalRow(rowHead('All'), number(sheet.figure([...PATH, 'passed_on'], 'Lands on others'))),
      ),
    ],
    kind: 'results__table--narrow',
  });
}
