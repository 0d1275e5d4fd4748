/** @file What the page calls a place of the plan. */

import { placeOf } from '../plan.js';
import { named } from './identity.js';

/**
 * The name of the input there, with the organisation it belongs to; else of the organisation alone.
 * @param {(path: string) => HTMLElement[]} inputsAt
 * @param {import('../plan.js').Plan} plan
 * @param {import('./identity.js').Identity} identity
 * @returns {(path: string) => string}
 */
export const placeNamer = (inputsAt, plan, identity) => (path) => {
  const organisation = plan.document.organisations.find((one, index) =>
    `${path}/`.startsWith(`${placeOf(one, index)}/`),
  );
  const name = organisation ? identity.nameOf(organisation) : '';
  const [input] = inputsAt(path);
  if (input?.dataset['path'] !== path) return organisation ? named(name, organisation.code) : '';
  const label = labelOf(input);
  return label.includes(name) ? label : `${name}: ${label}`;
};

/** @param {HTMLElement} input */
function labelOf(input) {
  const label = input.getAttribute('aria-label');
  if (label !== null) return label;
  const labels = input instanceof HTMLInputElement || input instanceof HTMLSelectElement ? input.labels : null;
  return labels?.[0]?.textContent ?? '';
}
