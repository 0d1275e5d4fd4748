/**
 * @file Watches the page being loaded, from a small script of its own: a part that is refused can't say
 * so itself.
 */

import { giveReason } from './reasons.js';

/** @param {Event} event */
function sayRefused({ target }) {
  if (!(target instanceof Element)) return;
  if (target.id === 'program') giveReason('altered');
  if (target.id === 'styles') sayChanged();
}

/** The calculator may start all the same. */
function sayChanged() {
  document.getElementById('not-as-published')?.removeAttribute('hidden');
}

/** What every browser since 2023 has. Whether the rest is there shows when the script is run. */
function isModern() {
  return 'noModule' in HTMLScriptElement.prototype && typeof DecompressionStream === 'function';
}

/** Something put before the page's first line takes its policy out of force, and its layout apart. */
function isAsWritten() {
  const policy = document.head.querySelector('meta[http-equiv="Content-Security-Policy"]');
  return policy !== null && document.compatMode === 'CSS1Compat';
}

// Such events do not bubble up, or not from everywhere.
addEventListener('error', sayRefused, true);
addEventListener('securitypolicyviolation', sayRefused, true);
if (!isAsWritten()) sayChanged();
if (!isModern()) giveReason('browser');
else if (typeof WebAssembly === 'undefined') giveReason('webassembly');
