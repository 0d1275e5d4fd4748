/** @file What an area decides in a planning round, question by question; each is folded until it is used. */

import { h } from '../../element.js';
import { roundOf } from '../../rules.js';
import { createFolds } from '../folds.js';
import { createNotice } from '../notice.js';
import { section } from '../section.js';
import { createCapital } from './capital.js';
import { createContracts } from './contracts.js';
import { createCouncil } from './council.js';
import { createDays } from './days.js';
import { createDesk } from './desk.js';
import { isEntered, isPlanned } from './entries.js';
import { createProgrammes } from './programmes.js';
import { createProposals } from './proposals.js';
import { createTransformation } from './transformation.js';

/**
 * @typedef {object} Entry
 * @property {import('./entries.js').Question} id
 * @property {string} title
 * @property {string[]} holds what of a plan's planning is entered in it
 * @property {(desk: import('./desk.js').Desk) => import('./desk.js').Question} create
 */

/** @type {Entry[]} */
const QUESTIONS = [
  { id: 'days', title: 'Days and partnership', holds: ['today', 'dates', 'partnership'], create: createDays },
  { id: 'contracts', title: 'Resources and contracts', holds: ['resources', 'contracts'], create: createContracts },
  {
    id: 'transformation',
    title: 'Transformation funding',
    holds: ['plans', 'trajectories', 'answers', 'bids'],
    create: createTransformation,
  },
  { id: 'proposals', title: 'Proposals: saved or only moved', holds: ['proposals'], create: createProposals },
  { id: 'programmes', title: 'Programmes and the envelope', holds: ['envelope'], create: createProgrammes },
  { id: 'council', title: 'Social-care memo', holds: ['council'], create: createCouncil },
  { id: 'capital', title: 'Capital bids', holds: ['capital'], create: createCapital },
];

/**
 * @param {typeof import('../../../generated/engine.js')} engine
 * @param {import('../../plan.js').Plan} plan
 * @param {import('../identity.js').Identity} identity
 * @param {() => void} appeared there are inputs that weren't there
 */
export function createPlanning(engine, plan, identity, appeared) {
  const folds = createFolds(plan, appeared);
  const notice = createNotice();
  const list = h('div');
  const desk = createDesk(engine, plan, identity, notice, list);
  const questions = QUESTIONS.map(({ id, title, holds, create }) => {
    const question = create(desk);
    const isIn = (/** @type {string} */ path) => holds.some((part) => `${path}/`.startsWith(`planning/${part}/`));
    const fold = folds.createFold(id, isIn, (content) => {
      question.build();
      // It stays where it is, so that nothing in it loses its place.
      if (!content.contains(question.element)) content.append(question.element);
    });
    return { id, title, fold };
  });
  const noRound = h('p', { class: 'app-hint', hidden: true });
  list.append(...questions.map(({ fold }) => fold.element));
  const element = section(
    'planning',
    'The planning round',
    h('p', { class: 'app-hint' }, HINT),
    noRound,
    list,
    notice.element,
  );

  function build() {
    const { organisations, planning, year } = plan.document;
    const isPlannedYear = roundOf(year) !== undefined;
    notice.clear();
    folds.begin();
    element.hidden = organisations.length === 0 && !isPlanned(planning);
    noRound.hidden = isPlannedYear || year === '';
    noRound.textContent = `No rules of a planning round were read for ${year}. What you enter is worked out, but no day is published, and whether the area could take on a system control total, or have transformation funding, is not answered.`;
    for (const { id, title, fold } of questions) {
      const isUsed = isEntered[id](planning);
      const counts = isPlannedYear || id !== 'transformation';
      fold.element.hidden = !counts && !isUsed;
      // A whole round would push the answer far down the page, and take most of the time of a first answer.
      fold.build({
        title: `${title}${counts ? (isUsed ? ENTERED : '') : KEPT}`,
        isUsed,
        isOpenAtFirst: false,
      });
    }
  }

  /** @param {string} path */
  const makePlace = (path) => questions.forEach(({ fold }) => fold.makePlace(path));

  return { element, build, makePlace };
}

const ENTERED = ', entered';

const KEPT = ': kept, counts nothing under these rules';

const HINT =
  'What an area decides before the year begins. Open what you need: nothing here changes the figures above. A blank is not known and never nil, unless it says otherwise.';
