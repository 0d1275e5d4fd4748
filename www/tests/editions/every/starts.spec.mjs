import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { complaints, openFile } from '../../page.mjs';
import { expect, expectStarted, openAt, openExample, savedAnswer, test } from '../edition.mjs';
import { commandLineAnswer } from '../files.mjs';
import { largePlan } from '../large-plan.mjs';

test('starts with nothing to complain of, and answers as the command line does', async ({
  page,
  address,
}) => {
  const heard = complaints(page);
  await openAt(page, address);
  await openExample(page);
  expect(await savedAnswer(page)).toBe(commandLineAnswer());
  expect(heard).toEqual([]);
});

test('asks for nothing but its own files, and once for each', async ({ page, edition, address }) => {
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await openAt(page, address);
  await openExample(page);
  const beside = edition === 'hosted' ? ['app.css', 'app.js'] : [];
  // A browser looks for the icon when it wants to show one.
  const wanted = asked.filter((url) => !url.startsWith('data:') && url !== `${address}icon.svg`);
  expect(wanted.toSorted()).toEqual([address, ...beside.map((file) => `${address}${file}`)]);
});

// The engine's memory has to grow several times for it.
test('answers a large plan as the command line does', async ({ page, address }, information) => {
  test.slow();
  const plan = largePlan(300);
  const file = information.outputPath('large.json');
  await writeFile(file, plan);
  await openAt(page, address);
  await openFile(page, 'large.json', plan);
  await expect(page.locator('.answer__system')).toContainText('misses its control total for 2017/18 by £44,850k');
  const said = await savedAnswer(page);
  expect(said === commandLineAnswer(file)).toBe(true);
});

test('says which program it is, on the screen and in print', async ({ page, address }) => {
  await openAt(page, address);
  const program = page.locator('.app-copy__program');
  const words =
    /^Control total calculator, not an official service\. Version \d+\.\d+\.\d+, source revision ([0-9a-f]{40}( with changes)?|not known) and SHA-256 of its main script [0-9a-f]{64}$/;
  await expect(program).toHaveText(words);
  await page.emulateMedia({ media: 'print' });
  await expect(program).toBeVisible();
  await expect(page.getByText('What happens to what I enter?')).toBeHidden();
});

test('shows the hash of the script that the browser runs', async ({ page, edition, address }) => {
  await openAt(page, address);
  const shown = (await page.locator('.app-copy__program').textContent()).match(/[0-9a-f]{64}$/)[0];
  const script =
    edition === 'hosted'
      ? await (await page.request.get(`${address}app.js`)).text()
      : await page.locator('#program').textContent();
  expect(shown).toBe(createHash('sha256').update(script).digest('hex'));
});

test('can be opened again, as a person does', async ({ page, address }) => {
  await openAt(page, address);
  await page.reload();
  await expectStarted(page);
});
