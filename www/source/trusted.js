/**
 * @file The two places where the page hands a script to the browser. Its policy lets it do so under
 * these two names only, and each edition has at most one of them.
 */

/**
 * @typedef {object} Rules
 * @property {(given: string) => string} createScript
 * @property {(given: string) => string} createScriptURL
 */

/** @typedef {{ createPolicy: (name: string, rules: Partial<Rules>) => Rules }} TrustedTypes */

/** Older browsers have none, and take any text. */
const { trustedTypes } = /** @type {{ trustedTypes?: TrustedTypes }} */ (globalThis);

/**
 * The address of a script, as the browser takes it.
 * @param {string} address
 */
export function trustedAddress(address) {
  const rules = trustedTypes?.createPolicy('service-worker', { createScriptURL: () => address });
  return rules ? rules.createScriptURL('') : address;
}

/**
 * The text of a script, as the browser takes it. It runs only if the page's policy has its hash.
 * @param {string} text
 */
export function trustedText(text) {
  const rules = trustedTypes?.createPolicy('engine', { createScript: () => text });
  return rules ? rules.createScript('') : text;
}
