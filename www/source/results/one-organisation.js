/** @file A section that shows one organisation at a time, of those that it offers. */

import { createChoice, offerOf, valueFor } from './choice.js';
import { createSection } from './section.js';

/** @typedef {import('../assessment.js').Assessment} Assessment */
/** @typedef {import('../../generated/engine.js').Member} Member */
/** @typedef {import('./sheet.js').Sheet} Sheet */

/**
 * @param {object} plan
 * @param {string} plan.id
 * @param {string} plan.label what is chosen
 * @param {(value: string) => void} plan.chosen is told the organisation that was chosen
 * @param {(assessment: Assessment) => Member[]} plan.offered
 * @param {(assessment: Assessment) => string} plan.title
 * @param {(assessment: Assessment, member: Member | undefined) => unknown[]} plan.shape all that the layout depends on besides who it is
 * @param {(assessment: Assessment, sheet: Sheet, member: Member | undefined) => (HTMLElement | null)[]} plan.layOut nobody's where nobody is offered
 */
export function createOneOrganisation({ id, label, chosen, offered, title, shape, layOut }) {
  const choice = createChoice(label, `${id}-choice`, chosen);
  /** @param {Assessment} assessment */
  const member = (assessment) =>
    offered(assessment).find(({ code }) => valueFor(code) === choice.value());
  const section = createSection({
    id,
    title,
    controls: [choice.element],
    shape(assessment) {
      const one = member(assessment);
      return [one?.code, one?.name, ...shape(assessment, one)];
    },
    layOut: (assessment, sheet) => layOut(assessment, sheet, member(assessment)),
  });

  return {
    ...section,
    /** @param {Assessment} assessment */
    arrange(assessment) {
      choice.offer([offerOf(offered(assessment))]);
      section.arrange(assessment);
    },
    choose: choice.choose,
  };
}
