/** @file What the choices of the round are called. */

import { dateInWords } from '../date.js';

/** @typedef {import('../../../generated/engine.js').Binding} Binding */
/** @typedef {import('../../../generated/engine.js').CapitalBidLine} CapitalBidLine */
/** @typedef {import('../../../generated/engine.js').CapitalOutcome} CapitalOutcome */
/** @typedef {import('../../../generated/engine.js').ContractLine} ContractLine */
/** @typedef {import('../../../generated/engine.js').CouncilKind} CouncilKind */
/** @typedef {import('../../../generated/engine.js').KnownTo} KnownTo */
/** @typedef {import('../../../generated/engine.js').ProgrammeOutcome} ProgrammeOutcome */
/** @typedef {import('../../../generated/engine.js').ProposalKind} ProposalKind */
/** @typedef {import('../../../generated/engine.js').Question} Question */

/** @type {Record<Question, { asks: string, part: string }>} each question, and the section that answers it */
export const QUESTIONS = {
  round: { asks: 'Which round is it?', part: 'days' },
  partnership: { asks: 'What kind of partnership is it?', part: 'partnership' },
  contracts: { asks: 'Do the contracts agree?', part: 'contracts' },
  eligibility: { asks: 'May the area take on a system control total?', part: 'eligibility' },
  transformation: { asks: 'Is it eligible for transformation funding?', part: 'transformation' },
  shifting: { asks: 'What is saved, and what only moves?', part: 'shifting' },
  envelope: { asks: 'What fits into the envelope?', part: 'envelope' },
  council: { asks: 'What does social care lack?', part: 'council' },
  capital: { asks: 'Which capital bids fit?', part: 'capital' },
};

/** @type {Record<Binding, string>} */
export const BINDING = {
  own: 'What binds: each organisation’s own total. The system’s is watched.',
  both: 'What binds: each organisation’s own total, and the system’s.',
  system: 'What binds: the system’s total. The organisations’ own are shares of it.',
};

/** @type {Record<KnownTo, string>} */
export const KNOWN_TO = {
  both: 'Both sides',
  commissioner: 'Commissioner only',
  provider: 'Provider only',
};

/** @type {Record<ProposalKind, string>} */
export const PROPOSAL = {
  saving: 'Saving',
  contract_change: 'Change of a contract',
  flex: 'Flex',
  risk_transfer: 'Risk moved',
};

/** @type {Record<ProgrammeOutcome, string>} */
export const PROGRAMME = {
  budget: 'Has its budget',
  cap: 'Has its cap, which is below its budget',
  shared: 'Shares what is left for its priority',
  floor: 'Has its floor and no more',
  floor_for_certain: 'Its floor, whatever its budget is',
  cut: 'Cut, so that others need not be',
  floor_fits: 'Its floor would fit',
  floor_too_much: 'No room for its floor',
  not_known: 'Not known: a figure is missing',
};

/** @type {Record<CouncilKind, string>} */
export const COUNCIL = {
  pressure: 'Pressures on the council',
  council_funding: 'The council’s own sources',
  envelope_funding: 'Paid from the health envelope',
  pooled: 'Pooled funds',
};

/** @typedef {'In' | 'Out' | 'In the best found' | 'Not in the best found' | 'Not chosen' | 'Not known'} InOrOut */

/** @type {Record<CapitalOutcome, { is: InOrOut, why: string }>} */
const CAPITAL = {
  must_do: { is: 'In', why: 'It has to be done.' },
  approved: { is: 'In', why: 'It is approved already.' },
  needed: { is: 'In', why: 'Another that has to be in needs it.' },
  chosen: { is: 'In', why: 'It belongs to the best choice.' },
  found: { is: 'In the best found', why: 'It belongs to the best choice found.' },
  not_found: { is: 'Not in the best found', why: 'It is not in the best choice found.' },
  no_room: { is: 'Out', why: 'With it in, the bids that then fit would be worth no more together.' },
  too_large: { is: 'Out', why: 'It is more than a whole year’s envelope.' },
  needs_other: { is: 'Out', why: 'One that it needs is out.' },
  no_worth: { is: 'Out', why: 'It is worth nothing.' },
  withdrawn: { is: 'Out', why: 'It is withdrawn.' },
  no_choice: { is: 'Not chosen', why: 'No choice is possible.' },
  not_known: { is: 'Not known', why: 'A figure is missing.' },
};

/** @param {CapitalBidLine} bid */
export function outcomeOf({ outcome }) {
  const { is, why } = CAPITAL[outcome];
  return { is, why, isIn: is === 'In' || is === 'In the best found' };
}

/** @param {ContractLine} contract how far it is */
export function statusOf({ status, agreed_on }) {
  if (status === null) return 'Not entered';
  if (status === 'in_negotiation') return 'In negotiation';
  if (status === 'in_arbitration') return 'In arbitration';
  return agreed_on === null ? 'Agreed, day not entered' : `Agreed on ${dateInWords(agreed_on)}`;
}

/**
 * How far off a day is.
 * @param {number | null} days to go; below nothing when it is past
 */
export function daysInWords(days) {
  if (days === null) return '';
  if (days === 0) return 'Today';
  if (days === 1) return 'Tomorrow';
  if (days === -1) return 'Passed yesterday';
  return days > 0 ? `${days} days to go` : `Passed ${-days} days ago`;
}
