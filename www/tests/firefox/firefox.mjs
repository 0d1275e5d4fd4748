// A Firefox for a group of tests, which opens files as a double click does.
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { setInterval } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';

/**
 * A button by its words. Under the page's policy the driver can't ask whether it is enabled, and
 * would wait for that for ever.
 */
export const button = (page, name) => page.locator(`button::-p-text(${name})`).setWaitForEnabled(false);

/** Starts before the tests of the group and ends after them. */
export function startFirefox(preferences = {}) {
  let browser;
  let downloads;

  before(async () => {
    downloads = await mkdtemp(join(tmpdir(), 'control-total-downloads-'));
    browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: process.env['FIREFOX'],
      extraPrefsFirefox: {
        // As users have it; the driver would let a file read the files beside it.
        'security.fileuri.strict_origin_policy': true,
        'browser.download.folderList': 2,
        'browser.download.dir': downloads,
        ...preferences,
      },
    });
  });

  after(async () => {
    await browser?.close();
    await rm(downloads, { recursive: true });
  });

  return {
    /** A page with the file, and all that Firefox tells of from before its first byte. */
    async open(file) {
      const page = await browser.newPage();
      const heard = [];
      page.on('console', (message) => heard.push(`${message.type()}: ${message.text()}`));
      page.on('pageerror', (error) => heard.push(String(error)));
      page.on('request', (request) => {
        if (!request.url().startsWith('data:')) heard.push(`a request for ${request.url()}`);
      });
      // Requests for files are not among those. One that fails is told of by its element.
      await page.evaluateOnNewDocument(() => {
        const tell = ({ target }) => target instanceof Element && console.error(`could not load ${target.outerHTML}`);
        addEventListener('error', tell, true);
      });
      await page.goto(pathToFileURL(file).href);
      return { page, heard };
    },

    /** The bytes of the downloaded file whose name ends so. */
    async downloaded(ending) {
      for await (const _ of setInterval(50, null, { signal: AbortSignal.timeout(20_000) })) {
        const name = (await readdir(downloads)).find((file) => file.endsWith(ending));
        const bytes = name && (await readFile(join(downloads, name)));
        // It has its name while it is empty, and everything at once after that.
        if (bytes?.length > 0) return bytes;
      }
    },
  };
}
