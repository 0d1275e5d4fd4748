/** @file Examples, and plans and answers in files: opening, saving, beginning anew. Nothing is kept anywhere else. */

import { download, fileName, written } from '../download.js';
import { h } from '../element.js';
import { blankDocument } from '../plan.js';
import { answerSaver } from './answer-file.js';
import { field, freshId, plainButton } from './field.js';
import { createNotice, offerUndo } from './notice.js';
import { section } from './section.js';

/** @typedef {import('../plan.js').Plan} Plan */
/** @typedef {import('../plan.js').PlanDocument} PlanDocument */
/** @typedef {import('../examples.js').Example} Example */

/** The largest file that is read, in bytes; the engine refuses more as well. */
const LARGEST_FILE = 4_000_000;

/**
 * @param {typeof import('../../generated/engine.js')} engine
 * @param {Plan} plan
 * @param {readonly Example[]} examples
 * @param {() => void} opened another plan stands there now
 * @param {(path: string) => void} goTo
 */
export function createFiles(engine, plan, examples, opened, goTo) {
  const notice = createNotice();
  const answerHint = freshId();
  const faults = h('div', { role: 'alert' });
  const chooser = h('input', {
    type: 'file',
    accept: '.json,application/json',
    class: 'nhsuk-file-upload',
    onchange: () => void openChosen(),
  });

  async function openChosen() {
    const [file] = chooser.files ?? [];
    if (!file) return;
    if (file.size > LARGEST_FILE) {
      refuse(file.name, [
        {
          message: `This file is ${Math.ceil(file.size / 1_000_000)} MB; a plan is at most 4 MB.`,
          hint: 'Open a plan saved by this calculator.',
        },
      ]);
    } else {
      openText(await file.text(), file.name);
    }
    // So that choosing the same file again, once mended, is a change.
    chooser.value = '';
  }

  /**
   * @param {string} text
   * @param {string} name
   */
  function openText(text, name) {
    const { document, diagnostics } = openSafely(text);
    if (document === null) {
      refuse(name, diagnostics);
      return;
    }
    replace(document, `${document.title || name} was opened.`);
    if (diagnostics.length > 0) sayFaults(`Parts of ${name} were left out`, diagnostics);
  }

  /** @param {string} text */
  function openSafely(text) {
    try {
      return engine.open(text);
    } catch (error) {
      console.error(error);
      engine.__wbg_reset_state();
      const message = 'The calculator stopped on this file.';
      return { document: null, diagnostics: [{ message, hint: 'This is a fault of the calculator.' }] };
    }
  }

  /**
   * @param {PlanDocument} document
   * @param {string} words
   */
  function replace(document, words) {
    const before = plan.snapshot();
    faults.replaceChildren();
    plan.replace(document);
    opened();
    offerUndo(notice, plan, words, before);
  }

  /**
   * @param {string} name
   * @param {{ message: string, hint: string }[]} diagnostics
   */
  function refuse(name, diagnostics) {
    notice.clear();
    sayFaults(`${name} was not opened, and your plan is as it was`, diagnostics);
  }

  /**
   * @param {string} heading
   * @param {{ message: string, hint: string }[]} diagnostics
   */
  function sayFaults(heading, diagnostics) {
    faults.replaceChildren(
      h(
        'div',
        { class: 'app-problems__errors' },
        h('h3', { class: 'nhsuk-heading-s' }, heading),
        h(
          'ul',
          { class: 'nhsuk-list' },
          diagnostics.slice(0, 20).map(({ message, hint }) => h('li', null, `${message} ${hint}`)),
        ),
      ),
    );
  }

  function save() {
    const name = fileName(plan.document.title);
    download(name, written(plan.document));
    plan.markSaved();
    notice.say(`Saved as ${name}. The calculator itself keeps nothing.`);
  }

  function begin() {
    replace(blankDocument(engine), 'A new, empty plan.');
  }

  /** @param {Example} example */
  function openExample({ name, text }) {
    openText(text, name);
  }

  const element = section(
    'files',
    'Examples and files',
    h(
      'div',
      { class: 'app-buttons' },
      plainButton('Save the plan to a file', save),
      plainButton('Save the answer to a file', answerSaver(engine, plan, notice, goTo), {
        'aria-describedby': answerHint,
      }),
      plainButton('New empty plan', begin),
    ),
    h(
      'p',
      { class: 'app-hint', id: answerHint },
      'The answer is saved whole, for checking against the command line, or for another program.',
    ),
    field('Open a plan from a file', chooser, 'A plan that this calculator saved. It is read here and goes nowhere.'),
    examples.length > 0 && h('h3', { class: 'nhsuk-heading-s' }, 'Examples'),
    exampleButtons(examples, openExample),
    faults,
    notice.element,
  );
  return { element, save, openExample, openText };
}

/**
 * @param {readonly Example[]} examples
 * @param {(example: Example) => void} open
 */
export function exampleButtons(examples, open) {
  return h(
    'div',
    { class: 'app-buttons' },
    examples.map((example) => plainButton(example.title, () => open(example))),
  );
}
