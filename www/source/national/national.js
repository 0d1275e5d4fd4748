/** @file Several systems: their plans opened together and rolled up to regions and to England. */

import { h } from '../element.js';
import { field, freshId, plainButton } from '../inputs/field.js';
import { createNotice } from '../inputs/notice.js';
import { count } from '../inputs/paste-words.js';
import { section } from '../inputs/section.js';
import { createAmounts } from '../results/amounts.js';
import { createSheet, refresh } from '../results/sheet.js';
import { createWorking } from '../results/working.js';
import { ruleOf } from '../rules.js';
import { createPlanFiles } from './files.js';
import { breaksTable, tablesOf } from './tables.js';

/** @typedef {import('../../generated/engine.js').LeftOut} LeftOut */
/** @typedef {import('../../generated/engine.js').RollUp} RollUp */

/** The name that the page's own plan goes by. */
const OWN = 'the plan on this page';

/**
 * @param {typeof import('../../generated/engine.js')} engine
 * @param {import('../plan.js').Plan} plan
 * @param {(text: string, name: string) => void} openPlan puts a plan in place of the page's
 */
export function createNational(engine, plan, openPlan) {
  const files = createPlanFiles();
  const notice = createNotice();
  const amounts = createAmounts(engine);
  const sheet = createSheet();
  const working = createWorking(
    {
      id: 'national-working',
      engine,
      ask: (place) => engine.national_working(files.names(), files.texts(), place),
      goTo: null,
    },
    amounts,
  );
  const hintId = freshId();
  const chooser = h('input', {
    type: 'file',
    multiple: true,
    accept: '.json,application/json',
    class: 'nhsuk-file-upload',
    onchange: () => void openChosen(),
  });
  const own = plainButton('Add the plan on this page', addOwn, { 'aria-describedby': hintId });
  const clear = plainButton('Take all out', takeAllOut);
  const list = h('ul', { class: 'nhsuk-list app-national__files' });
  const results = h('div', { class: 'results__body' });
  const outcome = h('div', { class: 'results', onclick: openWorking, onkeydown: working.onKey }, results);
  const element = section(
    'national',
    'Several systems',
    h(
      'p',
      { class: 'app-hint', id: hintId },
      'Open the plans of several areas to see them added up by region and for England, and whether providers and commissioners each still balance after the flexes. The plans stay on your machine, and the plan above stays as it is.',
    ),
    field('Open the plans of several systems', chooser, 'Hold down Ctrl or Shift to choose several files.'),
    h('div', { class: 'app-buttons' }, own, clear),
    notice.element,
    list,
    outcome,
  );

  async function openChosen() {
    const chosen = [...(chooser.files ?? [])];
    const refused = await files.open(chosen);
    // So that choosing the same files again, once mended, is a change.
    chooser.value = '';
    if (chosen.length === 0) return;
    const opened = chosen.length - refused.length;
    show([`${opened} of ${chosen.length} files opened.`, ...refused].join(' '));
  }

  function addOwn() {
    files.put({ name: OWN, text: plan.text() });
    show('The plan was added as it stands now; add it again when it has changed.');
  }

  function takeAllOut() {
    files.clear();
    show('All plans were taken out of the roll-up.');
  }

  /** @param {string} name */
  function takeOut(name) {
    files.takeOut(name);
    show(`${name} was taken out of the roll-up.`);
    chooser.focus();
  }

  /** @param {string} done what was just done */
  function show(done) {
    working.hide();
    clear.hidden = files.all.length === 0;
    sheet.clear();
    const rolledUp = files.all.length === 0 ? NOTHING : ask();
    const leftOut = rolledUp?.leftOut ?? [];
    notice.say(rolledUp === null ? STOPPED : `${done}${counted(files.all.length, leftOut.length)}`);
    list.replaceChildren(...files.all.map(({ name, text }) => lineOf(name, text, leftOut)));
    const result = rolledUp?.result ?? null;
    if (result === null) {
      results.replaceChildren();
      return;
    }
    outcome.classList.toggle('results--illustrative', result.illustrative > 0);
    results.replaceChildren(...layOut(result));
    outcome.append(working.element);
    refresh(result, sheet.cells, amounts);
    working.update(result);
  }

  function ask() {
    try {
      const [result, leftOut, ledger] = engine.national(files.names(), files.texts());
      return { result: result && ledger && { ...result, ledger }, leftOut };
    } catch (error) {
      console.error(error);
      engine.__wbg_reset_state();
      return null;
    }
  }

  /** @param {RollUp} result */
  function layOut(result) {
    const [first, ...rest] = result.answer;
    const breaks = breaksTable(result, sheet);
    return [
      h('p', { class: 'app-national__rules' }, `${result.rules}.${illustrative(result)}`),
      h('p', { class: 'answer__sentence' }, h('strong', null, first)),
      ...rest.map((sentence) => h('p', null, sentence)),
      h(
        'p',
        null,
        'Providers: ',
        sheet.test(['balance', 'providers'], 'Providers balance after the flexes', ['balance after the flexes', 'do not balance']),
        ' Commissioners: ',
        sheet.test(['balance', 'commissioners'], 'Commissioners balance after the flexes', ['balance after the flexes', 'do not balance']),
        ` ${ruleOf('national_balance').words}`,
      ),
      ...(breaks === null ? [] : [breaks]),
      ...tablesOf(result, sheet),
    ];
  }

  /**
   * @param {string} name
   * @param {string} text
   * @param {LeftOut[]} leftOut
   */
  function lineOf(name, text, leftOut) {
    const fault = leftOut.find(({ file }) => file === name);
    return h(
      'li',
      null,
      h('span', { class: 'app-national__name' }, name),
      fault === undefined
        ? null
        : h(
            'div',
            { class: 'app-problems__errors' },
            h('strong', null, 'Left out: '),
            h('ul', { class: 'nhsuk-list' }, fault.reasons.slice(0, 10).map((reason) => h('li', null, reason))),
          ),
      h(
        'div',
        { class: 'app-buttons' },
        name === OWN ? null : plainButton('Open', () => openPlan(text, name), { 'aria-label': `Open ${name} above` }),
        plainButton('Take out', () => takeOut(name), { 'aria-label': `Take out ${name}` }),
      ),
    );
  }

  /** @param {Event} event */
  function openWorking({ target }) {
    const button = target instanceof Element ? target.closest('button') : null;
    const { figure, name } = button?.dataset ?? {};
    if (button && figure !== undefined) working.open(figure, name ?? '', button);
  }

  clear.hidden = true;
  return { element };
}

/** @type {{ result: null, leftOut: LeftOut[] }} */
const NOTHING = { result: null, leftOut: [] };

const STOPPED =
  'The calculator stopped on these plans. This is a fault of the calculator, not of your figures: open fewer of them to find which one it is.';

/**
 * How many of the plans are counted, where that is not all of them.
 * @param {number} plans
 * @param {number} leftOut
 */
const counted = (plans, leftOut) =>
  leftOut === 0 ? '' : ` Of ${count(plans, 'plan')}, ${plans - leftOut} counted and ${leftOut} left out, for the reasons below.`;

/** @param {RollUp} result */
function illustrative({ illustrative: some, systems }) {
  if (some === 0) return '';
  return some === systems.length ? ' All figures are illustrative.' : ` The figures of ${some} of ${systems.length} plans are illustrative.`;
}
