// The planning round on the page. The figures are the example's, added by hand:
//
//   2017/18           £000
//   resources         1,341,000 + 34,500 = 1,375,500
//   commissioners     118,200 + 19,400 + 142,600 + 24,700 + 117,900 + 18,800 + 248,300 + 41,500 + 6,200
//                     + 121,700 + 16,900 + 134,300 + 22,600 + 236,400 + 21,300 + 38,200 + 28,500 + 12,400
//                     = 1,369,900, which leaves 5,600
//   mismatches        + 300 + 1,200 - 200 - 900 = 400
//   providers         1,369,900 + 400 + 700 that only one of them knows = 1,371,000, which leaves 4,500
//   overstated        400 + 700 = 1,100
//
//   Planned surgery   402,000 less all floors (378,500) is 23,500; the first class takes 7,000 + 1,500 + 3,000
//                     of it, which leaves 12,000 for the second. Its weights are 74,000 - 61,000 = 13,000 and
//                     28,000 - 21,000 = 7,000: 61,000 + 12,000 * 13/20 = 68,800, and 21,000 + 4,200 = 25,200.
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { figure, madeUpPlan, openPlan } from './made-up-plan.mjs';
import { complaints, open, tabTo } from './page.mjs';

const example = () =>
  JSON.parse(readFileSync(new URL('../examples/lancashire-and-south-cumbria.json', import.meta.url), 'utf8'));

/** The example with something else in its planning round. */
function exampleWith(change, others = {}) {
  const plan = { ...example(), ...others };
  change(plan.planning, plan);
  return plan;
}

async function openExample(page) {
  await open(page);
  await page.getByRole('button', { name: /^Lancashire and South Cumbria/ }).first().click();
  await expect(round(page)).toBeVisible();
}

const round = (page) => page.getByRole('region', { name: 'The planning round 2017-19' });
const part = (page, name) => round(page).getByRole('region', { name, exact: true });
const answers = (page) => part(page, 'The round in short').getByRole('listitem');
const table = (page, name) => round(page).getByRole('table', { name });
const cells = (page, name, whose) =>
  table(page, name)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: whose }) })
    .getByRole('cell');
const choose = (page, what) => page.getByLabel('Contracts to show').selectOption(what);

test('is told as one story, in the order in which the round goes', async ({ page }) => {
  await openExample(page);
  await expect(round(page).getByRole('heading')).toHaveText([
    'The planning round 2017-19',
    'The round in short',
    'Days',
    'The partnership',
    'Resources and contracts',
    'The contract register',
    'Eligibility to take on a system control total',
    'Transformation funding',
    'Saved or only moved',
    'The envelope',
    'Social care: a memo',
    'Capital bids',
  ]);
});

test('answers each question in a sentence first, and leads to its section', async ({ page }) => {
  await openExample(page);
  await expect(answers(page)).toHaveText([
    /^What kind of partnership is it\? As an implementation partnership, each partner answers for its own control total and for the system's\.$/,
    /^Do the contracts agree\? In each of 2017\/18 and 2018\/19 providers count £1,100k more in contracts than commissioners do, so that the system's position looks better than it is by as much\.$/,
    /^May the area take on a system control total\? Lancashire and South Cumbria may not .*: the contracts of NHS Chorley and South Ribble CCG with East Lancashire Hospitals NHS Trust for 2017\/18 and 2018\/19 were not agreed in time, and providers' contracts are £400k more than the resources for 2018\/19\. The deadline, 23 December 2016, was 17 days ago\.$/,
    /^Is it eligible for transformation funding\? Lancashire and South Cumbria meets what transformation funding asks/,
    /^What is saved, and what only moves\? The proposals improve the system's position by £7,300k, and shift £5,000k from one organisation to another\. Others outside it bear £800k, so that £6,500k is saved in all\.$/,
    /^What fits into the envelope\? To live within £402,000k, 3 of 6 programmes are cut, by £13,000k together\./,
    /^What does social care lack\? Social care lacks £10,300k of the council's pressures of £30,500k; none of it is part of the control total\./,
    /^Which capital bids fit\? 5 of 7 capital bids are funded, for £19,500k in all\. Beside them, Ward refurbishment at Blackpool would fit with £1,100k more in 2018\/19\.$/,
  ]);
  for (const [question, heading] of [
    ['Do the contracts agree?', 'Resources and contracts'],
    ['Which capital bids fit?', 'Capital bids'],
  ]) {
    await answers(page).getByRole('link', { name: question }).focus();
    await page.keyboard.press('Enter');
    await expect(round(page).getByRole('heading', { name: heading })).toBeFocused();
  }
});

test('is named in the contents of the page, and led to from there', async ({ page }) => {
  await open(page);
  const entry = page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name: 'Planning round' });
  await expect(entry).toBeHidden();
  await openExample(page);
  await entry.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'The planning round 2017-19' })).toBeFocused();
  await openPlan(page);
  await expect(page.locator('.answer__system')).toContainText('Madeupshire');
  await expect(entry).toBeHidden();
});

test('does not show where a plan says nothing of it', async ({ page }) => {
  await openExample(page);
  await openPlan(page);
  await expect(page.locator('.answer__system')).toContainText('Madeupshire');
  await expect(page.locator('.planning')).toBeHidden();
  await expect(page.locator('.matrix__reading')).toHaveCount(0);
});

test('tells its days, how far off they are, and which a plan sets otherwise', async ({ page }) => {
  await openExample(page);
  const days = 'What has to be done by when';
  await expect(cells(page, days, 'Contracts agreed')).toHaveText(['23 December 2016', 'Passed 17 days ago', 'Sourced']);
  await expect(cells(page, days, 'Capital decisions')).toHaveText([
    'Not known',
    '',
    'No published day is known, and none is entered. Enter it',
  ]);
  await openPlan(
    page,
    exampleWith((planning) => {
      planning.today = '2016-12-22';
      planning.dates = { contracts: '2016-12-31', submission: '2016-12-22', 'Board meets': '2016-12-23' };
    }),
  );
  await expect(cells(page, days, 'Contracts agreed')).toHaveText([
    '31 December 2016',
    '23 December 2016',
    '9 days to go',
    'As entered in this plan',
  ]);
  await expect(cells(page, days, 'Area plans submitted').nth(2)).toHaveText('Today');
  await expect(cells(page, days, 'Board meets')).toHaveText(['23 December 2016', '', 'Tomorrow', 'As entered in this plan']);
  await openPlan(
    page,
    exampleWith((planning) => {
      delete planning.today;
    }),
  );
  await expect(part(page, 'Days')).toContainText('How far off they are is told from today, which is not entered.');
});

test('says what kind of partnership it is, and how the matrix reads by it', async ({ page }) => {
  await openExample(page);
  const note = page.getByRole('region', { name: /^Own and system/ }).locator('.matrix__reading');
  await expect(part(page, 'The partnership')).toContainText(
    'What binds: each organisation’s own total, and the system’s.',
  );
  await expect(note).toContainText('An implementation partnership: Partners carry out decisions together');
  await expect(note).toContainText('Read all four outcomes of the matrix.');
  for (const [form, binds, reads] of [
    ['forum', 'each organisation’s own total. The system’s is watched.', 'Read the matrix by its own outcome.'],
    ['integrated_system', 'the system’s total.', "Read the matrix by the system's outcome."],
  ]) {
    await openPlan(
      page,
      exampleWith((planning) => {
        planning.partnership = form;
      }),
    );
    await expect(part(page, 'The partnership')).toContainText(`What binds: ${binds}`);
    await expect(note).toContainText(reads);
  }
});

test('sets both sides’ contracts against the resources, by year', async ({ page }) => {
  await openExample(page);
  const years = 'Resources and contracts by year';
  for (const [name, ...amounts] of [
    ['Total resources', '1,375,500', '1,395,000'],
    ['What commissioners count in contracts', '1,369,900', '1,394,300'],
    ['Resources left on the commissioners’ side', '5,600', '700'],
    ['What providers count in contracts', '1,371,000', '1,395,400'],
    ['Resources left on the providers’ side', '4,500', '(400)'],
    ['Mismatches of contracts that both know', '400', '400'],
    ['Known to providers only', '700', '700'],
    ['Known to commissioners only', '0', '0'],
    ['The system’s position is overstated by', '1,100', '1,100'],
  ])
    await expect(cells(page, years, name)).toHaveText(amounts);
});

test('sets parts of the resources side by side by their names', async ({ page }) => {
  await openPlan(
    page,
    exampleWith((planning) => {
      planning.resources = [
        { year: '2017/18', name: 'Allocations', amount: '10' },
        { year: '2018/19', name: 'Growth', amount: '3' },
        { year: '2018/19', name: 'Allocations', amount: '11' },
        { year: '2018/19', name: 'Allocations', amount: '12' },
      ];
    }),
  );
  const years = 'Resources and contracts by year';
  await expect(cells(page, years, 'Growth')).toHaveText(['–none this year', '3']);
  await expect(cells(page, years, 'Allocations')).toHaveText(['10', '11', '–none this year', '12']);
});

test('shows first the contracts that stand out, and all when asked', async ({ page }) => {
  await openExample(page);
  const rows = (name) => table(page, name).getByRole('row').filter({ has: page.getByRole('cell') });
  // Five in each year: four that differ, and one that only the provider knows.
  await expect(rows('Contracts that stand out: 10 of 38')).toHaveCount(10);
  const alone = cells(page, /^Contracts that stand out/, 'NHS Chorley and South Ribble CCG 00X').first();
  await expect(alone).toContainText('East Lancashire Hospitals NHS Trust');
  await expect(cells(page, /^Contracts that stand out/, 'NHS East Lancashire CCG').nth(3)).toHaveText('1,200');
  await expect(cells(page, /^Contracts that stand out/, 'NHS Chorley').nth(4)).toHaveText('Provider only');
  await choose(page, 'All');
  await expect(rows('All 38 contracts')).toHaveCount(38);
  await openPlan(
    page,
    exampleWith((planning) => {
      planning.contracts = planning.contracts.slice(0, 3);
      Object.assign(planning.contracts[1], { agreed_on: '2017-01-04' });
      delete planning.contracts[2].status;
    }),
  );
  await choose(page, 'Those that stand out');
  await expect(rows('Contracts that stand out: 2 of 3')).toHaveCount(2);
  await expect(rows(/^Contracts that stand out/).nth(0)).toContainText('Agreed on 4 January 2017Not in time');
  await expect(rows(/^Contracts that stand out/).nth(1)).toContainText('Not enterednot known');
  await openPlan(
    page,
    exampleWith((planning) => {
      planning.contracts = planning.contracts.slice(0, 3);
    }),
  );
  await expect(part(page, 'The contract register')).toContainText('None stands out');
});

test('takes eligibility apart by condition and year, with the rule and its source', async ({ page }) => {
  await openExample(page);
  const conditions = 'Conditions by year';
  await expect(cells(page, conditions, 'Every contract agreed')).toHaveText(['Not met', 'Not met']);
  await expect(cells(page, conditions, 'What commissioners count')).toHaveText(['Metleft: 5,600', 'Metleft: 700']);
  await expect(cells(page, conditions, 'What providers count')).toHaveText(['Metleft: 4,500', 'Not metleft: (400)']);
  await expect(cells(page, conditions, 'Eligible')).toHaveText(['No', 'No']);
  const own = part(page, 'Eligibility to take on a system control total');
  await expect(own).toContainText('Eligible to take on a system control total: No The deadline for contracts: 23 December 2016');
  const agreed = own.getByRole('listitem').filter({ hasText: 'Every contract agreed by the deadline' });
  await expect(agreed).toContainText('Sourced');
  await expect(agreed).toContainText('when the contracts for both years are agreed by the deadline. The day itself counts.');
  await expect(agreed).toContainText('Source: LGC, Stevens and Mackey');
  await expect(own.getByRole('listitem').filter({ hasText: 'Contracts within the total resources' })).toContainText('Derived');
});

test('says what eligibility still waits for', async ({ page }) => {
  await openPlan(
    page,
    exampleWith((planning) => {
      delete planning.contracts[0].status;
      delete planning.contracts[0].provider_amount;
      // What one side alone knows is agreed by nobody.
      planning.contracts = planning.contracts.filter(({ known_to }) => known_to !== 'provider');
    }),
  );
  const own = part(page, 'Eligibility to take on a system control total');
  await expect(cells(page, 'Conditions by year', 'Every contract agreed')).toHaveText(['not known', 'Met']);
  const agreed = own.getByRole('listitem').filter({ hasText: 'Every contract agreed by the deadline' });
  await expect(agreed).toContainText('Missing for 2017/18:');
  await expect(agreed.getByRole('button')).toHaveText([
    'Whether NHS Blackburn with Darwen CCG and East Lancashire Hospitals NHS Trust have agreed for 2017/18',
  ]);
  const within = own.getByRole('listitem').filter({ hasText: 'Contracts within the total resources' });
  await expect(within).toContainText('Missing for 2017/18 on the providers’ side:');
  await expect(within.getByRole('button')).toHaveText([
    'What East Lancashire Hospitals NHS Trust counts for 2017/18 with NHS Blackburn with Darwen CCG',
  ]);
});

test('holds plans against control totals, and says what a bid waits for', async ({ page }) => {
  await openExample(page);
  const plans = 'Each organisation’s plan for 2017/18';
  await expect(cells(page, plans, 'NHS Greater Preston CCG')).toHaveText(['400', '0', 'Met', 'Met']);
  await expect(cells(page, plans, 'System')).toHaveText(['(82,700)', '(83,100)', 'Met', 'Met']);
  const pots = 'Bids by pot';
  await expect(cells(page, pots, 'Cancer').nth(2)).toHaveText('2,400');
  await expect(cells(page, pots, 'Cancer').nth(3)).toContainText('No money is promised.');
  await expect(cells(page, pots, 'Learning disabilities').nth(1)).toHaveText('not known');
  await expect(table(page, pots).getByRole('rowheader', { name: /vanguards/ })).toContainText('final year 2017/18');
  await openPlan(
    page,
    exampleWith((planning) => {
      planning.plans['01E'] = '(1)';
      delete planning.trajectories.RXL;
      planning.answers = { system_plan: true };
    }),
  );
  await expect(cells(page, plans, 'NHS Greater Preston CCG')).toHaveText(['(1)', '0', 'Not met', 'Met']);
  await expect(cells(page, pots, 'Cancer').nth(2)).toHaveText('0');
  await expect(cells(page, pots, 'Cancer').nth(3)).toHaveText(
    "Blocked. Not met: Each organisation's plan meets its own control total.",
  );
  const own = part(page, 'Transformation funding');
  await expect(own.getByRole('listitem').filter({ hasText: "The system's plan meets" })).toContainText(
    'It is answered in the plan, in place of what is worked out.',
  );
  const trajectories = own.getByRole('listitem').filter({ hasText: 'Plans meet the performance trajectories:' });
  await expect(trajectories.getByRole('button', { name: /^Whether the plan of Blackpool Teaching Hospitals NHS Foundation Trust meets the performance/ })).toBeVisible();
});

test('closes a pot after its final year', async ({ page }) => {
  await openPlan(page, exampleWith(() => {}, { year: '2018/19', fund: '' }));
  const pots = 'Bids by pot';
  await expect(table(page, pots).getByRole('rowheader', { name: /vanguards/ })).toContainText('closed since the end of 2017/18');
  await expect(cells(page, pots, /vanguards/).nth(2)).toHaveText('0');
  await expect(cells(page, pots, /vanguards/).nth(3)).toHaveText('Closed: the pot’s final year was 2017/18.');
});

test('nets what some gain and others lose', async ({ page }) => {
  await openExample(page);
  const proposals = /^What each proposal does/;
  await expect(cells(page, proposals, 'Fewer follow-up appointments')).toHaveText([
    'NHS Greater Preston CCG: 2,000',
    'Lancashire Teaching Hospitals NHS Foundation Trust: (1,300)',
    '700',
    '1,300',
    /^–/,
  ]);
  await expect(cells(page, proposals, 'Beds for people who wait').nth(1)).toHaveText('nobody');
  await expect(cells(page, proposals, 'All proposals')).toHaveText(['', '', '7,300', '5,000', '(800)']);
  await expect(cells(page, proposals, 'Saved in all, less what others bear')).toHaveText(['', '', '6,500', '', '']);
  const effects = /^What all proposals together do/;
  await expect(cells(page, effects, 'University Hospitals of Morecambe Bay')).toHaveText([
    '700',
    /^–/,
    /^–/,
    '3,000',
    /^–/,
    '3,700',
  ]);
  await openPlan(
    page,
    exampleWith((planning) => {
      planning.proposals[1].effects = { '01E': '(50)', RXN: '' };
    }),
  );
  await expect(cells(page, proposals, 'Fewer follow-up appointments')).toHaveText([
    'Gains or loses:Lancashire Teaching Hospitals NHS Foundation Trust: not known',
    'NHS Greater Preston CCG: (50)',
    'not known',
    'not known',
    /^–/,
  ]);
});

test('gives each programme what fits, and says where cuts land', async ({ page }) => {
  await openExample(page);
  const programmes = 'What each programme is given';
  await expect(cells(page, programmes, 'Planned surgery')).toHaveText([
    '2',
    '74,000',
    '61,000',
    '72,000',
    '68,800',
    '5,200',
    'Shares what is left for its priority',
    'Lancashire Teaching Hospitals NHS Foundation Trust: 1,300',
  ]);
  await expect(cells(page, programmes, 'Community nursing').nth(4)).toHaveText('25,200');
  await expect(cells(page, programmes, 'Estates and back office').nth(6)).toHaveText('Has its floor and no more');
  await expect(cells(page, /^What lands on others/, 'All')).toHaveText(['2,420']);
  await expect(cells(page, /^The envelope and what/, 'Headroom')).toHaveText(['0']);
});

test('says by how much nothing fits, and which floors are too much', async ({ page }) => {
  await openPlan(
    page,
    exampleWith((planning) => {
      planning.envelope.amount = '378,000';
    }),
  );
  await expect(part(page, 'The envelope')).toContainText('Nothing fits. The floors together are £500k more than the envelope.');
  const programmes = 'What each programme is given';
  await expect(table(page, programmes).getByRole('columnheader', { name: 'Given' })).toHaveCount(0);
  await expect(cells(page, programmes, 'Estates and back office')).toHaveText([
    '3',
    '12,000',
    '7,000',
    '12,000',
    'No room for its floor',
  ]);
  await expect(cells(page, programmes, 'Cancer').nth(4)).toHaveText('Its floor would fit');
});

test('names what the envelope waits for, and the other way to fit it', async ({ page }) => {
  await openPlan(
    page,
    exampleWith((planning) => {
      planning.envelope.method = 'least_change';
      planning.envelope.programmes[1].budget = '';
    }),
  );
  const own = part(page, 'The envelope');
  await expect(own).toContainText('is cut from as few programmes as possible');
  await expect(own.getByRole('listitem').getByRole('button')).toHaveText(['Budget of CAN']);
  await expect(cells(page, 'What each programme is given', 'Cancer').nth(6)).toHaveText('Not known: a figure is missing');
});

test('keeps social care a memo, and flags what the envelope pays of it', async ({ page }) => {
  await openExample(page);
  const own = part(page, 'Social care: a memo');
  await expect(own).toContainText('Memo: no part of the control total.');
  await expect(own).toContainText(
    "health envelope? Yes The guidance says otherwise: The health service's settlement was not intended to offset pressures on councils",
  );
  await expect(cells(page, 'Memo: what social care lacks', 'Gap:')).toHaveText(['10,300']);
  await expect(cells(page, /^Memo: pooled funds/, 'Better care fund')).toHaveText(['34,500', '(34,500)', '0']);
  await openPlan(
    page,
    exampleWith((planning) => {
      planning.council = planning.council.filter(({ kind }) => kind !== 'envelope_funding');
    }),
  );
  await expect(own).toContainText('health envelope? No');
  await expect(own).not.toContainText('The guidance says otherwise');
});

test('chooses capital bids, says why, and which is next', async ({ page }) => {
  await openExample(page);
  await expect(cells(page, 'Capital by year', '2017/18')).toHaveText(['14,000', '18,700', '10,900', '3,100']);
  const bids = 'Capital bids, in or out';
  await expect(cells(page, bids, 'Urgent care centre').nth(5)).toHaveText('Out');
  await expect(cells(page, bids, 'Urgent care centre').nth(6)).toHaveText(
    /^With it in, the bids that then fit would be worth no more together\. It asks for £[\d,]+k in 201[78]\/1[89], £[\d,]+k more than is left beside those that are in\.$/,
  );
  await expect(cells(page, bids, 'Pathology hub').nth(5)).toHaveText('In');
  await expect(cells(page, bids, 'Pathology hub').nth(6)).toHaveText('It belongs to the best choice. It needs REC.');
  const own = part(page, 'Capital bids');
  await expect(own).toContainText(
    'Next: Ward refurbishment at Blackpool. It would fit with £1,100k more: £0k in 2017/18, £1,100k in 2018/19.',
  );
  await openPlan(
    page,
    exampleWith((planning) => {
      planning.capital.bids[2].score = '';
    }),
  );
  await expect(own).toContainText('It is not known yet which capital bids fit');
  await expect(own.getByRole('listitem').getByRole('button')).toHaveText(['Score of REC']);
  await expect(cells(page, bids, 'Pathology hub').nth(5)).toHaveText('Not known');
});

test('adds the points of the bids that are in, one by one, and tells what they cost', async ({ page }) => {
  await openExample(page);
  const own = part(page, 'Capital bids');
  await expect(own).toContainText('The bids that are in cost £19,500k in all. Points of the bids that are in, together: 256.');
  await own.getByText('How 256 points come about').click();
  const points = own.getByRole('table', { name: 'Points of the bids that are in' });
  await expect(points.getByRole('row').locator('td')).toHaveText(['20', '81', '64', '39', '52', '256']);
});

test('gives the best choice of bids that was found where too many are alike, and says so', async ({ page }) => {
  const steps = { '2017/18': 17, '2018/19': 29, '2019/20': 43 };
  await openPlan(
    page,
    exampleWith((planning) => {
      planning.capital.envelope = { '2017/18': '3111', '2018/19': '3222', '2019/20': '3333' };
      planning.capital.bids = Array.from({ length: 60 }, (_, place) => ({
        code: `B${place}`,
        amounts: Object.fromEntries(
          Object.entries(steps).map(([year, step]) => [year, `${100 + ((place * step) % 61)}`]),
        ),
        score: '5',
      }));
    }),
  );
  const own = part(page, 'Capital bids');
  await expect(own).toContainText(/are in the best choice found, for .* not shown to be the best: .* no choice can have more than \d+\./);
  await expect(own).toContainText(/The most that any choice could have: \d+\./);
  const bids = own.getByRole('table', { name: 'Capital bids, in or out' });
  await expect(bids.getByText('In the best found', { exact: true }).first()).toBeVisible();
  await expect(bids.getByText('Not in the best found', { exact: true }).first()).toBeVisible();
  await expect(bids.getByText('In', { exact: true })).toHaveCount(0);
});

test('opens the working of a figure, down to what was entered, with the reading and the rule', async ({ page }) => {
  await openExample(page);
  const working = page.locator('.working');
  for (const [path, title, ...cited] of [
    ['planning/years/0/overstated', /overstated.* = £1,100,000/, 'Mismatch of a contract', 'Contracts known to one side'],
    ['planning/envelope/programmes/3/given', /Given, Planned surgery = £68,800,000/, 'Floors, then priorities, then proportion'],
    ['planning/eligibility/eligible', /Eligible to take on a system control total = not met/, 'Every contract agreed by the deadline'],
    ['planning/shifting/saved', /Saved by all proposals = £7,300,000/, 'Cost and risk are managed, not just shifted'],
    ['planning/council/flagged', /council’s pressures = yes/, 'Not meant for councils'],
    ['planning/capital/next/more', /Ward refurbishment at Blackpool = £1,100,000/, 'The next bid that would fit'],
  ]) {
    await figure(page, path).click();
    await expect(page.getByRole('heading', { name: title })).toBeFocused();
    for (const name of cited) await expect(working.locator('.cited')).toContainText(name);
  }
  await expect(working.locator('.cited')).toContainText('This calculator');
  await page.keyboard.press('Escape');
  await expect(figure(page, 'planning/capital/next/more')).toBeFocused();
});

test('cites sourced rules with their words and where they were read', async ({ page }) => {
  await openExample(page);
  await figure(page, 'planning/eligibility/years/0/agreed').click();
  const rule = page.locator('.cited__rule').filter({ hasText: 'Every contract agreed by the deadline' });
  await expect(rule).toContainText('The day itself counts.');
  await expect(rule).toContainText('Sourced; 100% sure.');
  const reading = page.locator('.citation__known').filter({ hasText: 'This calculator\'s reading' }).first();
  await expect(reading).toHaveText("This calculator's reading.");
  await expect(rule).toContainText('Source: LGC, Stevens and Mackey');
});

test('follows what is entered, and says so to those who listen', async ({ page }) => {
  await openExample(page);
  await expect(page.locator('.results [aria-live]')).toContainText('misses its control total for 2017/18');
  await openPlan(
    page,
    exampleWith((planning) => {
      planning.contracts[0].provider_amount = '118,300';
    }),
  );
  await expect(cells(page, 'Resources and contracts by year', 'What providers count in contracts').first()).toHaveText('1,371,100');
  await expect(answers(page).nth(1)).toContainText('In 2017/18 providers count £1,200k more');
  // What did not change is not said again.
  await expect(page.locator('.results [aria-live]')).toHaveText(
    /^In 2017\/18 providers count £1,200k more .* In 2018\/19 providers count £1,100k more in contracts than commissioners do\.$/,
  );
});

test('shows only what is entered, in a year whose round was not read too', async ({ page }) => {
  await openPlan(page, {
    ...madeUpPlan(),
    year: '2019/20',
    fund: '',
    as_at: null,
    planning: { council: [{ name: 'Care fees', kind: 'pressure', amount: '5' }] },
  });
  const own = page.getByRole('region', { name: 'What the planning round comes to', exact: true });
  await expect(own.getByRole('heading')).toHaveText(['What the planning round comes to', 'The round in short', 'Days', 'Social care: a memo']);
  await expect(own.getByRole('listitem').first()).toHaveText(/^Which round is it\? No rules of a planning round were read for 2019\/20\. .* is not answered\.$/);
  await expect(own).toContainText("Social care lacks £5k of the council's pressures of £5k");
});

test('says of days that none is known, where today is', async ({ page }) => {
  await openPlan(page, { ...madeUpPlan(), year: '2019/20', fund: '', as_at: null, planning: { today: '2019-02-01' } });
  const days = page.getByRole('region', { name: 'Days', exact: true });
  await expect(days).toContainText('How far off they are is not known: none of these days is.');
  await expect(days).not.toContainText('today');
});

test('asks of no contract that it is agreed in time, in a year without a round', async ({ page }) => {
  const contract = { year: '2019/20', commissioner: 'CCC', provider: 'AAA', commissioner_amount: '5', provider_amount: '7' };
  await openPlan(page, { ...madeUpPlan(), year: '2019/20', fund: '', as_at: null, planning: { contracts: [contract] } });
  const register = page.getByRole('table', { name: 'Contracts that stand out: 1 of 1' });
  await expect(register.getByRole('columnheader')).toHaveCount(7);
  await expect(register.getByRole('columnheader', { name: 'Agreed in time' })).toHaveCount(0);
});

test('calls a programme without a name by its code, once', async ({ page }) => {
  await openPlan(page, exampleWith((planning) => Object.assign(planning.envelope.programmes[5], { name: '', owner: '' })));
  await expect(table(page, 'What each programme is given').getByRole('rowheader').nth(5)).toHaveText('EST');
});

test('is walked through by keyboard alone', async ({ page }) => {
  await openExample(page);
  await part(page, 'The contract register').getByLabel('Contracts to show').focus();
  await page.keyboard.press('ArrowDown');
  await expect(table(page, 'All 38 contracts')).toBeVisible();
  await tabTo(page, figure(page, 'planning/contracts/0/commissioner_amount'), 4);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^Working: Commissioner’s figure, NHS Blackburn/ })).toBeFocused();
});

test('is accessible, and narrow enough for a small phone, with everything open', async ({ page }) => {
  test.slow();
  const heard = complaints(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await openExample(page);
  await choose(page, 'All');
  for (const details of await round(page).locator('details').all()) await details.locator('summary').click();
  await expect(round(page).getByText('Every contract agreed by the deadline').first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  const { violations } = await new AxeBuilder({ page }).include('.planning').analyze();
  expect(violations).toEqual([]);
  expect(heard).toEqual([]);
});

const LONG = 'Interorganisationalpathology'.repeat(4);

test('keeps what a row is about in sight on a small phone, and some of what has the focus', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openPlan(page, exampleWith((planning) => Object.assign(planning.envelope.programmes[0], { name: LONG })));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  const region = round(page).getByRole('region', { name: 'What each programme is given' });
  const head = region.getByRole('rowheader', { name: LONG });
  await region.evaluate((element) => element.scrollTo({ left: element.scrollWidth }));
  const { x, width } = await head.boundingBox();
  const inside = await region.boundingBox();
  expect(x).toBe(inside.x);
  expect(width).toBeLessThanOrEqual(0.45 * 320);
  for (const forcedColors of ['none', 'active']) {
    await page.emulateMedia({ forcedColors });
    expect(await head.evaluate((cell) => getComputedStyle(cell).backgroundColor)).toBe('rgb(255, 255, 255)');
  }
  await page.emulateMedia({ forcedColors: 'none' });
  const last = figure(page, 'planning/envelope/programmes/0/cut');
  await last.focus();
  for (let turn = 0; turn < 4; turn += 1) {
    await page.keyboard.press('Shift+Tab');
    const shown = await page.evaluate(() => {
      const box = document.activeElement.getBoundingClientRect();
      const cover = document.activeElement.closest('tr').querySelector('th').getBoundingClientRect();
      return box.right - Math.max(box.left, cover.right);
    });
    expect(shown).toBeGreaterThan(0);
  }
  await page.emulateMedia({ media: 'print' });
  expect(await head.evaluate((cell) => getComputedStyle(cell).position)).toBe('static');
});

test('breaks names of one long word, and lets none turn its figures around', async ({ page }) => {
  await openPlan(
    page,
    exampleWith((planning) => {
      planning.proposals[0].name = LONG;
      planning.proposals[1].name = 'Fewer \u202efollow-ups <b>now</b>';
    }),
  );
  const heads = table(page, /^What each proposal does/).getByRole('rowheader');
  const [first] = await heads.all();
  expect((await first.boundingBox()).width).toBeLessThanOrEqual(400);
  await expect(heads.nth(1)).toContainText('Fewer follow-ups <b>now</b>');
  await expect(page.locator('main')).not.toContainText('\u202e');
});

test('keeps to the colours that the system forces', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await openExample(page);
  const borders = await round(page)
    .locator('.nhsuk-tag')
    .evaluateAll((tags) => tags.map((tag) => getComputedStyle(tag).borderTopStyle));
  expect(new Set(borders)).toEqual(new Set(['solid']));
});

test('is printed: the answers, every table and the contracts that are shown', async ({ page }) => {
  await openExample(page);
  await page.emulateMedia({ media: 'print' });
  await expect(answers(page)).toHaveCount(8);
  await expect(round(page).getByRole('table')).toHaveCount(15);
  await expect(table(page, 'Contracts that stand out: 10 of 38')).toBeVisible();
  await expect(page.getByLabel('Contracts to show')).toBeHidden();
  await expect(round(page).getByRole('button', { name: /^Enter it/ })).toHaveCount(0);
  await expect(round(page).locator('details').filter({ visible: true })).toHaveCount(0);
  const sizes = await round(page)
    .locator('.results__body > p')
    .evaluateAll((all) => all.map((one) => getComputedStyle(one).fontSize));
  expect(new Set(sizes)).toEqual(new Set(['12px']));
});
