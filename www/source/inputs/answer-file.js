/** @file Saves the answer to the plan as it stands, or says why there is none to save. */

import { answerText } from '../answer-text.js';
import { createAssessor } from '../assessment.js';
import { download, fileName } from '../download.js';

/** @typedef {import('../../generated/engine.js').Diagnostic} Diagnostic */

/**
 * @param {typeof import('../../generated/engine.js')} engine
 * @param {import('../plan.js').Plan} plan
 * @param {import('./notice.js').Notice} notice
 * @param {(path: string) => void} goTo
 */
export function answerSaver(engine, plan, notice, goTo) {
  /** @param {Diagnostic[]} errors */
  function refuse(errors) {
    const [first] = errors;
    const isOne = errors.length === 1;
    const count = isOne
      ? '1 entry of the plan cannot be used.'
      : `${errors.length} entries of the plan cannot be used. The first:`;
    const reason = first ? `${first.message} ${first.hint}` : '';
    // What is wrong with the plan as a whole stands nowhere in it.
    const ways = first?.path
      ? [{ name: isOne ? 'Go to it' : 'Go to the first', act: () => goTo(first.path) }]
      : [];
    notice.say(`The answer was not saved: ${count} ${reason}`, ...ways);
  }

  return () => {
    // Not the one that answers for the results: they go on from the last answer they had.
    const assessor = createAssessor(engine);
    const { text, diagnostics } = answerText(engine, assessor, plan.text());
    assessor.free();
    if (text === null) {
      refuse(diagnostics.filter(({ severity }) => severity === 'error'));
      return;
    }
    const name = fileName(plan.document.title, ' answer');
    download(name, text);
    notice.say(`The answer was saved as ${name}.`);
  };
}
