/** @file The drawing of the way from target to position; its numbers only place what is drawn. */

import { s } from '../element.js';
import { isNegative, isNothing, symbol } from './amounts.js';

/** @typedef {import('../../generated/engine.js').Unit} Unit */
/** @typedef {import('./amounts.js').Amounts} Amounts */

/** @typedef {{ code: string, name: string }} Named */

/**
 * A line of the drawing: a variance between two points, or a level.
 * @typedef {object} Line
 * @property {string} name
 * @property {bigint} amount
 * @property {bigint} from
 * @property {bigint} to
 * @property {boolean} isLevel
 */

/**
 * What there is to draw, in pence.
 * @typedef {object} Drawn
 * @property {string} quarter
 * @property {bigint} target
 * @property {{ code: string, variance: bigint, reached: bigint }[]} steps
 * @property {bigint} actual
 */

const LINE = 26;
const NAMES = 330;
const PLOT = 460;
const AMOUNTS = 150;
const WIDTH = NAMES + PLOT + AMOUNTS;
const MARGIN = 16;

/** How much of a name there is room for. */
const LONGEST = 42;

/**
 * @param {string} code
 * @param {Named[]} organisations
 */
export function nameOf(code, organisations) {
  return organisations.find((one) => one.code === code)?.name ?? code;
}

/**
 * @param {Drawn} drawn
 * @param {Named[]} organisations
 * @returns {Line[]}
 */
function linesOf({ quarter, target, steps, actual }, organisations) {
  let before = target;
  const bars = steps.map(({ code, variance, reached }) => {
    const from = before;
    before = reached;
    const name = nameOf(code, organisations);
    return { name, amount: variance, from, to: reached, isLevel: false };
  });
  return [
    level(`System's target to ${quarter}`, target),
    ...bars,
    level(`System's position at ${quarter}`, actual),
  ];
}

/**
 * @param {string} name
 * @param {bigint} amount
 */
function level(name, amount) {
  return { name, amount, from: amount, to: amount, isLevel: true };
}

/**
 * @param {Drawn} drawn
 * @param {Named[]} organisations
 * @param {Amounts} amounts
 * @param {Unit} unit
 */
export function drawing(drawn, organisations, amounts, unit) {
  const lines = linesOf(drawn, organisations);
  amounts.learn(
    lines.map(({ amount }) => amount),
    unit,
  );
  const across = scale(lines);
  const height = lines.length * LINE + MARGIN * 2;
  const [first] = lines;
  const target = first === undefined ? 0 : across(first.from);
  return s(
    'svg',
    {
      class: 'waterfall__drawing',
      role: 'img',
      viewBox: `0 0 ${WIDTH} ${height}`,
      'aria-labelledby': 'waterfall-title',
      'aria-describedby': 'waterfall-words',
    },
    s(
      'title',
      { id: 'waterfall-title' },
      `Variances from the system's target to its position at ${drawn.quarter}, ${symbol(unit)}`,
    ),
    s('desc', { id: 'waterfall-words' }, inWords(lines, amounts, unit)),
    hatch(),
    s('line', {
      class: 'waterfall__target',
      x1: target,
      x2: target,
      y1: MARGIN,
      y2: height - MARGIN,
    }),
    ...lines.flatMap((line, place) =>
      drawnLine(line, MARGIN + place * LINE, across, amounts, unit, place === lines.length - 1),
    ),
  );
}

/** Slanting lines: adverse, without its colour too. */
function hatch() {
  return s(
    'defs',
    null,
    s(
      'pattern',
      {
        id: 'waterfall-hatch',
        width: 6,
        height: 6,
        patternUnits: 'userSpaceOnUse',
        patternTransform: 'rotate(45)',
      },
      s('rect', { class: 'waterfall__ground', width: 6, height: 6 }),
      s('rect', { class: 'waterfall__stroke', width: 3, height: 6 }),
    ),
  );
}

/**
 * Where an amount stands across the plot. These numbers only place what is drawn.
 *
 * @param {Line[]} lines
 * @returns {(amount: bigint) => number}
 */
function scale(lines) {
  const ends = lines.flatMap(({ from, to }) => [Number(from), Number(to)]);
  const least = Math.min(...ends);
  const span = Math.max(...ends) - least;
  return (amount) =>
    NAMES + MARGIN + (span === 0 ? 0.5 : (Number(amount) - least) / span) * (PLOT - MARGIN * 2);
}

/**
 * @param {Line} line
 * @param {number} top
 * @param {(amount: bigint) => number} across
 * @param {Amounts} amounts
 * @param {Unit} unit
 * @param {boolean} isLast
 */
function drawnLine(line, top, across, amounts, unit, isLast) {
  const middle = top + LINE / 2;
  const [from, to] = [across(line.from), across(line.to)];
  const left = Math.min(from, to);
  const width = Math.max(Math.abs(to - from), 1.5);
  const shape = line.isLevel
    ? s('rect', { class: 'waterfall__level', x: to - 3, y: top + 3, width: 6, height: LINE - 6 })
    : s('rect', { class: barClass(line.amount), x: left, y: top + 5, width, height: LINE - 10 });
  return [
    s(
      'text',
      {
        class: line.isLevel ? 'waterfall__name waterfall__name--level' : 'waterfall__name',
        x: 0,
        y: middle,
        dy: '0.35em',
      },
      shortened(line.name),
    ),
    !isLast &&
      s('line', { class: 'waterfall__link', x1: to, x2: to, y1: middle, y2: middle + LINE }),
    shape,
    s(
      'text',
      {
        class: line.isLevel ? 'waterfall__amount waterfall__name--level' : 'waterfall__amount',
        x: WIDTH,
        y: middle,
        dy: '0.35em',
        'text-anchor': 'end',
      },
      line.isLevel ? amounts.shown(line.amount, unit) : signed(line.amount, amounts, unit),
    ),
  ].filter((part) => part !== false);
}

/** @param {bigint} amount */
function barClass(amount) {
  return isNegative(amount)
    ? 'waterfall__bar waterfall__bar--adverse'
    : 'waterfall__bar waterfall__bar--favourable';
}

/**
 * A variance with its sign, so that no reader needs its colour.
 * @param {bigint} amount
 * @param {Amounts} amounts
 * @param {Unit} unit
 */
function signed(amount, amounts, unit) {
  const shown = amounts.shown(amount, unit);
  return isNegative(amount) || isNothing(amount) ? shown : `+${shown}`;
}

/** @param {string} name */
function shortened(name) {
  return name.length > LONGEST ? `${name.slice(0, LONGEST - 1).trimEnd()}…` : name;
}

/**
 * @param {Line[]} lines
 * @param {Amounts} amounts
 * @param {Unit} unit
 */
function inWords(lines, amounts, unit) {
  const parts = lines.map(({ name, amount, isLevel }) => {
    const size = amounts.size(amount, unit);
    if (isLevel) return `${name}: ${isNegative(amount) ? 'minus ' : ''}${size}`;
    return `${name}: ${size} ${isNothing(amount) ? 'variance' : isNegative(amount) ? 'adverse' : 'favourable'}`;
  });
  return `${parts.join('; ')}.`;
}
