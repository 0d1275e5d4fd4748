/**
 * Unpacks what comes with the page's script, since the page may open no connection to fetch it.
 *
 * @param {string} text gzip, then base64
 * @returns {Promise<ArrayBuffer>}
 */
export function unpack(text) {
  const letters = atob(text);
  const zipped = new Uint8Array(letters.length);
  // A plain loop takes a twentieth of the time of `Uint8Array.from` with a function.
  for (let i = 0; i < letters.length; i += 1) zipped[i] = letters.charCodeAt(i);
  const stream = new Blob([zipped]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}
