/** @file The project's own modules for a page under test, which is served none but its bundle. */

import { fileURLToPath } from 'node:url';

const WWW = new URL('../../../', import.meta.url);

/** What stands in the place of the module that the bundle takes the engine's bytes from. */
const PACKED_ENGINE = '/generated/packed-engine.js';

/**
 * Lets the page import what stands in `www/source`, `www/generated` and `www/tests`, by the addresses
 * they have there. It stays the page that is served, under its own policy, and the engine's bytes are
 * the served ones too.
 *
 * @param {import('@playwright/test').Page} page
 */
export async function serveSources(page) {
  await page.route('**/{source,generated,tests}/**', async (route) => {
    const address = new URL(route.request().url());
    if (address.pathname === PACKED_ENGINE) {
      const engine = new URL('/engine.js', address).href;
      await route.fulfill({ response: await route.fetch({ url: engine }) });
    } else {
      const file = new URL(`.${address.pathname}`, WWW);
      await route.fulfill({ path: fileURLToPath(file), contentType: 'text/javascript' });
    }
  });
}
