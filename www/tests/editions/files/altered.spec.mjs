// A file that was changed on its way does not run, and says so.
import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { complaints } from '../../page.mjs';
import { expect, expectStarted, test } from '../edition.mjs';
import { DOCUMENTS } from '../files.mjs';

const PROGRAM = '<script id="program" type="module">';
const WATCH = '<script>';

/** Writes the file with a change, and opens it. */
async function openChanged(page, edition, information, change) {
  const file = information.outputPath('changed.html');
  const bytes = await readFile(DOCUMENTS[edition]);
  const changed = change(bytes);
  expect(Buffer.compare(changed, bytes)).not.toBe(0);
  await writeFile(file, changed);
  await page.goto(pathToFileURL(file).href);
}

/** Another letter so many bytes after a mark. */
const altered = (mark, after) => (bytes) => {
  const copy = Buffer.from(bytes);
  const place = copy.indexOf(mark) + mark.length + after;
  copy[place] = copy[place] === 0x61 ? 0x62 : 0x61;
  return copy;
};

async function expectNotStarted(page) {
  await expect(page.getByRole('heading', { name: 'The calculator has not started' })).toBeVisible();
  await expect(page.locator('#app')).toContainText('This file is not as it was published');
}

// Near its beginning, in its middle and near its end.
for (const after of [0, 100_000, 250_000]) {
  test(`one byte of the script changed, ${after} bytes into it`, async ({ page, edition }, information) => {
    await openChanged(page, edition, information, altered(PROGRAM, after));
    await expectNotStarted(page);
    await expect(page.getByRole('alert')).toContainText('It cannot start, and this is the reason:');
    await expect(page.getByRole('alert').locator('li:visible')).toHaveText(/^This file is not as it was published/);
  });
}

test('the script cut short', async ({ page, edition }, information) => {
  await openChanged(page, edition, information, (bytes) => bytes.subarray(0, -20_000));
  await expectNotStarted(page);
});

test('the small script that watches changed: all reasons stay', async ({ page, edition }, information) => {
  const changes = (bytes) => altered(WATCH, 20)(altered(PROGRAM, 20)(bytes));
  await openChanged(page, edition, information, changes);
  await expectNotStarted(page);
  expect(await page.locator('#app li:visible').count()).toBeGreaterThan(2);
});

const replaced = (part, other) => (bytes) => Buffer.from(bytes.toString('utf8').replace(part, other));

// The calculator runs all the same: nobody but the page itself would say so.
for (const [what, change] of Object.entries({
  'a line put before it': (bytes) => Buffer.concat([Buffer.from('<div>CAUTION: from outside</div>\n'), bytes]),
  'its policy taken out': replaced(/<meta http-equiv="Content-Security-Policy".*?>/, ''),
  'its styles changed': replaced('<style id="styles">', '<style id="styles">p{}'),
})) {
  test(`${what}: it says that it is not as it was published`, async ({ page, edition }, information) => {
    await openChanged(page, edition, information, change);
    await expectStarted(page);
    await expect(page.getByRole('alert').first()).toContainText('This file is not as it was published.');
  });
}

test('the way to check the file opens', async ({ page, edition }, information) => {
  await openChanged(page, edition, information, altered(PROGRAM, 20));
  await page.getByRole('link', { name: 'Check that this copy is the published one' }).click();
  await expect(page.getByText('certutil')).toBeVisible();
});

test('line ends changed by a transfer do no harm', async ({ page, edition }, information) => {
  const heard = complaints(page);
  await openChanged(page, edition, information, (bytes) =>
    Buffer.from(bytes.toString('utf8').replaceAll('\n', '\r\n')),
  );
  await expectStarted(page);
  await expect(page.locator('#not-as-published')).toBeHidden();
  expect(heard).toEqual([]);
});
