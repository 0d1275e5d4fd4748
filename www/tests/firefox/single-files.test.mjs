// The two editions in one file each, in Firefox. `cargo xtask test firefox` starts this, with the
// browser, the folder of the editions and the command line to compare with.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { EXAMPLE_TITLE, OFFLINE, WITHOUT_WEBASSEMBLY, commandLineAnswer } from '../editions/files.mjs';
import { button, startFirefox } from './firefox.mjs';

/** A test that hangs is a failure too. */
const timeout = 60_000;

let folder;
before(async () => (folder = await mkdtemp(join(tmpdir(), 'control-total-'))));
after(() => rm(folder, { recursive: true }));

/** A copy of an edition in a folder without anything else, as someone has it who was sent it. */
async function copied(edition) {
  const file = join(await mkdtemp(join(folder, 'copy-')), basename(edition));
  await copyFile(edition, file);
  return file;
}

/** A copy in which something else stands in the place of what the pattern finds. */
async function altered(edition, pattern, instead) {
  const file = await copied(edition);
  const text = await readFile(file, 'utf8');
  assert.match(text, pattern);
  await writeFile(file, text.replace(pattern, instead));
  return file;
}

/** Opens the example and saves the answer, and holds it against the command line's. */
async function expectSameAnswer(firefox, edition) {
  const { page, heard } = await firefox.open(await copied(edition));
  await button(page, EXAMPLE_TITLE).click();
  await button(page, 'Save the answer to a file').click();
  const answer = await firefox.downloaded(' answer.json');
  assert.ok(answer.equals(Buffer.from(commandLineAnswer())), 'the command line says something else');
  assert.deepEqual(heard, []);
}

/** What the page says instead of starting, once it knows why. */
async function refusal(firefox, file) {
  const { page } = await firefox.open(file);
  await page.locator('::-p-text(It cannot start, and this is the reason)').wait();
  return page.$eval('#app', (element) => element.innerText);
}

/** What comes of trying to send something, and to have two texts run as scripts. */
async function attempts(firefox, file) {
  const asked = [];
  const server = createServer(({ url }, answer) => {
    asked.push(url);
    answer.end();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { page } = await firefox.open(file);
  const ran = await page.evaluate(async (address) => {
    const ran = (globalThis.ran = []);
    const script = document.createElement('script');
    script.append('ran.push("script")');
    document.body.append(script);
    const pressed = document.createElement('button');
    try {
      pressed.setAttribute('onclick', 'ran.push("handler")');
    } catch {
      // Refused already.
    }
    pressed.click();
    await fetch(address, { mode: 'no-cors' }).catch(() => {});
    return ran;
  }, `http://127.0.0.1:${server.address().port}/`);
  server.close();
  return { asked, ran };
}

describe('Firefox', { timeout }, () => {
  const firefox = startFirefox();

  test('gives the command line’s answer, asks for nothing and has nothing to complain of', () =>
    expectSameAnswer(firefox, OFFLINE));

  test('sends nothing and runs nothing but what was published', async () => {
    const refused = await attempts(firefox, await copied(OFFLINE));
    assert.deepEqual(refused, { asked: [], ran: [] });
    // Without its policy it would.
    const unguarded = await altered(OFFLINE, /<meta http-equiv="Content-Security-Policy".*?>/, '');
    const done = await attempts(firefox, unguarded);
    assert.deepEqual(done, { asked: ['/'], ran: ['script', 'handler'] });
  });

  test('refuses a file of which a letter was changed, and the file says why', async () => {
    const file = await altered(OFFLINE, /(<script id="program".*)Save the plan to a file/s, '$1save the plan to a file');
    const words = await refusal(firefox, file);
    assert.match(words, /The calculator has not started/);
    assert.match(words, /is not as it was published/);
    assert.doesNotMatch(words, /WebAssembly|older than/);
  });
});

describe('Firefox with WebAssembly and the compilers of JavaScript turned off', { timeout }, () => {
  const firefox = startFirefox({
    'javascript.options.wasm': false,
    'javascript.options.baselinejit': false,
    'javascript.options.ion': false,
  });

  test('is told by the file with WebAssembly which one to open', async () => {
    const words = await refusal(firefox, await copied(OFFLINE));
    assert.match(words, /The calculator has not started/);
    assert.match(words, /WebAssembly is turned off/);
    assert.ok(words.includes(basename(WITHOUT_WEBASSEMBLY)), words);
    assert.doesNotMatch(words, /as it was published|older than/);
  });

  test('gives the command line’s answer without WebAssembly', () =>
    expectSameAnswer(firefox, WITHOUT_WEBASSEMBLY));
});
