/** @file Who an organisation is: as the plan says, else as published for its code in the plan’s year. */

import { codeOf } from '../plan.js';

/** @typedef {import('../plan.js').OrganisationDocument} OrganisationDocument */
/** @typedef {import('../../generated/engine.js').Side} Side */
/** @typedef {ReturnType<typeof createIdentity>} Identity */

/**
 * @param {typeof import('../../generated/engine.js')} engine
 * @param {import('../plan.js').Plan} plan
 */
export function createIdentity(engine, plan) {
  /** The year whose names are held. @type {string | null} */
  let heldYear = null;
  /** @type {import('../../generated/engine.js').OrganisationChoice[]} */
  let everyone = [];
  /** @type {Map<string, import('../../generated/engine.js').OrganisationChoice>} */
  let published = new Map();

  function lookUp() {
    const { year } = plan.document;
    if (year === heldYear) return;
    heldYear = year;
    everyone = engine.organisations(year);
    published = new Map(everyone.map((choice) => [choice.code, choice]));
  }

  /** @param {OrganisationDocument} organisation */
  function known({ code }) {
    lookUp();
    return published.get(codeOf(code));
  }

  return {
    /** All trusts and commissioners that are published, under their names of the plan’s year. */
    everyone() {
      lookUp();
      return everyone;
    },
    /** @param {OrganisationDocument} organisation */
    nameOf: (organisation) =>
      organisation.name.trim() || (known(organisation)?.name ?? organisation.code),
    /**
     * @param {OrganisationDocument} organisation
     * @returns {Side | null}
     */
    sideOf: (organisation) => organisation.side ?? known(organisation)?.side ?? null,
  };
}

/**
 * @param {string} name
 * @param {string} code
 */
export const named = (name, code) => (name === code ? code : `${name} (${code})`);

/** @type {{ side: Side | null, name: string }[]} */
export const SIDES = [
  { side: 'provider', name: 'Providers' },
  { side: 'commissioner', name: 'Commissioners' },
  { side: null, name: 'Side not known' },
];
