import { useCallback, useState } from 'react';

/** Copies to the clipboard; `failed` where the browser refuses, so that the person copies by hand. */
export function useCopy(text: string): { state: 'ready' | 'copied' | 'failed'; copy: () => void } {
  const [done, setDone] = useState<{ of: string; state: 'copied' | 'failed' } | null>(null);
  const copy = useCallback(() => {
    // without https there is no clipboard: the field is selected instead
    const sent = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
    sent.then(
      () => setDone({ of: text, state: 'copied' }),
      () => setDone({ of: text, state: 'failed' }),
    );
  }, [text]);
  return { state: done?.of === text ? done.state : 'ready', copy };
}
