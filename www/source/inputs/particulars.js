/** @file What there is of an organisation beside the grid: revised control totals, its share, its name. */

import { h } from '../element.js';
import { documentOf } from '../plan.js';
import { afterwards } from './afterwards.js';
import { entryOf, enter, periodNames, SPREADS, spreadOf } from './columns.js';
import { field, plainButton, select, textInput } from './field.js';
import { named } from './identity.js';
import { createNotice, offerUndo } from './notice.js';
import { count } from './paste.js';
import { rowsBySide } from './rows.js';
import { signOf } from './units.js';

/** @typedef {import('../plan.js').OrganisationDocument} OrganisationDocument */
/** @typedef {import('../plan.js').RevisionDocument} RevisionDocument */
/** @typedef {import('../plan.js').Plan} Plan */

/**
 * @param {typeof import('../../generated/engine.js')} engine
 * @param {Plan} plan
 * @param {import('./identity.js').Identity} identity
 */
export function createParticulars(engine, plan, identity) {
  const list = h('div');
  const notice = createNotice();
  const element = h(
    'details',
    { class: 'nhsuk-details' },
    h(
      'summary',
      { class: 'nhsuk-details__summary' },
      h('span', { class: 'nhsuk-details__summary-text' }, 'More: revised control totals, shares, basis, names'),
    ),
    h('div', { class: 'nhsuk-details__text' }, list, notice.element),
  );
  /** @type {Set<string>} places of the organisations that are unfolded */
  const unfolded = new Set();

  function build() {
    list.replaceChildren(
      ...rowsBySide(plan.document, identity, () => [])
        .flatMap(({ rows }) => rows)
        .map(({ organisation, place }) => folder(organisation, place)),
    );
  }

  /**
   * @param {OrganisationDocument} organisation
   * @param {string} place
   */
  function folder(organisation, place) {
    const name = named(identity.nameOf(organisation), organisation.code);
    const revisions = organisation.revisions.length;
    const details = h(
      'details',
      {
        class: 'nhsuk-details app-particulars',
        open: unfolded.has(place),
        ontoggle: () => void (details.open ? unfolded.add(place) : unfolded.delete(place)),
      },
      h(
        'summary',
        { class: 'nhsuk-details__summary' },
        h(
          'span',
          { class: 'nhsuk-details__summary-text' },
          revisions === 0 ? name : `${name}: ${count(revisions, 'revision')}`,
        ),
      ),
      h(
        'div',
        { class: 'nhsuk-details__text' },
        wholeOrganisation(organisation, place),
        organisation.revisions.map((revision, index) =>
          revisionFields(organisation, revision, index, place),
        ),
        plainButton('Add a revised control total', () => addRevision(organisation, place)),
      ),
    );
    return details;
  }

  /**
   * @param {OrganisationDocument} organisation
   * @param {string} place
   */
  function wholeOrganisation(organisation, place) {
    return h(
      'div',
      { class: 'app-fields' },
      field(
        'Share that counts here',
        text(`${place}/share`, organisation.share, (value) => (organisation.share = entryOf(value)), 'app-input--short'),
        'For a trust that serves several areas, such as 40%. Blank means all.',
      ),
      field(
        'Control total is',
        choice(BASES, `${place}/control_total/basis`, organisation.control_total.basis, (value) => {
          organisation.control_total.basis = value === 'after_fund' ? 'after_fund' : 'before_fund';
        }),
        'It is tested before the fund.',
      ),
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
  function nameInput(organisation, place) {
    const input = text(`${place}/name`, organisation.name, (value) => (organisation.name = value), 'app-input--long');
    // The grid's headings follow when the name is done.
    input.addEventListener('change', () => afterwards(plan.shapeChanged));
    return input;
  }

  /**
   * @param {OrganisationDocument} organisation
   * @param {RevisionDocument} revision
   * @param {number} index
   * @param {string} place
   */
  function revisionFields(organisation, revision, index, place) {
    const { control_total: total } = revision;
    const path = `${place}/revisions/${index}`;
    const unit = signOf(plan.document.unit);
    const periods = periodNames(plan, () => total.profile);
    return h(
      'fieldset',
      { class: 'nhsuk-fieldset app-revision' },
      h('legend', { class: 'nhsuk-fieldset__legend nhsuk-fieldset__legend--s' }, `Revised control total ${index + 1}`),
      h(
        'div',
        { class: 'app-fields' },
        field(
          'From',
          text(`${path}/from`, revision.from, (value) => (revision.from = entryOf(value)), 'app-input--date'),
          'Year, month, day: 2017-12-31',
        ),
        field(
          `Control total before the fund, ${unit}`,
          text(`${path}/control_total/amount`, total.amount, (value) => (total.amount = entryOf(value)), 'app-field__number'),
          'For the whole year',
        ),
        field(
          'Spread',
          choice(SPREADS, `${path}/control_total/spread`, total.spread ?? '', (value) => (total.spread = spreadOf(value))),
          'Where there is no profile',
        ),
      ),
      h(
        'fieldset',
        { class: 'nhsuk-fieldset' },
        h('legend', { class: 'nhsuk-fieldset__legend' }, `Its profile, ${unit}`),
        h(
          'div',
          { class: 'app-fields' },
          periods.map((period) =>
            field(
              period,
              text(
                `${path}/control_total/profile/${period}`,
                total.profile[period],
                (value) => enter(total.profile, period, value),
                'app-field__number',
              ),
            ),
          ),
        ),
      ),
      field(
        'Why, and where it was agreed',
        text(`${path}/note`, revision.note, (value) => (revision.note = value), 'app-input--long'),
      ),
      plainButton(`Remove revised control total ${index + 1}`, () => removeRevision(organisation, index, place)),
    );
  }

  /**
   * @param {OrganisationDocument} organisation
   * @param {string} place
   */
  function addRevision(organisation, place) {
    const [made] = documentOf(engine, { organisations: [{ revisions: [{}] }] }).organisations;
    organisation.revisions.push(...(made?.revisions ?? []));
    plan.shapeChanged();
    inputAt(`${place}/revisions/${organisation.revisions.length - 1}/from`)?.focus();
  }

  /**
   * @param {OrganisationDocument} organisation
   * @param {number} index
   * @param {string} place
   */
  function removeRevision(organisation, index, place) {
    const before = plan.snapshot();
    organisation.revisions.splice(index, 1);
    plan.shapeChanged();
    offerUndo(notice, plan, `Revised control total ${index + 1} was removed.`, before);
    notice.focus();
  }

  /**
   * @param {string} path
   * @returns {HTMLElement | null}
   */
  const inputAt = (path) => list.querySelector(`[data-path="${CSS.escape(path)}"]`);

  /**
   * A text input at a place of the plan.
   * @param {string} path
   * @param {string | null | undefined} value
   * @param {(value: string) => void} write
   * @param {string} width
   */
  function text(path, value, write, width) {
    const input = textInput(value ?? '', {
      class: `nhsuk-input ${width}`,
      'data-path': path,
      oninput() {
        write(input.value);
        plan.valuesChanged();
      },
    });
    return input;
  }

  /**
   * A list of choices at a place of the plan.
   * @param {import('./field.js').Choice[]} choices
   * @param {string} path
   * @param {string} value
   * @param {(value: string) => void} write
   */
  function choice(choices, path, value, write) {
    const element = select(choices, value, {
      'data-path': path,
      onchange() {
        write(element.value);
        plan.valuesChanged();
      },
    });
    return element;
  }

  return { element, build };
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
