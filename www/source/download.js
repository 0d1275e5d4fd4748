/** @file Hands the user a file: how it is written, what it is called, and how the browser gets it. */

import { h } from './element.js';

/**
 * As the command line writes it.
 * @param {unknown} value
 */
export const written = (value) => `${JSON.stringify(value, null, 2)}\n`;

/**
 * @param {string} name
 * @param {string} text in JSON
 */
export function download(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  h('a', { href: address, download: name }).click();
  // The browser has taken the address by the next turn; the text is let go of after that.
  setTimeout(() => URL.revokeObjectURL(address), 1_000);
}

/**
 * A name that every file system takes.
 * @param {string} title
 * @param {string} [ending] what else is in the file's name
 */
export function fileName(title, ending = '') {
  const plain = title
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll(/[^\w .()-]+/g, '-')
    .replaceAll(/-[ -]*-/g, '-')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[ .-]+|[ .-]+$/g, '')
    .slice(0, 80);
  return `${plain || 'control-total-plan'}${ending}.json`;
}
