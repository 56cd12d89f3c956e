import { levelWord } from '@parley/domain/share/share';
import { useMutation } from '@tanstack/react-query';
import Lock from 'lucide-react/icons/lock';
import { Button } from '../../components/button.tsx';
import { FormFailure } from '../../components/form-failure.tsx';
import { failureOf } from '../../lib/failure.ts';
import { useFormat } from '../../lib/format.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { type Standing, useFreshShares } from './use-share.ts';

type Share = Standing['shares'][number];

/** Who can see the item now; each share ends at once when it is stopped. */
export function StandingList({ standing }: { standing: Standing }) {
  if (standing.shares.length === 0)
    return (
      <p className="flex items-center gap-2">
        <Lock aria-hidden="true" className="size-4 shrink-0" />
        Only you see this now.
      </p>
    );
  return (
    <section aria-label="Shared now">
      <h3 className="mb-1 text-base">Shared now</h3>
      <ul className="divide-y divide-line border-y border-line">
        {standing.shares.map((share) => (
          <Line key={share.shareId} share={share} kind={standing.kind} />
        ))}
      </ul>
    </section>
  );
}

function Line({ share, kind }: { share: Share; kind: Standing['kind'] }) {
  const trpc = useTRPC();
  const format = useFormat();
  const fresh = useFreshShares();
  const revoke = useMutation(trpc.share.revoke.mutationOptions({ onSuccess: fresh }));
  const who = share.readerName ?? `Everybody in ${share.councilName}`;
  const company = share.levels.company === 'exact' ? 'with the company name' : 'without the company name';
  const level = kind === 'offer' ? levelWord(share.levels) : company;
  const until = share.expiresAt === null ? 'until you stop' : `until ${format.dayTime(share.expiresAt)}`;
  return (
    <li className="py-1.5">
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <p className="min-w-0">
          <span className="font-medium">{who}</span>
          <span className="block text-sm text-ink-soft">
            {level} · {until}
          </span>
        </p>
        <Button
          kind="quiet"
          className="-ml-4 sm:ml-0"
          pending={revoke.isPending}
          aria-label={`Stop sharing with ${who}`}
          onClick={() => revoke.mutate({ shareId: share.shareId })}
        >
          Stop sharing
        </Button>
      </div>
      {revoke.error ? <FormFailure failure={failureOf(revoke.error)} /> : null}
    </li>
  );
}
