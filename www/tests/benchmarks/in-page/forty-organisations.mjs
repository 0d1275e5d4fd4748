/**
 * @file A system as large as there are: 28 providers, 20 of them with A&E, and 12 commissioners, in
 * three subdivisions. Codes, names and A&E figures are the published ones; the money is made up.
 */

/** @typedef {import('../../../generated/engine.js').OrganisationDocument} OrganisationDocument */
/** @typedef {import('../../../generated/engine.js').PlanDocument} PlanDocument */
/** @typedef {import('../../../generated/engine.js').PerformanceDocument} PerformanceDocument */

const YEAR = '2017/18';

/** Lancashire and South Cumbria, Greater Manchester, Cheshire and Merseyside: one subdivision each. */
const AREAS = ['QE1', 'QOP', 'QYG'];

/**
 * @param {typeof import('../../../generated/engine.js')} engine
 * @returns {PlanDocument}
 */
export function fortyOrganisations(engine) {
  const areas = AREAS.map((code) => {
    const plan = engine.plan_for(code, YEAR);
    if (plan === null) throw new Error(`the engine knows no footprint ${code}`);
    return plan;
  });
  const members = areas.flatMap(({ footprint, organisations }) =>
    organisations.map((one) => ({ ...one, subdivision: footprint.code })),
  );
  const commissioners = areas.flatMap(({ footprint }) =>
    members.filter(isIn(footprint.code)).filter(({ side }) => side === 'commissioner').slice(0, 4),
  );
  const providers = members.filter(({ side }) => side === 'provider');
  const withAAndE = providers.filter(hasWholeAAndE).slice(0, 20);
  const others = providers.filter(({ performance }) => !performance['a_and_e']).slice(0, 8);
  const [first] = areas;
  if (first === undefined) throw new Error('no areas');
  return {
    ...first,
    title: 'Forty organisations',
    unit: 'thousands',
    illustrative: true,
    footprint: { code: '', name: 'North West' },
    subdivisions: areas.map(({ footprint }) => footprint),
    organisations: withFigures([...commissioners, ...withAAndE, ...others]),
  };
}

/** @param {string} code @returns {(organisation: OrganisationDocument) => boolean} */
const isIn = (code) => (organisation) => organisation.subdivision === code;

/** @param {OrganisationDocument} organisation */
function hasWholeAAndE({ performance }) {
  const measure = performance['a_and_e'];
  if (!measure) return false;
  const figures = [...Object.values(measure.quarters), ...Object.values(measure.last_year), measure.march];
  return figures.length === 9 && figures.every(({ attendances }) => attendances !== null);
}

/** @param {OrganisationDocument[]} organisations */
function withFigures(organisations) {
  const random = seeded(20_171_718);
  /** A whole number of pounds between two of thousands. @param {number} low @param {number} high */
  const pounds = (low, high) => Math.round((low + random() * (high - low)) * 1_000);
  return organisations.map((organisation, place) => {
    const isProvider = organisation.side === 'provider';
    const total = isProvider ? pounds(-30_000, 6_000) : pounds(-3_000, 1_000);
    const targets = [0.28, 0.54, 0.77, 1].map((part) => Math.round(total * part));
    // Each seventh is exactly on its target.
    const gaps = targets.map(() => (place % 7 === 3 ? 0 : pounds(-350, 450)));
    const isRevised = isProvider && place % 9 === 4;
    const measure = organisation.performance['a_and_e'];
    return {
      ...organisation,
      control_total: controlTotal(targets),
      revisions: isRevised
        ? [
            {
              from: '2017-12-20',
              control_total: controlTotal(targets.map((target) => target - 250_000)),
              note: 'Relaxed before the third quarter’s end.',
            },
          ]
        : [],
      allocation: isProvider ? { STF: amount(pounds(900, 19_000)) } : {},
      accepted: isProvider ? place % 11 !== 5 : null,
      actual: byQuarter(targets.map((target, quarter) => target + (gaps[quarter] ?? 0))),
      forecast: amount(total + pounds(-300, 300)),
      agreed_improvement: isProvider ? amount(pounds(0, 300)) : null,
      resource_limit: isProvider ? null : amount(pounds(150_000, 600_000)),
      performance: measure
        ? { a_and_e: { ...measure, milestones: { streaming: random() < 0.7 } } }
        : organisation.performance,
    };
  });
}

/** @param {number[]} targets in pounds @returns {OrganisationDocument['control_total']} */
function controlTotal(targets) {
  const year = targets[3] ?? 0;
  return { amount: amount(year), basis: 'before_fund', profile: byQuarter(targets), spread: null };
}

/** @param {number[]} figures in pounds */
const byQuarter = (figures) =>
  Object.fromEntries(figures.map((figure, quarter) => [`Q${quarter + 1}`, amount(figure)]));

/** As finance people write thousands: `12,345.678`, a deficit in brackets. @param {number} pounds */
function amount(pounds) {
  const size = (Math.abs(pounds) / 1_000).toLocaleString('en-GB', { maximumFractionDigits: 3 });
  return pounds < 0 ? `(${size})` : size;
}

/**
 * The same numbers between 0 and 1 each time: Park and Miller's.
 *
 * @param {number} seed
 */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
