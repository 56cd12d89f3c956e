import type { AppRouter } from '@parley/api/router';
import { type MailChoice, mailChoices } from '@parley/domain/mail/mail';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import { type ReactNode, useState } from 'react';
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

/** When notices leave Parley, by mail and to one's devices: for all councils, for one that differs, and at which hour. */
export function MailCard() {
  const trpc = useTRPC();
  const mail = useQuery(trpc.mail.get.queryOptions());
  return (
    <div id="mail">
      <Card title="Notices by mail and on your devices">
        {mail.isPending ? <Skeleton what="when notices come" /> : null}
        {mail.isError ? <Failed error={mail.error} what="when notices come" retry={() => void mail.refetch()} /> : null}
        {mail.data ? <MailForm mail={mail.data} /> : null}
      </Card>
    </div>
  );
}

function MailForm({ mail }: { mail: Mail }) {
  const trpc = useTRPC();
  const save = useMutation(trpc.mail.save.mutationOptions());
  const [kept, setKept] = useState(mail);
  const keep = (change: Partial<Mail>) => {
    const next = { ...kept, ...change };
    setKept(next);
    save.mutate(savedFrom(next));
  };
  const timed = [kept.standard, kept.pushes, ...kept.councils.flatMap(({ choice, pushes }) => [choice, pushes])];
  const several = kept.councils.length > 1;
  return (
    <div className="flex max-w-dialog flex-col gap-4">
      <Ways sends={mail.sends} />
      <Group name={several ? 'All councils' : null}>
        <WayField label="By mail" value={kept.standard} onPick={(standard) => keep({ standard: standard ?? kept.standard })} />
        <WayField label="On your devices" value={kept.pushes} onPick={(pushes) => keep({ pushes: pushes ?? kept.pushes })} />
      </Group>
      {several ? <CouncilFields kept={kept} keep={keep} /> : null}
      {timed.some((one) => one === 'daily' || one === 'weekly') ? <HourFields kept={kept} keep={keep} /> : null}
      <FormFailure failure={save.isError ? failureOf(save.error) : null} />
      <SavedMark state={stateOf(save.status)} />
    </div>
  );
}

/** What the two ways are, and that one is not the other. */
function Ways({ sends }: { sends: boolean }) {
  const { email } = usePerson();
  return (
    <>
      <p className="text-ink-soft">
        Mail and devices are chosen apart: whoever wants no mail can still be told on a phone. Both only say that something
        happened; they hold no name, no title and no figure.
        {sends ? ` Mail goes to ${email}.` : ''} Devices are those on which you turned notices on, in the next card.
      </p>
      {sends ? null : (
        <Notice tone="info" title="This Parley sends no mail.">
          Your notices are still here, under Notices. What you choose for mail takes effect once mail is set up.
        </Notice>
      )}
    </>
  );
}

/** The two ways side by side; named where there are several such groups. */
function Group({ name, children }: { name: string | null; children: ReactNode }) {
  return (
    <fieldset className="grid min-w-0 items-end gap-x-4 gap-y-2 sm:grid-cols-2 sm:gap-y-1">
      <legend className={name === null ? 'sr-only' : 'mb-1 font-medium'}>{name ?? 'When notices come'}</legend>
      {children}
    </fieldset>
  );
}

type WayFieldProps = {
  label: string;
  value: MailChoice | null;
  placeholder?: string;
  onPick: (choice: MailChoice | null) => void;
};

function WayField({ label, value, placeholder, onPick }: WayFieldProps) {
  return (
    <SelectField
      label={label}
      options={choices}
      placeholder={placeholder}
      value={value ?? ''}
      onChange={({ target }) => onPick(choiceFrom(target.value))}
    />
  );
}

const states = { idle: 'clean', pending: 'saving', success: 'saved', error: 'failed' } as const;
const stateOf = (status: keyof typeof states) => states[status];

type FieldsProps = { kept: Mail; keep: (change: Partial<Mail>) => void };

const choiceFrom = (value: string) => mailChoices.find((one) => one === value) ?? null;

function savedFrom({ standard, pushes, hour, weekday, councils }: Mail): Saved {
  const differs = councils.flatMap(({ councilId, choice, pushes }) =>
    choice === null && pushes === null ? [] : [{ councilId, choice, pushes }],
  );
  return { standard, pushes, hour, weekday, councils: differs };
}

/** Each council in which it may be otherwise. */
function CouncilFields({ kept, keep }: FieldsProps) {
  const change = (councilId: string, differing: Partial<Pick<Mail['councils'][number], 'choice' | 'pushes'>>) =>
    keep({ councils: kept.councils.map((one) => (one.councilId === councilId ? { ...one, ...differing } : one)) });
  return kept.councils.map(({ councilId, name, choice, pushes }) => (
    <Group key={councilId} name={name}>
      <WayField
        label="By mail"
        placeholder="As for all"
        value={choice}
        onPick={(picked) => change(councilId, { choice: picked })}
      />
      <WayField
        label="On your devices"
        placeholder="As for all"
        value={pushes}
        onPick={(picked) => change(councilId, { pushes: picked })}
      />
    </Group>
  ));
}

/** The hour of what comes daily or weekly, on the person's own clock. */
function HourFields({ kept, keep }: FieldsProps) {
  const { locale, zone } = usePerson();
  const hour = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
  const day = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const hours = Array.from({ length: 24 }, (_, at) => ({ value: String(at), label: hour.format(Date.UTC(2024, 0, 1, at)) }));
  const days = Array.from({ length: 7 }, (_, at) => ({ value: String(at + 1), label: day.format(Date.UTC(2024, 0, at + 1)) }));
  return (
    <div className="grid grid-cols-2 gap-4">
      <SelectField
        label="Weekly ones on"
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
