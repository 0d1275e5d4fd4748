/** @file A grid for each performance measure that money hangs on, and for those that a plan has all the same. */

import { h } from '../element.js';
import { codeOf, documentOf } from '../plan.js';
import { askedOf, measureName } from './asked.js';
import { freshId } from './field.js';
import { folder } from './folder.js';
import { createGrid } from './grid.js';
import { named } from './identity.js';
import { wordsOf } from './measure-words.js';
import { createNotice, offerUndo } from './notice.js';
import { performanceColumns } from './performance-columns.js';
import { createReading, gridListener } from './reading.js';
import { rowsBySide } from './rows.js';

/** @typedef {import('../plan.js').OrganisationDocument} OrganisationDocument */
/** @typedef {import('../rules.js').MeasureBook} MeasureBook */
/** @typedef {import('./asked.js').Asked} Asked */
/** @typedef {import('./column.js').ColumnGroup} ColumnGroup */

/**
 * @param {typeof import('../../generated/engine.js')} engine
 * @param {import('../plan.js').Plan} plan
 * @param {import('./identity.js').Identity} identity
 * @param {() => void} written what else shows the plan has to look at it again
 */
export function createPerformance(engine, plan, identity, written) {
  const list = h('div');
  // Not with the measure, which may be gone when its last organisation is.
  const removed = createNotice();
  const element = h('div', null, list, removed.element);
  /** @type {Set<string>} measures that are folded away, and were opened */
  const unfolded = new Set();
  /** @type {Map<string, ReturnType<typeof createBlock>>} */
  const blocks = new Map();

  /** @param {MeasureBook} measure */
  function createBlock(measure) {
    const pasted = createNotice();
    const reading = createReading(engine, plan);
    const grid = createGrid(`${measure.name}: figures`, pasted, gridListener(plan, reading, written));
    return {
      grid,
      element: h(
        'section',
        { class: 'app-measure', 'aria-label': measure.name },
        h('h3', { class: 'nhsuk-heading-m' }, measure.name),
        h(
          'p',
          { class: 'app-hint' },
          `Tick the organisations it applies to. ${wordsOf(measure.id).hint}`,
        ),
        grid.element,
        h('div', { class: 'app-status' }, reading.element),
        pasted.element,
      ),
    };
  }

  /**
   * @param {Asked} asked
   * @returns {ColumnGroup[]} the columns of all measures, each under the measure's name
   */
  function build(asked) {
    removed.clear();
    const kept = keptMeasures(plan.document, asked.measures);
    const built = [...asked.measures, ...kept].map((measure) => buildBlock(measure, asked));
    list.replaceChildren(
      ...built.map(({ measure, element }) => (kept.includes(measure) ? foldedAway(measure, element) : element)),
    );
    return built.flatMap(({ measure, columns }) =>
      columns.map((group) => ({ ...group, name: `${measure.name}, ${group.name}` })),
    );
  }

  /**
   * @param {MeasureBook} measure
   * @param {Asked} asked
   */
  function buildBlock(measure, asked) {
    const block = blocks.get(measure.id) ?? createBlock(measure);
    blocks.set(measure.id, block);
    const counts = asked.measures.includes(measure);
    const rows = rowsBySide(
      plan.document,
      identity,
      (organisation, place) => [appliesTick(`${place}/performance/${measure.id}`, organisation, measure)],
      (organisation) => isListed(organisation, measure.id, counts),
    );
    const columns = performanceColumns(measure, plan.document.organisations);
    block.grid.build(`${measure.name} by quarter`, columns, rows);
    return { measure, columns, element: block.element };
  }

  /**
   * @param {MeasureBook} measure
   * @param {HTMLElement} block
   */
  function foldedAway({ id, name }, block) {
    const details = folder(
      `${name}: kept, counts nothing under these rules`,
      {
        open: unfolded.has(id),
        ontoggle: () => void (details.open ? unfolded.add(id) : unfolded.delete(id)),
      },
      block,
    );
    return details;
  }

  /**
   * Commissioners have no such figures, and nobody has any that count nothing, unless a file says
   * otherwise.
   * @param {OrganisationDocument} organisation
   * @param {string} id
   * @param {boolean} counts
   */
  const isListed = (organisation, id, counts) =>
    (counts && identity.sideOf(organisation) !== 'commissioner') || organisation.performance[id] !== undefined;

  /**
   * @param {string} path
   * @param {OrganisationDocument} organisation
   * @param {MeasureBook} measure
   */
  function appliesTick(path, organisation, measure) {
    const name = named(identity.nameOf(organisation), organisation.code);
    const tick = h('input', {
      type: 'checkbox',
      id: freshId(),
      class: 'app-tick__box',
      'aria-label': `${measure.name} applies to ${name}`,
      'data-path': path,
      onchange() {
        const before = plan.snapshot();
        if (tick.checked) add(organisation, measure.id);
        else delete organisation.performance[measure.id];
        plan.shapeChanged();
        if (tick.checked) return;
        offerUndo(removed, plan, `${measure.name} was taken off ${name}.`, before);
        if (document.activeElement === document.body) removed.focus();
      },
    });
    tick.checked = organisation.performance[measure.id] !== undefined;
    return h('span', { class: 'app-tick' }, tick, h('label', { for: tick.id }, 'Applies'));
  }

  /**
   * With what is published of it, else blank.
   * @param {OrganisationDocument} organisation
   * @param {string} id
   */
  function add(organisation, id) {
    const own = askedOf(plan.document).schemes.find(({ measures }) => measures.some((one) => one.id === id));
    const published = engine.member(codeOf(organisation.code), own?.id ?? '');
    const performance = { [id]: published?.performance?.[id] ?? {} };
    const [made] = documentOf(engine, { organisations: [{ performance }] }).organisations;
    if (made) Object.assign(organisation.performance, made.performance);
  }

  return {
    element,
    build,
    /** Shows what was written elsewhere. */
    refresh() {
      for (const { grid } of blocks.values()) grid.refresh();
    },
  };
}

const NOTHING = { trajectory: false, last_year: false, march: false, appeals: false };

/**
 * Measures that a plan has and its rules haven't: shown, so that they can be taken off.
 * @param {import('../plan.js').PlanDocument} document
 * @param {MeasureBook[]} asked
 * @returns {MeasureBook[]}
 */
function keptMeasures({ organisations }, asked) {
  const ids = new Set(organisations.flatMap(({ performance }) => Object.keys(performance)));
  for (const { id } of asked) ids.delete(id);
  return [...ids].map((id) => ({ id, name: measureName(id), milestones: [], needs: NOTHING }));
}
