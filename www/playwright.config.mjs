// The page in a real browser. `cargo xtask test browser` starts this, with the address of the page,
// the browser and the command line to compare with.
import { defineConfig } from '@playwright/test';

const { BASE_URL, CHROMIUM, CI } = process.env;
if (!BASE_URL || !CHROMIUM) throw new Error('start the browser tests with: cargo xtask test browser');

export default defineConfig({
  testDir: 'tests',
  testMatch: '**/*.spec.mjs',
  outputDir: '../target/browser-tests',
  snapshotPathTemplate: '{testDir}/snapshots/{arg}{ext}',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(CI),
  reporter: 'list',
  use: {
    baseURL: BASE_URL,
    browserName: 'chromium',
    launchOptions: {
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
      ],
    },
  },
});
