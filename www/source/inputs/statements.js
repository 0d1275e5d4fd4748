/** @file What the year's rules ask for beside the fund, statement by statement; each is folded until it is used. */

import { h } from '../element.js';
import { isVerified, statusTag } from '../results/citation.js';
import { small } from '../results/vocabulary.js';
import { askedOf } from './asked.js';
import { YES_NO, answer, answerText, enter, keyed, yesNo } from './column.js';
import { field } from './field.js';
import { createFolds } from './folds.js';
import { createGrid } from './grid.js';
import { createNotice } from './notice.js';
import { planFields } from './plan-field.js';
import { createReading, gridListener } from './reading.js';
import { rowsBySide } from './rows.js';
import { section } from './section.js';
import { askedLines, askingStatements, isFilledIn, isInPlan, isOfSide, unknownEntries } from './statement-entries.js';
import { signOf } from './units.js';

/** @typedef {import('../rules.js').LineBook} LineBook */
/** @typedef {import('../rules.js').StatementBook} StatementBook */

/**
 * @param {typeof import('../../generated/engine.js')} engine
 * @param {import('../plan.js').Plan} plan
 * @param {import('./identity.js').Identity} identity
 * @param {() => void} appeared there are inputs that weren't there
 */
export function createStatements(engine, plan, identity, appeared) {
  const folds = createFolds(plan, appeared);
  const { text, choice } = planFields(plan);
  /** @type {import('./folds.js').Fold[]} */
  let made = [];
  const list = h('div');
  const element = section(
    'beside',
    'What else the rules ask',
    h('p', { class: 'app-hint' }, HINT),
    list,
  );

  function build() {
    const { document } = plan;
    const { statements } = askedOf(document);
    folds.begin();
    const own = statements.filter((one) => one.whose === 'system' || rowsOf(one, true).length > 0);
    const kept = askingStatements().filter((one) => !statements.includes(one) && isInPlan(one, document));
    made = [
      ...own.map((one) => ofStatement(one, one.name, true)),
      ...kept.map((one) => ofStatement(one, `${one.name}: kept, counts nothing under these rules`, false)),
      ...unknownEntries(document).map((one) => ofStatement(one, one.name, false)),
    ];
    list.replaceChildren(...made.map((fold) => fold.element));
    element.hidden = document.organisations.length === 0 || !list.hasChildNodes();
  }

  /**
   * @param {StatementBook} statement
   * @param {string} title
   * @param {boolean} counts
   */
  function ofStatement(statement, title, counts) {
    const fold = folds.createFold(
      statement.id,
      (path) => holds(statement, path),
      (content) => content.append(...contentOf(statement, counts)),
    );
    fold.build({ title, isUsed: isInPlan(statement, plan.document) });
    return fold;
  }

  /**
   * @param {StatementBook} statement
   * @param {boolean} counts
   */
  function contentOf(statement, counts) {
    const inputs = statement.whose === 'system' ? [fields(statement)] : grid(statement, counts);
    const lines = askedLines(statement);
    if (lines.every(({ rule }) => rule === null)) return inputs;
    return [h('p', null, inWords(statement)), h('ul', { class: 'nhsuk-list app-hint' }, lines.map(explanation)), ...inputs];
  }

  /** @param {StatementBook} statement */
  function fields(statement) {
    const { amounts, answers, unit } = plan.document;
    return h(
      'div',
      { class: 'app-fields' },
      askedLines(statement).map((line) => {
        const { id } = line;
        return line.asks === 'amount'
          ? field(
              `${nameOf(line)}, ${signOf(unit)}`,
              text(`amounts/${id}`, amounts[id], (value) => enter(amounts, id, value), 'app-field__number'),
            )
          : field(
              nameOf(line),
              choice(YES_NO, `answers/${id}`, answerText(answers[id]), (value) => answer(answers, id, value)),
            );
      }),
    );
  }

  /**
   * @param {StatementBook} statement
   * @param {boolean} counts
   */
  function grid(statement, counts) {
    const { name } = statement;
    const notice = createNotice();
    const reading = createReading(engine, plan);
    const made = createGrid(`${name}: entries`, notice, gridListener(plan, reading, () => {}));
    const lines = askedLines(statement);
    const unit = lines.some(({ asks }) => asks === 'amount') ? signOf(plan.document.unit) : '';
    made.build(name, [{ name, unit, columns: lines.map(columnOf) }], rowsOf(statement, counts));
    return [made.element, h('div', { class: 'app-status' }, reading.element), notice.element];
  }

  /**
   * Those whose statement it is, and those that have entries all the same.
   * @param {StatementBook} statement
   * @param {boolean} counts
   */
  const rowsOf = (statement, counts) =>
    rowsBySide(
      plan.document,
      identity,
      () => [],
      (organisation) =>
        (counts && isOfSide(statement, identity.sideOf(organisation))) || isFilledIn(statement, organisation),
    );

  /** @param {string} path */
  const makePlace = (path) => made.forEach((fold) => fold.makePlace(path));

  return { element, build, makePlace };
}

/**
 * Whether a path of the plan is a line of the statement, or inside one: the system's, or an organisation's.
 * @param {StatementBook} statement
 * @param {string} path
 */
const holds = (statement, path) =>
  path.startsWith('organisations/') === (statement.whose !== 'system') &&
  askedLines(statement).some(({ id, asks }) =>
    `${path}/`.includes(`${asks === 'amount' ? 'amounts' : 'answers'}/${id}/`),
  );

const HINT =
  'Open what you need: nothing here changes the figures above. A blank is not known and never nil, unless it says that a blank counts as nothing.';

const WHOSE = {
  provider: 'each provider',
  commissioner: 'each commissioner',
  organisation: 'each organisation',
  system: 'the system',
};

/** @param {LineBook} line */
const nameOf = ({ id, rule }) => rule?.name ?? id;

/** @param {LineBook} line */
const columnOf = (line) =>
  line.asks === 'amount'
    ? {
        ...keyed('amounts', line.id, nameOf(line), ({ amounts }) => amounts),
        ...(line.may_be_blank && { blank: 'counts as nothing' }),
      }
    : yesNo(line.id, nameOf(line));

/** @param {StatementBook} statement */
function inWords({ whose, lines }) {
  const reckoned = lines.filter(({ asks }) => asks === null).map((line) => small(nameOf(line)));
  const recalled = lines.filter(({ rule }) => rule && !isVerified(rule)).length;
  return [
    reckoned.length > 0 && `It works out, for ${WHOSE[whose]}: ${reckoned.join('; ')}.`,
    recalled > 0 && `Of its ${lines.length} rules, ${recalled} ${recalled === 1 ? 'is' : 'are'} not verified.`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** @param {LineBook} line */
function explanation({ rule, may_be_blank }) {
  if (rule === null) return null;
  const blank = may_be_blank ? ' A blank counts as nothing.' : '';
  return h('li', null, h('strong', null, rule.name), ' ', statusTag(rule), ` ${rule.words}${blank}`);
}
