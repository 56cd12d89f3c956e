import { useId } from 'react';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { Meter } from '../../components/meter.tsx';
import { useFormat } from '../../lib/format.ts';
import { type Bringing, useBring } from './use-bring.ts';

/** Brings an archive of another Parley into this account, whole or not at all. */
export function BringForm() {
  const { bringing, choose, ...acts } = useBring();
  const id = useId();
  return (
    <details className="border-t border-line pt-3" open={bringing.state !== 'idle'}>
      <summary className="min-h-11 cursor-pointer content-center font-medium">Bring an archive from another Parley</summary>
      <div className="flex flex-col gap-4 pt-2">
        <p className="text-ink-soft">
          Into an account that is still empty. It comes in whole or not at all; what was given to a council there stays there.
        </p>
        <div className="flex flex-col gap-1">
          <label htmlFor={id} className="font-medium">
            The zip file that Parley gave you
          </label>
          <input
            id={id}
            type="file"
            accept=".zip,.json,application/zip,application/json"
            className="max-w-full text-ink-soft file:mr-3 file:min-h-11 file:cursor-pointer file:rounded-md file:border file:border-line-strong file:border-solid file:bg-transparent file:px-4 file:text-ink"
            onChange={(event) => choose(event.target.files?.[0])}
          />
        </div>
        <BringingNote bringing={bringing} {...acts} />
      </div>
    </details>
  );
}

const told: readonly (readonly [string, string, string])[] = [
  ['opportunity', 'opportunity', 'opportunities'],
  ['mission', 'mission', 'missions'],
  ['offer', 'offer', 'offers'],
  ['attachment', 'file kept with an offer', 'files kept with offers'],
  ['negotiation', 'negotiation', 'negotiations'],
  ['debrief', 'debrief', 'debriefs'],
  ['proof', 'proof', 'proofs'],
  ['commitment', 'commitment', 'commitments'],
];

/** `3 opportunities, 1 offer`. */
function sum(counts: Record<string, number>): string {
  const words = told.flatMap(([table, one, many]) => {
    const count = counts[table] ?? 0;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  return words.length === 0 ? 'nothing that can be brought in' : words.join(', ');
}

type NoteProps = { bringing: Bringing } & Pick<ReturnType<typeof useBring>, 'start' | 'goOn' | 'reset'>;

function BringingNote({ bringing, start, goOn, reset }: NoteProps) {
  const format = useFormat();
  if (bringing.state === 'unreadable') return <Notice tone="warn" title={bringing.why} />;
  if (bringing.state === 'ready') {
    return (
      <div className="flex flex-col gap-3">
        <p>
          Taken on {format.instant(bringing.madeAt)}. It holds {sum(bringing.counts)}.
        </p>
        <div>
          <Button kind="primary" onClick={() => start(bringing)}>
            Bring it in
          </Button>
        </div>
      </div>
    );
  }
  if (bringing.state === 'sending') {
    return (
      <div role="status">
        <Meter
          label={bringing.what === 'files' ? 'Files kept with offers' : 'Archive'}
          value={bringing.done / bringing.of}
          text={`${bringing.done} of ${bringing.of} ${bringing.what}`}
        />
      </div>
    );
  }
  if (bringing.state === 'brought') return <Notice tone="good" title={`Brought in: ${sum(bringing.returned)}.`} />;
  if (bringing.state === 'halted') {
    const { left, returned } = bringing;
    return (
      <div className="flex flex-col gap-3">
        <Notice
          tone="warn"
          title={left.length === 1 ? 'One file did not come along yet.' : `${left.length} files did not come along yet.`}
        >
          Everything else is here. Stay on this page until they are.
        </Notice>
        <FormFailure failure={bringing.failure} />
        <div>
          <Button kind="primary" onClick={() => goOn(left, returned)}>
            Bring the rest
          </Button>
        </div>
      </div>
    );
  }
  if (bringing.state !== 'failed') return null;
  return (
    <div className="flex flex-col gap-3">
      <FormFailure failure={bringing.failure} />
      <div>
        <Button onClick={reset}>Choose another file</Button>
      </div>
    </div>
  );
}
