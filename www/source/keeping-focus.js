/** @file Building inputs again without the user losing the place. */

/**
 * @param {Element} root
 * @param {() => void} build
 */
export function keepingFocus(root, build) {
  const focused = document.activeElement;
  const path = focused instanceof HTMLElement ? focused.dataset['path'] : undefined;
  build();
  if (path === undefined || focused?.isConnected) return;
  /** @type {HTMLElement | null} */
  const again = root.querySelector(`[data-path="${CSS.escape(path)}"]`);
  again?.focus({ preventScroll: true });
}
