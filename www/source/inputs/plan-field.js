/** @file Inputs outside the grids that stand for a place of the plan. */

import { dayInPlan } from './day.js';
import { select, textInput } from './field.js';

/** @typedef {import('../plan.js').Plan} Plan */
/** @typedef {ReturnType<typeof planFields>} PlanFields */

/** @param {Plan} plan */
export function planFields(plan) {
  /**
   * A text at a place of the plan.
   * @param {string} path
   * @param {string | null | undefined} value
   * @param {(value: string) => void} write
   * @param {string} width
   */
  function text(path, value, write, width) {
    const input = textInput(value ?? '', {
      class: `nhsuk-input ${width}`,
      'data-path': path,
      oninput() {
        write(input.value);
        plan.valuesChanged();
      },
    });
    return input;
  }

  /**
   * A day at a place of the plan; it stands there as it was read when the user has done with it.
   * @param {string} path
   * @param {string | null | undefined} value
   * @param {(value: string) => void} write
   */
  function day(path, value, write) {
    const input = text(path, value, (typed) => write(dayInPlan(typed)), 'app-input--date');
    input.addEventListener('change', () => void (input.value = dayInPlan(input.value)));
    return input;
  }

  /**
   * A choice at a place of the plan.
   * @param {import('./field.js').Choice[]} choices
   * @param {string} path
   * @param {string} value
   * @param {(value: string) => void} write
   */
  function choice(choices, path, value, write) {
    const element = select(choices, value, {
      'data-path': path,
      onchange() {
        write(element.value);
        plan.valuesChanged();
      },
    });
    return element;
  }

  return { text, day, choice };
}
