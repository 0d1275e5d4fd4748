// A plan of the invented year, in pounds so that pennies show, and what must come of it, reckoned by
// hand from the rules in `tests/new-year/invented-2030-31.toml`.
//
//                  Q1       Q2          Q3          Q4
//   AAA  limit     (1,000)  (2,000)     (3,000)     (4,000)  to date, straight line
//        position  (1,000)  (2,000.01)  (2,999.99)  (4,000)  met, missed by a penny, met, met
//        beds      80%      80%         70%         75%      75% passes: met, met, missed, met
//   BBB  limit     0        0           0           0
//        position  0        0           (0.02)      0        met, met, missed, met
//   both limit     (1,000)  (2,000)     (3,000)     (4,000)
//        position  (1,000)  (2,000.01)  (3,000.01)  (4,000)  met, missed, missed, met
//
// AAA is offered 1,000.01. Its quarters carry 10%, 20%, 30% and 40%, each rounded to the penny, the
// last taking the difference. Inside a quarter 25% hangs on the system; 20% of the rest, which is 15%
// of the whole, is for beds. Each is rounded, and finance is the difference, 60%.
//
//              Q1      Q2      Q3      Q4      year
//   all        100.00  200.00  300.00  400.01  1,000.01
//   beds       15.00   30.00   45.00   60.00
//   system     25.00   50.00   75.00   100.00
//   finance    60.00   120.00  180.00  240.01
//
//   earned     100.00  0       180.00  400.01  680.01    Q1 and Q4 all; Q3 finance alone
//   recovered  0       120.00  0       0       120.00    Q2's finance, since Q3 is within the limit
//   lost       0       80.00   120.00  0       200.00    beds and system of Q2 and Q3
//   together                                   1,000.01
//   paid       100.00  0       300.00  400.01  800.01    what is recovered comes with Q3

const beds = (freed) => ({ attendances: '1000', breaches: String(1000 - freed) });

export const newYearPlan = {
  kind: 'control-total-plan',
  version: 1,
  title: 'A plan of a year that nobody has published',
  year: '2030/31',
  fund: '',
  unit: 'pounds',
  figures: 'year_to_date',
  as_at: '2031-03-31',
  footprint: { code: 'NEW1', name: 'Newshire' },
  organisations: [
    {
      code: 'AAA',
      name: 'Invented trust',
      side: 'provider',
      control_total: { amount: '(4,000)', spread: 'straight_line' },
      allocation: { Invented: '1,000.01' },
      accepted: true,
      answers: { open_books: true },
      actual: { Q1: '(1,000)', Q2: '(2,000.01)', Q3: '(2,999.99)', Q4: '(4,000)' },
      performance: { beds: { quarters: { Q1: beds(800), Q2: beds(800), Q3: beds(700), Q4: beds(750) } } },
    },
    {
      code: 'BBB',
      name: 'Invented board',
      side: 'commissioner',
      control_total: { amount: '0', spread: 'straight_line' },
      actual: { Q1: '0', Q2: '0', Q3: '(0.02)', Q4: '0' },
    },
  ],
};

/** Exact pounds, by the figure's path. */
export const EXPECTED = {
  'organisations/AAA/fund/total/available/quarters/0': '100.00',
  'organisations/AAA/fund/total/available/quarters/3': '400.01',
  'organisations/AAA/fund/total/earned/quarters/0': '100.00',
  'organisations/AAA/fund/total/earned/quarters/1': '0.00',
  'organisations/AAA/fund/total/earned/quarters/2': '180.00',
  'organisations/AAA/fund/total/earned/quarters/3': '400.01',
  'organisations/AAA/fund/total/earned/year': '680.01',
  'organisations/AAA/fund/total/recovered/year': '120.00',
  'organisations/AAA/fund/total/lost/year': '200.00',
  'organisations/AAA/fund/total/paid/year': '800.01',
  'system/position/variance/2': '-0.01',
};
