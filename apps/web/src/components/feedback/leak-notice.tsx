import { type Leak, leakSentence } from '@parley/domain/negotiation/plan/leak';
import type { Failure } from '../../lib/failure.ts';
import { Button } from '../button.tsx';
import { FormFailure } from '../form/form-failure.tsx';
import { Notice } from './notice.tsx';

export type LeakNoticeProps = {
  found: readonly { text: string; leaks: readonly Leak[] }[];
  /** What happens next unless it is changed: "Nobody has it yet." */
  next: string;
  /** The act all the same: "Share it all the same". */
  act: string;
  onAct: () => void;
  pending?: boolean | undefined;
};

/** Says that the walk-away stands in a text, with the place marked. Only its owner ever sees this. */
export function LeakNotice({ found, next, act, onAct, pending }: LeakNoticeProps) {
  const leaks = found.flatMap((one) => one.leaks);
  if (leaks.length === 0) return null;
  return (
    <Notice
      tone="warn"
      title={leakSentence(leaks)}
      action={
        <Button onClick={onAct} pending={pending}>
          {act}
        </Button>
      }
    >
      <ul aria-label="Where it stands" className="my-1 flex flex-col gap-1">
        {found.flatMap(({ text, leaks: here }) => here.map((leak) => <Place key={`${leak.from} ${text}`} {...{ text, leak }} />))}
      </ul>
      <p>{next} Only you see this.</p>
    </Notice>
  );
}

export type HeldFailureProps = {
  holding: Pick<LeakNoticeProps, 'found'> & { accept: () => void };
  failure: Failure | null;
  /** Sends it once more, once its owner has said that the words may stand. */
  again: () => unknown;
};

/** What keeps an entry of a negotiation from being saved: the walk-away in its words, or what went wrong. */
export function HeldFailure({ holding: { found, accept }, failure, again }: HeldFailureProps) {
  const anyway = () => {
    accept();
    again();
  };
  return (
    <>
      <LeakNotice found={found} next="It is not saved yet." act="Save it all the same" onAct={anyway} />
      <FormFailure failure={found.length > 0 ? null : failure} />
    </>
  );
}

const around = 36;

function Place({ text, leak: { from, to } }: { text: string; leak: Leak }) {
  const [start, end] = [Math.max(0, from - around), Math.min(text.length, to + around)];
  return (
    <li className="break-words">
      {start > 0 ? '…' : ''}
      {text.slice(start, from)}
      <mark className="rounded-sm bg-warn px-0.5 text-raised">{text.slice(from, to)}</mark>
      {text.slice(to, end)}
      {end < text.length ? '…' : ''}
    </li>
  );
}
