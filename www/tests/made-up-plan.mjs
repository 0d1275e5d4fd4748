// A plan that is small enough to check by hand: two trusts and a commissioner at the end of Q3.
//
//                     Q1      Q2      Q3   £000, target and position to date
//   AAA  target    1,000   2,000   3,000   meets, misses, meets: the second quarter is recovered
//        position  1,000   1,500   3,100
//   BBB  target     (250)   (500)   (750)  meets, misses, misses by 150
//        position   (250)   (700)   (900)
//   CCC  target      125     250     375   exactly on target
//        position    125     250     375
//
// The system's target is 2,625, its position 2,575: it misses by 50. No measure applies, so finance
// decides alone; the quarters' shares are 15%, 20%, 30% and 35%.

import { open, openFile } from './page.mjs';

/** @param {string} code @param {object} figures */
export const organisation = (
  code,
  { side = 'provider', controlTotal, allocation = {}, actual, ...others },
) => ({
  code,
  name: `Made-up ${side} ${code}`,
  side,
  control_total: { amount: controlTotal, spread: 'straight_line' },
  allocation,
  accepted: side === 'provider' ? true : null,
  actual: Object.fromEntries(actual.map((amount, place) => [`Q${place + 1}`, amount])),
  ...others,
});

/** The plan of tests/cases/flex.toml: a trust and a commissioner. */
export const planOfCases = (others) => ({
  kind: 'control-total-plan',
  version: 1,
  title: 'A plan of a test',
  year: '2017/18',
  unit: 'millions',
  organisations: [
    organisation('A1', {
      name: 'First trust',
      controlTotal: '8',
      allocation: { STF: '10' },
      actual: ['2', '4', '5', '7'],
    }),
    organisation('B1', { name: 'Board', side: 'commissioner', controlTotal: '4', actual: ['1', '2', '4', '5'] }),
  ],
  ...others,
});

/** A plan of any year at the end of its third quarter. */
export const planOf = (year, organisations, others = {}) => ({
  ...madeUpPlan(),
  year,
  fund: '',
  as_at: `${year.slice(0, 4)}-12-31`,
  organisations,
  ...others,
});

export const madeUpPlan = () => ({
  kind: 'control-total-plan',
  version: 1,
  title: 'Board paper',
  year: '2017/18',
  fund: 'STF',
  unit: 'thousands',
  figures: 'year_to_date',
  as_at: '2017-12-31',
  illustrative: true,
  footprint: { code: '', name: 'Madeupshire' },
  organisations: [
    organisation('AAA', {
      controlTotal: '4000',
      allocation: { STF: '10000' },
      actual: ['1000', '1500', '3100'],
    }),
    organisation('BBB', {
      controlTotal: '(1000)',
      allocation: { STF: '2000' },
      actual: ['(250)', '(700)', '(900)'],
    }),
    organisation('CCC', {
      side: 'commissioner',
      controlTotal: '500',
      actual: ['125', '250', '375'],
    }),
  ],
});

/** Opens a plan in the page as a user does, from a file. */
export async function openPlan(page, plan = madeUpPlan()) {
  if (page.url() === 'about:blank') await open(page);
  await openFile(page, 'plan.json', JSON.stringify(plan));
}

/** The button that shows the value at a path of the assessment. */
export const figure = (page, path) => page.locator(`[data-figure="${path}"]`).first();
