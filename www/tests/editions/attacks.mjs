// What the policies of all editions have to refuse. Each runs in the page, and says that it succeeded
// with `globalThis.attacked`.

export const ATTACKS = {
  'an inline handler': () => {
    const paragraph = document.createElement('p');
    paragraph.setAttribute('onclick', 'globalThis.attacked = true');
    document.body.append(paragraph);
    paragraph.click();
  },
  'an inline script': () => {
    const script = document.createElement('script');
    script.append('globalThis.attacked = true');
    document.body.append(script);
  },
  'a script from elsewhere': () => {
    const script = document.createElement('script');
    script.src = 'https://example.invalid/x.js';
    document.body.append(script);
  },
  'a script from a blob': () => {
    const script = document.createElement('script');
    script.src = URL.createObjectURL(new Blob(['globalThis.attacked = true']));
    document.body.append(script);
  },
  // From a timer, since a test itself may run texts in the page.
  'a text run as a program': () =>
    new Promise((resolve, reject) => {
      setTimeout(() => {
        try {
          resolve(new Function('globalThis.attacked = true')());
        } catch (error) {
          reject(error);
        }
      });
    }),
  'a text read as markup': () => {
    document.body.innerHTML = '<img src=x onerror="globalThis.attacked = true">';
  },
  'a policy of its own': () => {
    trustedTypes.createPolicy('other', { createScript: (text) => text });
    globalThis.attacked = true;
  },
  // It would fail in any case, so that only the policy's own word tells.
  'a fetch': async () => {
    await fetch('https://example.invalid/').catch(() => {});
  },
  'a fetch of data': async () => {
    await fetch('data:,x');
    globalThis.attacked = true;
  },
  'an XMLHttpRequest': () =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.onload = () => resolve((globalThis.attacked = true));
      request.onerror = reject;
      request.open('GET', 'data:,x');
      request.send();
    }),
  'a socket': () => {
    new WebSocket('ws://127.0.0.1:9/').onopen = () => (globalThis.attacked = true);
  },
  'a beacon': () => {
    navigator.sendBeacon('https://example.invalid/', 'x');
  },
  'a picture from elsewhere': () => {
    const image = new Image();
    image.onload = () => (globalThis.attacked = true);
    image.src = 'https://example.invalid/x.png';
  },
  'a form': () => {
    const form = document.createElement('form');
    form.action = 'https://example.invalid/';
    document.body.append(form);
    form.submit();
  },
  'a frame': () => {
    const frame = document.createElement('iframe');
    frame.src = 'https://example.invalid/';
    document.body.append(frame);
  },
  'a worker from a blob': () => {
    new Worker(URL.createObjectURL(new Blob([''])));
    globalThis.attacked = true;
  },
  'a base address': () => {
    const base = document.createElement('base');
    base.href = 'https://example.invalid/';
    document.head.append(base);
  },
  'an inline style': () => {
    document.body.setAttribute('style', 'color: red');
  },
};
