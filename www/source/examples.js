/** @file Plans to start from. */

import packed from '../generated/packed-examples.js';
import { unpack } from './unpack.js';

/**
 * @typedef {object} Example
 * @property {string} name its file's name without the ending
 * @property {string} title
 * @property {string} text its exact text
 */

/** @returns {Promise<Example[]>} */
export async function openExamples() {
  return JSON.parse(new TextDecoder().decode(await unpack(packed)));
}
