/** @typedef {string | number | Node | null | undefined | false} Child */

/**
 * Builds an element. Text becomes text nodes only, so that nothing a user types can be markup, and
 * handlers are functions only, so that the page keeps to its policy.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, unknown> | null} [properties] attributes, and `onevent` functions
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, properties, ...children) {
  const element = document.createElement(tag);
  furnish(element, properties, children);
  return element;
}

/**
 * Builds an element of a drawing.
 *
 * @param {string} tag
 * @param {Record<string, unknown> | null} [properties]
 * @param {...(Child | Child[])} children
 * @returns {SVGElement}
 */
export function s(tag, properties, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  furnish(element, properties, children);
  return element;
}

/**
 * @param {Element} element
 * @param {Record<string, unknown> | null | undefined} properties
 * @param {(Child | Child[])[]} children
 */
function furnish(element, properties, children) {
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name === 'style') throw new TypeError('the policy of the page refuses inline styles');
    if (name.startsWith('on')) {
      if (typeof value !== 'function') throw new TypeError(`${name} is not a function`);
      element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    } else {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  for (const child of children.flat()) {
    if (child === undefined || child === null || child === false) continue;
    element.append(child instanceof Node ? child : steady(String(child)));
  }
}

/** Characters that have the text after them run the other way. Letters that run so by themselves are none of these. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * A text that leaves the one after it as it is.
 * @param {string} text
 */
export const steady = (text) => text.replace(TURNING, '');
