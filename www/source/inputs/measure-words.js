/** @file What the people are called that a performance measure counts. */

/**
 * @typedef {object} MeasureWords
 * @property {string} people all who are counted
 * @property {string} hint who they are, and which of them are breaches
 */

/** @type {Record<string, MeasureWords>} */
const WORDS = {
  a_and_e: {
    people: 'Attendances',
    hint: 'Attendances: everyone who came to A&E in the quarter. Breaches: those of them who stayed more than four hours.',
  },
  rtt: {
    people: 'Waiting',
    hint: 'Waiting: everyone on the list for planned treatment (incomplete pathways). Breaches: those of them who have waited more than 18 weeks.',
  },
  cancer: {
    people: 'Treated',
    hint: 'Treated: everyone who began treatment for cancer in the quarter after an urgent referral. Breaches: those of them who waited more than 62 days.',
  },
};

/** @type {MeasureWords} */
const OF_ANY = {
  people: 'People',
  hint: 'People: everyone who is counted. Breaches: those of them who waited longer than the standard.',
};

/** @param {string} measure its id */
export const wordsOf = (measure) => WORDS[measure] ?? OF_ANY;
