// A web server such as anyone may have: it hands out the files of a folder under an address of its
// own choosing, and knows of no policy.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

const KINDS = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

/** Where the folder is below the server's address. */
const BELOW = '/some/folder/';

/** @param {string} folder @param {number} [port] */
export async function serve(folder, port = 0) {
  const asked = [];
  const served = { folder, alter: (_name, bytes) => bytes };
  const server = createServer(async (request, response) => {
    asked.push(request.url);
    const { pathname } = new URL(request.url, 'http://x');
    const name = pathname.slice(BELOW.length) || 'index.html';
    try {
      if (!pathname.startsWith(BELOW)) throw new Error('not below');
      const bytes = served.alter(name, await readFile(join(served.folder, name)));
      response.writeHead(200, { 'content-type': KINDS[extname(name)] ?? 'application/octet-stream' });
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${server.address().port}${BELOW}`;
  return {
    address,
    /** The addresses that were asked for. */
    asked,
    /** Can be changed: the folder, and what becomes of a file on its way. */
    served,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
