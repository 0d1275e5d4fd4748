import { spawnSync } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { EXPECTED, newYearPlan } from './plan.mjs';

const ID = 'invented-2030-31';

/** What the command line says to its arguments and its standard input. */
function commandLine(words, input = '') {
  const { error, status, stdout, stderr } = spawnSync(process.env['COMMAND_LINE'], words, { input, encoding: 'utf8' });
  if (error) throw error;
  return { code: status, stdout, stderr };
}

const withPlan = (...words) => commandLine(words, JSON.stringify(newYearPlan));

/** The value at a path of an answer, an organisation by its code. */
const valueAt = (answer, path) =>
  path.split('/').reduce((whole, name) => whole[name] ?? whole.find(({ code }) => code === name), answer);

/** The rules of a figure's working, step by step. */
const citedIn = ({ rules, ingredients }) => [...rules, ...ingredients.flatMap(({ working }) => citedIn(working))];

test('lists the year', () => {
  expect(commandLine(['schemes']).stdout).toMatch(
    /^invented-2030-31 +Invented fund 2030\/31\n +\d+ rules, [1-9]\d* not verified$/m,
  );
});

test('tells its rules with their source, and how well they are known', () => {
  const { code, stdout } = commandLine(['schemes', ID]);
  expect(code).toBe(0);
  expect(stdout).toContain('Shares of the quarters: 10%, 20%, 30%, 40%');
  expect(stdout).toContain('NOT VERIFIED. Status: recalled, not verified, 1% sure. Id: invented-2030-31:phasing');
  expect(stdout).toContain('Status: derived, 2% sure. Id: invented-2030-31:system_total');
  expect(stdout).toContain('No case tests this rule yet.');
  expect(stdout).toContain('Source: No document: invented to test that a year can be added');
});

test('assesses a plan of the year to the penny', () => {
  const { code, stdout } = withPlan('assess', '--format', 'json');
  expect(code).toBe(0);
  const answer = JSON.parse(stdout);
  const found = Object.fromEntries(Object.keys(EXPECTED).map((path) => [path, valueAt(answer, path)]));
  expect(found).toEqual(EXPECTED);
  expect(answer.scheme).toMatchObject({ ids: [ID], year: '2030/31', target: 'spending limit' });
  expect(answer.area).toBe('Newshire');
});

test('cites its rules in the working, with source, status and confidence', () => {
  const { stdout } = withPlan('working', '-', 'organisations/AAA/fund/total/available/quarters/0', '--format', 'json');
  const cited = citedIn(JSON.parse(stdout)).find(({ id }) => id === `${ID}:phasing`);
  expect(cited).toMatchObject({ status: 'recalled', confidence: 1, sources: [{ key: 'INVENTED' }] });
});

test('compares its rules with those of a published year', () => {
  const { code, stdout } = commandLine(['schemes', 'stf-2017-18', ID]);
  expect(code).toBe(0);
  expect(stdout).toContain('stf-2017-18: 15%, 20%, 30%, 35%. ');
  expect(stdout).toContain(`${ID}: 10%, 20%, 30%, 40%. `);
});

test('says that the year has no list of areas, and goes on filling in plans of the newest that has', () => {
  for (const words of [['--year', '2030/31'], ['QE1', '--year', '2030/31']]) {
    const { code, stderr } = commandLine(['footprints', ...words]);
    expect(code).toBe(2);
    expect(stderr).toContain('No list of the areas of 2030/31 is held');
  }
  const newest = [...commandLine(['footprints']).stdout.matchAll(/^ *(\d{4}\/\d\d) /gm)].at(-1)[1];
  const { stdout } = commandLine(['footprints', 'QE1']);
  expect(JSON.parse(stdout).year).toBe(newest);
});

test('names the year as the nearest of one without rules', () => {
  const { stderr } = commandLine(['assess'], JSON.stringify({ ...newYearPlan, year: '2040/41' }));
  expect(stderr).toContain('The nearest years with rules: 2030/31.');
});
