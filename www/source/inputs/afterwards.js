/** @file Waiting until the focus is where the user was going. */

let isPointerDown = false;
addEventListener('pointerdown', () => void (isPointerDown = true), true);
addEventListener('pointercancel', () => void (isPointerDown = false), true);
addEventListener('pointerup', () => void (isPointerDown = false), true);

/**
 * Does something once the focus has moved, and a click that moved it has been heard: building the
 * page again sooner would take away what is being gone to.
 * @param {() => void} act
 */
export function afterwards(act) {
  if (isPointerDown) addEventListener('pointerup', () => setTimeout(act), { once: true });
  else setTimeout(act);
}
