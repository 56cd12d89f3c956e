/** The quiet word beside a field that saves itself. Put it into a field's `aside`. */
export function SavedMark({ state }: { state: 'clean' | 'saving' | 'saved' | 'failed' }) {
  const words = { clean: '', saving: 'saving…', saved: 'saved', failed: 'not saved yet' } satisfies Record<typeof state, string>;
  return (
    <span aria-live="polite" className={`text-sm ${state === 'failed' ? 'text-bad' : 'text-ink-soft'}`}>
      {words[state]}
    </span>
  );
}
