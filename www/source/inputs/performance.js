/** @file A grid for each performance measure that the fund hangs on. */

import { h } from '../element.js';
import { documentOf } from '../plan.js';
import { schemesOf } from '../rules.js';
import { freshId } from './field.js';
import { createGrid } from './grid.js';
import { named } from './identity.js';
import { createNotice, offerUndo } from './notice.js';
import { performanceColumns } from './performance-columns.js';
import { createReading, gridListener } from './reading.js';
import { rowsBySide } from './rows.js';

/** @typedef {import('../plan.js').OrganisationDocument} OrganisationDocument */
/** @typedef {import('../rules.js').MeasureBook} MeasureBook */

/**
 * @param {typeof import('../../generated/engine.js')} engine
 * @param {import('../plan.js').Plan} plan
 * @param {import('./identity.js').Identity} identity
 */
export function createPerformance(engine, plan, identity) {
  const element = h('div');
  /** @type {Map<string, ReturnType<typeof createBlock>>} */
  const blocks = new Map();

  /** @param {MeasureBook} measure */
  function createBlock(measure) {
    const pasted = createNotice();
    const removed = createNotice();
    const reading = createReading(engine, plan);
    const grid = createGrid(`${measure.name}: figures`, pasted, gridListener(plan, reading));
    return {
      grid,
      removed,
      element: h(
        'section',
        { class: 'app-measure', 'aria-label': measure.name },
        h('h3', { class: 'nhsuk-heading-m' }, measure.name),
        h(
          'p',
          { class: 'app-hint' },
          'Tick the organisations it applies to. Breaches are those who waited longer than the standard.',
        ),
        grid.element,
        h('div', { class: 'app-status' }, reading.element),
        pasted.element,
        removed.element,
      ),
    };
  }

  function build() {
    const schemes = schemesOf(plan.document);
    const known = schemes.flatMap((scheme) => scheme.measures);
    const measures = [...known, ...unknownMeasures(plan.document, known)];
    element.replaceChildren(
      ...measures.map((measure) => {
        const block = blocks.get(measure.id) ?? createBlock(measure);
        blocks.set(measure.id, block);
        buildBlock(block, measure, schemes[0]?.id ?? '');
        return block.element;
      }),
    );
  }

  /**
   * @param {ReturnType<typeof createBlock>} block
   * @param {MeasureBook} measure
   * @param {string} schemeId
   */
  function buildBlock({ grid, removed }, measure, schemeId) {
    const groups = rowsBySide(plan.document, identity, (organisation, place) => [
      appliesTick(`${place}/performance/${measure.id}`, organisation, measure, schemeId, removed),
    ]);
    const rows = groups
      .map((group) => ({ ...group, rows: group.rows.filter((row) => isListed(row.organisation, measure.id)) }))
      .filter((group) => group.rows.length > 0);
    grid.build(`${measure.name} by quarter`, performanceColumns(measure), rows);
  }

  /**
   * Commissioners have no such figures, unless a file says otherwise.
   * @param {OrganisationDocument} organisation
   * @param {string} id
   */
  const isListed = (organisation, id) =>
    identity.sideOf(organisation) !== 'commissioner' || organisation.performance[id] !== undefined;

  /**
   * @param {string} path
   * @param {OrganisationDocument} organisation
   * @param {MeasureBook} measure
   * @param {string} schemeId
   * @param {import('./notice.js').Notice} notice
   */
  function appliesTick(path, organisation, measure, schemeId, notice) {
    const name = named(identity.nameOf(organisation), organisation.code);
    const tick = h('input', {
      type: 'checkbox',
      id: freshId(),
      class: 'app-tick__box',
      'aria-label': `${measure.name} applies to ${name}`,
      'data-path': path,
      onchange() {
        const before = plan.snapshot();
        if (tick.checked) add(organisation, measure.id, schemeId);
        else delete organisation.performance[measure.id];
        plan.shapeChanged();
        if (!tick.checked) offerUndo(notice, plan, `${measure.name} was taken off ${name}.`, before);
      },
    });
    tick.checked = organisation.performance[measure.id] !== undefined;
    return h('span', { class: 'app-tick' }, tick, h('label', { for: tick.id }, 'Applies'));
  }

  /**
   * With what is published of it, else blank.
   * @param {OrganisationDocument} organisation
   * @param {string} id
   * @param {string} schemeId
   */
  function add(organisation, id, schemeId) {
    const published = engine.member(organisation.code.trim().toUpperCase(), schemeId);
    const performance = { [id]: published?.performance?.[id] ?? {} };
    const [made] = documentOf(engine, { organisations: [{ performance }] }).organisations;
    if (made) Object.assign(organisation.performance, made.performance);
  }

  return { element, build };
}

const NOTHING = { trajectory: false, last_year: false, march: false, appeals: false };

/**
 * Measures that a file has and the scheme hasn't: shown, so that they can be taken off.
 * @param {import('../plan.js').PlanDocument} document
 * @param {MeasureBook[]} known
 * @returns {MeasureBook[]}
 */
function unknownMeasures({ organisations }, known) {
  const ids = new Set(organisations.flatMap(({ performance }) => Object.keys(performance)));
  for (const { id } of known) ids.delete(id);
  return [...ids].map((id) => ({ id, name: `${id}: not a measure of this fund`, milestones: [], needs: NOTHING }));
}
