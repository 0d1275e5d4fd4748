/** @file What the people are called that a performance measure counts. */

/**
 * @typedef {object} MeasureWords
 * @property {string} people all who are counted
 * @property {string} late those of them who waited longer than the standard
 * @property {string} hint who both are
 */

/** @type {Map<string, MeasureWords>} by measure: its id may be any word that somebody typed */
const WORDS = new Map(Object.entries({
  a_and_e: {
    people: 'Attendances',
    late: 'Breaches',
    hint: 'Attendances: everyone who came to A&E in the quarter. Breaches: those of them who stayed more than four hours.',
  },
  rtt: {
    people: 'Waiting',
    late: 'Over 18 weeks',
    hint: 'Waiting: everyone on the list for planned treatment (incomplete pathways). Over 18 weeks: those of them who have waited longer.',
  },
  cancer: {
    people: 'Treated',
    late: 'After 62 days',
    hint: 'Treated: everyone who began treatment for cancer in the quarter after an urgent referral. After 62 days: those of them who waited longer.',
  },
}));

/** @type {MeasureWords} */
const OF_ANY = {
  people: 'People',
  late: 'Too late',
  hint: 'People: everyone who is counted. Too late: those of them who waited longer than the standard.',
};

/** @param {string} measure its id */
export const wordsOf = (measure) => WORDS.get(measure) ?? OF_ANY;
