/** @file The plan's organisations as the rows of a grid. */

import { placeOf } from '../plan.js';
import { SIDES } from './identity.js';

/** @typedef {import('../plan.js').OrganisationDocument} OrganisationDocument */
/** @typedef {import('./grid.js').RowGroup} RowGroup */

/**
 * By side, in the order of the plan.
 * @param {import('../plan.js').PlanDocument} document
 * @param {import('./identity.js').Identity} identity
 * @param {(organisation: OrganisationDocument, place: string) => (HTMLElement | null)[]} more
 * @param {(organisation: OrganisationDocument) => boolean} [isListed] all are if left out
 * @returns {RowGroup[]}
 */
export function rowsBySide({ organisations }, identity, more, isListed = () => true) {
  const all = organisations.map((organisation, index) => ({
    organisation,
    side: identity.sideOf(organisation),
    place: placeOf(organisation, index),
  }));
  const groups = SIDES.map(({ side, name }) => ({
    name,
    rows: all
      .filter((row) => row.side === side && isListed(row.organisation))
      .map(({ organisation, place }) => ({
        subject: organisation,
        place,
        name: identity.nameOf(organisation),
        code: organisation.code,
        more: more(organisation, place),
      })),
  }));
  return groups.filter(({ rows }) => rows.length > 0);
}
