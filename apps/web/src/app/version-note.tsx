import { useEffect, useSyncExternalStore } from 'react';
import { keepShell, listenForVersion, newVersion } from './shell.ts';

/** Says in a line that there is a newer version; it comes by a press, or by itself the next time Parley is opened. */
export function VersionNote() {
  useEffect(() => {
    // once the page has all that it needs
    const timer = setTimeout(() => void keepShell(), 3_000);
    return () => clearTimeout(timer);
  }, []);
  const load = useSyncExternalStore(listenForVersion, newVersion);
  if (load === null) return null;
  return (
    <p className="pointer-events-auto flex flex-wrap items-center justify-center gap-x-3 rounded-md border border-line-strong bg-raised px-3 text-sm shadow-float">
      There is a new version of Parley.
      <button type="button" onClick={load} className="min-h-11 font-medium text-accent underline">
        Load it
      </button>
    </p>
  );
}
