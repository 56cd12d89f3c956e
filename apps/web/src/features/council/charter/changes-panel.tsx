import { charterChanges } from '@parley/domain/council/charter';
import { useQuery } from '@tanstack/react-query';
import { Failed } from '../../../components/feedback/failed.tsx';
import { Skeleton } from '../../../components/feedback/skeleton.tsx';
import { useFormat } from '../../../lib/format.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import type { Council } from '../use-council.ts';

type Props = { before: string; after: string };
const looks = {
  kept: '',
  removed: 'bg-bad-soft text-bad line-through',
  added: 'bg-good-soft text-good no-underline',
} as const;

/** The passages that differ, what went and what came marked in them. */
function ChangesPanel({ before, after }: Props) {
  const passages = charterChanges(before, after);
  if (passages.length === 0) return <p className="text-ink-soft">Only empty lines differ.</p>;
  return (
    <ul className="flex max-w-prose flex-col gap-3">
      {passages.map((passage, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a text that is read has no other names for its passages.
        <li key={at} className="border-l-2 border-line-strong pl-3 whitespace-pre-line">
          {passage.map(({ kind, text }, place) => {
            const Mark = kind === 'kept' ? 'span' : kind === 'added' ? 'ins' : 'del';
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above.
              <Mark key={place} className={looks[kind]}>
                {text}
              </Mark>
            );
          })}
        </li>
      ))}
    </ul>
  );
}

/** What has changed since I accepted a charter. */
export function SinceAccepted({ council, version }: { council: Council; version: number }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.council.charters.queryOptions({ councilId: council.councilId }));
  const before = query.data?.find((charter) => charter.version === version);
  return (
    <section className="flex flex-col gap-2 rounded-md bg-sunken px-4 py-3">
      <h3 className="text-base">What changed since you accepted it</h3>
      {query.isPending ? <Skeleton lines={2} what="what changed" /> : null}
      {query.isError ? <Failed error={query.error} what="what changed" retry={() => void query.refetch()} /> : null}
      {before ? <ChangesPanel before={before.text} after={council.charter.text} /> : null}
      {query.data && !before ? <p className="text-ink-soft">The version you accepted is too old to be shown here.</p> : null}
    </section>
  );
}

/** The charters that the council had, each with what the next one changed. */
export function EarlierCharters({ council }: { council: Council }) {
  const trpc = useTRPC();
  const format = useFormat();
  const query = useQuery(trpc.council.charters.queryOptions({ councilId: council.councilId }));
  const all = query.data ?? [];
  return (
    <div className="flex flex-col gap-4">
      {query.isPending ? <Skeleton lines={2} what="the earlier charters" /> : null}
      {query.isError ? <Failed error={query.error} what="the earlier charters" retry={() => void query.refetch()} /> : null}
      {all.slice(0, -1).map((charter, at) => (
        <section key={charter.version} className="flex flex-col gap-2">
          <h4 className="text-sm font-medium text-ink-soft">
            Version {charter.version}, {format.dayOf(charter.writtenAt)}: what it changed
          </h4>
          <ChangesPanel before={all[at + 1]?.text ?? ''} after={charter.text} />
        </section>
      ))}
    </div>
  );
}
