/** @file Which of several choices a pasted text names. */

/** @typedef {import('./field.js').Choice} Choice */

/**
 * None where it could be two.
 * @param {Choice[]} choices
 * @param {string} text
 */
export function chosen(choices, text) {
  const wanted = plain(text);
  const byValue = choices.find(({ value }) => plain(value) === wanted);
  if (byValue) return byValue;
  const [found, ...others] = choices.filter((choice) => namesOf(choice).some((name) => plain(name) === wanted));
  return others.length === 0 ? found : undefined;
}

/** @param {Choice} choice */
const namesOf = ({ value, name, called = name }) => [name, called, `${called} (${value})`];

/**
 * A text without what differs from one list of names to another: capitals, spaces, “&”, the apostrophe’s shape.
 * @param {string} text
 */
export const plain = (text) => text.toLowerCase().replaceAll(/\s+/g, '').replaceAll('&', 'and').replaceAll('’', "'");
