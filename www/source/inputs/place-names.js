/** @file What the page calls a place of the plan. */

import { placeOf } from '../plan.js';
import { named } from './identity.js';

/**
 * The name of the input there; else of the organisation it belongs to.
 * @param {(path: string) => HTMLElement[]} inputsAt
 * @param {import('../plan.js').Plan} plan
 * @param {import('./identity.js').Identity} identity
 * @returns {(path: string) => string}
 */
export const placeNamer = (inputsAt, plan, identity) => (path) => {
  const [input] = inputsAt(path);
  if (input?.dataset['path'] === path) return labelOf(input);
  const organisation = plan.document.organisations.find((one, index) =>
    `${path}/`.startsWith(`${placeOf(one, index)}/`),
  );
  return organisation ? named(identity.nameOf(organisation), organisation.code) : '';
};

/** @param {HTMLElement} input */
function labelOf(input) {
  const label = input.getAttribute('aria-label');
  if (label !== null) return label;
  const labels = input instanceof HTMLInputElement || input instanceof HTMLSelectElement ? input.labels : null;
  return labels?.[0]?.textContent ?? '';
}
