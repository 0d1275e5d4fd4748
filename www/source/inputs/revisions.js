/** @file The versions of an organisation's target that were agreed during the year. */

import { h } from '../element.js';
import { documentOf } from '../plan.js';
import { capital } from './asked.js';
import { enter, entryOf } from './column.js';
import { periodNames, spreadOf, spreads } from './columns.js';
import { field, plainButton } from './field.js';
import { offerUndo } from './notice.js';
import { planFields } from './plan-field.js';
import { signOf } from './units.js';

/** @typedef {import('../plan.js').OrganisationDocument} OrganisationDocument */
/** @typedef {import('../plan.js').RevisionDocument} RevisionDocument */
/** @typedef {import('./asked.js').Asked} Asked */

/**
 * @param {typeof import('../../generated/engine.js')} engine
 * @param {import('../plan.js').Plan} plan
 * @param {import('./notice.js').Notice} notice
 * @param {(path: string) => HTMLElement | null} inputAt
 */
export function createRevisions(engine, plan, notice, inputAt) {
  const { text, day, choice } = planFields(plan);

  /**
   * @param {OrganisationDocument} organisation
   * @param {string} place
   * @param {Asked} asked
   */
  const build = (organisation, place, asked) => [
    ...organisation.revisions.map((revision, index) => fields(organisation, revision, index, place, asked)),
    plainButton(`Add a revised ${asked.target}`, () => add(organisation, place)),
  ];

  /**
   * @param {OrganisationDocument} organisation
   * @param {RevisionDocument} revision
   * @param {number} index
   * @param {string} place
   * @param {Asked} asked
   */
  function fields(organisation, revision, index, place, asked) {
    const path = `${place}/revisions/${index}`;
    const name = `revised ${asked.target} ${index + 1}`;
    return h(
      'fieldset',
      { class: 'nhsuk-fieldset app-revision' },
      h('legend', { class: 'nhsuk-fieldset__legend nhsuk-fieldset__legend--s' }, capital(name)),
      amounts(revision, path, asked),
      profile(revision, path),
      field(
        'Why, and where it was agreed',
        text(`${path}/note`, revision.note, (value) => (revision.note = value), 'app-input--long'),
      ),
      plainButton(`Remove ${name}`, () => remove(organisation, index, name)),
    );
  }

  /**
   * @param {RevisionDocument} revision
   * @param {string} path
   * @param {Asked} asked
   */
  function amounts(revision, path, asked) {
    const { control_total: total } = revision;
    const before = asked.hasFund ? ' before the fund' : '';
    return h(
      'div',
      { class: 'app-fields' },
      field(
        'From',
        day(`${path}/from`, revision.from, (value) => (revision.from = entryOf(value))),
        'Such as 31/12/2017',
      ),
      field(
        `New ${asked.target}${before}, ${signOf(plan.document.unit)}`,
        text(
          `${path}/control_total/amount`,
          total.amount,
          (value) => (total.amount = entryOf(value)),
          'app-field__number',
        ),
        'For the whole year',
      ),
      field(
        'Spread',
        choice(
          spreads(asked, plan.document),
          `${path}/control_total/spread`,
          total.spread ?? '',
          (value) => (total.spread = spreadOf(value)),
        ),
        'Where there is no profile',
      ),
    );
  }

  /**
   * @param {RevisionDocument} revision
   * @param {string} path
   */
  function profile({ control_total: total }, path) {
    const periods = periodNames(plan, () => total.profile);
    return h(
      'fieldset',
      { class: 'nhsuk-fieldset' },
      h('legend', { class: 'nhsuk-fieldset__legend' }, `Its profile, ${signOf(plan.document.unit)}`),
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
    );
  }

  /**
   * @param {OrganisationDocument} organisation
   * @param {string} place
   */
  function add(organisation, place) {
    const [made] = documentOf(engine, { organisations: [{ revisions: [{}] }] }).organisations;
    organisation.revisions.push(...(made?.revisions ?? []));
    plan.shapeChanged();
    inputAt(`${place}/revisions/${organisation.revisions.length - 1}/from`)?.focus();
  }

  /**
   * @param {OrganisationDocument} organisation
   * @param {number} index
   * @param {string} name
   */
  function remove(organisation, index, name) {
    const before = plan.snapshot();
    organisation.revisions.splice(index, 1);
    plan.shapeChanged();
    offerUndo(notice, plan, `${capital(name)} was removed.`, before);
    notice.focus();
  }

  return { build };
}
