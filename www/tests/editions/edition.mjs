// The edition under test. Each is a project of the tests, see playwright.config.mjs.
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { expect, test as base } from '@playwright/test';
import { DOCUMENTS, EXAMPLE_TITLE } from './files.mjs';

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

/** Opens the example by its button. */
export async function openExample(page) {
  await page.getByRole('button', { name: EXAMPLE_TITLE }).first().click();
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

export { expect };
