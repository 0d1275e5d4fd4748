// Uses all that the page offers: a journey that needs a user's sense, and then one of each kind of
// control that there is, so that a feature that is added is used as well.
import { at, chooseArea, chooseYear, openFile, paste, planText } from '../page.mjs';
import { plan2018, plan2022, planOfSupport } from '../plans-by-year.mjs';
import { openExample } from './edition.mjs';

/** @returns {Promise<string[]>} the kinds of control that were used */
export async function useEverything(page) {
  await chooseYear(page, '2017/18: STF');
  await chooseArea(page, 'south cumb', /Lancashire and South Cumbria QE1/);
  await at(page, 'organisations/RXL/control_total/amount').click();
  await paste(page, '1,000\t\n(2,000)\t\n');
  await openFile(page, 'broken.json', '{"kind": "recipe"}');
  await openFile(page, 'none.json', '');
  await openFile(page, 'plan.json', planText({ title: '<img src="https://example.invalid/x.png">' }));
  const kinds = await useEachKind(page);
  // Several funds with a changed rule, a plan that has to balance, and a year without a fund.
  const changed = plan2018({ changes: { 'psf-2018-19:recovery': 'no', 'stf-2017-18:recovery': 'no' } });
  const chosen = { changes: { 'dsf-2026-27:by_forecast': 'no' } };
  for (const plan of [changed, planOfSupport('2026/27', chosen), plan2022()]) {
    await openFile(page, 'plan.json', JSON.stringify(plan));
    kinds.push(...(await useRules(page)), ...(await useEachKind(page)));
  }
  await openExample(page);
  kinds.push(...(await useEachKind(page)));
  await page.emulateMedia({ media: 'print' });
  await page.pdf();
  await page.emulateMedia({ media: 'screen' });
  return [...new Set(kinds)].toSorted();
}

/** What stands in the rules and the conditions, before another year is chosen. */
async function useRules(page) {
  const used = [];
  await page.getByRole('button', { name: 'Read the rules' }).click();
  for (const words of ['Go to the answer', 'Go to the rule', 'Use the published value', 'Clear this value']) {
    const button = page.locator('.results').getByRole('button', { name: words }).filter({ visible: true }).first();
    if ((await button.count()) === 0) continue;
    await button.click();
    used.push(words);
  }
  return used;
}

/** What begins anew or takes away comes last: there would be nothing left to use. */
const LAST = ['New empty plan', 'Remove', 'Undo', 'Use the published', 'Clear this'];

const useEachKind = (page) =>
  page.evaluate(async (last) => {
    const used = new Set();
    const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

    const isThere = (control) => control.checkVisibility() && !control.disabled;

    /** Found out once for each control: there are thousands, looked through after each use. */
    const kinds = new WeakMap();
    function kindOf(control) {
      if (!kinds.has(control)) kinds.set(control, describe(control));
      return kinds.get(control);
    }

    /** A thousand figures are of one kind, and so are the cells of a column. */
    function describe(control) {
      const section = control.closest('section, footer, nav')?.id ?? '';
      const style = control.classList[0] ?? '';
      const isNamed = ['nhsuk-button', 'as-link'].includes(style) || control.matches('summary, nav a');
      const words = isNamed ? (control.textContent ?? '').split(' ').slice(0, 4) : [];
      const place = placeOf((control.dataset.path ?? '').split('/'));
      const label = control.dataset.path ? '' : (control.labels?.[0]?.textContent ?? '');
      return [control.localName, control.type, style, section, ...place, label, ...words].join(' ');
    }

    /** The rows of a list are of one kind, as organisations are. */
    const placeOf = ([list, which, ...rest]) =>
      list === 'planning' ? [which, ...rest].filter((part) => /^[a-z_]+$/.test(part)) : rest;

    const isLast = (control) => last.some((words) => control.textContent?.startsWith(words));

    function next() {
      const controls = [...document.querySelectorAll('button, summary, select, textarea, input:not([type="file"]), a[href^="#"]')];
      const unused = controls.filter((control) => !used.has(kindOf(control)) && isThere(control));
      return unused.find((control) => !isLast(control)) ?? unused[0];
    }

    async function use(control) {
      used.add(kindOf(control));
      control.focus();
      if (control.matches('select')) {
        const before = control.value;
        for (const { value } of [...control.options, { value: before }]) {
          control.value = value;
          control.dispatchEvent(new Event('input', { bubbles: true }));
          control.dispatchEvent(new Event('change', { bubbles: true }));
          await turn();
        }
      } else if (control.matches('textarea, input:not([type="checkbox"], [type="radio"])')) {
        const before = control.value;
        for (const value of ['12', 'nonsense', before]) {
          control.value = value;
          control.dispatchEvent(new Event('input', { bubbles: true }));
          control.dispatchEvent(new Event('change', { bubbles: true }));
          await turn();
        }
      } else {
        control.click();
        await turn();
      }
    }

    for (let control = next(); control !== undefined; control = next()) await use(control);
    return [...used];
  }, LAST);
