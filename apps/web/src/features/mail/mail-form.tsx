import type { AppRouter } from '@parley/api/router';
import { type MailChoice, mailChoices } from '@parley/domain/mail/mail';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import { useState } from 'react';
import { Card } from '../../components/card.tsx';
import { Failed } from '../../components/feedback/failed.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { SavedMark } from '../../components/feedback/saved-mark.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { SelectField } from '../../components/form/select-field.tsx';
import { failureOf } from '../../lib/failure.ts';
import { usePerson } from '../../lib/person.ts';
import { useTRPC } from '../../lib/trpc.ts';

type Mail = inferRouterOutputs<AppRouter>['mail']['get'];
type Saved = inferRouterInputs<AppRouter>['mail']['save'];

const words: Record<MailChoice, string> = {
  atOnce: 'Within a minute',
  daily: 'Once a day',
  weekly: 'Once a week',
  never: 'Never',
};
const choices = mailChoices.map((value) => ({ value, label: words[value] }));

/** When notices come by mail: for all councils, for one that differs, and at which hour. */
export function MailCard() {
  const trpc = useTRPC();
  const mail = useQuery(trpc.mail.get.queryOptions());
  return (
    <div id="mail">
      <Card title="Notices by mail">
        {mail.isPending ? <Skeleton what="when mail comes" /> : null}
        {mail.isError ? <Failed error={mail.error} what="when mail comes" retry={() => void mail.refetch()} /> : null}
        {mail.data ? <MailForm mail={mail.data} /> : null}
      </Card>
    </div>
  );
}

function MailForm({ mail }: { mail: Mail }) {
  const trpc = useTRPC();
  const { email } = usePerson();
  const save = useMutation(trpc.mail.save.mutationOptions());
  const [kept, setKept] = useState(mail);
  const keep = (change: Partial<Mail>) => {
    const next = { ...kept, ...change };
    setKept(next);
    save.mutate(savedFrom(next));
  };
  const timed = [kept.standard, ...kept.councils.map(({ choice }) => choice)];
  return (
    <div className="flex max-w-dialog flex-col gap-4">
      {mail.sends ? (
        <p className="text-ink-soft">
          To {email}. A mail says that something happened and leads here; it holds no name, no title and no figure.
        </p>
      ) : (
        <Notice tone="info" title="This Parley sends no mail.">
          Your notices are still here, under Notices. What you choose takes effect once mail is set up.
        </Notice>
      )}
      <SelectField
        label={kept.councils.length > 1 ? 'For all councils' : 'When mail comes'}
        options={choices}
        value={kept.standard}
        onChange={({ target }) => keep({ standard: choiceFrom(target.value) ?? kept.standard })}
      />
      {timed.some((one) => one === 'daily' || one === 'weekly') ? <HourFields kept={kept} keep={keep} /> : null}
      {kept.councils.length > 1 ? <CouncilFields kept={kept} keep={keep} /> : null}
      <FormFailure failure={save.isError ? failureOf(save.error) : null} />
      <SavedMark state={stateOf(save.status)} />
    </div>
  );
}

const states = { idle: 'clean', pending: 'saving', success: 'saved', error: 'failed' } as const;
const stateOf = (status: keyof typeof states) => states[status];

type FieldsProps = { kept: Mail; keep: (change: Partial<Mail>) => void };

const choiceFrom = (value: string) => mailChoices.find((one) => one === value) ?? null;

function savedFrom({ standard, hour, weekday, councils }: Mail): Saved {
  const differs = councils.flatMap(({ councilId, choice }) => (choice === null ? [] : [{ councilId, choice }]));
  return { standard, hour, weekday, councils: differs };
}

/** Each council in which it may be otherwise. */
function CouncilFields({ kept, keep }: FieldsProps) {
  const change = (councilId: string, choice: MailChoice | null) =>
    keep({ councils: kept.councils.map((one) => (one.councilId === councilId ? { ...one, choice } : one)) });
  return kept.councils.map(({ councilId, name, choice }) => (
    <SelectField
      key={councilId}
      label={name}
      placeholder="As for all councils"
      options={choices}
      value={choice ?? ''}
      onChange={({ target }) => change(councilId, choiceFrom(target.value))}
    />
  ));
}

/** The hour of daily and weekly mail, on the person's own clock. */
function HourFields({ kept, keep }: FieldsProps) {
  const { locale, zone } = usePerson();
  const hour = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
  const day = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const hours = Array.from({ length: 24 }, (_, at) => ({ value: String(at), label: hour.format(Date.UTC(2024, 0, 1, at)) }));
  const days = Array.from({ length: 7 }, (_, at) => ({ value: String(at + 1), label: day.format(Date.UTC(2024, 0, at + 1)) }));
  return (
    <div className="grid grid-cols-2 gap-4">
      <SelectField
        label="Weekly mail on"
        options={days}
        value={String(kept.weekday)}
        onChange={({ target }) => keep({ weekday: Number(target.value) })}
      />
      <SelectField
        label={`At, in ${zone.split('/').at(-1)?.replaceAll('_', ' ')}`}
        options={hours}
        value={String(kept.hour)}
        onChange={({ target }) => keep({ hour: Number(target.value) })}
      />
    </div>
  );
}
