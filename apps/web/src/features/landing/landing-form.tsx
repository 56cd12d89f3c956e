import type { AppRouter } from '@parley/api/router';
import { SaveLanding } from '@parley/domain/landing/input';
import type { LandingChoice } from '@parley/domain/landing/landing';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { Failed } from '../../components/feedback/failed.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { TextField } from '../../components/form/field.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { SelectField } from '../../components/form/select-field.tsx';
import { failureOf } from '../../lib/failure.ts';
import { useFormat } from '../../lib/format.ts';
import { useTRPC } from '../../lib/trpc.ts';

type Landing = inferRouterOutputs<AppRouter>['landing']['get'];

const words: Record<LandingChoice | 'keep', string> = {
  keep: 'Keep them',
  delete: 'Delete them',
  percentages: 'Keep only percentages',
};
const choices = (['keep', 'delete', 'percentages'] as const).map((value) => ({ value, label: words[value] }));

/** What becomes of offers and ledgers some days after an acceptance, and what was reduced before. */
export function LandingCard() {
  const trpc = useTRPC();
  const landing = useQuery(trpc.landing.get.queryOptions());
  return (
    <Card title="After landing">
      {landing.isPending ? <Skeleton what="what you chose for after landing" /> : null}
      {landing.isError ? (
        <Failed error={landing.error} what="what you chose for after landing" retry={() => void landing.refetch()} />
      ) : null}
      {landing.data ? (
        <div className="flex max-w-dialog flex-col gap-4">
          <p>Once you have accepted an offer, your offers and ledgers need not stay here.</p>
          <LandingForm landing={landing.data} />
          <Due landing={landing.data} />
          <Keepsakes landing={landing.data} />
        </div>
      ) : null}
    </Card>
  );
}

function LandingForm({ landing }: { landing: Landing }) {
  const trpc = useTRPC();
  const save = useMutation(trpc.landing.save.mutationOptions());
  const [choice, setChoice] = useState<string>(landing.choice ?? 'keep');
  const [days, setDays] = useState(String(landing.days ?? 30));
  const [wrong, setWrong] = useState<string | undefined>();
  const send = () => {
    const wanted = { choice: choice === 'keep' ? null : choice, days: /^\d+$/.test(days.trim()) ? Number(days) : Number.NaN };
    const { data, error } = SaveLanding.safeParse(wanted);
    setWrong(error?.issues[0]?.message);
    if (data) save.mutate(data);
  };
  return (
    <div className="flex flex-col gap-4">
      <SelectField
        label="Offers and ledgers"
        value={choice}
        options={choices}
        onChange={(event) => setChoice(event.target.value)}
      />
      {choice === 'keep' ? null : (
        <TextField
          label="Days after landing"
          inputMode="numeric"
          value={days}
          onChange={(event) => setDays(event.target.value)}
          error={wrong}
        />
      )}
      {save.isError ? <FormFailure failure={failureOf(save.error)} /> : null}
      <div>
        <Button onClick={send} pending={save.isPending}>
          Save this choice
        </Button>
      </div>
    </div>
  );
}

const count = (many: number, one: string) => `${many} ${one}${many === 1 ? '' : 's'}`;

/** On which day it happens, and to how much: also what somebody reads who chose it long ago. */
function Due({ landing: { choice, dueAt, landedAt, offers, negotiations } }: { landing: Landing }) {
  const format = useFormat();
  if (choice === null) return null;
  if (dueAt === null || landedAt === null)
    return <p className="text-ink-soft">Nothing happens until you accept an offer. What a later search brings stays.</p>;
  if (offers + negotiations === 0) return <p className="text-ink-soft">Done: nothing of before your landing is left.</p>;
  const what = `${count(offers, 'offer')} and ${count(negotiations, 'ledger')}`;
  return (
    <Notice
      tone="warn"
      title={`On ${format.dayOf(dueAt)}, ${what} ${choice === 'delete' ? 'are deleted' : 'become percentages'}.`}
    >
      You landed on {format.dayOf(landedAt)}. Until then you can change your mind here; afterwards nobody can bring them back.
    </Notice>
  );
}

function Keepsakes({ landing: { keepsakes } }: { landing: Landing }) {
  const format = useFormat();
  if (keepsakes.length === 0) return null;
  return (
    <section>
      <h3 className="font-semibold">What is left, the first offer being {format.percent('100')}</h3>
      <ul className="divide-y divide-line">
        {keepsakes.map(({ keepsakeId, role, company, steps, outcome }) => (
          <li key={keepsakeId} className="py-2">
            <p>
              {role} at {company}
            </p>
            <p className="text-sm text-ink-soft tabular-nums">
              {steps
                .map(
                  ({ on, party, percent }) =>
                    `${format.day(on)} ${party === 'employer' ? 'they' : 'you'} ${format.percent(percent)}`,
                )
                .join(' · ')}
              {outcome?.percent ? ` · ${outcome.kind} at ${format.percent(outcome.percent)}` : ''}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
