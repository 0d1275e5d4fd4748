/** @file Times each keystroke from its event to the new results on the screen. */

/**
 * @typedef {object} Keystroke times in milliseconds
 * @property {number} updated from the input event to results that are written, styled and laid out
 * @property {number} painted from the key's event to the end of the frame that shows them
 */

/**
 * Listens from now on.
 *
 * @param {string} selector an element whose text every keystroke changes
 */
export function watchKeystrokes(selector) {
  if (!crossOriginIsolated) throw new Error('the clock is too coarse');
  /** @type {Keystroke[]} */
  const keystrokes = [];
  let [pressed, heard, before] = [0, 0, ''];
  const text = () => document.querySelector(selector)?.textContent ?? '';

  addEventListener('keydown', () => void (pressed = performance.now()), { capture: true });
  addEventListener(
    'input',
    () => {
      before = text();
      heard = performance.now();
    },
    { capture: true },
  );
  // The page's own listeners have all run when the event arrives here.
  addEventListener('input', () => {
    let updated = timeWhenLaidOut();
    const isAnswered = text() !== before;
    requestAnimationFrame(() => {
      if (!isAnswered) updated = timeWhenLaidOut();
      if (text() === before) throw new Error('the keystroke changed no result');
      afterFrame(() => {
        keystrokes.push({ updated: updated - heard, painted: performance.now() - pressed });
      });
    });
  });
  return keystrokes;
}

function timeWhenLaidOut() {
  document.documentElement.getBoundingClientRect();
  return performance.now();
}

/**
 * A message that is sent before a frame is painted arrives after it.
 *
 * @param {() => void} act
 */
function afterFrame(act) {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = act;
  port2.postMessage(null);
}
