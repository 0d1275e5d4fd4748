/** @file What a plan holds of a planning round, question by question. */

/** @typedef {import('../../../generated/engine.js').PlanningDocument} Planning */

/** @param {object} values */
const isAny = (values) => Object.keys(values).length > 0;

/** Whether a plan has any of a question. */
export const isEntered = {
  /** @param {Planning} planning */
  days: ({ today, dates, partnership }) => !!today || isAny(dates) || partnership !== null,
  /** @param {Planning} planning */
  contracts: ({ resources, contracts }) => isAny(resources) || isAny(contracts),
  /** @param {Planning} planning */
  transformation: ({ plans, trajectories, answers, bids }) => [plans, trajectories, answers, bids].some(isAny),
  /** @param {Planning} planning */
  proposals: ({ proposals }) => isAny(proposals),
  /** @param {Planning} planning */
  programmes: ({ envelope: { amount, method, programmes } }) =>
    !!amount || method !== 'priorities' || isAny(programmes),
  /** @param {Planning} planning */
  council: ({ council }) => isAny(council),
  /** @param {Planning} planning */
  capital: ({ capital: { envelope, worth, bids } }) => isAny(envelope) || worth !== 'points' || isAny(bids),
};

/** @typedef {keyof typeof isEntered} Question */

/** @param {Planning} planning whether a plan has any of it */
export const isPlanned = (planning) => Object.values(isEntered).some((isSo) => isSo(planning));
