// What the tests of the page share.
import { expect } from '@playwright/test';

/** Everything that the browser complains of, from before the page's first byte. */
export function complaints(page) {
  const heard = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) heard.push(message.text());
  });
  page.on('pageerror', (error) => heard.push(String(error)));
  return heard;
}

export async function open(page) {
  const answer = await page.goto('/');
  await expect(page.locator('#app')).not.toContainText('has not started');
  return answer;
}

/** The input at a place of the plan. */
export const at = (page, path) => page.locator(`[data-path="${path}"]`);

/** Goes to the rules of another year and fund. */
export const chooseYear = (page, name) => page.getByLabel('Year and fund').selectOption({ label: name });

export async function chooseArea(page, typed, name) {
  await page.getByLabel('Find an area').fill(typed);
  await page.getByRole('button', { name }).click();
  await expect(page.locator('#area')).toContainText('is filled in');
}

/** Goes on by Tab until the focus is where it should be, as a user without a mouse does. */
export async function tabTo(page, target, most = 60) {
  for (let pressed = 0; pressed < most; pressed += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

/** Opens a text as if it were a file on the user's disk. */
export async function openFile(page, name, text) {
  const chooser = page.getByLabel('Open a plan from a file');
  await chooser.setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  // The page empties it when it has read the file.
  await expect(chooser).toHaveValue('');
}

/** A plan with one trust, and whatever else is said. */
export const planText = (fields = {}, organisation = {}) =>
  JSON.stringify({
    kind: 'control-total-plan',
    version: 1,
    title: 'A plan of a test',
    year: '2017/18',
    fund: 'STF',
    unit: 'thousands',
    organisations: [{ code: 'RXL', ...organisation }],
    ...fields,
  });

/** Puts a text on the clipboard and pastes it where the focus is. */
export async function paste(page, text) {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(event);
  }, text);
}

/** What a button of the files hands over. */
export async function handedOver(page, button) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('#files').getByRole('button', { name: button }).click(),
  ]);
  const { readFile } = await import('node:fs/promises');
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

/** The plan as the page would save it. */
export async function saved(page) {
  const { name, text } = await handedOver(page, 'Save the plan to a file');
  return { name, plan: JSON.parse(text) };
}
