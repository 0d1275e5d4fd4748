/**
 * @file What the two halves of the page say to each other.
 */

/** @typedef {import('../generated/engine.js').Unit} Unit */
/** @typedef {import('../generated/engine.js').Figure} Figure */
/** @typedef {import('../generated/engine.js').Test} Test */

/**
 * The page as its parts see it.
 * @typedef {object} Page
 * @property {typeof import('../generated/engine.js')} engine the calculator
 * @property {() => string} planText the plan as it stands, as text
 * @property {() => Unit} unit the unit of the plan's amounts
 * @property {import('./changes.js').Changes} changes the parameters of the rules that the plan changes
 * @property {(path: string) => void} goTo takes the user to the input at a path of the plan
 * @property {(figure: Figure | Test) => number[]} needs what a figure or test of the last assessment waits for, by places in its list of missing inputs
 * @property {() => void} appeared is told of inputs that are built when they are unfolded
 */

export {};
