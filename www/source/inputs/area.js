/** @file The area: choosing one of the plan’s year, its members, its subdivisions. */

import { h } from '../element.js';
import { codeOf } from '../plan.js';
import { createAdding } from './adding.js';
import { field, textInput } from './field.js';
import { createFinder } from './finder.js';
import { folder } from './folder.js';
import { createMembers } from './members.js';
import { createNotice, offerUndo } from './notice.js';
import { count } from './paste-words.js';
import { section } from './section.js';
import { createSubdivisions } from './subdivisions.js';

/** @typedef {import('../plan.js').Plan} Plan */

/**
 * @param {typeof import('../../generated/engine.js')} engine
 * @param {Plan} plan
 * @param {import('./identity.js').Identity} identity
 */
export function createArea(engine, plan, identity) {
  const notice = createNotice();
  /** The year whose areas are listed. @type {string | null} */
  let listed = null;
  /** @type {import('./finder.js').Match[]} */
  let areas = [];
  /** @type {string | null} */
  let remark = null;
  const about = h('p', null);
  const finder = createFinder({
    label: 'Find an area',
    hint: 'Type a part of its name, or its code such as QE1.',
    path: 'footprint/code',
    most: 44,
    listsAll: true,
    all: () => areas,
    choose: ask,
  });
  const invitation = h('span');
  const finding = folder(invitation, {}, about, finder.element);
  const summary = h('p', { class: 'app-area__summary', tabindex: '-1' });
  const name = textInput('', {
    class: 'nhsuk-input app-area__name',
    'data-path': 'footprint/name',
    oninput() {
      plan.document.footprint.name = name.value;
      plan.valuesChanged();
      summarise();
    },
  });
  const members = createMembers(plan, identity, notice);
  const adding = createAdding(engine, plan, identity, notice);
  const subdivisions = createSubdivisions(plan, notice, members.retitle);
  const changing = folder(
    'Members and subdivisions',
    {},
    field('Area’s name', name),
    members.element,
    subdivisions.element,
    adding.element,
  );

  /** Each year has areas of its own. */
  function listAreas() {
    const { year } = plan.document;
    if (year === listed) return;
    listed = year;
    const choices = engine.areas(year);
    areas = (choices?.areas ?? []).map(({ code, name }) => ({ code, name, act: '', remarks: [] }));
    remark = choices?.remark ?? null;
    about.textContent = choices === null ? notHeld(year) : sentences(`The ${choices.in_words}.`);
    finder.element.hidden = choices === null;
    finder.list();
  }

  /** @param {string} year */
  const notHeld = (year) =>
    `No list of the areas of ${year} is held. Give the area a name and add its organisations under “Members and subdivisions”; those last listed are offered.`;

  /** @param {string} first */
  const sentences = (first) => [first, remark ?? ''].join(' ').trim();

  /** @param {{ code: string, name: string }} footprint */
  function ask(footprint) {
    if (!plan.hasFigures() && !plan.hasUnsavedChanges()) {
      choose(footprint);
      return;
    }
    notice.say(
      `${footprint.name} would replace your plan, which has figures or changes.`,
      { name: `Replace it with ${footprint.name}`, act: () => choose(footprint) },
      { name: 'Keep my plan', act: keep },
    );
    notice.focus();
  }

  function keep() {
    notice.clear();
    finder.focus();
  }

  /** @param {{ code: string, name: string }} footprint */
  function choose({ code, name: area }) {
    const before = plan.snapshot();
    const { year, fund, unit, figures, as_at } = plan.document;
    const made = engine.plan_for(code, year);
    if (made === null) {
      notice.say('Choose a year that this calculator has rules for first.');
      return;
    }
    plan.replace({ ...made, fund, unit, figures, as_at });
    finding.open = false;
    changing.open = true;
    finder.clear();
    offerUndo(notice, plan, sentences(`${area} is filled in.`), before);
    summary.focus();
  }

  function summarise() {
    const { footprint, organisations } = plan.document;
    const providers = organisations.filter((one) => identity.sideOf(one) === 'provider').length;
    const commissioners = organisations.filter((one) => identity.sideOf(one) === 'commissioner').length;
    const area = footprint.name || published(footprint.code) || 'An area of your own';
    summary.replaceChildren(
      h('strong', null, area),
      footprint.code && ` ${footprint.code}`,
      `: ${count(providers, 'provider')}, ${count(commissioners, 'commissioner')}`,
    );
    summary.hidden = isEmpty();
    invitation.textContent = isEmpty() ? 'Choose an area' : 'Choose another area';
  }

  function isEmpty() {
    const { footprint, organisations } = plan.document;
    return organisations.length === 0 && footprint.name === '' && footprint.code === '';
  }

  /** @param {string} code */
  const published = (code) => areas.find((one) => one.code === codeOf(code))?.name ?? '';

  function build() {
    listAreas();
    name.value = plan.document.footprint.name;
    members.build();
    adding.build();
    subdivisions.build();
    summarise();
    if (plan.document.organisations.length === 0) finding.open = true;
  }

  const element = section(
    'area',
    'Area',
    summary,
    finding,
    changing,
    notice.element,
  );
  return {
    element,
    build,
    /** Folds the lists away: another plan was opened. */
    fold() {
      finding.open = plan.document.organisations.length === 0;
      changing.open = false;
      notice.clear();
    },
  };
}
