/** @file Flexes: control totals moved between organisations, the system's total staying as it is. */

import { h } from '../element.js';
import { documentOf, isBlank } from '../plan.js';
import { askedOf, plural } from './asked.js';
import { amountByCode, strays } from './by-organisation.js';
import { QUARTERS } from './column.js';
import { field, plainButton } from './field.js';
import { createGrid } from './grid.js';
import { createNotice, offerUndo } from './notice.js';
import { planFields } from './plan-field.js';
import { createReading, gridListener } from './reading.js';
import { rowsBySide } from './rows.js';
import { section } from './section.js';
import { signOf } from './units.js';

/** @typedef {import('../assessment.js').Assessment} Assessment */
/** @typedef {import('../plan.js').PlanDocument['flexes'][number]} Flex */

/**
 * @param {typeof import('../../generated/engine.js')} engine
 * @param {import('../plan.js').Plan} plan
 * @param {import('./identity.js').Identity} identity
 */
export function createFlexes(engine, plan, identity) {
  const notice = createNotice();
  const reading = createReading(engine, plan);
  const { text, choice } = planFields(plan);
  const grid = createGrid('Moves of each flex', notice, gridListener(plan, reading, () => {}));
  const hint = h('p', { class: 'app-hint' });
  const list = h('div');
  const sums = h('div');
  const moves = h('div', null, grid.element, h('div', { class: 'app-status' }, reading.element), sums);
  const adding = plainButton('Add a flex', add);
  const element = section(
    'flexing',
    'Flexes',
    hint,
    list,
    moves,
    adding,
    notice.element,
  );

  function build() {
    const { document } = plan;
    const { flexes, organisations, unit } = document;
    notice.clear();
    element.hidden = organisations.length === 0 && flexes.length === 0;
    moves.hidden = flexes.length === 0;
    hint.textContent = `A flex moves ${plural(askedOf(document).target)} between organisations, and leaves the system’s total as it is. It is always subject to national approval.`;
    list.replaceChildren(...flexes.map(fields));
    sums.replaceChildren(...flexes.map(sum));
    grid.build(
      'By how much each organisation moves',
      [{ name: 'Moves by', unit: signOf(unit), hint: 'Blank: does not move', columns: flexes.map(column) }],
      rowsBySide(document, identity, () => []),
    );
  }

  /** @param {Flex} flex @param {number} index */
  function fields(flex, index) {
    const place = `flexes/${index}`;
    const quarters = [...new Set(['', ...QUARTERS, flex.from])].map((value) => ({ value, name: value || 'Not chosen' }));
    return h(
      'fieldset',
      { class: 'nhsuk-fieldset app-revision' },
      h('legend', { class: 'nhsuk-fieldset__legend nhsuk-fieldset__legend--s' }, nameOf(index)),
      h(
        'div',
        { class: 'app-fields' },
        field(`${nameOf(index)} counts from`, choice(quarters, `${place}/from`, flex.from, (value) => (flex.from = value))),
        field(
          'Why, and how far the approval is',
          text(`${place}/note`, flex.note, (value) => (flex.note = value), 'app-input--long'),
        ),
      ),
      strays(plan.document, flex.moves, `${place}/moves`, nameOf(index), movesBy, takeOut),
      plainButton(`Remove ${nameOf(index)}`, () => remove(index)),
    );
  }

  /** @param {string | null} amount */
  const movesBy = (amount) => (isBlank(amount) ? '' : `, which moves by ${amount},`);

  /** @param {Flex} flex @param {number} index */
  const column = ({ moves: all }, index) =>
    amountByCode(`flexes/${index}/moves`, nameOf(index), all, { kind: 'money', blank: 'does not move' });

  /** @param {Flex} _ @param {number} index where a sum that is not nothing is said */
  const sum = (_, index) =>
    h('p', {
      role: 'group',
      tabindex: '-1',
      'aria-label': `${nameOf(index)}, all its moves`,
      'data-path': `flexes/${index}/moves`,
    });

  /** @param {Assessment | null} assessment */
  function say(assessment) {
    for (const [index, line] of [...sums.querySelectorAll('p')].entries())
      line.textContent = assessment === null ? '' : `${nameOf(index)}: ${whatBecame(assessment, index)}.`;
  }

  function add() {
    const [made] = documentOf(engine, { flexes: [{}] }).flexes;
    if (!made) return;
    const { flexes } = plan.document;
    flexes.push(made);
    plan.shapeChanged();
    list.querySelectorAll('select')[flexes.length - 1]?.focus();
  }

  /** @param {number} index */
  function remove(index) {
    takeOut(() => void plan.document.flexes.splice(index, 1), `${nameOf(index)} was removed.`);
  }

  /** @param {() => void} change @param {string} words */
  function takeOut(change, words) {
    const before = plan.snapshot();
    change();
    plan.shapeChanged();
    offerUndo(notice, plan, words, before);
    notice.focus();
  }

  return { element, build, say };
}

/** @param {number} index */
const nameOf = (index) => `Flex ${index + 1}`;

/** @param {Assessment} assessment @param {number} index */
function whatBecame({ flexes }, index) {
  const counted = flexes.find(({ place }) => place === index);
  if (!counted) return 'left out until it is put right';
  return counted.moves.length === 0 ? 'no moves' : 'the moves add to nothing, as they have to';
}
