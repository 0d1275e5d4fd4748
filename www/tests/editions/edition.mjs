// The edition under test: where it is, and what it consists of. Each is a project of the tests, see
// playwright.config.mjs.
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test as base } from '@playwright/test';

const { DIST = '' } = process.env;

export const HOSTED = join(DIST, 'hosted');
export const OFFLINE = join(DIST, 'control-total-calculator.html');
export const WITHOUT_WEBASSEMBLY = join(DIST, 'control-total-calculator-without-webassembly.html');

/** The file that a single-file edition is, or that a hosted one starts with. */
export const DOCUMENTS = {
  hosted: join(HOSTED, 'index.html'),
  offline: OFFLINE,
  'without-webassembly': WITHOUT_WEBASSEMBLY,
};

export const test = base.extend({
  edition: ['', { option: true }],

  /** The address to open. */
  address: async ({ edition, baseURL }, use) => {
    await use(edition === 'hosted' ? baseURL : pathToFileURL(DOCUMENTS[edition]).href);
  },
});

export async function openAt(page, address) {
  const answer = await page.goto(address);
  await expectStarted(page);
  return answer;
}

export async function expectStarted(page) {
  await expect(page.getByRole('heading', { name: 'Figures', exact: true })).toBeVisible();
}

const EXAMPLE = fileURLToPath(
  new URL('../../examples/lancashire-and-south-cumbria.json', import.meta.url),
);

/** Opens the example by its button. */
export async function openExample(page) {
  const { title } = JSON.parse(await readFile(EXAMPLE, 'utf8'));
  await page.getByRole('button', { name: title }).first().click();
  await expect(page.locator('.answer__system')).toContainText('misses its control total');
}

/** What the page saves as its answer. */
export async function savedAnswer(page) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('#files').getByRole('button', { name: 'Save the answer to a file' }).click(),
  ]);
  return readFile(await download.path(), 'utf8');
}

/** What the command line answers to the example, or to another plan. */
export function commandLineAnswer(file = EXAMPLE) {
  const words = ['assess', file, '--format', 'json'];
  const options = { encoding: 'utf8', maxBuffer: 100_000_000 };
  const { error, status, stdout, stderr } = spawnSync(process.env.COMMAND_LINE, words, options);
  if (error) throw error;
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

export { expect };
