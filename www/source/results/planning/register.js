/**
 * @file The contract register. A register can have hundreds of rows: those that stand out are shown at
 * first, since a contract that both sides count alike and agreed in time is no news.
 */

import { NOT_KNOWN } from '../../assessment.js';
import { h } from '../../element.js';
import { isAmount, isNothing, symbol } from '../amounts.js';
import { body, cell, columnHead, createTable, groupRow, nothing, number, numberHead, row } from '../table.js';
import { namedHead, named, numberOr, words } from './cells.js';
import { createPart } from './part.js';
import { rulesBehind } from './rules.js';
import { KNOWN_TO, statusOf } from './words.js';

/** @typedef {import('../../../generated/engine.js').ContractLine} ContractLine */
/** @typedef {import('../../../generated/engine.js').Unit} Unit */
/** @typedef {import('../sheet.js').Path} Path */
/** @typedef {import('../sheet.js').Sheet} Sheet */

/** Without the one that only a round asks for. */
const COLUMNS = 7;

/**
 * A row with what stands out of it.
 * @typedef {object} Line
 * @property {string} year
 * @property {HTMLTableRowElement} element
 * @property {boolean} standsOut
 */

export function createRegister() {
  const choice = createChoice(() => show());
  /** @type {Line[]} */
  let lines = [];
  /** @type {HTMLTableSectionElement[]} by year */
  let bodies = [];
  /** @type {HTMLElement | null} */
  let caption = null;
  const none = h('p', null, 'None stands out: both sides of every contract count the same, and none is known to be late or still open.');

  /** Hides what is not asked for, and the years that nothing is left of. */
  function show() {
    const isAll = choice.showsAll();
    const out = lines.filter(({ standsOut }) => standsOut).length;
    for (const { element, standsOut } of lines) element.hidden = !isAll && !standsOut;
    for (const section of bodies) section.hidden = [...section.rows].slice(1).every(({ hidden }) => hidden);
    none.hidden = isAll || out > 0;
    if (caption !== null)
      caption.textContent = isAll ? `All ${lines.length} contracts` : `Contracts that stand out: ${out} of ${lines.length}`;
  }

  let isDue = false;

  /** Once for all rows that change together. */
  function showSoon() {
    if (isDue) return;
    isDue = true;
    queueMicrotask(() => {
      isDue = false;
      show();
    });
  }

  return createPart({
    id: 'register',
    title: 'The contract register',
    controls: [choice.element],
    of: ({ contracts }) => (contracts.length === 0 ? null : contracts),
    layOut({ planning: { contracts }, assessment: { unit }, sheet }) {
      const years = [...new Set(contracts.map(({ year }) => year))].sort();
      const isAsked = contracts.some(({ agreed }) => agreed !== null);
      lines = contracts.map((contract, place) => lineOf(sheet, contract, place, isAsked, showSoon));
      bodies = years.map((year) =>
        body(
          groupRow(year, COLUMNS + (isAsked ? 1 : 0)),
          ...lines.filter((line) => line.year === year).map(({ element }) => element),
        ),
      );
      const table = tableOf(bodies, unit, isAsked);
      caption = table.querySelector('caption');
      show();
      return [none, table, isAsked ? rulesBehind('When a contract counts as agreed in time', ['contract_agreed']) : null];
    },
  });
}

/** @param {() => void} chosen */
function createChoice(chosen) {
  const select = h(
    'select',
    { id: 'planning-register-choice', class: 'nhsuk-select choice__select', onchange: chosen },
    h('option', { value: 'out' }, 'Those that stand out'),
    h('option', { value: 'all' }, 'All'),
  );
  return {
    element: h(
      'div',
      { class: 'nhsuk-form-group choice' },
      h('label', { class: 'nhsuk-label', for: 'planning-register-choice' }, 'Contracts to show'),
      select,
    ),
    showsAll: () => select.value === 'all',
  };
}

/**
 * @param {HTMLTableSectionElement[]} bodies
 * @param {Unit} unit
 * @param {boolean} isAsked whether a round asks that they are agreed in time
 */
function tableOf(bodies, unit, isAsked) {
  return createTable({
    id: 'planning-register-table',
    caption: 'Contracts',
    head: [
      row(
        columnHead('Commissioner'),
        columnHead('Provider'),
        numberHead('Commissioner’s figure', symbol(unit)),
        numberHead('Provider’s figure', symbol(unit)),
        numberHead('Mismatch', symbol(unit)),
        columnHead('Known to'),
        columnHead('How far it is'),
        ...(isAsked ? [columnHead('Agreed in time')] : []),
      ),
    ],
    bodies,
    kind: 'planning__register',
  });
}

/**
 * @param {Sheet} sheet
 * @param {ContractLine} contract
 * @param {number} place
 * @param {boolean} isAsked whether a round asks that any is agreed in time
 * @param {() => void} changed is told when what stands out may be another
 * @returns {Line}
 */
function lineOf(sheet, contract, place, isAsked, changed) {
  const { year, known_to, mismatch, agreed, commissioner_amount, provider_amount } = contract;
  const path = ['planning', 'contracts', String(place)];
  const pair = `${contract.commissioner_name} with ${contract.provider_name}, ${year}`;
  const inTime = () =>
    agreed === null
      ? nothing('no round asks for it')
      : cell(sheet.test([...path, 'agreed'], `Agreed in time, ${pair}`, ['In time', 'Not in time']));
  const difference = numberOr(sheet, mismatch, [...path, 'mismatch'], `Mismatch, ${pair}`, 'known to one side only');
  const element = row(
    namedHead(contract.commissioner_name, contract.commissioner),
    words(named(contract.provider_name, contract.provider)),
    numberOr(sheet, commissioner_amount, [...path, 'commissioner_amount'], `Commissioner’s figure, ${pair}`, 'does not know of it'),
    numberOr(sheet, provider_amount, [...path, 'provider_amount'], `Provider’s figure, ${pair}`, 'does not know of it'),
    difference,
    cell(known_to === 'both' ? KNOWN_TO.both : h('strong', null, KNOWN_TO[known_to])),
    words(statusOf(contract)),
    ...(isAsked ? [inTime()] : []),
  );
  const line = { year, element, standsOut: known_to !== 'both' };
  const watched = [...(mismatch === null ? [] : ['mismatch']), ...(agreed === null ? [] : ['agreed'])];
  sheet.watchAll(
    watched.map((field) => [...path, field]),
    (values) => {
      const differs = values.some((value) => isAmount(value) && !isNothing(value));
      difference.classList.toggle('planning__differs', differs);
      line.standsOut = known_to !== 'both' || differs || values.includes(NOT_KNOWN) || values.includes(false);
      changed();
    },
  );
  return line;
}
