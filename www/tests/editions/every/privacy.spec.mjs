// Nothing that is entered leaves the page, whatever a user does with it, and nothing is kept.
import { createServer } from 'node:http';
import { useEverything } from '../every-feature.mjs';
import { expect, openAt, test as base } from '../edition.mjs';

const test = base.extend({
  /** Where the browser sends all that is not for this machine: it is written down, and refused. */
  outside: [
    async ({}, use) => {
      const asked = [];
      const refuse = (words, answer) => (asked.push(words), answer());
      const server = createServer((request, response) =>
        refuse(request.url, () => response.writeHead(403).end()),
      );
      server.on('connect', (request, socket) => refuse(request.url, () => socket.destroy()));
      await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
      await use({ asked, address: `http://127.0.0.1:${server.address().port}` });
      server.closeAllConnections();
      server.close();
    },
    { scope: 'worker' },
  ],
  context: async ({ browser, baseURL, outside }, use) => {
    const context = await browser.newContext({ baseURL, proxy: { server: outside.address, bypass: '127.0.0.1' } });
    await use(context);
    await context.close();
  },
  page: async ({ context }, use) => use(await context.newPage()),
});

/** Ways to send or keep something, of which the page has no use. */
function noteUses() {
  globalThis.uses = [];
  const note = (name) => globalThis.uses.push(name);
  const watch = (owner, name) => {
    const original = owner?.[name];
    if (typeof original !== 'function') return;
    owner[name] = new Proxy(original, {
      apply: (target, self, words) => (note(name), Reflect.apply(target, self, words)),
      construct: (target, words) => (note(name), Reflect.construct(target, words)),
    });
  };
  for (const name of [
    'fetch', 'XMLHttpRequest', 'WebSocket', 'WebSocketStream', 'WebTransport', 'EventSource',
    'RTCPeerConnection', 'Worker', 'SharedWorker', 'BroadcastChannel', 'open', 'Notification',
  ]) watch(globalThis, name);
  watch(Navigator.prototype, 'sendBeacon');
  watch(Navigator.prototype, 'share');
  watch(Storage.prototype, 'setItem');
  watch(IDBFactory.prototype, 'open');
  watch(globalThis.CacheStorage?.prototype, 'open');
  watch(globalThis.StorageManager?.prototype, 'getDirectory');
  watch(HTMLFormElement.prototype, 'submit');
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
  Object.defineProperty(Document.prototype, 'cookie', {
    ...cookie,
    set(words) {
      note('cookie');
      cookie.set.call(this, words);
    },
  });
}

/** The files that each edition may ask for. */
const OWN = {
  hosted: ['', 'app.css', 'app.js', 'service-worker.js', 'icon.svg', 'index.html', 'manifest.webmanifest', 'control-total-calculator-offline.zip'],
  offline: [''],
  'without-webassembly': [''],
};

test('every feature is used, and nothing is asked for but the edition’s own files', async ({
  page,
  context,
  edition,
  address,
  outside,
}) => {
  test.setTimeout(450_000);
  const asked = new Set();
  context.on('request', (request) => asked.add(request.url().split('#')[0]));
  context.on('page', () => asked.add('another page'));
  await page.addInitScript(noteUses);
  await openAt(page, address);
  const before = outside.asked.length;
  const kinds = await useEverything(page);

  // That it did use them: fewer would mean that the page was not there to be used.
  expect(kinds.length).toBeGreaterThan(80);
  for (const words of [
    'Save the plan to', 'Save the answer to', 'Read the rules', 'working__close', 'Undo', 'Compare two', 'Glossary',
    'Go to the answer', 'Go to the rule', 'Use the published value', 'Clear this value',
  ])
    expect(kinds.join('\n')).toContain(words);

  const own = OWN[edition].map((name) => `${address}${name}`);
  const ofOthers = [...asked].filter((url) => !/^(data|blob):/.test(url) && !own.includes(url));
  expect(ofOthers).toEqual([]);
  expect(outside.asked.slice(before)).toEqual([]);
  expect(page.url().split('#')[0]).toBe(address);
  expect(await page.evaluate(() => globalThis.uses)).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
});

test('a request to elsewhere would have been seen', async ({ page, outside }) => {
  const before = outside.asked.length;
  await page.goto('data:text/html,<img src="http://example.invalid/a.png">');
  await expect.poll(() => outside.asked.slice(before)).toEqual(['http://example.invalid/a.png']);
});
