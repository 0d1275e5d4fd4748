/** @file An assessment written out with the value of each figure in its place, as the command line prints it. */

import { NOT_KNOWN, createAssessor, isFigure, valueOf } from '../source/assessment.js';
import { startEngine } from '../source/engine.js';

/**
 * @param {string} planText
 * @param {string[]} [before] other plans that the same assessor answers first
 * @returns {Promise<{ assessment: string | null, diagnostics: unknown[] }>}
 */
export async function assessPlainly(planText, before = []) {
  const engine = await startEngine();
  const assessor = createAssessor(engine);
  for (const earlier of before) assessor.assess(earlier);
  const { assessment, diagnostics } = assessor.assess(planText);
  if (assessment === null) return { assessment, diagnostics };
  const { ledger: _, ...form } = assessment;

  /** @param {unknown} part @returns {unknown} */
  const plain = (part) => {
    if (isFigure(part)) return plainValue(part);
    if (Array.isArray(part)) return part.map(plain);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([name, field]) => [name, plain(field)]));
  };

  /** @param {import('../source/assessment.js').Figure} figure */
  const plainValue = (figure) => {
    const value = valueOf(assessment, figure);
    if (value === NOT_KNOWN) return { needs: assessor.needs(figure) };
    if (typeof value === 'boolean') return value;
    return figure[1] === 'ratio' ? engine.show_ratios([value])[0] : pounds(value);
  };
  return { assessment: written(plain(form)), diagnostics };
}

/** @param {unknown} value */
export function written(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Exact pounds with two decimals. @param {bigint} pence */
function pounds(pence) {
  const size = pence < 0n ? -pence : pence;
  const digits = String(size).padStart(3, '0');
  return `${pence < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
