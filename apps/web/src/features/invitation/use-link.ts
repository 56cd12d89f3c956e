import { useCallback, useState } from 'react';

/** The whole address of a link that the server answered as a path. */
export function wholeLink(path: string): string {
  return new URL(path, window.location.origin).href;
}

/** Copies to the clipboard; `failed` where the browser refuses, so that the person copies by hand. */
export function useCopy(text: string): { state: 'ready' | 'copied' | 'failed'; copy: () => void } {
  const [state, setState] = useState<'ready' | 'copied' | 'failed'>('ready');
  const copy = useCallback(() => {
    // without https there is no clipboard: the field is selected instead
    const sent = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
    sent.then(
      () => setState('copied'),
      () => setState('failed'),
    );
  }, [text]);
  return { state, copy };
}
