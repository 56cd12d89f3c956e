import { showRecovery } from '@parley/domain/identity/code';
import { Button } from '../../../components/button.tsx';
import { Notice } from '../../../components/feedback/notice.tsx';
import { saveFile } from '../../../lib/file/save.ts';
import { useCopy } from '../../../lib/use-copy.ts';

type RecoveryPanelProps = { codes: readonly string[]; onDone: () => void };

/** The ten codes, this once: to copy, or to keep as a file. */
export function RecoveryPanel({ codes, onDone }: RecoveryPanelProps) {
  const lines = codes.map(showRecovery);
  const text = `Recovery codes for Parley, ${window.location.host}. Each works once, in place of the code of the app.\n\n${lines.join('\n')}\n`;
  const { state, copy } = useCopy(text);
  return (
    <div className="flex flex-col gap-4">
      <p>
        Each of these lets you in once, after your password, when your phone is gone. They are shown this once. Keep them where
        you do not keep your password.
      </p>
      <ul className="grid grid-cols-1 gap-x-6 gap-y-1 rounded-md bg-sunken px-4 py-3 sm:grid-cols-2">
        {lines.map((line) => (
          <li key={line}>
            <code className="whitespace-nowrap">{line}</code>
          </li>
        ))}
      </ul>
      {state === 'failed' ? (
        <Notice tone="warn" title="This browser does not copy. Keep them as a file, or write them down." />
      ) : null}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={copy}>{state === 'copied' ? 'Copied' : 'Copy'}</Button>
        <Button onClick={() => saveFile('parley-recovery-codes.txt', text, 'text/plain')}>Keep as a file</Button>
        <Button kind="primary" onClick={onDone}>
          I have kept them
        </Button>
      </div>
    </div>
  );
}
