/**
 * @file Opens the example as soon as the calculator offers it, and notes when the answer is there:
 * in milliseconds from the beginning of the navigation.
 */

/**
 * Runs in the page, before its first byte.
 * @param {string} title of the example
 */
export function startToFirstResult(title) {
  const observer = new MutationObserver(() => {
    const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === title);
    if (button === undefined) return;
    observer.disconnect();
    button.click();
    const answer = document.querySelector('.answer__system');
    if (!answer?.textContent || answer.getBoundingClientRect().height === 0) throw new Error('no answer');
    const laidOut = performance.now();
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        Object.assign(globalThis, { firstResult: { laidOut, painted: performance.now() } });
      };
      channel.port2.postMessage(null);
    });
  });
  observer.observe(document, { childList: true, subtree: true });
}
