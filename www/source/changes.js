/** @file The parameters of the rules that the plan changes, or sets where none is published. */

import { isBlank } from './plan.js';
import { kindOf } from './rules.js';

/** @param {import('./plan.js').Plan} plan */
export function createChanges(plan) {
  return {
    /**
     * What is typed for a rule; nothing for the published value.
     * @param {string} rule
     */
    typed: (rule) => plan.document.changes[rule] ?? '',

    /** The rules that the plan has a value for, those that it does not use now among them. */
    rules: () => Object.keys(plan.document.changes).filter((rule) => !isBlank(plan.document.changes[rule])),

    /**
     * @param {string} rule
     * @param {string} text blank for the published value
     */
    set(rule, text) {
      if (isBlank(text)) delete plan.document.changes[rule];
      else plan.document.changes[rule] = text;
      // What is entered can depend on a yes or no, such as on the test by forecast.
      if (kindOf(rule) === 'yes_no') plan.shapeChanged();
      else plan.valuesChanged();
    },
  };
}

/** @typedef {ReturnType<typeof createChanges>} Changes */
