/** @file Tells why the calculator has not started, in the words that stand in the page's document. */

/** @typedef {'altered' | 'browser' | 'webassembly'} Reason */

/**
 * Leaves only that reason standing. Does nothing once the calculator has started, since it replaces
 * them all.
 *
 * @param {Reason} reason
 */
export function giveReason(reason) {
  const lead = document.getElementById('not-started');
  const given = document.querySelector(`[data-reason="${reason}"]`);
  if (lead === null || given === null) return;
  // Both are read out, then.
  lead.parentElement?.setAttribute('role', 'alert');
  lead.textContent = 'It cannot start, and this is the reason:';
  for (const other of given.parentElement?.children ?? []) other.toggleAttribute('hidden', other !== given);
}
