import { SaveProfile } from '@parley/domain/identity/input';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { Conflict, type ConflictRow } from '../../components/feedback/conflict.tsx';
import { TextField } from '../../components/form/field.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { SelectField } from '../../components/form/select-field.tsx';
import { ZoneField } from '../../components/form/zone-field.tsx';
import { failureOf } from '../../lib/failure.ts';
import { useParleyForm } from '../../lib/form.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { DaysOffForm } from './days-off-form.tsx';

type Profile = z.infer<typeof SaveProfile>;
type Key = Exclude<keyof Profile, 'rev' | 'daysOff'>;

const newerProfile = SaveProfile.loose();

const labels: [Key, string][] = [
  ['displayName', 'Your name'],
  ['timeZone', 'Time zone'],
  ['locale', 'Language of dates and numbers'],
  ['currency', 'Currency'],
];

/** Name, zone, locale, currency and days off; the first four are guessed from the browser at sign-up. */
export function ProfileForm({ account }: { account: Profile }) {
  const trpc = useTRPC();
  const [newer, setNewer] = useState<Profile | null>(null);
  const client = useQueryClient();
  const save = useMutation(trpc.identity.saveProfile.mutationOptions({ meta: { showsBoth: true } }));
  const { displayName, timeZone, locale, currency, daysOff = [], rev } = account;
  const { form, submit, failure } = useParleyForm({
    schema: SaveProfile,
    defaultValues: { displayName, timeZone, locale, currency, daysOff, rev },
  });
  const { errors, isSubmitting, isDirty } = form.formState;
  const { locales, currencies } = useChoices(locale);
  const write = (input: Profile) =>
    save.mutateAsync({ ...input, rev: newer?.rev ?? input.rev }).catch((error: unknown) => {
      setNewer(newerProfile.safeParse(failureOf(error).newer).data ?? newer);
      throw error;
    });
  const onSubmit = submit(write);
  return (
    <form noValidate onSubmit={onSubmit} className="flex max-w-dialog flex-col gap-4">
      <TextField
        label="Your name"
        hint="As your councils see it."
        {...form.register('displayName')}
        error={errors.displayName?.message}
      />
      <ZoneField label="Time zone" {...form.register('timeZone')} error={errors.timeZone?.message} />
      <SelectField
        label="Language of dates and numbers"
        options={locales}
        {...form.register('locale')}
        error={errors.locale?.message}
      />
      <SelectField
        label="Currency"
        hint="Offered first when you write an amount."
        options={currencies}
        {...form.register('currency')}
        error={errors.currency?.message}
      />
      <DaysOffForm form={form} />
      {newer && failure?.code === 'CONFLICT' ? (
        <Conflict
          rows={rowsOf(form.getValues(), newer)}
          onMine={() => void onSubmit()}
          onNewer={() => void client.refetchQueries(trpc.identity.me.queryFilter())}
          pending={save.isPending}
        />
      ) : null}
      <FormFailure failure={failure?.code === 'BAD_REQUEST' ? null : failure} />
      <div>
        <Button type="submit" pending={isSubmitting} why={isDirty || newer ? null : 'Nothing has changed.'}>
          Save profile
        </Button>
      </div>
    </form>
  );
}

function rowsOf(mine: Profile, newer: Profile): ConflictRow[] {
  const off = ({ daysOff = [] }: Profile) => daysOff.map(({ from, to }) => `${from} to ${to}`).join(', ') || 'none';
  return [
    ...labels.map(([key, label]) => ({ label, mine: mine[key], newer: newer[key] })),
    { label: 'My days off', mine: off(mine), newer: off(newer) },
  ].filter((row) => row.mine !== row.newer);
}

const common =
  'cs-CZ da-DK de-AT de-CH de-DE en-AU en-CA en-GB en-IE en-IN en-NZ en-US en-ZA es-ES es-MX fi-FI fr-CA fr-CH fr-FR ' +
  'hi-IN hu-HU it-IT ja-JP ko-KR nb-NO ne-NP nl-BE nl-NL pl-PL pt-BR pt-PT ro-RO sv-SE tr-TR uk-UA zh-CN zh-TW';

/** What can be chosen, named in the person's own language; what they have is always among it. */
function useChoices(locale: string) {
  return useMemo(() => {
    const languages = new Intl.DisplayNames(locale, { type: 'language' });
    const money = new Intl.DisplayNames(locale, { type: 'currency' });
    const tags = [...new Set([...common.split(' '), locale])];
    const locales = tags.map((tag) => ({ value: tag, label: languages.of(tag) ?? tag }));
    const codes = Intl.supportedValuesOf('currency');
    const currencies = codes.map((code) => ({ value: code, label: `${code} · ${money.of(code) ?? code}` }));
    return { locales: locales.toSorted((one, other) => one.label.localeCompare(other.label)), currencies };
  }, [locale]);
}
