/** @file Building inputs again without the user losing the place. */

/**
 * @param {Element} root
 * @param {() => void} build
 */
export function keepingFocus(root, build) {
  const focused = document.activeElement;
  const path = focused instanceof HTMLElement ? focused.dataset['path'] : undefined;
  if (path === undefined) {
    build();
    return;
  }
  /** @returns {HTMLElement[]} a grid and a form may have the same place */
  const there = () => [...root.querySelectorAll(/** @type {'input'} */ (`[data-path="${CSS.escape(path)}"]`))];
  const which = there().findIndex((element) => element === focused);
  build();
  // One that was only moved has lost the focus all the same.
  if (focused === document.activeElement) return;
  const all = there();
  const again = all[which] ?? all[0];
  again?.focus({ preventScroll: true });
  // What was going to be typed over still is.
  if (focused instanceof HTMLInputElement && again instanceof HTMLInputElement && again.type === 'text')
    again.setSelectionRange(focused.selectionStart, focused.selectionEnd);
}
