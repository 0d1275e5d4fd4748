// What the browser lets the page do, word for word, and that it holds.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { ATTACKS } from '../attacks.mjs';
import { expect, openAt, test } from '../edition.mjs';
import { DOCUMENTS } from '../files.mjs';

const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The texts of a document that the policy has to tell by their hashes. */
async function hashesIn(document) {
  const text = await readFile(document, 'utf8');
  const between = (start, end) => {
    const from = text.indexOf(start) + start.length;
    return text.slice(from, text.indexOf(end, from));
  };
  return {
    watch: hashOf(between('<script>', '</script>')),
    program: hashOf(between('<script id="program" type="module">', '</script>')),
    styles: hashOf(between('<style id="styles">', '</style>')),
  };
}

const POLICIES = {
  hosted: ({ watch }) =>
    `default-src 'none'; script-src 'self' ${watch} 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'none'; font-src 'none'; manifest-src 'self'; worker-src 'self'; object-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types service-worker`,
  offline: ({ watch, program, styles }) =>
    `default-src 'none'; script-src ${watch} ${program} 'wasm-unsafe-eval'; style-src ${styles}; img-src data:; connect-src 'none'; font-src 'none'; manifest-src 'none'; worker-src 'none'; object-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
  'without-webassembly': ({ watch, program, styles, engine }) =>
    `default-src 'none'; script-src ${watch} ${program} ${engine}; style-src ${styles}; img-src data:; connect-src 'none'; font-src 'none'; manifest-src 'none'; worker-src 'none'; object-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types engine`,
};

/** The script that the page made of the engine, seen as it is handed to the browser. */
async function engineScript(page) {
  const scripts = await page.evaluate(() => globalThis.scriptsMade);
  expect(scripts).toHaveLength(1);
  return scripts[0];
}

test('has the policy that was promised, word for word, before anything else', async ({
  page,
  edition,
  address,
}) => {
  await page.addInitScript(() => {
    globalThis.scriptsMade = [];
    const { append } = Element.prototype;
    Element.prototype.append = function (...nodes) {
      for (const node of nodes)
        if (node instanceof HTMLScriptElement) globalThis.scriptsMade.push(node.text);
      return append.apply(this, nodes);
    };
  });
  const answer = await openAt(page, address);
  const hashes = await hashesIn(DOCUMENTS[edition]);
  if (edition === 'without-webassembly') hashes.engine = hashOf(await engineScript(page));
  const policy = POLICIES[edition](hashes);

  const document = await readFile(DOCUMENTS[edition], 'utf8');
  const start = `<meta charset="utf-8">\n    <meta http-equiv="Content-Security-Policy" content="${policy}">`;
  expect(document.indexOf(start)).toBeLessThan(100);
  expect(document.indexOf(start)).toBeGreaterThan(0);
  if (edition === 'hosted')
    expect(await answer.headerValue('content-security-policy')).toBe(
      `${policy}; frame-ancestors 'none'`,
    );
});

for (const [name, attack] of Object.entries(ATTACKS)) {
  test(`refuses ${name}`, async ({ page, address }) => {
    await openAt(page, address);
    await page.evaluate(() => {
      globalThis.refused = [];
      addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        globalThis.refused.push(effectiveDirective),
      );
    });
    const threw = await page.evaluate(attack).then(() => false, () => true);
    const refused = () => page.evaluate(() => globalThis.refused.length);
    if (!threw) await expect.poll(refused).toBeGreaterThan(0);
    expect(await page.evaluate(() => globalThis.attacked)).toBe(undefined);
  });
}
