/** @file The project's own modules for a page under test, which is served none but its bundle. */

import { fileURLToPath } from 'node:url';

const WWW = new URL('../../../', import.meta.url);

/**
 * Lets the page import what stands in `www/source`, `www/generated` and `www/tests`, by the addresses
 * they have there. It stays the page that is served, under its own policy.
 *
 * @param {import('@playwright/test').Page} page
 */
export async function serveSources(page) {
  await page.route('**/{source,generated,tests}/**', async (route) => {
    const file = new URL(`.${new URL(route.request().url()).pathname}`, WWW);
    await route.fulfill({ path: fileURLToPath(file), contentType: 'text/javascript' });
  });
}
