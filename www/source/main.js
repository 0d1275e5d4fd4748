/** @file Starts the calculator and puts the page together. */

import { createAnswers } from './answers.js';
import { createChanges } from './changes.js';
import { h } from './element.js';
import { openExamples } from './examples.js';
import { goTo } from './go-to.js';
import { createArea } from './inputs/area.js';
import { createFigures } from './inputs/figures.js';
import { createFiles, exampleButtons } from './inputs/files.js';
import { createFlexes } from './inputs/flexes.js';
import { createHeader } from './inputs/header.js';
import { createIdentity } from './inputs/identity.js';
import { createBanner } from './inputs/illustrative.js';
import { createMarks } from './inputs/marks.js';
import { placeNamer } from './inputs/place-names.js';
import { createPlanning } from './inputs/planning/planning.js';
import { createProblems } from './inputs/problems.js';
import { createStatements } from './inputs/statements.js';
import { keepingFocus } from './keeping-focus.js';
import { createNational } from './national/national.js';
import { createPlan } from './plan.js';
import { nameOfParameter } from './results/parameter.js';
import { createResults } from './results/results.js';
import { openRuleBook } from './rules.js';
import { giveReason } from './starting/reasons.js';

/**
 * Starts the calculator in the page's document, or says there why it does not start.
 *
 * @param {() => Promise<typeof import('../generated/engine.js')>} startEngine
 */
export async function startCalculator(startEngine) {
  const root = document.querySelector('#app');
  if (root === null) return;
  try {
    const [engine, examples] = await Promise.all([startEngine(), openExamples(), openRuleBook()]);
    start(root, engine, examples);
  } catch (error) {
    if (error instanceof Error && error.name === 'CompileError') giveReason('webassembly');
    root.append(h('p', null, `The reason the browser gives: ${String(error)}`));
    throw error;
  }
}

/**
 * @param {Element} root
 * @param {typeof import('../generated/engine.js')} engine
 * @param {readonly import('./examples.js').Example[]} examples
 */
function start(root, engine, examples) {
  const plan = createPlan(engine);
  const identity = createIdentity(engine, plan);
  const marks = createMarks(root);
  /** @type {import('./plan.js').Diagnostic[]} */
  let diagnostics = [];
  /** @param {string} path */
  function toInput(path) {
    results.unfold(path);
    makePlace(path);
    goTo(marks.at, path);
  }

  /** @param {string} path */
  function makePlace(path) {
    statements.makePlace(path);
    planning.makePlace(path);
  }
  /** @type {import('./page.js').Page} */
  const page = {
    engine,
    planText: plan.text,
    unit: () => plan.document.unit,
    changes: createChanges(plan),
    goTo: toInput,
    needs: (figure) => answers.needs(figure),
    appeared,
  };

  const nameInPlan = placeNamer(marks.at, plan, identity);
  const problems = createProblems((path) => nameOfParameter(path) ?? nameInPlan(path), toInput);
  const header = createHeader(plan, identity, toInput);
  const area = createArea(engine, plan, identity);
  const figures = createFigures(engine, plan, identity, toInput, problems, appeared);
  const statements = createStatements(engine, plan, identity, appeared);
  const flexes = createFlexes(engine, plan, identity);
  const planning = createPlanning(engine, plan, identity, appeared);
  const files = createFiles(engine, plan, examples, opened, toInput);
  const national = createNational(engine, plan, files.openText);
  const answers = createAnswers(engine, files.save);
  const results = createResults(page);
  const banner = createBanner();
  const begin = h(
    'div',
    { class: 'app-begin' },
    h('p', null, 'Choose an area below, open a plan from a file, or look at an example:'),
    exampleButtons(examples, files.openExample),
  );

  function opened() {
    header.clear();
    area.fold();
    // The button that was pressed is gone.
    if (begin.hidden && begin.contains(document.activeElement)) header.focus();
  }

  function build() {
    keepingFocus(root, () => {
      header.build();
      area.build();
      figures.build();
      statements.build();
      flexes.build();
      planning.build();
    });
    marks.survey();
    begin.hidden = plan.document.organisations.length > 0;
  }

  /** Inputs that are made when they are unfolded have marks too. */
  function appeared() {
    marks.survey();
    marks.show(diagnostics);
  }

  function answer() {
    banner.hidden = !plan.document.illustrative;
    const answered = answers.ask(plan.text());
    if (answered === null) {
      results.update(null, plan.number);
      return;
    }
    ({ diagnostics } = answered);
    for (const { path } of diagnostics) makePlace(path);
    marks.show(diagnostics);
    problems.show(diagnostics);
    flexes.say(answered.assessment);
    figures.say(answered.assessment?.answer.system ?? '');
    results.update(answered, plan.number);
  }

  root.replaceChildren(
    banner,
    begin,
    header.element,
    area.element,
    figures.element,
    statements.element,
    flexes.element,
    planning.element,
    files.element,
    h('div', { id: 'results', tabindex: '-1' }, results.element),
    national.element,
    answers.element,
  );
  plan.watch({ shape: build, values: answer });
  build();
  answer();
  warnBeforeLeaving(plan);
}

/** @param {import('./plan.js').Plan} plan */
function warnBeforeLeaving(plan) {
  addEventListener('beforeunload', (event) => {
    if (plan.hasUnsavedChanges()) event.preventDefault();
  });
}
