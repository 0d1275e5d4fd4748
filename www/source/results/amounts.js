/** @file Amounts, which are whole pence, as the engine shows them. Nothing here adds or rounds money. */

/** @typedef {import('../../generated/engine.js').Unit} Unit */
/** @typedef {import('../page.js').Page} Page */

/** How many shown amounts are kept before the oldest are let go. */
const MOST_KEPT = 20_000;

/** What stands after the digits of an amount in a sentence. */
const MULTIPLE = { pounds: '', thousands: 'k', millions: 'm' };

const SYMBOL = { pounds: '£', thousands: '£000', millions: '£m' };

/** @param {Unit} unit as it stands in the header of a table */
export function symbol(unit) {
  return SYMBOL[unit];
}

/**
 * @param {unknown} value
 * @returns {value is bigint}
 */
export function isAmount(value) {
  return typeof value === 'bigint';
}

/** @param {bigint} pence */
export function isNegative(pence) {
  return pence < 0n;
}

/** @param {bigint} pence */
export function isNothing(pence) {
  return pence === 0n;
}

/**
 * An amount of a working, which is written in pounds and pence.
 * @param {string} pounds
 */
export function penceOf(pounds) {
  return BigInt(pounds.replace('.', ''));
}

/**
 * Remembers how amounts are shown, so that one call of the engine does for all that are new.
 *
 * @param {Page['engine']} engine
 */
export function createAmounts(engine) {
  /** @type {Record<Unit, Map<bigint, string>>} */
  const kept = { pounds: new Map(), thousands: new Map(), millions: new Map() };

  /**
   * @param {Iterable<bigint>} amounts
   * @param {Unit} unit
   */
  function learn(amounts, unit) {
    const known = kept[unit];
    if (known.size > MOST_KEPT) known.clear();
    const fresh = [...new Set(amounts)].filter((amount) => !known.has(amount));
    if (fresh.length === 0) return;
    engine.show(BigInt64Array.from(fresh), unit).forEach((shown, place) => {
      known.set(fresh[place] ?? 0n, shown);
    });
  }

  /**
   * As a table shows it: `(1,234)`.
   * @param {bigint} pence
   * @param {Unit} unit
   */
  function shown(pence, unit) {
    if (!kept[unit].has(pence)) learn([pence], unit);
    return kept[unit].get(pence) ?? '';
  }

  /**
   * In a sentence, without its sign: `£1,234k`. What is too small for the unit is given in pounds.
   * @param {bigint} pence
   * @param {Unit} unit
   * @returns {string}
   */
  function size(pence, unit) {
    const digits = shown(pence, unit).replace(/[()]/g, '');
    const vanishes = !/[1-9]/.test(digits) && !isNothing(pence);
    return vanishes && unit !== 'pounds' ? size(pence, 'pounds') : `£${digits}${MULTIPLE[unit]}`;
  }

  /**
   * To the penny: `£1,234.50`, a deficit in brackets.
   * @param {bigint} pence
   */
  function inFull(pence) {
    return isNegative(pence) ? `(${size(pence, 'pounds')})` : size(pence, 'pounds');
  }

  /**
   * How far a variance is from the cliff: `£1,234k to spare`.
   * @param {bigint} variance
   * @param {Unit} unit
   */
  function distance(variance, unit) {
    if (isNothing(variance)) return 'exactly on target';
    return `${size(variance, unit)} ${isNegative(variance) ? 'short' : 'to spare'}`;
  }

  /**
   * An amount as a share of another, as a percentage.
   * @param {bigint} entry as the ledger has it
   */
  const ratio = (entry) => engine.show_ratios(BigInt64Array.of(entry))[0] ?? '';

  return { learn, shown, size, inFull, distance, ratio };
}

/** @typedef {ReturnType<typeof createAmounts>} Amounts */
