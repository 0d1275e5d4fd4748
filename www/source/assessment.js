/**
 * @file An assessment as the page holds it: its form, which says where each figure stands, and the
 * ledger of the values, which are whole pence and exact. Nothing here adds, compares or rounds money.
 */

/** @typedef {import('../generated/engine.js').Figure} Figure */
/** @typedef {import('../generated/engine.js').Test} Test */
/** @typedef {import('../generated/engine.js').Proportion} Proportion */
/** @typedef {import('../generated/engine.js').Diagnostic} Diagnostic */

/** @typedef {import('../generated/engine.js').Assessment & { ledger: BigInt64Array }} Assessment */

/**
 * A form whose figures have their values in a ledger: an assessment, or several rolled up.
 * @typedef {{ unit: import('../generated/engine.js').Unit, ledger: BigInt64Array }} Valued
 */

/**
 * What came of assessing a plan.
 * @typedef {object} Answered
 * @property {Assessment | null} assessment nothing when there are no rules or no plan
 * @property {Diagnostic[]} diagnostics
 */

/** Stands for a value that is not known yet. */
export const NOT_KNOWN = Symbol('not known yet');

/** @typedef {bigint | boolean | typeof NOT_KNOWN} Value pence, a ratio as the engine keeps it, or met */

/** Entries below this are not values: they tell what a value waits for. */
const LEAST = -(2n ** 63n) + 2n ** 32n;

/**
 * Assesses one plan after another. The form crosses only when it is another than before, the values
 * each time.
 *
 * @param {typeof import('../generated/engine.js')} engine
 */
export function createAssessor(engine) {
  const assessor = new engine.Assessor();
  /** @type {import('../generated/engine.js').Assessment | null} */
  let form = null;

  return {
    /**
     * @param {string} planText
     * @returns {Answered}
     */
    assess(planText) {
      const [{ answer, diagnostics }, another, ledger] = assessor.assess(planText);
      form = another ?? form;
      const assessment = form && answer && ledger && { ...form, answer, ledger };
      return { assessment, diagnostics };
    },

    /**
     * What a figure of the last assessment waits for, by places in its list of missing inputs.
     *
     * @param {Figure | Test | Proportion} figure
     * @returns {number[]} none when it is known
     */
    needs: ([place]) => Array.from(assessor.needs(place)),

    /** Gives back the engine's memory; nothing can be asked after that. */
    free: () => assessor.free(),
  };
}

/** @typedef {ReturnType<typeof createAssessor>} Assessor */

/**
 * @param {unknown} part of an assessment
 * @returns {part is Figure | Test | Proportion}
 */
export function isFigure(part) {
  return Array.isArray(part) && typeof part[0] === 'number';
}

/**
 * @param {Valued} form
 * @param {Figure | Test | Proportion} figure
 * @returns {Value}
 */
export function valueOf({ ledger }, [place, kind]) {
  const entry = ledger[place];
  if (entry === undefined || entry < LEAST) return NOT_KNOWN;
  return kind === 'test' ? entry !== 0n : entry;
}
