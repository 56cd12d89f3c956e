import { levelWord } from '@parley/domain/item/levels';
import { useMutation } from '@tanstack/react-query';
import Lock from 'lucide-react/icons/lock';
import { Button } from '../../components/button.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { failureOf } from '../../lib/failure.ts';
import { useFormat } from '../../lib/format.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { useEndOf } from './use-afterwards.ts';
import { lastMomentOf } from './use-choice.ts';
import type { Options, Standing } from './use-share.ts';

type Share = Standing['shares'][number];
/** Without options it is not known yet who sits where, and nothing is said of what comes after. */
type Props = { standing: Standing; options: Options | undefined };

/** Who can see the item now; each share ends at once when it is stopped. */
export function StandingList({ standing, options }: Props) {
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
          <Line key={share.shareId} share={share} standing={standing} options={options} />
        ))}
      </ul>
    </section>
  );
}

function Line({ share, standing, options }: Props & { share: Share }) {
  const trpc = useTRPC();
  const format = useFormat();
  const after = useEndOf(standing, options);
  const revoke = useMutation(trpc.share.revoke.mutationOptions());
  const who = share.readerName ?? `Everybody in ${share.councilName}`;
  const company = share.levels.company === 'exact' ? 'with the company name' : 'without the company name';
  const level = standing.kind === 'offer' ? levelWord(share.levels) : company;
  const until = share.expiresAt === null ? 'until you stop' : `until ${format.dayOf(lastMomentOf(share.expiresAt))}`;
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
      {after(share).map((sentence) => (
        <p key={sentence} className="max-w-prose text-sm">
          {sentence}
        </p>
      ))}
      {revoke.error ? <FormFailure failure={failureOf(revoke.error)} /> : null}
    </li>
  );
}
