/**
 * @file What the two halves of the page say to each other.
 */

/** @typedef {import('../generated/engine.js').Unit} Unit */

/**
 * The page as its parts see it.
 * @typedef {object} Page
 * @property {typeof import('../generated/engine.js')} engine the calculator
 * @property {() => string} planText the plan as it stands, as text
 * @property {() => Unit} unit the unit of the plan's amounts
 * @property {(path: string) => void} goTo takes the user to the input at a path of the plan
 */

export {};
