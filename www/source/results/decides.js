/** @file All that decides about one organisation's money: a fund's conditions, then each quarter's tests. */

import { createChoice } from './choice.js';
import { conditionsOf, isToImprove, standings } from './conditions.js';
import { decidingOf } from './deciding.js';
import { elementsOf } from './fund.js';
import { createSection } from './section.js';
import { wordsOf } from './vocabulary.js';

/** @typedef {import('../assessment.js').Assessment} Assessment */
/** @typedef {import('../../generated/engine.js').Member} Member */
/** @typedef {import('../page.js').Page} Page */

/**
 * @param {Page} page
 * @param {(code: string) => void} chosen is told the organisation that was chosen
 */
export function createDecides(page, chosen) {
  const choice = createChoice('Organisation whose money is decided', 'decides-choice', chosen);
  const section = createSection({
    id: 'decides',
    title: () => 'What decides, one organisation at a time',
    controls: [choice.element],
    shape: (assessment) => {
      const member = chosenMember(assessment, choice.value());
      return [
        member?.code,
        member?.name,
        assessment.quarters_ended,
        assessment.changes,
        member?.eligibility.map((one) => [
          one.fund,
          standings(assessment, page, one),
          isToImprove(assessment, one),
        ]),
        member && elementsOf(assessment, member.fund, []),
        member?.performance.map(({ fund, id, tests }) => [fund, id, tests.map(({ name }) => name)]),
      ];
    },
    layOut: (assessment, sheet) => {
      const member = chosenMember(assessment, choice.value());
      if (member === undefined) return [];
      const books = wordsOf(assessment.scheme).paying;
      return member.eligibility.flatMap(({ fund }, place) => {
        const book = books.find((one) => one.fund === fund);
        return [
          ...conditionsOf(assessment, sheet, page, member, place),
          ...(book ? decidingOf(assessment, sheet, page, member, book) : []),
        ];
      });
    },
  });

  return {
    ...section,
    /** @param {Assessment} assessment */
    arrange(assessment) {
      const options = offered(assessment).map(({ code, name }) => ({
        value: `organisations/${code}`,
        name: `${name} (${code})`,
      }));
      choice.offer([{ label: 'Organisations', options }]);
      section.arrange(assessment);
    },
    choose: choice.choose,
  };
}

/** @param {Assessment} assessment */
function offered({ organisations }) {
  return organisations.filter(({ eligibility }) => eligibility.length > 0);
}

/**
 * @param {Assessment} assessment
 * @param {string} value
 */
function chosenMember(assessment, value) {
  return offered(assessment).find(({ code }) => `organisations/${code}` === value);
}
