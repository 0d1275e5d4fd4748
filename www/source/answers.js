/** @file Asks the engine what a plan comes to, and starts the engine afresh should it fail. */

import { createAssessor } from './assessment.js';
import { h } from './element.js';

/** @typedef {import('./assessment.js').Answered} Answered */

/**
 * @param {typeof import('../generated/engine.js')} engine
 * @param {() => void} save saves the plan to a file
 */
export function createAnswers(engine, save) {
  const element = h('div', { class: 'app-alert', role: 'alert' });
  let assessor = createAssessor(engine);

  function sayBroken() {
    if (element.hasChildNodes()) return;
    element.append(
      h(
        'div',
        { class: 'nhsuk-inset-text app-broken' },
        h('h2', { class: 'nhsuk-heading-s' }, 'The calculator stopped on this plan'),
        h(
          'p',
          null,
          'This is a fault of the calculator, not of your figures. Nothing you typed is lost, and the calculator was started again. Any results on the page are the last ones that were worked out.',
        ),
        h('p', null, 'Save your plan, then change the last thing you typed.'),
        h(
          'button',
          { type: 'button', class: 'nhsuk-button nhsuk-button--small', onclick: save },
          'Save the plan to a file',
        ),
      ),
    );
  }

  /** @param {unknown} error */
  function fail(error) {
    console.error(error);
    engine.__wbg_reset_state();
    assessor = createAssessor(engine);
    sayBroken();
  }

  // Whatever else the page asks of the engine may fail too.
  addEventListener('error', ({ error }) => fail(error));
  addEventListener('unhandledrejection', ({ reason }) => fail(reason));

  return {
    element,
    /**
     * @param {string} planText
     * @returns {Answered | null} nothing when the engine failed
     */
    ask(planText) {
      try {
        const answered = assessor.assess(planText);
        element.replaceChildren();
        return answered;
      } catch (error) {
        fail(error);
        return null;
      }
    },

    /** @param {import('../generated/engine.js').Figure | import('../generated/engine.js').Test} figure of the last assessment */
    needs: (figure) => assessor.needs(figure),
  };
}
