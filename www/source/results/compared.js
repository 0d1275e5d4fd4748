/** @file Which rules of two schemes answer to each other, and how they differ. */

/** @typedef {import('../rules.js').Rule} Rule */
/** @typedef {import('../rules.js').SchemeBook} SchemeBook */

/**
 * @typedef {object} Pair
 * @property {Rule | undefined} left
 * @property {Rule | undefined} right
 * @property {'other value' | 'other words' | 'only in one' | null} difference
 */

/**
 * Rules answer to each other by what stands after the colon in their ids.
 *
 * @param {SchemeBook} left
 * @param {SchemeBook} right
 * @returns {Pair[]} in the order of the first, then what only the second has
 */
export function compared(left, right) {
  const [own, others] = [rulesOf(left), rulesOf(right)];
  return [...new Set([...own.keys(), ...others.keys()])].map((id) => {
    const pair = { left: own.get(id), right: others.get(id) };
    return { ...pair, difference: differenceOf(pair.left, pair.right) };
  });
}

/**
 * @param {SchemeBook} book
 * @returns {Map<string, Rule>}
 */
function rulesOf({ chapters }) {
  const rules = chapters.flatMap((chapter) => chapter.rules);
  return new Map(rules.map((rule) => [rule.id.slice(rule.id.indexOf(':') + 1), rule]));
}

/**
 * @param {Rule | undefined} left
 * @param {Rule | undefined} right
 * @returns {Pair['difference']}
 */
function differenceOf(left, right) {
  if (left === undefined || right === undefined) return 'only in one';
  if (left.value !== right.value) return 'other value';
  return left.words === right.words ? null : 'other words';
}
