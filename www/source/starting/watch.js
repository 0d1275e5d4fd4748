/**
 * @file Watches the calculator's own script being loaded, from a small script of its own: one that is
 * refused can't say so itself.
 */

import { giveReason } from './reasons.js';

/** @param {Event} event */
function isProgram({ target }) {
  return target instanceof Element && target.id === 'program';
}

/** What every browser since 2023 has. Whether the rest is there shows when the script is run. */
function isModern() {
  return 'noModule' in HTMLScriptElement.prototype && typeof DecompressionStream === 'function';
}

// Such events do not bubble up, or not from everywhere.
addEventListener('error', (event) => isProgram(event) && giveReason('altered'), true);
addEventListener('securitypolicyviolation', (event) => isProgram(event) && giveReason('altered'), true);
if (!isModern()) giveReason('browser');
else if (typeof WebAssembly === 'undefined') giveReason('webassembly');
