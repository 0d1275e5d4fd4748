/** @file The parts of the area that have targets of their own. */

import { h } from '../element.js';
import { askedOf, plural } from './asked.js';
import { field, plainButton, textInput } from './field.js';
import { offerUndo } from './notice.js';

/** @typedef {import('../plan.js').PlanDocument['subdivisions'][number]} Subdivision */

/**
 * @param {import('../plan.js').Plan} plan
 * @param {import('./notice.js').Notice} notice
 * @param {() => void} renamed a subdivision has another name or code
 */
export function createSubdivisions(plan, notice, renamed) {
  /** @type {import('./notice.js').Way} */
  const CLOSE = { name: 'Close', act: notice.clear };
  const list = h('ol', { class: 'nhsuk-list app-subdivisions' });
  const adding = plainButton('Add a subdivision', add);
  const hint = h('p', { class: 'app-hint' });
  const element = h(
    'div',
    null,
    h('h3', { class: 'nhsuk-heading-s' }, 'Subdivisions'),
    hint,
    list,
    adding,
  );

  function build() {
    const targets = plural(askedOf(plan.document).target);
    hint.textContent = `A large area may be split into parts with ${targets} of their own. Each member is then in exactly one.`;
    list.replaceChildren(...plan.document.subdivisions.map(item));
  }

  /**
   * @param {Subdivision} subdivision
   * @param {number} index
   */
  function item(subdivision, index) {
    const code = textInput(subdivision.code, {
      class: 'nhsuk-input app-input--short',
      'data-path': `subdivisions/${index}/code`,
      // Once it is typed: on the way there it may be, for a moment, another's code.
      onchange: () => recode(subdivision, code),
    });
    const name = textInput(subdivision.name, {
      class: 'nhsuk-input app-input--long',
      'data-path': `subdivisions/${index}/name`,
      oninput() {
        subdivision.name = name.value;
        renamed();
        plan.valuesChanged();
      },
    });
    return h(
      'li',
      { class: 'app-fields' },
      field(`Name of subdivision ${index + 1}`, name),
      field('Short code', code),
      plainButton('Remove', () => remove(index), {
        'aria-label': `Remove subdivision ${subdivision.name || subdivision.code}`,
      }),
    );
  }

  /**
   * A new code for the same part: its members go with it, unless another part has the old code too. A
   * code that would lose or mix up members is not taken.
   * @param {Subdivision} subdivision
   * @param {HTMLInputElement} input
   */
  function recode(subdivision, input) {
    const { organisations, subdivisions } = plan.document;
    const old = subdivision.code.trim();
    const code = input.value.trim();
    /** @param {string} wanted */
    const has = (wanted) => subdivisions.filter((other) => other.code.trim() === wanted).length;
    if (code === old) return;
    if (old !== '' && (code === '' || has(code) > 0)) {
      const why = code === '' ? 'A subdivision needs a code' : `Another subdivision has the code ${code}`;
      notice.say(`${why}: ${subdivision.name || old} keeps its code ${old}.`, CLOSE);
      input.value = old;
      return;
    }
    const isOnly = has(old) === 1;
    subdivision.code = code;
    if (isOnly && old !== '') {
      for (const organisation of organisations) {
        if (organisation.subdivision.trim() === old) organisation.subdivision = code;
      }
    }
    renamed();
    plan.valuesChanged();
  }

  function add() {
    const { subdivisions } = plan.document;
    subdivisions.push({ code: freeCode(subdivisions), name: '' });
    plan.shapeChanged();
    /** @type {HTMLElement | null} */
    const name = list.querySelector(`[data-path="subdivisions/${subdivisions.length - 1}/name"]`);
    name?.focus();
  }

  /** @param {number} index */
  function remove(index) {
    const before = plan.snapshot();
    const [gone] = plan.document.subdivisions.splice(index, 1);
    for (const organisation of plan.document.organisations) {
      if (organisation.subdivision.trim() === gone?.code.trim()) organisation.subdivision = '';
    }
    plan.shapeChanged();
    offerUndo(notice, plan, `The subdivision ${gone?.name || gone?.code} was removed.`, before);
    adding.focus();
  }

  return { element, build };
}

/**
 * The first letter that no other has.
 * @param {Subdivision[]} subdivisions
 */
function freeCode(subdivisions) {
  const taken = new Set(subdivisions.map(({ code }) => code.trim()));
  return [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].find((letter) => !taken.has(letter)) ?? '';
}
