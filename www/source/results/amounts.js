/** @file Exact amounts as the engine shows them. Nothing here adds, compares or rounds money. */

/** @typedef {import('../../generated/engine.js').Unit} Unit */
/** @typedef {import('../page.js').Page} Page */

/** How many shown amounts are kept before the oldest are let go. */
const MOST_KEPT = 20_000;

const EXACT = /^-?\d+\.\d\d$/;

/** What stands after the digits of an amount in a sentence. */
const MULTIPLE = { pounds: '', thousands: 'k', millions: 'm' };

const SYMBOL = { pounds: '£', thousands: '£000', millions: '£m' };

/** @param {Unit} unit as it stands in the header of a table */
export function symbol(unit) {
  return SYMBOL[unit];
}

/**
 * @param {unknown} value
 * @returns {value is string}
 */
export function isAmount(value) {
  return typeof value === 'string' && EXACT.test(value);
}

/** @param {string} exact an exact amount */
export function isNegative(exact) {
  return exact.startsWith('-');
}

/** @param {string} exact an exact amount */
export function isNothing(exact) {
  return exact === '0.00';
}

/**
 * Remembers how amounts are shown, so that one call of the engine does for all that are new.
 *
 * @param {Page['engine']} engine
 */
export function createAmounts(engine) {
  /** @type {Record<Unit, Map<string, string>>} */
  const kept = { pounds: new Map(), thousands: new Map(), millions: new Map() };

  /**
   * @param {Iterable<string>} exact
   * @param {Unit} unit
   */
  function learn(exact, unit) {
    const known = kept[unit];
    if (known.size > MOST_KEPT) known.clear();
    const fresh = [...new Set(exact)].filter((amount) => !known.has(amount));
    if (fresh.length === 0) return;
    engine.show(fresh, unit).forEach((shown, place) => known.set(fresh[place] ?? '', shown));
  }

  /**
   * As a table shows it: `(1,234)`.
   * @param {string} exact
   * @param {Unit} unit
   */
  function shown(exact, unit) {
    if (!kept[unit].has(exact)) learn([exact], unit);
    return kept[unit].get(exact) ?? '';
  }

  /**
   * In a sentence, without its sign: `£1,234k`. What is too small for the unit is given in pounds.
   * @param {string} exact
   * @param {Unit} unit
   * @returns {string}
   */
  function size(exact, unit) {
    const digits = shown(exact, unit).replace(/[()]/g, '');
    const vanishes = !/[1-9]/.test(digits) && !isNothing(exact);
    return vanishes && unit !== 'pounds' ? size(exact, 'pounds') : `£${digits}${MULTIPLE[unit]}`;
  }

  /**
   * To the penny: `£1,234.50`, a deficit in brackets.
   * @param {string} exact
   */
  function inFull(exact) {
    return isNegative(exact) ? `(${size(exact, 'pounds')})` : size(exact, 'pounds');
  }

  /**
   * How far a variance is from the cliff: `£1,234k to spare`.
   * @param {string} variance
   * @param {Unit} unit
   */
  function distance(variance, unit) {
    if (isNothing(variance)) return 'exactly on target';
    return `${size(variance, unit)} ${isNegative(variance) ? 'short' : 'to spare'}`;
  }

  return { learn, shown, size, inFull, distance };
}

/** @typedef {ReturnType<typeof createAmounts>} Amounts */
