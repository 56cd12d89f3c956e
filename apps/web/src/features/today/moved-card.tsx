import { notificationSentence, type Subject } from '@parley/domain/notification/notification';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { failureOf } from '../../lib/failure.ts';
import { useFormat } from '../../lib/format.ts';
import { roomOf } from '../../lib/rooms.ts';
import { useTRPC } from '../../lib/trpc.ts';
import type { Today } from './use-today.ts';

type Entry = Today['moved'][number];

/** What happened since I was here: who and on what, never what was written. */
export function MovedCard({ entries, now }: { entries: readonly Entry[]; now: Date }) {
  const trpc = useTRPC();
  const mark = useMutation(trpc.notification.markSeen.mutationOptions());
  const unseen = entries.filter((entry) => !entry.seen).map((entry) => entry.id);
  const act =
    unseen.length > 0 ? (
      <Button kind="quiet" className="-mr-4" pending={mark.isPending} onClick={() => mark.mutate({ ids: unseen })}>
        Mark as seen
      </Button>
    ) : null;
  return (
    <Card title="Since you were here" aside={act} flush>
      <FormFailure failure={mark.isError ? failureOf(mark.error) : null} />
      <ul className="divide-y divide-line">
        {entries.map((entry) => (
          <li key={entry.id}>
            <Moved entry={entry} now={now} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function subjectOf({ item, council }: Entry): Subject {
  if (item) return { item: item.kind, mine: item.mine, ownerName: item.ownerName };
  return { council: council?.name ?? 'the council' };
}

function Moved({ entry, now }: { entry: Entry; now: Date }) {
  const format = useFormat();
  const look =
    'flex min-h-12 flex-wrap items-center justify-between gap-x-4 gap-y-0.5 px-4 py-2 text-ink hover:bg-sunken sm:px-5';
  const words = (
    <>
      <span className={`min-w-0 ${entry.seen ? 'text-ink-soft' : 'font-medium'}`}>
        {entry.seen ? null : <span className="sr-only">New: </span>}
        {notificationSentence(entry.kind, entry.actor, subjectOf(entry))}
        {entry.item ? <span className="font-normal text-ink-soft"> · {entry.item.role}</span> : null}
      </span>
      <span className="text-sm text-ink-soft">{format.relative(entry.at, now)}</span>
    </>
  );
  if (entry.item)
    return (
      <Link to={roomOf[entry.item.kind]} params={{ opportunityId: entry.item.opportunityId }} className={look}>
        {words}
      </Link>
    );
  if (!entry.council) return <p className={look}>{words}</p>;
  return (
    <Link to="/council/$councilId" params={{ councilId: entry.council.councilId }} className={look}>
      {words}
    </Link>
  );
}
