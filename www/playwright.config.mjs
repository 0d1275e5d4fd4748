// The page in a real browser. `cargo xtask test browser` starts this, with the address of the hosted
// edition, the folder of all editions, the browser and the command line to compare with.
import { defineConfig } from '@playwright/test';

const { BASE_URL, CHROMIUM, CI } = process.env;
if (!BASE_URL || !CHROMIUM) throw new Error('start the browser tests with: cargo xtask test browser');

export const launchOptions = {
  executablePath: CHROMIUM,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--disable-dev-shm-usage',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // The browser would ask its maker how to fill forms, of each page that has fields, and would hold a
    // connection to a search engine open.
    '--disable-features=AutofillServerCommunication,PreconnectToSearch,PreconnectFromKeyedService,SearchEnginePreconnect2',
  ],
};

const withJavaScriptFlag = (flag) => ({ ...launchOptions, args: [...launchOptions.args, `--js-flags=--${flag}`] });

/** Without WebAssembly, and without turning hot JavaScript into machine code either. */
export const jitless = withJavaScriptFlag('jitless');

const withoutWebAssembly = withJavaScriptFlag('noexpose-wasm');

/** A busy machine is slow; no test is of how fast the page is. */
export const patience = { timeout: 60_000, expect: { timeout: 15_000 } };

/** Uses all there is on the page, which takes long where no JavaScript is turned into machine code. */
const EVERY_FEATURE = '**/editions/every/privacy.spec.mjs';

export default defineConfig({
  testDir: 'tests',
  outputDir: '../target/browser-tests',
  snapshotPathTemplate: '{testDir}/snapshots/{arg}{ext}',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(CI),
  reporter: 'list',
  ...patience,
  use: { baseURL: BASE_URL, browserName: 'chromium', launchOptions },
  projects: [
    { name: 'page', testMatch: '**/tests/*.spec.mjs' },
    {
      name: 'hosted',
      testMatch: '**/editions/{every,hosted}/*.spec.mjs',
      use: { edition: 'hosted' },
    },
    {
      name: 'offline',
      testMatch: '**/editions/{every,files,offline}/*.spec.mjs',
      use: { edition: 'offline' },
    },
    {
      name: 'without-webassembly',
      testMatch: '**/editions/{every,files}/*.spec.mjs',
      testIgnore: EVERY_FEATURE,
      use: { edition: 'without-webassembly', launchOptions: jitless },
    },
    {
      name: 'without-webassembly-compiled',
      testMatch: EVERY_FEATURE,
      use: { edition: 'without-webassembly', launchOptions: withoutWebAssembly },
    },
  ],
});
