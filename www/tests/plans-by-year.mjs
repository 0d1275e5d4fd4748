// Small plans of years with several funds, with one by another name, and with none.
import { organisation, planOf } from './made-up-plan.mjs';

const waits = (breaches) => ({
  quarters: Object.fromEntries(
    ['Q1', 'Q2', 'Q3'].map((quarter) => [quarter, { attendances: '1000', breaches }]),
  ),
  trajectory: { Q2: '91%', Q3: '92%', Q4: '93%' },
});

/** Three measures and four conditions, of which BBB misses one. */
export const plan2016 = () =>
  planOf('2016/17', [
    organisation('AAA', {
      controlTotal: '4000',
      allocation: { STF: '10000' },
      actual: ['1000', '1500', '3100'],
      answers: { carter: true, agency: true, trajectories: true },
      performance: { a_and_e: waits('60'), rtt: waits('90'), cancer: waits('90') },
    }),
    organisation('BBB', {
      controlTotal: '(1000)',
      allocation: { STF: '2000' },
      actual: ['(250)', '(700)', '(900)'],
      answers: { carter: true, agency: false },
    }),
  ]);

/** A fund for providers and one for commissioners. */
export const plan2018 = (others) =>
  planOf(
    '2018/19',
    [
      organisation('AAA', {
        controlTotal: '4000',
        allocation: { PSF: '10000' },
        actual: ['1000', '1500', '3100'],
        performance: { a_and_e: waits('60') },
      }),
      organisation('CCC', { side: 'commissioner', controlTotal: '(800)', actual: ['(200)', '(400)', '(600)'] }),
      organisation('DDD', { side: 'commissioner', controlTotal: '500', actual: ['125', '250', '300'] }),
    ],
    others,
  );

/** Three funds for one trust; the system's share is asked. */
export const plan2019 = (others) =>
  planOf(
    '2019/20',
    [
      organisation('AAA', {
        controlTotal: '(4000)',
        allocation: { PSF: '1000', FRF: '3000', MRET: '400' },
        actual: ['(1000)', '(2100)', '(2900)'],
      }),
      organisation('CCC', { side: 'commissioner', controlTotal: '0', actual: ['0', '0', '10'] }),
    ],
    others,
  );

/** No fund, and a financial plan instead of a control total. */
export const plan2022 = () =>
  planOf('2022/23', [
    organisation('AAA', { controlTotal: '(4000)', actual: ['(1000)', '(2100)', '(2900)'] }),
    organisation('BBB', { side: 'commissioner', controlTotal: '4000', actual: ['1000', '2000', '3000'] }),
  ]);

/** The quarter before decides, by a test that is asked; AAA lacks 1,000 to balance in 2026/27. */
export const planOfSupport = (year, others) =>
  planOf(
    year,
    [
      organisation('AAA', {
        controlTotal: '(4000)',
        allocation: { DSF: '3000' },
        actual: ['(1000)', '(2100)', '(2900)'],
      }),
      organisation('BBB', {
        side: 'commissioner',
        controlTotal: '900',
        allocation: { DSF: '100' },
        actual: ['200', '450', '700'],
        accepted: null,
      }),
    ],
    others,
  );

export const EVERY_PLAN = {
  'several conditions and measures': plan2016,
  'two funds': plan2018,
  'three funds': plan2019,
  'no fund': plan2022,
  'support decided a quarter before': () => planOfSupport('2025/26'),
  'support for a balanced plan': () => planOfSupport('2026/27'),
};
