import { ChosenPulse } from '@parley/domain/meeting/input';
import { useMutation } from '@tanstack/react-query';
import { Controller } from 'react-hook-form';
import { Button } from '../../components/button.tsx';
import { RadioGroup } from '../../components/form/choice-field.tsx';
import { TextField } from '../../components/form/field.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { useParleyForm } from '../../lib/form.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { fresh } from '../../lib/use-draft.ts';
import type { Going, MeetingPage } from './use-meeting.ts';

const values = Array.from({ length: 11 }, (_, value) => ({ value: String(value), label: String(value) }));

/** How everybody comes in: the table sees it while it sits; afterwards each sees their own. */
export function PulseForm({ meeting, page }: { meeting: Going; page: MeetingPage }) {
  const { meetingId, pulses } = meeting;
  const { viewerId, names } = page;
  const trpc = useTRPC();
  const give = useMutation(trpc.meeting.pulse.mutationOptions());
  const mine = pulses.find(({ accountId }) => accountId === viewerId);
  const { form, submit, failure } = useParleyForm({
    schema: ChosenPulse,
    defaultValues: { value: mine?.value ?? null, why: mine?.why ?? '' },
    draft: { name: `pulse:${meetingId}`, rev: fresh },
  });
  const onSubmit = submit((pulse) => give.mutateAsync({ meetingId, pulse }));
  return (
    <div className="flex flex-col gap-4">
      <form noValidate onSubmit={onSubmit} className="flex flex-col gap-3">
        <Controller
          control={form.control}
          name="value"
          render={({ field }) => (
            <div className="max-sm:[&_label]:flex-none max-sm:[&_label]:basis-1/6">
              <RadioGroup
                label="How do you come in?"
                value={field.value === null ? null : String(field.value)}
                error={form.formState.errors.value?.message}
                onChange={(value) => field.onChange(Number(value))}
                choices={values}
                inline
              />
            </div>
          )}
        />
        <TextField label="Why" optional maxLength={200} {...form.register('why')} error={form.formState.errors.why?.message} />
        <FormFailure failure={failure} />
        <div>
          <Button type="submit" pending={give.isPending}>
            {mine ? 'Say it anew' : 'Tell the table'}
          </Button>
        </div>
        <p className="text-sm text-ink-soft">The table sees it until the meeting ends; afterwards only you see yours.</p>
      </form>
      <ul className="flex flex-col gap-2 empty:hidden">
        {pulses.map(({ accountId, value, why }) => (
          <li key={accountId} className="flex items-baseline gap-3">
            <span className="w-7 shrink-0 text-right text-lg font-medium tabular-nums">{value}</span>
            <span className="min-w-0 wrap-anywhere">
              <span className="font-medium">{accountId === viewerId ? 'You' : names[accountId]}</span>
              {why ? `: ${why}` : ''}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
