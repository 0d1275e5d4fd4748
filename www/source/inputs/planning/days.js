/** @file The round’s days, and the form of the partnership. */

import { h } from '../../element.js';
import { statusTag } from '../../results/citation.js';
import { milestones, roundOf, ruleOf } from '../../rules.js';
import { enter, entryOf } from '../column.js';
import { field, plainButton } from '../field.js';
import { adder } from './adder.js';

/** @typedef {import('../../../generated/engine.js').Partnership} Partnership */

/** @type {{ value: Partnership, rule: string }[]} */
const FORMS = [
  { value: 'forum', rule: 'partnership_forum' },
  { value: 'implementation_partnership', rule: 'partnership_implementation' },
  { value: 'integrated_system', rule: 'partnership_integrated' },
];

/**
 * @param {import('./desk.js').Desk} desk
 * @returns {import('./desk.js').Question}
 */
export function createDays(desk) {
  const element = h('div');
  const naming = adder('A day of your own: its name', 'Such as: Boards approve the plan', 'Add this day', add);
  const dates = () => desk.planning().dates;

  function build() {
    element.replaceChildren(
      h('div', { class: 'app-fields' }, today(), partnership()),
      h('ul', { class: 'nhsuk-list app-hint' }, FORMS.map(explanation)),
      group('The round’s days', milestones.map(published)),
      ...(ownNames().length > 0 ? [group('Days of your own', ownNames().map(own))] : []),
      naming,
    );
  }

  function today() {
    const planning = desk.planning();
    const input = desk.day('planning/today', planning.today, (value) => (planning.today = entryOf(value)));
    return field('Today', input, 'Such as 22/12/2016. The days to go count from it.');
  }

  function partnership() {
    const planning = desk.planning();
    const choices = FORMS.map(({ value, rule }) => ({ value, name: ruleOf(rule).name }));
    return field(
      'Form of the partnership',
      desk.choice([{ value: '', name: 'Not said' }, ...choices], 'planning/partnership', planning.partnership ?? '', (value) => {
        planning.partnership = FORMS.find((one) => one.value === value)?.value ?? null;
      }),
    );
  }

  /** @param {import('../../rules.js').MilestoneBook} milestone */
  function published({ id, name }) {
    const read = roundOf(desk.plan.document.year)?.days.find((one) => one.id === id)?.day ?? null;
    const hint = read === null ? 'Blank: not known' : `Published: ${read}. Blank: this day counts`;
    return field(name, day(id, (value) => enter(dates(), id, value)), hint);
  }

  /** @param {string} name */
  function own(name) {
    return h(
      'div',
      { class: 'app-fields' },
      field(name, day(name, (value) => (dates()[name] = entryOf(value)))),
      plainButton(`Remove “${name}”`, () => desk.takeOut(() => void delete dates()[name], `“${name}” was removed.`)),
    );
  }

  /**
   * @param {string} name
   * @param {(value: string) => void} write
   */
  const day = (name, write) => desk.day(`planning/dates/${name}`, dates()[name], write);

  const ownNames = () => Object.keys(dates()).filter((name) => !milestones.some(({ id }) => id === name));

  /** @param {string} name */
  function add(name) {
    const path = `planning/dates/${name}`;
    if (name in dates() || milestones.some(({ id }) => id === name)) {
      desk.notice.say(`There is a day of this name already: ${name}.`);
      desk.arriveAt(path);
      return;
    }
    desk.putIn(() => (dates()[name] = null), path);
  }

  return { element, build };
}

/**
 * @param {string} legend
 * @param {Node[]} content
 */
const group = (legend, content) =>
  h(
    'fieldset',
    { class: 'nhsuk-fieldset app-form__group' },
    h('legend', { class: 'nhsuk-fieldset__legend app-form__legend' }, legend),
    h('div', { class: 'app-fields' }, content),
  );

/** @param {{ rule: string }} form */
function explanation({ rule: id }) {
  const rule = ruleOf(id);
  return h('li', null, h('strong', null, rule.name), ' ', statusTag(rule), ` ${rule.words}`);
}
