// What the build published, and the command line to compare it with.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const { COMMAND_LINE, DIST } = process.env;
if (!COMMAND_LINE || !DIST) throw new Error('start these tests with: cargo xtask test');

export const HOSTED = join(DIST, 'hosted');
export const OFFLINE = join(DIST, 'control-total-calculator.html');
export const WITHOUT_WEBASSEMBLY = join(DIST, 'control-total-calculator-without-webassembly.html');

/** The file that each edition is, or starts with. */
export const DOCUMENTS = {
  hosted: join(HOSTED, 'index.html'),
  offline: OFFLINE,
  'without-webassembly': WITHOUT_WEBASSEMBLY,
};

const EXAMPLE = fileURLToPath(new URL('../../examples/lancashire-and-south-cumbria.json', import.meta.url));

/** What the page calls the example. */
export const EXAMPLE_TITLE = JSON.parse(readFileSync(EXAMPLE, 'utf8')).title;

/** What the command line answers to the example, or to another plan. */
export function commandLineAnswer(file = EXAMPLE) {
  return execFileSync(COMMAND_LINE, ['assess', file, '--format', 'json'], {
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}
