/** @file The area's members, by subdivision and side. */

import { h } from '../element.js';
import { placeOf } from '../plan.js';
import { plainButton, select } from './field.js';
import { named, SIDES } from './identity.js';
import { offerUndo } from './notice.js';

/** @typedef {import('../plan.js').OrganisationDocument} OrganisationDocument */
/** @typedef {{ organisation: OrganisationDocument, index: number }} Member */

/**
 * @param {import('../plan.js').Plan} plan
 * @param {import('./identity.js').Identity} identity
 * @param {import('./notice.js').Notice} notice
 */
export function createMembers(plan, identity, notice) {
  const element = h('div', { class: 'app-members' });

  /** @type {HTMLElement[]} the headings of the subdivisions, in their order */
  let headings = [];
  /** @type {HTMLSelectElement[]} */
  let selects = [];

  function build() {
    headings = [];
    selects = [];
    const { organisations, subdivisions } = plan.document;
    const all = organisations.map((organisation, index) => ({ organisation, index }));
    const known = new Set(subdivisions.map(({ code }) => code.trim()));
    /** @param {string} code */
    const membersOf = (code) => all.filter(({ organisation }) => organisation.subdivision.trim() === code);
    const others = all.filter(({ organisation }) => !known.has(organisation.subdivision.trim()));
    const heading = subdivisions.length > 0 ? 'In no subdivision yet: choose one for each' : '';
    element.replaceChildren(
      ...subdivisions.flatMap(({ code, name }) => part(name || code, membersOf(code.trim()), true)),
      ...part(heading, others, false),
    );
  }

  /** The same subdivisions by other names: nothing is built, since the user is typing. */
  function retitle() {
    plan.document.subdivisions.forEach(({ code, name }, index) => {
      const heading = headings[index];
      if (heading) heading.textContent = name || code;
      for (const { options } of selects) {
        // The first is for no subdivision.
        const option = options[index + 1];
        if (!option) continue;
        option.value = code.trim();
        option.textContent = name || code;
      }
    });
  }

  /**
   * @param {string} heading
   * @param {Member[]} members
   * @param {boolean} isSubdivision
   */
  function part(heading, members, isSubdivision) {
    if (members.length === 0 && !isSubdivision) return [];
    const lists = SIDES.flatMap(({ side, name }) => {
      const there = members.filter(({ organisation }) => identity.sideOf(organisation) === side);
      return there.length === 0
        ? []
        : [h(isSubdivision || heading ? 'h4' : 'h3', { class: 'nhsuk-heading-xs' }, name), h('ul', { class: listClass() }, there.map(item))];
    });
    const title = h('h3', { class: 'nhsuk-heading-s', hidden: heading === '' && !isSubdivision }, heading);
    if (isSubdivision) headings.push(title);
    const empty = members.length === 0 && h('p', null, 'No members yet.');
    return [
      h('div', { class: 'app-members__part' }, title, empty, lists),
    ];
  }

  /** @param {Member} member */
  function item({ organisation, index }) {
    const name = named(identity.nameOf(organisation), organisation.code);
    return h(
      'li',
      { class: 'app-members__item' },
      h('span', { class: 'app-members__name' }, name),
      subdivisionOf(organisation, index, name),
      plainButton('Remove', (event) => remove(index, name, event), { 'aria-label': `Remove ${name}` }),
    );
  }

  /**
   * @param {OrganisationDocument} organisation
   * @param {number} index
   * @param {string} name
   */
  function subdivisionOf(organisation, index, name) {
    const { subdivisions } = plan.document;
    const chosen = organisation.subdivision.trim();
    if (subdivisions.length === 0 && chosen === '') return null;
    const choices = [
      { value: '', name: 'No subdivision' },
      ...subdivisions.map(({ code, name: title }) => ({ value: code.trim(), name: title || code })),
    ];
    if (!choices.some(({ value }) => value === chosen)) choices.push({ value: chosen, name: chosen });
    const element = select(choices, chosen, {
      'aria-label': `Subdivision of ${name}`,
      'data-path': `${placeOf(organisation, index)}/subdivision`,
      onchange() {
        organisation.subdivision = element.value;
        plan.shapeChanged();
      },
    });
    selects.push(element);
    return h('span', { class: 'app-members__subdivision' }, element);
  }

  /**
   * @param {number} index
   * @param {string} name
   * @param {Event} event
   */
  function remove(index, name, { currentTarget }) {
    const place = buttons().findIndex((button) => button === currentTarget);
    const before = plan.snapshot();
    plan.document.organisations.splice(index, 1);
    plan.shapeChanged();
    offerUndo(notice, plan, `${name} was removed.`, before);
    const left = buttons();
    (left[Math.min(place, left.length - 1)] ?? notice).focus();
  }

  /** A member with a subdivision to choose needs the whole line. */
  const listClass = () =>
    plan.document.subdivisions.length > 0 ? 'nhsuk-list' : 'nhsuk-list app-members__list';

  const buttons = () => [...element.querySelectorAll('button')];

  return { element, build, retitle };
}
