/** @file All that decides about one organisation's money: a fund's conditions, then each quarter's tests. */

import { conditionsOf, isToImprove, standings } from './conditions.js';
import { decidingOf } from './deciding.js';
import { elementsOf } from './fund.js';
import { createOneOrganisation } from './one-organisation.js';
import { wordsOf } from './vocabulary.js';

/** @typedef {import('../page.js').Page} Page */

/**
 * @param {Page} page
 * @param {(value: string) => void} chosen is told the organisation that was chosen
 */
export function createDecides(page, chosen) {
  return createOneOrganisation({
    id: 'decides',
    label: 'Organisation whose money is decided',
    chosen,
    offered: ({ organisations }) => organisations.filter(({ eligibility }) => eligibility.length > 0),
    title: () => 'What decides, one organisation at a time',
    shape: (assessment, member) => [
      assessment.quarters_ended,
      assessment.changes,
      member?.eligibility.map((one) => [
        one.fund,
        standings(assessment, page, one),
        isToImprove(assessment, one),
      ]),
      member && elementsOf(assessment, member.fund, []),
      member?.performance.map(({ fund, id, tests }) => [fund, id, tests.map(({ name }) => name)]),
    ],
    layOut(assessment, sheet, member) {
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
}
