/** @file A part of the planning round: a section that is laid out anew when what it says is another. */

import { isFigure } from '../../assessment.js';
import { createSection } from '../section.js';

/** @typedef {import('../../assessment.js').Assessment} Assessment */
/** @typedef {import('../../../generated/engine.js').PlanningResult} PlanningResult */
/** @typedef {import('../sheet.js').Sheet} Sheet */

/**
 * What a part is laid out from.
 * @typedef {object} Round
 * @property {PlanningResult} planning
 * @property {Assessment} assessment
 * @property {Sheet} sheet
 */

/**
 * @param {object} plan
 * @param {string} plan.id
 * @param {string} plan.title
 * @param {HTMLElement[]} [plan.controls]
 * @param {(planning: PlanningResult) => object | null} plan.of what of the round it shows; nothing where there is none
 * @param {(assessment: Assessment, planning: PlanningResult) => unknown} [plan.besides] what else it depends on
 * @param {(round: Round) => (HTMLElement | null)[]} plan.layOut
 */
export function createPart({ id, title, controls = [], of, besides = () => null, layOut }) {
  return createSection({
    id: `planning-${id}`,
    title: () => title,
    level: 3,
    controls,
    shape: (assessment) => {
      const { planning } = assessment;
      const part = planning && of(planning);
      return part && [withoutFigures(part), besides(assessment, /** @type {PlanningResult} */ (planning))];
    },
    layOut(assessment, sheet) {
      const { planning } = assessment;
      return planning === null || of(planning) === null ? [] : layOut({ planning, assessment, sheet });
    },
  });
}

/** @type {WeakMap<object, string>} */
const texts = new WeakMap();

/**
 * All that a part says but for its figures, which have places of their own.
 * @param {object} part of a form, which stays the same object until it is another
 */
function withoutFigures(part) {
  const known = texts.get(part);
  if (known !== undefined) return known;
  const text = JSON.stringify(part, (_, value) => (isFigure(value) ? 0 : value));
  texts.set(part, text);
  return text;
}
