import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { Failed } from '../../components/feedback/failed.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { SelectField } from '../../components/form/select-field.tsx';
import { ShareChip } from '../../components/item-tools.tsx';
import { MethodLink } from '../../components/method-link.tsx';
import { failureOf } from '../../lib/failure.ts';
import { useFormat } from '../../lib/format.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { type Entry, sayState } from './use-rehearsal.ts';

/** In the plan: whom one rehearses with, and the rehearsals there are. Nothing for a reader who was not asked. */
export function RehearsalList({ negotiationId }: { negotiationId: string }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.rehearsal.list.queryOptions({ negotiationId }));
  if (query.isError) return <Failed error={query.error} what="the rehearsals" retry={() => void query.refetch()} />;
  if (!query.data) return null;
  const { mine, askable, rehearsals } = query.data;
  if (!mine && rehearsals.length === 0) return null;
  return (
    <section>
      <Card title="Rehearse the call" flush>
        {mine ? <AskForm negotiationId={negotiationId} askable={askable} /> : null}
        <ul className="divide-y divide-line border-t border-line empty:hidden">
          {rehearsals.map((entry) => (
            <li key={entry.rehearsalId}>
              <Row entry={entry} />
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}

type AskProps = { negotiationId: string; askable: readonly { accountId: string; name: string | null }[] };

function AskForm({ negotiationId, askable }: AskProps) {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const [peerId, setPeerId] = useState('');
  const ask = useMutation(
    trpc.rehearsal.ask.mutationOptions({
      onSuccess: ({ rehearsalId }) => void navigate({ to: '/rehearsals/$rehearsalId', params: { rehearsalId } }),
    }),
  );
  const peers = askable.map(({ accountId, name }) => ({ value: accountId, label: name ?? 'A member' }));
  return (
    <div className="flex flex-col gap-3 px-4 py-4 sm:px-5">
      <p className="max-w-prose text-ink-soft">
        Somebody plays the employer with a ceiling that you do not know; afterwards you learn it, and what they heard. Or rehearse
        alone, with cards. <MethodLink hash="rehearse">How to play it</MethodLink>
      </p>
      <div className="flex flex-wrap items-end gap-3">
        <SelectField
          className="min-w-56 max-sm:w-full"
          label="Who plays the employer"
          options={[{ value: '', label: 'Cards, I rehearse alone' }, ...peers]}
          value={peerId}
          onChange={({ target }) => setPeerId(target.value)}
        />
        <Button pending={ask.isPending} onClick={() => ask.mutate({ negotiationId, peerId: peerId || null })}>
          {peerId === '' ? 'Rehearse with cards' : 'Ask to rehearse'}
        </Button>
      </div>
      {peers.length === 0 ? (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-soft">
          <span>To play it with somebody, let them see the negotiation.</span>
          <ShareChip itemId={negotiationId} kind="negotiation" act="Choose who sees it" />
        </div>
      ) : null}
      <FormFailure failure={ask.isError ? failureOf(ask.error) : null} />
    </div>
  );
}

function Row({ entry }: { entry: Entry }) {
  const format = useFormat();
  const { rehearsalId, other, role, peerId, at } = entry;
  const withWhom = peerId === null ? 'With cards' : `With ${other ?? 'somebody who left'}`;
  return (
    <Link
      to="/rehearsals/$rehearsalId"
      params={{ rehearsalId }}
      className="flex min-h-12 items-center gap-3 px-4 py-2 text-ink hover:bg-sunken sm:px-5"
    >
      <span className="min-w-0 flex-1">
        <span className="block">{role === 'employer' ? `${withWhom}: you play the employer` : withWhom}</span>
        <span className="block text-sm text-ink-soft">
          {sayState(entry)} · {format.dayTime(at)}
        </span>
      </span>
      <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-ink-soft" />
    </Link>
  );
}
