/**
 * @file The answer to a plan as text: the whole assessment with the value of each figure in its
 * place, to the byte what the command line prints with `assess PLAN.json --format json`.
 */

import { NOT_KNOWN, isFigure, valueOf } from './assessment.js';
import { written } from './download.js';
import { bookOf } from './rules.js';

/** @typedef {import('./assessment.js').Assessment} Assessment */
/** @typedef {import('./assessment.js').Assessor} Assessor */
/** @typedef {import('./assessment.js').Diagnostic} Diagnostic */
/** @typedef {import('./assessment.js').Figure} Figure */
/** @typedef {import('./assessment.js').Test} Test */
/** @typedef {import('./assessment.js').Proportion} Proportion */

/**
 * @typedef {object} AnswerText
 * @property {string | null} text nothing when the plan can't be read whole
 * @property {Diagnostic[]} diagnostics
 */

/**
 * @param {typeof import('../generated/engine.js')} engine
 * @param {Assessor} assessor
 * @param {string} planText
 * @returns {AnswerText}
 */
export function answerText(engine, assessor, planText) {
  const { assessment, diagnostics } = assessor.assess(planText);
  if (assessment === null || diagnostics.some(({ severity }) => severity === 'error'))
    return { text: null, diagnostics };
  const answer = {
    ...withValues(engine, assessor, assessment),
    not_verified: notVerified(assessment.scheme),
  };
  return { text: written(answer), diagnostics };
}

/**
 * @param {typeof import('../generated/engine.js')} engine
 * @param {Assessor} assessor that made the assessment last
 * @param {Assessment} assessment
 */
function withValues(engine, assessor, assessment) {
  const { ledger: _, ...form } = assessment;

  /**
   * @param {unknown} part
   * @returns {unknown}
   */
  function plain(part) {
    if (isFigure(part)) return plainValue(part);
    if (Array.isArray(part)) return part.map(plain);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([name, field]) => [name, plain(field)]));
  }

  /** @param {Figure | Test | Proportion} figure */
  function plainValue(figure) {
    const value = valueOf(assessment, figure);
    if (value === NOT_KNOWN) return { needs: assessor.needs(figure) };
    if (typeof value === 'boolean') return value;
    return figure[1] === 'ratio' ? engine.show_ratios(BigInt64Array.of(value))[0] : pounds(value);
  }

  return Object.fromEntries(Object.entries(form).map(([name, field]) => [name, plain(field)]));
}

/**
 * The rules of the plan's schemes that are recalled, each once.
 * @param {Assessment['scheme']} scheme
 */
function notVerified({ ids }) {
  const chapters = ids.flatMap((id) => bookOf(id)?.chapters ?? []);
  const rules = new Set(chapters.flatMap((chapter) => chapter.rules));
  return [...rules]
    .filter(({ status }) => status === 'recalled')
    .map(({ id, name, confidence }) => ({ rule: id, name, confidence }));
}

/**
 * Exact pounds with two decimals.
 * @param {bigint} pence
 */
function pounds(pence) {
  const size = pence < 0n ? -pence : pence;
  const digits = String(size).padStart(3, '0');
  return `${pence < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
