/** @file The results half of the page: lays out what the engine returned, and works nothing out itself. */

import { h } from '../element.js';
import { createAmounts } from './amounts.js';
import { createAnswer } from './answer.js';
import { sayCasting } from './casting.js';
import { valueFor } from './choice.js';
import { createDecides } from './decides.js';
import { createEligibility } from './eligibility.js';
import { createFlexResults } from './flexes.js';
import { createGroups } from './groups.js';
import { createImprint } from './imprint.js';
import { createMatrix } from './matrix.js';
import { createOrganisations } from './organisations.js';
import { createPlanning } from './planning/planning.js';
import { createQuarters } from './quarters.js';
import { createRuleBook } from './rule-book.js';
import { refresh } from './sheet.js';
import { createStatementResults } from './statements.js';
import { createWaterfall } from './waterfall.js';
import { createWorking } from './working.js';

/** @typedef {import('../assessment.js').Answered} Answered */
/** @typedef {import('../assessment.js').Assessment} Assessment */
/** @typedef {import('../page.js').Page} Page */

/** How long after the last change the casting lines are made, in milliseconds. */
const PAUSE = 300;

/** @param {Page} page */
export function createResults(page) {
  const { engine } = page;
  const amounts = createAmounts(engine);
  const working = createWorking(
    { id: 'working', engine, ask: (place) => engine.working(page.planText(), place), goTo: page.goTo },
    amounts,
  );
  const ruleBook = createRuleBook(page);
  const answer = createAnswer(page, ruleBook.open);
  const imprint = createImprint(engine);
  const quarters = createQuarters(show);
  const matrix = createMatrix(show);
  const decides = createDecides(page, show);
  /** @param {{ heading: HTMLElement }} section that shows one organisation */
  const showIn =
    ({ heading }) =>
    (/** @type {string} */ code) => {
      show(valueFor(code));
      heading.focus();
      heading.scrollIntoView();
    };
  const planning = createPlanning(page);
  const ofTheYear = [
    createGroups(),
    createOrganisations(showIn(quarters)),
    createEligibility(showIn(decides)),
    decides,
    quarters,
    matrix,
    createWaterfall(),
    createFlexResults(),
    createStatementResults(page),
  ];
  const sections = [...ofTheYear, ...planning.sections];
  const rest = h(
    'div',
    null,
    ofTheYear.map((section) => section.element),
    planning.element,
    working.element,
    ruleBook.element,
  );
  const element = h(
    'div',
    { class: 'results', onclick: openWorking, onkeydown: working.onKey },
    imprint.head,
    answer.element,
    rest,
    imprint.foot,
  );
  /** @type {Assessment | null} */
  let last = null;
  /** Which plan the last assessment is of. */
  let lastOf = -1;
  let timer = 0;

  /**
   * The results of a plan stay while it gives none itself, and never under another plan.
   *
   * @param {Answered | null} answered nothing when the engine failed
   * @param {number} plan
   */
  function update(answered, plan) {
    if (answered?.assessment) {
      last = answered.assessment;
      lastOf = plan;
    }
    rest.hidden = lastOf !== plan;
    imprint.head.hidden = rest.hidden;
    element.classList.toggle('results--illustrative', !rest.hidden && last?.illustrative === true);
    if (answered !== null) say(answered);
    else if (rest.hidden) say({ assessment: null, diagnostics: [] });
  }

  /** @param {Answered} answered */
  function say(answered) {
    const isEarlier = answered.assessment === null && !rest.hidden;
    element.classList.toggle('results--earlier', isEarlier);
    answer.update(answered, isEarlier);
    ruleBook.show();
    if (answered.assessment !== null) fill(answered.assessment);
  }

  /** @param {Assessment} assessment */
  function fill(assessment) {
    for (const section of sections) section.arrange(assessment);
    planning.update(assessment);
    refresh(
      assessment,
      sections.flatMap(({ sheet }) => sheet.cells),
      amounts,
    );
    imprint.update(assessment);
    ruleBook.update(assessment);
    working.update(assessment);
    clearTimeout(timer);
    timer = setTimeout(() => cast(assessment), PAUSE);
  }

  /** @param {Assessment} assessment */
  function cast(assessment) {
    for (const casting of sections.flatMap(({ sheet }) => sheet.castings))
      sayCasting(assessment, casting, engine);
  }

  /**
   * Shows an organisation or group in all sections that show one.
   * @param {string} value
   */
  function show(value) {
    quarters.choose(value);
    if (value.startsWith('organisations/')) {
      decides.choose(value);
      matrix.choose(value);
    }
    if (last !== null) fill(last);
  }

  /** @param {Event} event */
  function openWorking({ target }) {
    const button = target instanceof Element ? target.closest('button') : null;
    const { figure, name } = button?.dataset ?? {};
    if (button && figure !== undefined) working.open(figure, name ?? '', button);
  }

  return { element, update, unfold: ruleBook.unfold };
}
