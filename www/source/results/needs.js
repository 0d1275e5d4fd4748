/** @file What a figure that is not known needs, each with the way to where it is entered. */

import { h } from '../element.js';
import { asLink } from './as-link.js';
import { nameOfParameter } from './parameter.js';

/** @typedef {import('../../generated/engine.js').Missing} Missing */

/** A list longer than this is cut: whoever has entered so many asks again. */
const MOST = 60;

/**
 * @param {number[]} needs places in the list of missing inputs
 * @param {Missing[]} missing
 * @param {((path: string) => void) | null} goTo where there are inputs here
 */
export function needsList(needs, missing, goTo) {
  const inputs = needs.flatMap((place) => missing[place] ?? []);
  return h(
    'div',
    { class: 'needs' },
    h(
      'h3',
      { class: 'nhsuk-heading-xs' },
      inputs.length === 1
        ? 'Not known yet: it needs this input'
        : `Not known yet: it needs these ${inputs.length} inputs`,
    ),
    h('ul', { class: 'needs__list' }, inputButtons(inputs, goTo)),
  );
}

/**
 * The lines of a list of inputs.
 *
 * @param {Missing[]} inputs
 * @param {((path: string) => void) | null} goTo
 */
export function inputButtons(inputs, goTo) {
  const lines = inputs
    .slice(0, MOST)
    .map(({ path, organisation, words }) => {
      const name = nameOfParameter(path) ?? (organisation === null ? words : `${organisation}: ${words}`);
      return h('li', null, goTo === null ? name : asLink(name, () => goTo(path)));
    });
  const rest = inputs.length - lines.length;
  return rest > 0 ? [...lines, h('li', null, `and ${rest} more`)] : lines;
}
