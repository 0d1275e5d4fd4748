/** @file What is said of a pasted block: what was filled, what was left out, and what can’t be used. */

/** @typedef {import('./paste.js').Left} Left */

/**
 * @param {import('./paste.js').Pasted} pasted
 * @param {import('./block-lines.js').Lines} lines
 * @param {import('./block-lines.js').Beyond} room
 * @param {Left[]} faulty what is marked as wrong since it was pasted
 */
export function describe({ filled, outside, refused, kept }, { headings, blanks }, { beyond, limit }, faulty) {
  const unfound = [...new Set(kept.map(({ text }) => text))];
  const others = faulty.filter(({ label }) => !kept.some((one) => one.label === label));
  return [
    `${count(filled.length, 'cell')} filled.`,
    headings > 0 && `${count(headings, 'row')} of headings left out.`,
    blanks > 0 && `${count(blanks, 'blank row')} left out.`,
    limit !== undefined &&
      beyond > 0 &&
      `${count(beyond, 'row')} left out: a plan has at most ${limit.most.toLocaleString('en-GB')} ${limit.thing}s.`,
    outside > 0 && `${count(outside, 'value')} fell outside: past the edge, or where there is no cell.`,
    refused.length > 0 && `${count(refused.length, 'value')} left out: not one of the choices there. ${first(refused)}`,
    unfound.length > 0 && `${count(unfound.length, 'value')} not found among the choices there, and kept as pasted: ${listed(unfound)}.`,
    others.length > 0 && `${count(others.length, 'cell')} can’t be read or used as pasted. ${first(others)}`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** @param {Left[]} all */
function first(all) {
  const [{ label, text } = { label: '', text: '' }] = all;
  return `${all.length === 1 ? 'It is' : 'The first is'} “${text}” in ${label}.`;
}

/** More than these are counted, not named. */
const MOST_NAMED = 5;

/** @param {string[]} names */
function listed(names) {
  const more = names.length - MOST_NAMED;
  const named = names.slice(0, MOST_NAMED).map((name) => `“${name}”`);
  return [...named, ...(more > 0 ? [`and ${more} more`] : [])].join(', ');
}

/**
 * @param {number} number
 * @param {string} thing
 */
export const count = (number, thing) => `${number} ${thing}${number === 1 ? '' : 's'}`;
