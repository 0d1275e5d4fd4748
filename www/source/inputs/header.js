/** @file What holds for the whole plan: year and fund, unit, date, layout of the figures, title. */

import { h } from '../element.js';
import { isBlank } from '../plan.js';
import { askedOf } from './asked.js';
import { checkbox, field, select, textInput } from './field.js';
import { createNotice, offerUndo } from './notice.js';
import { count } from './paste-words.js';
import { dateChoices, quarterOf, quarterEnd } from './plan-date.js';
import { UNITS } from './units.js';
import { chosenValue, yearChoices } from './year-choice.js';
import { yearNotice } from './year-notice.js';
import { yearSwitch } from './year-switch.js';

/** @typedef {import('../plan.js').Plan} Plan */
/** @typedef {import('../../generated/engine.js').Unit} Unit */
/** @typedef {Parameters<Plan['restate']>[0]} Change */

/**
 * @param {Plan} plan
 * @param {import('./identity.js').Identity} identity
 * @param {(path: string) => void} goTo
 */
export function createHeader(plan, identity, goTo) {
  const notice = createNotice();
  const years = yearChoices();
  const year = select([], '', { 'data-path': 'year', onchange: chooseYear });
  const unit = select(UNITS, '', { onchange: () => restate({ unit: unitOf(unit.value) }) });
  const date = select([], '', { 'data-path': 'as_at', onchange: chooseDate });
  const figures = select(FIGURES, '', {
    onchange: () => restate({ figures: figures.value === 'in_period' ? 'in_period' : 'year_to_date' }),
  });
  const periods = select(PERIODS, '', { onchange: choosePeriods });
  const title = textInput('', { class: 'nhsuk-input app-plan__title', 'data-path': 'title', oninput: rename });
  const note = h('textarea', { class: 'nhsuk-textarea app-plan__note', rows: '2', 'data-path': 'note', oninput: annotate });
  const illustrative = checkbox('Figures are illustrative: made up for an example or an exercise', false, {
    onchange: markIllustrative,
  });
  const tick = illustrative.querySelector('input');

  function chooseYear() {
    const chosen = years.find(({ value }) => value === year.value);
    if (!chosen) return;
    const { document } = plan;
    const snapshot = plan.snapshot();
    const before = { year: document.year, asked: askedOf(document) };
    const quarter = quarterOf(document.year, document.as_at);
    const isNew = document.organisations.length === 0 && !plan.hasUnsavedChanges();
    document.year = chosen.year;
    document.fund = chosen.fund;
    if (quarter !== null) document.as_at = quarterEnd(chosen.year, quarter);
    plan.shapeChanged();
    // The year of an empty plan is no work that could be lost.
    if (isNew) plan.markSaved();
    tellOfYear(chosen, before, snapshot);
  }

  /**
   * @param {import('./year-choice.js').YearChoice} chosen
   * @param {import('./year-switch.js').Year} before
   * @param {import('../plan.js').Snapshot} snapshot
   */
  function tellOfYear(chosen, before, snapshot) {
    const { document } = plan;
    const organisations = document.organisations.length;
    if (organisations === 0) {
      notice.clear();
      return;
    }
    const did = yearSwitch(document, { before, after: askedOf(document) }, identity.sideOf);
    offerUndo(notice, plan, yearNotice({ before: before.year, chosen, organisations }, did), snapshot);
  }

  function chooseDate() {
    plan.document.as_at = date.value === '' ? null : date.value;
    plan.valuesChanged();
  }

  function choosePeriods() {
    const lost = plan.periods === 'months' ? monthsWithin(plan) : 0;
    if (periods.value === 'months' || lost === 0) {
      restate({ periods: periods.value === 'months' ? 'months' : 'quarters' });
      return;
    }
    periods.value = plan.periods;
    notice.say(
      `By quarter, ${count(lost, 'monthly figure')} would be left out: only the ends of quarters stay.`,
      { name: 'Change to quarters', act: dropMonths },
      { name: 'Keep months', act: notice.clear },
    );
  }

  function dropMonths() {
    const before = plan.snapshot();
    restate({ periods: 'quarters' });
    if (plan.periods === 'quarters') offerUndo(notice, plan, 'The figures now stand by quarter.', before);
    periods.focus();
  }

  /** @param {Change} change */
  function restate(change) {
    const faults = plan.restate(change);
    if (faults.length === 0) {
      notice.clear();
      return;
    }
    show();
    notice.say(refusal(faults, goTo));
  }

  function rename() {
    plan.document.title = title.value;
    plan.valuesChanged();
  }

  function annotate() {
    plan.document.note = note.value;
    plan.valuesChanged();
  }

  function markIllustrative() {
    plan.document.illustrative = tick?.checked ?? false;
    plan.valuesChanged();
  }

  /** Shows the plan as it is. */
  function show() {
    const { document } = plan;
    const chosen = chosenValue(document);
    const none = { value: '', name: `${`${document.year} ${document.fund}`.trim()}: no rules` };
    fill(year, chosen === '' ? [none, ...years] : years, chosen);
    fill(date, dateChoices(document.year, document.as_at), document.as_at ?? '');
    unit.value = document.unit;
    figures.value = document.figures;
    periods.value = plan.periods;
    title.value = document.title;
    note.value = document.note;
    if (tick) tick.checked = document.illustrative;
  }

  const heading = h('h2', { class: 'nhsuk-heading-m', id: 'plan-heading', tabindex: '-1' }, 'Plan');
  const element = h(
    'section',
    { id: 'plan', class: 'app-plan', 'aria-labelledby': 'plan-heading' },
    heading,
    h(
      'div',
      { class: 'app-fields' },
      field('Year and fund', year),
      field('Position at', date),
      field('Amounts in', unit),
      field('Figures are', figures),
      field('Periods', periods),
    ),
    notice.element,
    h('div', { class: 'app-fields' }, field('Title', title), field('Notes for a reader', note)),
    illustrative,
  );
  return { element, build: show, clear: notice.clear, focus: () => heading.focus() };
}

/** @type {import('./field.js').Choice[]} */
const FIGURES = [
  { value: 'year_to_date', name: 'Year to date' },
  { value: 'in_period', name: 'Each period alone' },
];

/** @type {import('./field.js').Choice[]} */
const PERIODS = [
  { value: 'quarters', name: 'By quarter' },
  { value: 'months', name: 'By month' },
];

/** @param {string} value @returns {Unit} */
const unitOf = (value) => UNITS.find((unit) => unit.value === value)?.value ?? 'pounds';

/**
 * @param {HTMLSelectElement} element
 * @param {import('./field.js').Choice[]} choices
 * @param {string} value
 */
function fill(element, choices, value) {
  element.replaceChildren(...choices.map((choice) => h('option', { value: choice.value }, choice.name)));
  element.value = value;
}

/**
 * How many figures stand in months that don't end a quarter.
 * @param {Plan} plan
 */
function monthsWithin({ document }) {
  const ends = ['M3', 'M6', 'M9', 'M12'];
  const profiles = document.organisations.flatMap(({ actual, control_total: own, revisions }) => [
    actual,
    own.profile,
    ...revisions.map(({ control_total: revised }) => revised.profile),
  ]);
  const within = profiles
    .flatMap((values) => Object.entries(values))
    .filter(([name, value]) => /^m/i.test(name) && !ends.includes(name.toUpperCase()) && !isBlank(value));
  return within.length;
}

/**
 * @param {import('../plan.js').Diagnostic[]} faults
 * @param {(path: string) => void} goTo
 */
function refusal(faults, goTo) {
  return h(
    'div',
    null,
    h('p', null, 'The plan can’t be written that way yet, and is left as it was.'),
    h(
      'ul',
      { class: 'nhsuk-list' },
      faults.slice(0, 5).map(({ path, message, hint }) =>
        h(
          'li',
          null,
          h('button', { type: 'button', class: 'app-link', onclick: () => goTo(path) }, message),
          ` ${hint}`,
        ),
      ),
    ),
  );
}
