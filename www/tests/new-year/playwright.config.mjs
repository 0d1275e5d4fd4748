// The page and the command line of a copy of the sources that has one year more. `cargo xtask test
// "new year"` starts this.
import { defineConfig } from '@playwright/test';
import { launchOptions, patience } from '../../playwright.config.mjs';

const { BASE_URL: baseURL } = process.env;

export default defineConfig({
  testDir: '.',
  outputDir: '../../../target/browser-tests',
  reporter: 'list',
  ...patience,
  workers: 2,
  fullyParallel: true,
  use: { baseURL, browserName: 'chromium', launchOptions },
});
