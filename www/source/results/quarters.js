/** @file One organisation or group, quarter by quarter: what the fund pays, and why. */

import { valueOf } from '../assessment.js';
import { h } from '../element.js';
import { createChoice, offerOf } from './choice.js';
import { elementTables, elementsOf, fundTable, fundsOf } from './fund.js';
import { performanceTables } from './performance.js';
import { positionTable } from './position.js';
import { createSection } from './section.js';
import { versionsTable } from './versions.js';
import { wordsOf } from './vocabulary.js';
import { hasGap, yearTable } from './year.js';

/** @typedef {import('../assessment.js').Assessment} Assessment */
/** @typedef {import('../../generated/engine.js').Group} Group */
/** @typedef {import('../../generated/engine.js').Member} Member */
/** @typedef {import('./sheet.js').Path} Path */
/** @typedef {import('./sheet.js').Sheet} Sheet */

/**
 * Whose quarters are shown.
 * @typedef {object} Subject
 * @property {Group | Member} whose
 * @property {Member | null} member when it is an organisation
 * @property {Path} path
 * @property {string} name
 */

/** @param {(code: string) => void} chosen is told the organisation that was chosen */
export function createQuarters(chosen) {
  const choice = createChoice('Organisation or group', 'quarters-choice', chosen);
  const section = createSection({
    id: 'quarters',
    title: () => 'Quarter by quarter',
    controls: [choice.element],
    shape: (assessment) => {
      const { whose, member, path } = subject(assessment, choice.value());
      return [
        path,
        whose.name,
        assessment.quarters_ended,
        fundsOf(assessment, whose.fund),
        elementsOf(assessment, whose.fund, []),
        hasGap(assessment, whose),
        whose.year_end && [
          whose.year_end.bonus === null,
          typeof valueOf(assessment, whose.year_end.incentive),
        ],
        [whose.position.forecast === null, assessment.system.members > 0],
        member?.versions.map(({ from, in_force }) => [from, in_force]),
        member?.performance.map(({ id, tests }) => [id, tests.map(({ name }) => name)]),
      ];
    },
    layOut: (assessment, sheet) => layOut(assessment, sheet, subject(assessment, choice.value())),
  });

  return {
    ...section,
    /** @param {Assessment} assessment */
    arrange(assessment) {
      choice.offer(choices(assessment));
      section.arrange(assessment);
    },
    choose: choice.choose,
  };
}

/** @param {Assessment} assessment */
function choices({ system, sides, subdivisions, organisations }) {
  return [
    {
      label: 'Groups',
      options: [system, ...sides.filter(({ members }) => members > 0)].map(
        ({ kind, code, name }) =>
          kind === 'system'
            ? { value: 'system', name: `System: ${name}` }
            : { value: `sides/${code}`, name },
      ),
    },
    {
      label: 'Subdivisions',
      options: subdivisions.map(({ code, name }) => ({ value: `subdivisions/${code}`, name })),
    },
    offerOf(organisations),
  ];
}

/**
 * @param {Assessment} assessment
 * @param {string} value what was chosen
 * @returns {Subject}
 */
function subject({ system, sides, subdivisions, organisations }, value) {
  const [list = '', ...rest] = value.split('/');
  const code = rest.join('/');
  const member =
    list === 'organisations' ? organisations.find((one) => one.code === code) : undefined;
  const groups = list === 'sides' ? sides : list === 'subdivisions' ? subdivisions : [];
  const group = groups.find((one) => one.code === code);
  const whose = member ?? group;
  if (whose === undefined)
    return { whose: system, member: null, path: ['system'], name: system.name };
  return { whose, member: member ?? null, path: [list, code], name: whose.name };
}

/**
 * @param {Assessment} assessment
 * @param {Sheet} sheet
 * @param {Subject} subject
 */
function layOut(assessment, sheet, subject) {
  if (assessment.system.members === 0) return [];
  const { member } = subject;
  return [
    ...fundParts(assessment, sheet, subject),
    positionTable(assessment, sheet, subject),
    yearTable(assessment, sheet, subject),
    ...(member === null
      ? []
      : [
          versionsTable(assessment, sheet, member),
          ...performanceTables(assessment, sheet, member),
        ]),
  ];
}

/**
 * @param {Assessment} assessment
 * @param {Sheet} sheet
 * @param {Subject} subject
 */
function fundParts(assessment, sheet, subject) {
  const { whose, name } = subject;
  const { hasFund, fund, pay, paying } = wordsOf(assessment.scheme);
  if (!hasFund) return [];
  if (whose.fund === null || whose.fund.elements.length === 0) {
    const whom = name === 'Commissioners' ? 'commissioners' : name;
    const why = paying.length > 1 ? 'none is' : 'it is not';
    return [h('p', null, `The ${fund} ${pay} nothing here: ${why} for ${whom}.`)];
  }
  return [...fundTable(assessment, sheet, subject), ...elementTables(assessment, sheet, subject)];
}
