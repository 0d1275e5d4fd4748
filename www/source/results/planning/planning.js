/** @file The planning round, told as one story: its days, its contracts, what hangs on them, what fits. */

import { h } from '../../element.js';
import { small } from '../vocabulary.js';
import { createCapital } from './capital.js';
import { createContracts } from './contracts.js';
import { createCouncil } from './council.js';
import { createDays } from './days.js';
import { createAreaEligibility } from './eligibility.js';
import { createEnvelope } from './envelope.js';
import { createPartnership } from './partnership.js';
import { createRegister } from './register.js';
import { createShifting } from './shifting.js';
import { createShort } from './short.js';
import { createTransformation } from './transformation.js';

/** @typedef {import('../../assessment.js').Assessment} Assessment */
/** @typedef {import('../../page.js').Page} Page */

/** @param {Page} page */
export function createPlanning(page) {
  const heading = h('h2', { id: 'planning-round', class: 'nhsuk-heading-m', tabindex: '-1' });
  const short = createShort();
  const sections = [
    createDays(page),
    createPartnership(),
    createContracts(),
    createRegister(),
    createAreaEligibility(page),
    createTransformation(page),
    createShifting(),
    createEnvelope(page),
    createCouncil(),
    createCapital(page),
  ];
  const element = h(
    'section',
    { class: 'planning', 'aria-labelledby': 'planning-round', hidden: true },
    heading,
    short.element,
    sections.map((section) => section.element),
  );
  /** Leads here from the top of the page, where there is something to lead to. */
  const entry = document.querySelector('a[href="#planning-round"]')?.closest('li');

  /** @param {Assessment} assessment */
  function update({ planning, answer }) {
    element.hidden = planning === null;
    if (entry) entry.hidden = element.hidden;
    const title = planning?.round ? `The ${small(planning.round)}` : 'What the planning round comes to';
    if (heading.textContent !== title) heading.textContent = title;
    short.update(answer.planning);
  }

  return { element, sections, update };
}
