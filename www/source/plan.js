/** @file The plan that is being worked on, and who is told when it changes. */

import { isPlanned } from './inputs/planning/entries.js';
import { schemes } from './rules.js';

/** @typedef {import('../generated/engine.js').Unit} Unit */
/** @typedef {import('../generated/engine.js').PeriodLength} PeriodLength */
/** @typedef {import('../generated/engine.js').PeriodFigures} PeriodFigures */
/** @typedef {import('../generated/engine.js').Diagnostic} Diagnostic */

/** @typedef {import('../generated/engine.js').PlanDocument} PlanDocument */
/** @typedef {import('../generated/engine.js').OrganisationDocument} OrganisationDocument */
/** @typedef {import('../generated/engine.js').MeasureDocument} MeasureDocument */
/** @typedef {import('../generated/engine.js').RevisionDocument} RevisionDocument */

/**
 * As much of a document as is to be said.
 * @template T
 * @typedef {{ [Field in keyof T]?: Part<T[Field]> }} Part
 */

/**
 * A plan with how its figures by period are laid out: an empty plan doesn't say.
 * @typedef {object} Snapshot
 * @property {string} text
 * @property {PeriodLength} periods
 * @property {boolean} saved
 * @property {number} number
 */

/**
 * @typedef {object} Listener
 * @property {() => void} shape the plan has other parts: the inputs have to be built again
 * @property {() => void} values something in it has another value
 */

/** @typedef {ReturnType<typeof createPlan>} Plan */

/** @param {typeof import('../generated/engine.js')} engine */
export function createPlan(engine) {
  let document = blankDocument(engine);
  /** @type {PeriodLength} */
  let periods = 'quarters';
  let written = JSON.stringify(document);
  let saved = written;
  let number = 0;
  let last = 0;
  /** @type {Listener[]} */
  const listeners = [];

  function valuesChanged() {
    written = JSON.stringify(document);
    for (const listener of listeners) listener.values();
  }

  function shapeChanged() {
    written = JSON.stringify(document);
    for (const listener of listeners) listener.shape();
    for (const listener of listeners) listener.values();
  }

  /** @param {PlanDocument} other */
  function replace(other) {
    document = withoutInherited(other);
    periods = periodsOf(other);
    saved = JSON.stringify(other);
    last += 1;
    number = last;
    shapeChanged();
  }

  return {
    get document() {
      return document;
    },
    get periods() {
      return periods;
    },
    /** Which plan it is, of all that were opened or begun. */
    get number() {
      return number;
    },
    text: () => written,
    hasUnsavedChanges: () => written !== saved,
    hasFigures: () =>
      document.organisations.some(hasFigures) ||
      document.flexes.length > 0 ||
      isAnyGiven(document.amounts) ||
      isPlanned(document.planning),
    markSaved() {
      saved = written;
    },
    /** @param {Listener} listener */
    watch: (listener) => void listeners.push(listener),
    valuesChanged,
    shapeChanged,
    replace,

    /**
     * Writes the plan another way, every amount the same.
     * @param {{ unit?: Unit, figures?: PeriodFigures, periods?: PeriodLength }} change
     * @returns {Diagnostic[]} why it can't be written that way; none when it was
     */
    restate(change) {
      const to = { unit: document.unit, figures: document.figures, periods, ...change };
      const restated = engine.restate(written, to.unit, to.figures, to.periods);
      // What of the plan was not read would be lost.
      if (restated.document === null || restated.diagnostics.length > 0) return restated.diagnostics;
      document = withoutInherited(restated.document);
      periods = to.periods;
      shapeChanged();
      return [];
    },

    /** @returns {Snapshot} */
    snapshot: () => ({ text: written, periods, saved: written === saved, number }),

    /** @param {Snapshot} snapshot */
    restore(snapshot) {
      document = withoutInherited(JSON.parse(snapshot.text));
      periods = snapshot.periods;
      number = snapshot.number;
      if (snapshot.saved) saved = JSON.stringify(document);
      shapeChanged();
    },
  };
}

/**
 * An empty plan for the newest year.
 * @param {typeof import('../generated/engine.js')} engine
 * @returns {PlanDocument}
 */
export function blankDocument(engine) {
  const years = schemes.filter(({ ran }) => ran).map(({ year }) => year);
  return documentOf(engine, { year: years.sort().at(-1) ?? '' });
}

/**
 * A document with these fields, the others blank.
 * @param {typeof import('../generated/engine.js')} engine
 * @param {Part<PlanDocument>} fields
 * @returns {PlanDocument}
 */
export function documentOf(engine, fields) {
  const { document } = engine.open(
    JSON.stringify({ kind: 'control-total-plan', version: 1, ...fields }),
  );
  if (document === null) throw new Error('the engine refuses a document of its own kind');
  return withoutInherited(document);
}

/**
 * Nothing in it has a `constructor` or the like that isn't the plan's: names stand in it that somebody
 * typed.
 * @template T
 * @param {T} part
 * @returns {T}
 */
function withoutInherited(part) {
  if (typeof part !== 'object' || part === null) return part;
  for (const inner of Object.values(part)) withoutInherited(inner);
  if (!Array.isArray(part)) Object.setPrototypeOf(part, null);
  return part;
}

/** @param {string} code as typed */
export const codeOf = (code) => code.trim().toUpperCase();

/**
 * The name by which diagnostics and paths call an organisation.
 * @param {OrganisationDocument} organisation
 * @param {number} index
 */
export function placeOf(organisation, index) {
  const code = codeOf(organisation.code);
  return `organisations/${code === '' ? index : code}`;
}

/** @param {PlanDocument} document */
function periodsOf(document) {
  const byMonth = document.organisations.some((organisation) =>
    [organisation.actual, organisation.control_total.profile].some((values) =>
      Object.entries(values).some(([name, value]) => /^m/i.test(name) && !isBlank(value)),
    ),
  );
  return byMonth ? 'months' : 'quarters';
}

/** @param {OrganisationDocument} organisation */
function hasFigures(organisation) {
  const amounts = [
    organisation.control_total.amount,
    organisation.forecast,
    organisation.agreed_improvement,
    organisation.bonus,
    organisation.resource_limit,
  ];
  const several = [
    organisation.control_total.profile,
    organisation.actual,
    organisation.allocation,
    organisation.forecasts,
    organisation.amounts,
  ];
  return (
    organisation.revisions.length > 0 ||
    amounts.some((amount) => !isBlank(amount)) ||
    several.some(isAnyGiven)
  );
}

/** @param {Record<string, string | null>} amounts */
const isAnyGiven = (amounts) => Object.values(amounts).some((amount) => !isBlank(amount));

/** @param {string | null | undefined} value */
export const isBlank = (value) => (value ?? '').trim() === '';
