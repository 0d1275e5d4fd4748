// The page and the command line answer with the same bytes: what one says can be checked with the
// other.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { serveSources } from './benchmarks/parts/sources.mjs';
import { at, handedOver, open, openFile, planText } from './page.mjs';

const EXAMPLES = new URL('../examples/', import.meta.url);
const examples = readdirSync(EXAMPLES).filter((name) => name.endsWith('.json'));
const exampleText = (name) => readFileSync(new URL(name, EXAMPLES), 'utf8');

/** What the command line says to its arguments and its standard input. */
function commandLine(words, input = '') {
  const options = { input, encoding: 'utf8', maxBuffer: 20_000_000 };
  const { error, status, stdout, stderr } = spawnSync(process.env['COMMAND_LINE'], words, options);
  if (error) throw error;
  return { code: status, stdout, stderr };
}

/** The empty plan for a footprint, from the engine that the page starts, written as the page does. */
async function emptyPlanInPage(page, code, year) {
  await serveSources(page);
  await open(page);
  return page.evaluate(
    async (asked) => {
      const { startEngine } = await import('/source/engine.js');
      const { written } = await import('/source/download.js');
      const engine = await startEngine();
      return written(engine.plan_for(...asked));
    },
    [code, year],
  );
}

/** The answer as the page writes it, from an assessor that may have answered other plans before. */
async function answerInPage(page, text, before = []) {
  await serveSources(page);
  await open(page);
  return page.evaluate(
    async ([planText, others]) => {
      const { startEngine } = await import('/source/engine.js');
      const { createAssessor } = await import('/source/assessment.js');
      const { answerText } = await import('/source/answer-text.js');
      const { openRuleBook } = await import('/source/rules.js');
      const engine = await startEngine();
      await openRuleBook();
      const assessor = createAssessor(engine);
      for (const other of others) assessor.assess(other);
      return answerText(engine, assessor, planText);
    },
    [text, before],
  );
}

/** The diagnostics as the command line prints them. */
const printed = (source, diagnostics) =>
  diagnostics
    .map(({ severity, path, message, hint }) => {
      const at = path === '' ? '' : ` at ${path}`;
      return `${source}: ${severity}${at}: ${message} ${hint}\n`;
    })
    .join('');

/** Both answer a plan that can be read whole, and to the byte the same. */
async function expectSameAnswer(page, text, file = null) {
  const { text: answer, diagnostics } = await answerInPage(page, text);
  const said = file
    ? commandLine(['assess', file, '--format', 'json'])
    : commandLine(['assess', '--format', 'json'], text);
  const stderr = printed(file ?? 'standard input', diagnostics);
  expect(said).toEqual({ code: 0, stdout: answer, stderr });
}

/** Both find the same faults, and answer nothing then. */
async function expectSameFaults(page, text) {
  const { text: answer, diagnostics } = await answerInPage(page, text);
  expect(answer).toBeNull();
  expect(diagnostics.map(({ severity }) => severity)).toContain('error');
  const said = commandLine(['assess', '--format', 'json'], text);
  expect(said).toEqual({ code: 2, stdout: '', stderr: printed('standard input', diagnostics) });
}

for (const name of examples) {
  test(`the same answer to the example ${name}`, async ({ page }) => {
    const file = fileURLToPath(new URL(name, EXAMPLES));
    await expectSameAnswer(page, exampleText(name), file);
  });

  test(`the same answer in the file that the page saves, to the example ${name}`, async ({ page }) => {
    await open(page);
    await openFile(page, name, exampleText(name));
    const { text } = await handedOver(page, 'Save the answer to a file');
    const file = fileURLToPath(new URL(name, EXAMPLES));
    expect(text).toBe(commandLine(['assess', file, '--format', 'json']).stdout);
  });
}

test('the same answer in the file to what was typed since, each time', async ({ page }) => {
  await open(page);
  await openFile(page, 'plan.json', planText());
  for (const [input, typed] of [['control_total/amount', '(1,234.5)'], ['actual/Q1', '-300']]) {
    await at(page, `organisations/RXL/${input}`).fill(typed);
    const { text: plan } = await handedOver(page, 'Save the plan to a file');
    const { text: answer } = await handedOver(page, 'Save the answer to a file');
    expect(answer).toBe(commandLine(['assess', '--format', 'json'], plan).stdout);
  }
});

// A large one, a small one, one where a year before's A&E figures have gaps, one of London's; an STP
// without its commissioners; a board that took over from others.
for (const [code, year] of [
  ['QYG', '2017/18'],
  ['QSL', '2017/18'],
  ['QF7', '2017/18'],
  ['QRV', '2017/18'],
  ['QHM', '2019/20'],
  ['S1Y5D', '2026/27'],
]) {
  test(`the same empty plan for ${code} in ${year}, and the same answer to it`, async ({ page }) => {
    const { stdout: text } = commandLine(['footprints', code, '--year', year]);
    expect(await emptyPlanInPage(page, code, year)).toBe(text);
    await expectSameAnswer(page, text);
  });
}

test('the same answer while an acceptance is not known', async ({ page }) => {
  const plan = JSON.parse(exampleText('lancashire-and-south-cumbria.json'));
  const trust = plan.organisations.find(({ code }) => code === 'RXR');
  trust.accepted = null;
  trust.actual.Q2 = null;
  await expectSameAnswer(page, JSON.stringify(plan));
});

test('the same answer whatever was asked before', async ({ page }) => {
  const plan = JSON.parse(exampleText('lancashire-and-south-cumbria.json'));
  const changed = (change) => {
    const other = structuredClone(plan);
    change(other, other.organisations.find(({ code }) => code === 'RXR'));
    return JSON.stringify(other);
  };
  const others = [
    changed((_, trust) => void (trust.actual.Q4 = '1')),
    changed((_, trust) => void (trust.accepted = null)),
    changed((_, trust) => void (trust.name = 'Another name')),
    changed((other) => void (other.as_at = '2017-12-31')),
    changed((other) => void (other.title = 'Another title')),
    changed((other) => void (other.organisations.length = 3)),
    changed((other) => void (other.year = '1999/00')),
  ];
  const text = JSON.stringify(plan);
  const said = commandLine(['assess', '--format', 'json'], text).stdout;
  for (const other of others)
    expect((await answerInPage(page, text, [other])).text).toBe(said);
});

test('the same answer to figures by month, each for its month alone', async ({ page }) => {
  const months = (amount) => Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`M${i + 1}`, amount(i)]));
  const text = planText(
    { figures: 'in_period', as_at: '2018-01-31', unit: 'millions' },
    {
      control_total: { amount: '(12.34)', spread: 'fund_phasing' },
      allocation: { STF: '8.600001' },
      accepted: true,
      actual: months((month) => (month < 10 ? `(${(1 + month / 100).toFixed(2)})` : null)),
      share: '37.5%',
      performance: { a_and_e: { milestones: { streaming: true } } },
    },
  );
  await expectSameAnswer(page, text);
});

test('the same answer to a plan with warnings and with letters of all kinds', async ({ page }) => {
  const name = 'Ysbyty “Café” \\ <b>\u2028\u{1f3e5}\u0007';
  const text = planText({ title: name, as_at: '2016-01-01' }, { code: 'ÅB1', name, side: 'provider' });
  await expectSameAnswer(page, text);
});

const faulty = {
  'amounts, dates and fields': planText(
    { as_at: 'Christmas', wishes: true },
    {
      control_total: { amount: '1,23', basis: 'after_fund', profile: { Q1: '1e6', Q9: '1' } },
      revisions: [{ from: '2019-01-01' }, {}],
      allocation: { STF: '-5' },
      accepted: 'maybe',
      actual: { Q1: 1.5, M1: '1', q1: '#REF!' },
      share: '140%',
      performance: {
        a_and_e: { quarters: { Q1: { attendances: '10', breaches: '11' } }, milestones: { steaming: true } },
        cancer: {},
      },
    },
  ),
  'organisations that stand twice or are unknown': planText({
    organisations: [{ code: 'RXL' }, { code: 'rxl ' }, { code: 'XXX' }, {}],
  }),
  'a year without rules': planText({ year: '1999/00' }),
  'a newer version': planText({ version: 2 }),
  'another kind of file': '{"name":"x"}',
  'a text cut short': planText().slice(0, -20),
  'no text': '',
};

for (const [what, text] of Object.entries(faulty)) {
  test(`the same faults found: ${what}`, ({ page }) => expectSameFaults(page, text));
}
