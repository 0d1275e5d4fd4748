/** @file Starts the engine where WebAssembly is turned off: the same core, as a script. */

import * as engine from '../../generated/without-webassembly/engine.js';
import packed from '../../generated/without-webassembly/packed-engine.js';
import { trustedText } from '../trusted.js';
import { unpack } from '../unpack.js';
import { WebAssembly } from './stand-in.js';

/** @typedef {import('./stand-in.js').CreateEngine} CreateEngine */

/** @returns {Promise<typeof engine>} */
export async function startEngine() {
  const create = run(new TextDecoder().decode(await unpack(packed)));
  engine.initSync({ module: new WebAssembly.Module(create) });
  return engine;
}

/**
 * Runs the engine's script, which leaves a function behind. The page's policy lets this one text be
 * run, by its hash, and no other.
 *
 * @param {string} text
 */
function run(text) {
  const script = document.createElement('script');
  script.text = trustedText(text);
  document.head.append(script);
  script.remove();
  const { createEngine } = /** @type {{ createEngine?: CreateEngine }} */ (globalThis);
  if (createEngine === undefined) throw new Error('the browser refused the engine');
  return createEngine;
}
