/** @file Who an organisation is: as the plan says, else as published for its code. */

/** @typedef {import('../plan.js').OrganisationDocument} OrganisationDocument */
/** @typedef {import('../../generated/engine.js').Side} Side */
/** @typedef {ReturnType<typeof createIdentity>} Identity */

/** @param {typeof import('../../generated/engine.js')} engine */
export function createIdentity(engine) {
  const everyone = engine.organisations();
  const published = new Map(everyone.map((choice) => [choice.code, choice]));
  /** @param {OrganisationDocument} organisation */
  const known = ({ code }) => published.get(code.trim().toUpperCase());
  return {
    /** All trusts and commissioners that are published. */
    everyone,
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
