import { BrowserErrorCaptureEnum, Window } from 'happy-dom';
import { type Environment, populateGlobal } from 'vitest/runtime';

/** Two facts of a choice that this window does not know; a form asks them to see whether somebody chose before it woke. */
function completeSelects(window: Window): void {
  Object.defineProperty(window.HTMLOptionElement.prototype, 'defaultSelected', {
    get(this: Element) {
      return this.hasAttribute('selected');
    },
  });
  Object.defineProperty(window.HTMLSelectElement.prototype, 'size', {
    get(this: Element) {
      return Number(this.getAttribute('size') ?? 0);
    },
  });
}

/**
 * A browser's window around a test, and Node's own fetch, Request and Response within it: the app that answers runs in the
 * same process, and must meet the headers that a page may not set.
 */
const environment: Environment = {
  name: 'window',
  viteEnvironment: 'ssr',
  setup(global) {
    const window = new Window({
      url: 'http://localhost/',
      settings: {
        errorCapture: BrowserErrorCaptureEnum.disabled,
        disableCSSFileLoading: true,
        disableJavaScriptFileLoading: true,
        navigation: { disableMainFrameNavigation: true },
      },
    });
    completeSelects(window);
    const { keys, originals } = populateGlobal(global, window, { bindFunctions: true });
    return {
      async teardown() {
        await window.happyDOM.abort();
        for (const key of keys) Reflect.deleteProperty(global, key);
        for (const [key, value] of originals) Reflect.set(global, key, value);
      },
    };
  },
};

export default environment;
