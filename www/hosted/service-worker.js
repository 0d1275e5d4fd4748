/**
 * @file Keeps the page's own files in the browser, so that it opens without a network. The build puts
 * a line before this one: `release`, with the hash of each file.
 */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const { scope } = worker.registration;
const CACHE = `${scope} ${release.id}`;

worker.addEventListener('install', (event) => event.waitUntil(keep()));
worker.addEventListener('activate', (event) => event.waitUntil(forgetEarlier()));
worker.addEventListener('message', ({ data }) => {
  if (data === 'take over') void worker.skipWaiting();
});
worker.addEventListener('fetch', (event) => {
  const file = fileOf(event.request);
  if (file !== null) event.respondWith(answer(file, event.request));
});

/** All files of one version, or none: a file that is not the published one is refused by its hash. */
async function keep() {
  const cache = await caches.open(CACHE);
  const files = Object.entries(release.files);
  await cache.addAll(files.map(([file, integrity]) => new Request(file, { integrity, cache: 'no-cache' })));
}

/** Other pages of the same site may keep files too. */
async function forgetEarlier() {
  const names = await caches.keys();
  const earlier = names.filter((name) => name.startsWith(`${scope} `) && name !== CACHE);
  await Promise.all(earlier.map((name) => caches.delete(name)));
}

/**
 * @param {Request} request
 * @returns {string | null} none when it is not a file that is kept
 */
function fileOf({ method, url }) {
  if (method !== 'GET' || !url.startsWith(scope)) return null;
  const { origin, pathname } = new URL(url);
  const file = `${origin}${pathname}`.slice(scope.length) || 'index.html';
  return Object.hasOwn(release.files, file) ? file : null;
}

/**
 * @param {string} file
 * @param {Request} request
 */
async function answer(file, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(file)) ?? fetch(request);
}
