import instantiate, * as engine from '../generated/engine.js';
import packed from '../generated/packed-engine.js';
import { unpack } from './unpack.js';

/**
 * Starts the engine.
 *
 * @returns {Promise<typeof engine>}
 */
export async function startEngine() {
  await instantiate({ module_or_path: await unpack(packed) });
  return engine;
}
