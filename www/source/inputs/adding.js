/** @file Adding members: partners that aren't counted by themselves, any organisation, a body of one's own. */

import { h } from '../element.js';
import { codeOf, documentOf } from '../plan.js';
import { field, plainButton, select, textInput } from './field.js';
import { createFinder } from './finder.js';
import { named } from './identity.js';
import { offerUndo } from './notice.js';

/** @typedef {import('./finder.js').Match} Match */

/**
 * @param {typeof import('../../generated/engine.js')} engine
 * @param {import('../plan.js').Plan} plan
 * @param {import('./identity.js').Identity} identity
 * @param {import('./notice.js').Notice} notice
 */
export function createAdding(engine, plan, identity, notice) {
  const partners = h('div');
  const anyone = createFinder({
    label: 'Find any trust or commissioner',
    hint: 'Type a part of its name, or its code such as RXL.',
    most: 8,
    listsAll: false,
    all: () =>
      identity
        .everyone()
        .filter(({ code, listed }) => listed && !isMember(code))
        .map(match),
    choose(chosen) {
      add(chosen);
      anyone.focus();
    },
  });
  const own = createOwnBody(addOwn);
  const element = h(
    'div',
    null,
    h('h3', { class: 'nhsuk-heading-s' }, 'Add a member'),
    partners,
    anyone.element,
    own.element,
  );

  /** @param {import('../../generated/engine.js').OrganisationChoice} choice */
  const match = ({ code, name, remarks }) => ({ code, name, remarks, act: 'Add' });

  /** @param {string} code */
  const isMember = (code) =>
    plan.document.organisations.some((one) => codeOf(one.code) === codeOf(code));

  /** @param {{ code: string, name: string }} chosen */
  function add({ code, name }) {
    const made = engine.member(code, plan.document.year);
    if (made === null) {
      notice.say('Choose a year that this calculator has rules for first.');
      return;
    }
    join(made, named(name, code));
  }

  /** @param {{ code: string, name: string, side: import('../../generated/engine.js').Side }} body */
  function addOwn(body) {
    if (isMember(body.code)) return `${body.code} is in the plan already: an organisation counts once.`;
    join(body, named(body.name || body.code, body.code));
    return '';
  }

  /**
   * @param {import('../plan.js').Part<import('../plan.js').OrganisationDocument>} member
   * @param {string} name
   */
  function join(member, name) {
    const [made] = documentOf(engine, { organisations: [member] }).organisations;
    if (!made) return;
    const before = plan.snapshot();
    plan.document.organisations.push(made);
    plan.shapeChanged();
    offerUndo(notice, plan, `${name} was added.`, before);
  }

  const addButtons = () => [...partners.querySelectorAll('button')];

  function build() {
    const { year, footprint } = plan.document;
    const others = footprint.code
      ? engine.members(year, footprint.code).filter((choice) => !choice.counted && !isMember(choice.code))
      : [];
    partners.replaceChildren(
      ...(others.length === 0
        ? []
        : [
            h('h4', { class: 'nhsuk-heading-xs' }, 'Partners of this area that are not counted by themselves'),
            h('ul', { class: 'nhsuk-list app-members__list' }, others.map(partner)),
          ]),
    );
    anyone.clear();
  }

  /** @param {import('../../generated/engine.js').OrganisationChoice} choice */
  function partner({ code, name, remarks }) {
    const title = named(name, code);
    /** @param {Event} event */
    function addPartner({ currentTarget }) {
      const place = addButtons().findIndex((button) => button === currentTarget);
      add({ code, name });
      const left = addButtons();
      (left[Math.min(place, left.length - 1)] ?? anyone).focus();
    }
    return h(
      'li',
      { class: 'app-members__item' },
      h(
        'span',
        { class: 'app-members__name' },
        title,
        remarks.map((remark) => h('span', { class: 'app-finder__remark' }, remark)),
      ),
      plainButton('Add', addPartner, { 'aria-label': `Add ${title}` }),
    );
  }

  return { element, build };
}

/** @param {(body: { code: string, name: string, side: import('../../generated/engine.js').Side }) => string} add says why not */
function createOwnBody(add) {
  const name = textInput('', { class: 'nhsuk-input app-input--long' });
  const code = textInput('', { class: 'nhsuk-input app-input--short' });
  const side = select(
    [
      { value: 'provider', name: 'Provider' },
      { value: 'commissioner', name: 'Commissioner' },
    ],
    'provider',
    {},
  );
  const fault = h('p', { class: 'nhsuk-error-message', role: 'alert' });

  function submit() {
    const body = { code: code.value.trim(), name: name.value.trim() };
    const chosen = side.value === 'provider' ? 'provider' : 'commissioner';
    fault.textContent = body.code === '' ? 'Give it a short code of your own.' : add({ ...body, side: chosen });
    if (fault.textContent !== '') {
      code.focus();
      return;
    }
    name.value = '';
    code.value = '';
  }

  const element = h(
    'fieldset',
    { class: 'nhsuk-fieldset' },
    h('legend', { class: 'nhsuk-fieldset__legend nhsuk-fieldset__legend--s' }, 'A body of your own'),
    h(
      'div',
      { class: 'app-fields' },
      field('Body’s name', name),
      field('Body’s code', code),
      field('Body’s side', side),
      plainButton('Add this body', submit),
    ),
    fault,
  );
  return { element };
}
