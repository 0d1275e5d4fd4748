/** @file Has the browser keep the page's files, so that it opens without a network, and says when there is a newer version. */

import { h } from './element.js';
import { trustedAddress } from './trusted.js';

/** Does nothing where the page is not meant to be kept, or the browser keeps none. */
export async function keepForUseWithoutNetwork() {
  const isKept = document.querySelector('link[rel="manifest"]') !== null;
  if (!isKept || !('serviceWorker' in navigator)) return;
  const notice = createNotice();
  const registration = await navigator.serviceWorker
    .register(trustedAddress('service-worker.js'))
    // A browser may refuse, in a private window for example. The page works without it.
    .catch(() => null);
  if (registration === null) return;
  // The first version to be kept is not newer than the one on the screen.
  const isNewer = () => registration.waiting !== null && registration.active !== null;
  if (isNewer()) notice.say(registration);
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', () => isNewer() && notice.say(registration));
  });
}

function createNotice() {
  const element = h('div', { class: 'app-width app-newer', role: 'status' });
  document.querySelector('#app')?.before(element);
  return {
    /** @param {ServiceWorkerRegistration} registration */
    say(registration) {
      element.replaceChildren(
        h(
          'p',
          null,
          'A new version of the calculator is ready. Save your plan. The new version is there once you close every tab of the calculator and open it again. ',
          h('button', { type: 'button', class: 'as-link', onclick: () => change(registration) }, 'Use the new version now'),
        ),
      );
    },
  };
}

/** @param {ServiceWorkerRegistration} registration */
function change({ waiting }) {
  // Should the plan not be saved, the browser asks before it loads the page again.
  if (waiting === null) {
    // Another tab, or an earlier answer to that question, has made the new version the current one.
    location.reload();
    return;
  }
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting.postMessage('take over');
}
