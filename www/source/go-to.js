/** @file Takes the user to the input at a path of the plan. */

/**
 * Opens whatever the input is folded into, and puts the focus there. A path inside which there are
 * inputs leads to the first of them; one that has none, to the nearest place around it.
 *
 * @param {(path: string) => HTMLElement[]} inputsAt
 * @param {string} path
 */
export function goTo(inputsAt, path) {
  for (let place = path; place !== ''; place = place.slice(0, Math.max(0, place.lastIndexOf('/')))) {
    const [input] = inputsAt(place);
    if (input) {
      reveal(input);
      return;
    }
  }
}

/** @param {HTMLElement} input */
function reveal(input) {
  for (let around = input.closest('details'); around; around = around.parentElement?.closest('details') ?? null) {
    around.open = true;
  }
  input.scrollIntoView({ block: 'center', inline: 'nearest' });
  input.focus();
}
