/** @file Each organisation by itself, beside the grid: its share, basis, name and side, its revised targets, and the figures of its row as a form. */

import { h } from '../element.js';
import { afterwards } from './afterwards.js';
import { askedOf, capital, plural } from './asked.js';
import { entryOf } from './column.js';
import { field } from './field.js';
import { folder } from './folder.js';
import { named } from './identity.js';
import { createNotice } from './notice.js';
import { createOrganisationForm } from './organisation-form.js';
import { count } from './paste-words.js';
import { planFields } from './plan-field.js';
import { createReading } from './reading.js';
import { createRevisions } from './revisions.js';
import { rowsBySide } from './rows.js';

/** @typedef {import('../plan.js').OrganisationDocument} OrganisationDocument */
/** @typedef {import('../plan.js').Plan} Plan */
/** @typedef {import('./asked.js').Asked} Asked */
/** @typedef {import('./column.js').ColumnGroup} ColumnGroup */

/**
 * @typedef {object} FormListener
 * @property {() => void} appeared there are inputs that weren't there
 * @property {() => void} typed
 */

/**
 * @param {typeof import('../../generated/engine.js')} engine
 * @param {Plan} plan
 * @param {import('./identity.js').Identity} identity
 * @param {FormListener} listener
 */
export function createParticulars(engine, plan, identity, listener) {
  const list = h('div');
  const notice = createNotice();
  const title = h('span');
  const element = folder(title, {}, list, notice.element);
  const { text, choice } = planFields(plan);
  const revisions = createRevisions(engine, plan, notice, (path) =>
    list.querySelector(`[data-path="${CSS.escape(path)}"]`),
  );
  /** @type {Set<string>} places of the organisations that are unfolded */
  const unfolded = new Set();
  /** @type {import('./cell.js').Cell[]} of all forms that were made */
  let cells = [];
  /** @type {ColumnGroup[]} */
  let groups = [];

  /** @param {ColumnGroup[]} all the columns of all grids */
  function build(all) {
    groups = all;
    cells = [];
    const asked = askedOf(plan.document);
    title.textContent = `One by one: revised ${plural(asked.target)}, shares, basis, names, and the figures above`;
    list.replaceChildren(
      ...rowsBySide(plan.document, identity, () => [])
        .flatMap(({ rows }) => rows)
        .map(({ subject, place }) => ofOrganisation(subject, place, asked)),
    );
  }

  /**
   * @param {OrganisationDocument} organisation
   * @param {string} place
   * @param {Asked} asked
   */
  function ofOrganisation(organisation, place, asked) {
    const name = named(identity.nameOf(organisation), organisation.code);
    const revised = organisation.revisions.length;
    const figures = h('div');
    if (unfolded.has(place)) figures.append(form(organisation, place));

    // Most are never unfolded: their forms would be thousands of inputs.
    function toggled() {
      if (!details.open) {
        unfolded.delete(place);
        return;
      }
      unfolded.add(place);
      if (figures.hasChildNodes()) return;
      figures.append(form(organisation, place));
      listener.appeared();
    }

    const details = folder(
      revised === 0 ? name : `${name}: ${count(revised, 'revision')}`,
      { class: 'app-particulars', open: unfolded.has(place), ontoggle: toggled },
      wholeOrganisation(organisation, place, asked),
      ...revisions.build(organisation, place, asked),
      figures,
    );
    return details;
  }

  /**
   * @param {OrganisationDocument} organisation
   * @param {string} place
   */
  function form(organisation, place) {
    const made = createOrganisationForm({ organisation, place }, groups, createReading(engine, plan), () => {
      plan.valuesChanged();
      listener.typed();
    });
    cells.push(...made.cells);
    return made.element;
  }

  /**
   * @param {OrganisationDocument} organisation
   * @param {string} place
   * @param {Asked} asked
   */
  function wholeOrganisation(organisation, place, asked) {
    return h(
      'div',
      { class: 'app-fields' },
      field(
        'Share that counts here',
        text(`${place}/share`, organisation.share, (value) => (organisation.share = entryOf(value)), 'app-input--short'),
        'For a trust that serves several areas, such as 40%. Blank means all.',
      ),
      asked.hasFund || organisation.control_total.basis !== 'before_fund'
        ? field(`${capital(asked.target)} is`, basis(organisation, place), asked.hasFund ? 'It is tested before the fund.' : 'No fund hangs on it.')
        : null,
      field('Name', nameInput(organisation, place)),
      field(
        'Side',
        choice(SIDE_CHOICES, `${place}/side`, identity.sideOf(organisation) ?? '', (value) => {
          organisation.side = value === 'provider' || value === 'commissioner' ? value : null;
          plan.shapeChanged();
        }),
      ),
    );
  }

  /**
   * @param {OrganisationDocument} organisation
   * @param {string} place
   */
  const basis = (organisation, place) =>
    choice(BASES, `${place}/control_total/basis`, organisation.control_total.basis, (value) => {
      organisation.control_total.basis = value === 'after_fund' ? 'after_fund' : 'before_fund';
    });

  /**
   * @param {OrganisationDocument} organisation
   * @param {string} place
   */
  function nameInput(organisation, place) {
    const input = text(`${place}/name`, organisation.name, (value) => (organisation.name = value), 'app-input--long');
    // The grid's headings follow when the name is done.
    input.addEventListener('change', () => afterwards(plan.shapeChanged));
    return input;
  }

  return {
    element,
    build,
    /** Shows what was written elsewhere. */
    refresh() {
      for (const cell of cells) cell.refresh();
    },
  };
}

/** @type {import('./field.js').Choice[]} */
const BASES = [
  { value: 'before_fund', name: 'Before the fund' },
  { value: 'after_fund', name: 'After the fund' },
];

/** @type {import('./field.js').Choice[]} */
const SIDE_CHOICES = [
  { value: '', name: 'Not known' },
  { value: 'provider', name: 'Provider' },
  { value: 'commissioner', name: 'Commissioner' },
];
