import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { useCopy } from '../../lib/use-copy.ts';

type Props = { lines: readonly string[]; onDone: () => void };

/** What a paste had too much of: it waits here until it is copied or let go. */
export function LeftCard({ lines, onDone }: Props) {
  const { state, copy } = useCopy(lines.join('\n'));
  if (lines.length === 0) return null;
  return (
    <Notice tone="warn" title={lines.length === 1 ? 'One pasted line did not fit.' : `${lines.length} pasted lines did not fit.`}>
      <p>An objective has up to 200 characters and six key results of 160; a mission has five objectives.</p>
      <details>
        <summary className="min-h-11 content-center">See what is left</summary>
        <ul
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
          tabIndex={0}
          aria-label="What is left"
          className="max-h-60 overflow-y-auto rounded-md border border-line bg-raised p-3 text-sm"
        >
          {lines.slice(0, shown).map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one paste never move.
            <li key={at} dir="auto">
              {line.slice(0, 2000)}
            </li>
          ))}
        </ul>
      </details>
      <div className="flex flex-wrap gap-2 pt-1">
        <Button onClick={copy}>{state === 'copied' ? 'Copied' : 'Copy all of it'}</Button>
        <Button kind="quiet" onClick={onDone}>
          Let it go
        </Button>
      </div>
      {state === 'failed' ? <p role="alert">The browser refused. Select the lines and copy them by hand.</p> : null}
    </Notice>
  );
}

/** More is not drawn; all of it is copied. */
const shown = 200;
