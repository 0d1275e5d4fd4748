/** @file The figures: the money grid, one grid for each performance measure, and what else there is of each organisation. */

import { h } from '../element.js';
import { askedOf, plural } from './asked.js';
import { moneyColumns } from './columns.js';
import { createGrid } from './grid.js';
import { createNotice } from './notice.js';
import { createParticulars } from './particulars.js';
import { createPerformance } from './performance.js';
import { createReading, gridListener } from './reading.js';
import { rowsBySide } from './rows.js';
import { section } from './section.js';

/** @typedef {import('../plan.js').Plan} Plan */

/**
 * @param {typeof import('../../generated/engine.js')} engine
 * @param {Plan} plan
 * @param {import('./identity.js').Identity} identity
 * @param {(path: string) => void} goTo
 * @param {ReturnType<typeof import('./problems.js').createProblems>} problems
 * @param {() => void} appeared there are inputs that weren't there
 */
export function createFigures(engine, plan, identity, goTo, problems, appeared) {
  const notice = createNotice();
  const reading = createReading(engine, plan);
  const particulars = createParticulars(engine, plan, identity, { appeared, typed: refreshGrids });
  const money = createGrid('Money figures', notice, gridListener(plan, reading, particulars.refresh));
  const performance = createPerformance(engine, plan, identity, particulars.refresh);
  // The answer itself stands further down: this much of it is seen while typing.
  const headline = h('a', { href: '#results', hidden: true });
  const nothing = h(
    'p',
    null,
    'Choose an area or add an organisation first: each organisation gets a row here.',
  );
  const filled = h(
    'div',
    null,
    h('p', { class: 'app-hint' }, HINT),
    money.element,
    h('div', { class: 'app-status' }, reading.element, problems.tally),
    h('p', { class: 'app-headline__line' }, headline),
    notice.element,
    particulars.element,
    performance.element,
    problems.element,
  );

  function refreshGrids() {
    money.refresh();
    performance.refresh();
  }

  function build() {
    const { document } = plan;
    notice.clear();
    nothing.hidden = document.organisations.length > 0;
    filled.hidden = !nothing.hidden;
    const asked = askedOf(document);
    const columns = moneyColumns(plan, identity.sideOf, asked);
    money.build(
      `${asked.hasFund ? 'Allocations, actuals' : 'Actuals'}, forecasts and ${plural(asked.target)} of each organisation`,
      columns,
      rowsBySide(document, identity, (_, place) => [moreButton(place, goTo)]),
    );
    particulars.build([...columns, ...performance.build(asked)]);
  }

  const element = section(
    'figures',
    'Figures',
    nothing,
    filled,
  );
  return {
    element,
    build,
    /** @param {string} words the answer's first line */
    say(words) {
      headline.textContent = words;
      headline.hidden = words === '';
    },
  };
}

const HINT =
  'Deficits in brackets or with a minus: (1,234). An amount may carry its own unit: £1.2m, 450k. Leave a cell blank when its figure is not known; blank is never nil. You can paste a block of cells from a spreadsheet: click the cell at its top left first. Arrow keys and Enter move between cells.';

/**
 * @param {string} place
 * @param {(path: string) => void} goTo
 */
function moreButton(place, goTo) {
  return h(
    'button',
    { type: 'button', class: 'app-grid__more', onclick: () => goTo(`${place}/share`) },
    'More',
  );
}
