/** @file Marks the inputs that something is wrong with. */

import { h } from '../element.js';
import { freshId } from './field.js';

/** @typedef {import('../../generated/engine.js').Diagnostic} Diagnostic */
/** @typedef {{ words: string, message: HTMLElement }} Mark */

/**
 * The inputs that stand for places of the plan, all over the page.
 * @param {Element} root
 */
export function createMarks(root) {
  /** @type {Map<string, HTMLElement[]>} */
  let places = new Map();
  /** @type {Map<HTMLElement, Mark>} */
  let marks = new Map();

  /** Looks at the page again after its inputs were built again. */
  function survey() {
    places = new Map();
    for (const element of root.querySelectorAll('[data-path]')) {
      if (!(element instanceof HTMLElement)) continue;
      const path = element.dataset['path'] ?? '';
      const there = places.get(path);
      if (there) there.push(element);
      else places.set(path, [element]);
    }
    marks = new Map([...marks].filter(([element]) => element.isConnected));
  }

  /**
   * The inputs at a path, else all those inside it.
   * @param {string} path
   */
  function at(path) {
    const exact = places.get(path);
    if (exact) return exact;
    if (path === '') return [];
    return [...places].flatMap(([place, there]) => (place.startsWith(`${path}/`) ? there : []));
  }

  /** @param {Diagnostic[]} diagnostics */
  function show(diagnostics) {
    const wanted = wordsByInput(diagnostics);
    for (const [element, mark] of marks) {
      if (wanted.get(element) === mark.words) continue;
      unmark(element, mark);
      marks.delete(element);
    }
    for (const [element, words] of wanted) {
      if (!marks.has(element)) marks.set(element, mark(element, words));
    }
  }

  /** @param {Diagnostic[]} diagnostics */
  function wordsByInput(diagnostics) {
    /** @type {Map<HTMLElement, string>} */
    const wanted = new Map();
    for (const { severity, path, message, hint } of diagnostics) {
      if (severity !== 'error') continue;
      for (const element of at(path)) {
        const before = wanted.get(element);
        wanted.set(element, `${before ? `${before} ` : ''}${message} ${hint}`);
      }
    }
    return wanted;
  }

  return { survey, at, show };
}

/**
 * @param {HTMLElement} element
 * @param {string} words
 * @returns {Mark}
 */
function mark(element, words) {
  const id = freshId();
  const message = h(
    'span',
    { id, class: 'app-error' },
    h('span', { class: 'nhsuk-u-visually-hidden' }, 'Error: '),
    words,
  );
  element.after(message);
  element.setAttribute('aria-invalid', 'true');
  element.setAttribute('aria-describedby', [...described(element), id].join(' '));
  return { words, message };
}

/**
 * @param {HTMLElement} element
 * @param {Mark} mark
 */
function unmark(element, { message }) {
  const others = described(element).filter((id) => id !== message.id);
  if (others.length > 0) element.setAttribute('aria-describedby', others.join(' '));
  else element.removeAttribute('aria-describedby');
  element.removeAttribute('aria-invalid');
  message.remove();
}

/** @param {HTMLElement} element */
const described = (element) =>
  (element.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id !== '');
