/** @file The rules of every year and fund, in words: what they say, and how well that is known. */

import packed from '../generated/packed-rule-book.js';
import { unpack } from './unpack.js';

/** @typedef {import('../generated/engine.js').Side} Side */
/** @typedef {import('../generated/engine.js').Status} Status */

/**
 * A document in which rules were read.
 * @typedef {object} Source
 * @property {string} key by which rules cite it
 * @property {string} title publisher, title and date
 * @property {string} place where it is, or how much of it was read
 */

/**
 * What a rule says, where it comes from and how well it is known.
 * @typedef {object} Rule
 * @property {string} id
 * @property {string} name
 * @property {string} words
 * @property {string | null} value as printed, where it has one
 * @property {string | null} asked why its value is asked of the user, where none is known
 * @property {string | null} to_meet what an organisation does to meet it, where it is a condition
 * @property {Status} status how it is known
 * @property {string} status_words
 * @property {number} confidence how sure it is, in percent
 * @property {Source[]} sources
 * @property {CaseFile[] | null} cases the worked cases that test it; nothing where it is not computed
 */

/** @typedef {[file: string, cases: number]} CaseFile how many of a file’s cases test a rule */

/** @typedef {Omit<Rule, 'sources' | 'status_words' | 'cases'> & { sources: string[] }} RuleText a rule as it is packed, its sources by their keys */

/** @typedef {RuleText | string} Told a rule where it first stands; its id where it stands again */

/**
 * A performance measure that a fund hangs on.
 * @typedef {object} MeasureBook
 * @property {string} id
 * @property {string} name
 * @property {string[]} milestones
 * @property {MeasureNeeds} needs what its tests need besides this year's figures by quarter
 */

/**
 * @typedef {object} MeasureNeeds
 * @property {boolean} trajectory
 * @property {boolean} last_year
 * @property {boolean} march
 * @property {boolean} appeals
 */

/**
 * A condition for being in a fund.
 * @typedef {object} ConditionBook
 * @property {string} id the key of its answer in a plan, where it is asked
 * @property {boolean} is_asked whether organisations answer it
 * @property {boolean} is_acceptance whether it is that the control total is accepted
 * @property {string} rule the id of the rule that sets it
 * @property {string} name
 */

/**
 * A parameter that a plan may change, by the id of its rule.
 * @typedef {object} ParameterBook
 * @property {string} rule
 * @property {'share' | 'multiple' | 'shares' | 'parts_of_the_year' | 'yes_no'} kind
 */

/**
 * Rules that belong together.
 * @typedef {object} ChapterBook
 * @property {string} title
 * @property {string | null} statement whose lines these are, if they are any's
 * @property {Rule[]} rules
 */

/**
 * What else follows from one of the four outcomes of own and system.
 * @typedef {object} OutcomeBook
 * @property {boolean} own_met
 * @property {boolean} system_met
 * @property {Rule} rule
 */

/**
 * The rules of one fund in one year.
 * @typedef {object} SchemeBook
 * @property {string} id
 * @property {string} fund
 * @property {string} name
 * @property {string} year
 * @property {string} target what the target was called in that year
 * @property {boolean} ran whether it was in force
 * @property {string} summary
 * @property {Side[]} pays the sides that the fund pays
 * @property {'offered' | 'offered_for_deficit' | 'the_deficit' | null} allocation how an allocation is set: entered for each organisation, entered for deficits alone, or worked out; nothing where there is no fund
 * @property {boolean} pays_over_delivery whether over-delivery that was agreed is paid for, as published
 * @property {boolean} by_forecast whether it may be decided by forecast
 * @property {'quarter' | 'quarter_before' | 'never' | null} tested which quarter end decides about a quarter's money
 * @property {ConditionBook[]} conditions
 * @property {MeasureBook[]} measures
 * @property {ParameterBook[]} parameters
 * @property {ChapterBook[]} chapters
 * @property {OutcomeBook[]} outcomes
 */

/**
 * A line of a statement.
 * @typedef {object} LineBook
 * @property {string} id the key of its entry in a plan, where it is asked
 * @property {Rule | null} rule the one that sets it; nothing for a name in a plan that no rule asks for
 * @property {'amount' | 'yes_no' | null} asks what is entered; nothing for a line that is worked out
 * @property {boolean} may_be_blank whether it can be known without an entry
 */

/**
 * What the rules reckon beside the fund, line by line.
 * @typedef {object} StatementBook
 * @property {string} id
 * @property {string} name
 * @property {Side | 'organisation' | 'system'} whose
 * @property {LineBook[]} lines
 */

/**
 * The published day of a planning round's milestone.
 * @typedef {object} DayBook
 * @property {string} id the milestone's
 * @property {string | null} day such as `2016-12-23`; nothing where it was not read
 * @property {Rule} rule
 */

/**
 * What a plan calls by its id, and the rule that sets it.
 * @typedef {object} AskedBook
 * @property {string} id
 * @property {Rule} rule
 */

/**
 * A planning round, for what is entered of it.
 * @typedef {object} RoundBook
 * @property {string} name
 * @property {string[]} years that are planned in it
 * @property {DayBook[]} days
 * @property {AskedBook[]} conditions for transformation funding, which a plan may answer
 * @property {AskedBook[]} pots of transformation funding
 */

/** @typedef {{ id: string, name: string }} MilestoneBook a milestone that every planning round has */

/**
 * A convention or reading that holds in every year.
 * @typedef {object} Assumption
 * @property {Rule} rule
 * @property {string} reason
 */

/**
 * A part of the book as it is packed, with rules in it.
 * @template {{ rule: Rule }} Part
 * @typedef {Omit<Part, 'rule'> & { rule: Told }} Packed
 */

/**
 * @typedef {Omit<SchemeBook, 'chapters' | 'outcomes'> & {
 *   chapters: (Omit<ChapterBook, 'rules'> & { rules: Told[] })[],
 *   outcomes: Packed<OutcomeBook>[],
 * }} PackedScheme
 */

/** @typedef {Omit<StatementBook, 'lines'> & { lines: (Omit<LineBook, 'rule'> & { rule: Told })[] }} PackedStatement */

/**
 * @typedef {Pick<RoundBook, 'name' | 'years'> & {
 *   days: Packed<DayBook>[],
 *   conditions: Packed<AskedBook>[],
 *   pots: Packed<AskedBook>[],
 * }} PackedRound
 */

/**
 * What the words mean, and how the same thing was called in which years.
 * @typedef {object} Glossary
 * @property {{ term: string, meaning: string }[]} terms
 * @property {string[]} years
 * @property {{ what: string, called: string[] }[]} names in the order of the years
 */

/**
 * All of it, as it is packed.
 * @typedef {object} RuleBook
 * @property {PackedScheme[]} schemes
 * @property {PackedStatement[]} statements
 * @property {MilestoneBook[]} milestones in the order in which they come
 * @property {PackedRound[]} rounds
 * @property {Packed<Assumption>[]} assumptions
 * @property {Record<string, Source>} sources
 * @property {Record<string, string>} statuses the words for how a rule is known
 * @property {([file: number, cases: number][] | null)[]} tested what tests the rules, in the order in which they are told, its files by their places
 * @property {string[]} case_files
 * @property {string} attribution
 * @property {Glossary} glossary
 */

/** @type {SchemeBook[]} every scheme, by year */
export let schemes = [];

/** @type {StatementBook[]} of every year */
export let statements = [];

/** @type {MilestoneBook[]} of every planning round, in the order in which they come */
export let milestones = [];

/** @type {RoundBook[]} */
let rounds = [];

/** @type {Assumption[]} */
export let assumptions = [];

/** The sources and licences of the published facts. */
export let attribution = '';

/** @type {Glossary} */
export let glossary = { terms: [], years: [], names: [] };

/** @type {Map<string, Rule>} */
const byId = new Map();

/** @typedef {ParameterBook['kind']} ParameterKind */

/** @type {Map<string, ParameterKind>} */
const kinds = new Map();

/** Opens the book: before that there is nothing in it. */
export async function openRuleBook() {
  /** @type {RuleBook} */
  const book = JSON.parse(new TextDecoder().decode(await unpack(packed)));
  /** @param {Told} told */
  const read = (told) => (typeof told === 'string' ? ruleOf(told) : enter(told, book));
  /** @template {{ rule: Told }} Part @param {Part} part */
  const withRule = (part) => ({ ...part, rule: read(part.rule) });
  schemes = book.schemes.map((scheme) => ({
    ...scheme,
    chapters: scheme.chapters.map((chapter) => ({ ...chapter, rules: chapter.rules.map(read) })),
    outcomes: scheme.outcomes.map(withRule),
  }));
  statements = book.statements.map((one) => ({ ...one, lines: one.lines.map(withRule) }));
  rounds = book.rounds.map((round) => ({
    ...round,
    days: round.days.map(withRule),
    conditions: round.conditions.map(withRule),
    pots: round.pots.map(withRule),
  }));
  assumptions = book.assumptions.map(withRule);
  ({ milestones, attribution, glossary } = book);
  for (const { rule, kind } of schemes.flatMap(({ parameters }) => parameters)) kinds.set(rule, kind);
}

/**
 * @param {RuleText} text
 * @param {RuleBook} book
 * @returns {Rule}
 */
function enter(text, { sources, statuses, tested, case_files: files }) {
  const cases = tested[byId.size] ?? null;
  const rule = {
    ...text,
    status_words: statuses[text.status] ?? '',
    sources: text.sources.flatMap((key) => sources[key] ?? []),
    cases: cases && cases.map(([file, number]) => /** @type {CaseFile} */ ([files[file] ?? '', number])),
  };
  byId.set(rule.id, rule);
  return rule;
}

/** @param {string} id */
export const bookOf = (id) => schemes.find((scheme) => scheme.id === id);

/**
 * What the value of a rule is, and so how a user writes another; nothing where a plan can't change it.
 * @param {string} id
 */
export const kindOf = (id) => kinds.get(id);

/**
 * The schemes that a plan is assessed by: the one of its fund, or all of its year that ran.
 * @param {{ year: string, fund: string }} plan
 */
export function schemesOf({ year, fund }) {
  const asked = fund.trim().toLowerCase();
  return schemes.filter(
    (scheme) =>
      scheme.year === year.trim() &&
      (asked === '' ? scheme.ran : scheme.fund.toLowerCase() === asked),
  );
}

/**
 * The planning round in which a year is planned; nothing where no rules of one were read.
 * @param {string} year
 */
export const roundOf = (year) => rounds.find(({ years }) => years.includes(year.trim()));

/**
 * @param {string} id
 * @returns {Rule | undefined} nothing for an id that stands in a plan and not in the book
 */
export const findRule = (id) => byId.get(id);

/**
 * The rule that the engine cites by its id: one of a scheme's, or a reading.
 * @param {string} id
 * @returns {Rule}
 */
export function ruleOf(id) {
  const rule = byId.get(id);
  if (rule === undefined) throw new Error(`the rule book has no ${id}`);
  return rule;
}
