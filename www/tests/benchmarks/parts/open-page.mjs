/** @file The served page in a browser of the kind that the tests use, with a fine clock. */

import { chromium } from '@playwright/test';
import configuration from '../../../playwright.config.mjs';
import { serveSources } from './sources.mjs';

/**
 * Does something with the page, and closes the browser.
 *
 * @template Result
 * @param {(page: import('@playwright/test').Page) => Promise<Result>} act
 * @returns {Promise<Result>}
 */
export async function withPage(act) {
  const { launchOptions, baseURL } = configuration.use;
  const browser = await chromium.launch(launchOptions);
  try {
    const page = await browser.newPage({ baseURL });
    page.on('pageerror', (error) => console.log(`the page says: ${error}`));
    await serveSources(page);
    await isolate(page, baseURL);
    await page.goto('/');
    await page.getByRole('heading', { name: 'Figures', exact: true }).waitFor();
    return await act(page);
  } finally {
    await browser.close();
  }
}

/**
 * A page that no other can look into has a clock of 5 millionths of a second; any other has one of
 * 100, which is too coarse here.
 *
 * @param {import('@playwright/test').Page} page
 * @param {string} address
 */
async function isolate(page, address) {
  await page.route(address, async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), 'cross-origin-embedder-policy': 'require-corp' };
    await route.fulfill({ response, headers });
  });
}
