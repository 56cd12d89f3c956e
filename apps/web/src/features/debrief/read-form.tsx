import { SealRead } from '@parley/domain/debrief/input';
import type { Read } from '@parley/domain/debrief/reads';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Controller } from 'react-hook-form';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { SavedMark } from '../../components/feedback/saved-mark.tsx';
import { TextArea } from '../../components/form/field.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { SliderField } from '../../components/form/slider-field.tsx';
import { ShareChip } from '../../components/item-tools.tsx';
import { useParleyForm } from '../../lib/form.ts';
import { useFormat } from '../../lib/format.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { fresh } from '../../lib/use-draft.ts';

type Props = {
  debriefId: string;
  /** The owner's first read opens the round: the names of those who are asked with it. */
  asks?: readonly string[] | undefined;
  own: Read | null;
  onDone: () => void;
};

/** An envelope: a likelihood and why. */
export function ReadForm({ debriefId, asks, own, onDone }: Props) {
  const trpc = useTRPC();
  const format = useFormat();
  const ask = useMutation(trpc.debrief.askReads.mutationOptions());
  const seal = useMutation(trpc.debrief.sealRead.mutationOptions());
  const { form, submit, failure, state } = useParleyForm({
    schema: SealRead,
    defaultValues: { debriefId, read: { likelihood: own?.likelihood, reason: own?.reason ?? '' } },
    draft: { name: `read:${debriefId}`, rev: fresh },
  });
  const errors = form.formState.errors.read;
  const done = async () => {
    onDone();
  };
  const [alone, setAlone] = useState(false);
  const openRound = submit(ask.mutateAsync, done);
  const sealOne = submit(seal.mutateAsync, done);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    if (!asks) return void sealOne(event);
    if (asks.length > 0) return void openRound(event);
    event.preventDefault();
    void form.trigger().then(setAlone);
  };
  return (
    <div className="flex flex-col gap-4">
      <form noValidate onSubmit={onSubmit} className="flex flex-col gap-4">
        <Controller
          control={form.control}
          name="read.likelihood"
          render={({ field }) => (
            <Likelihood value={field.value ?? null} onChange={field.onChange} error={errors?.likelihood?.message} />
          )}
        />
        <TextArea
          label="Why"
          optional
          maxLength={1000}
          aside={<SavedMark state={state} />}
          error={errors?.reason?.message}
          {...form.register('read.reason')}
        />
        <FormFailure failure={failure} />
        {asks && asks.length > 0 ? <p className="text-ink-soft">{format.list(asks)} will be asked.</p> : null}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" kind={asks ? 'plain' : 'primary'} pending={form.formState.isSubmitting}>
            {asks ? 'Seal mine and ask for reads' : own ? 'Seal it again' : 'Seal my read'}
          </Button>
          {own ? (
            <Button kind="quiet" onClick={onDone}>
              Leave it as it is
            </Button>
          ) : null}
        </div>
      </form>
      {asks?.length === 0 && alone ? <AskWhom debriefId={debriefId} onAlone={() => void openRound()} /> : null}
    </div>
  );
}

/** Whom to ask comes before asking; what was typed stays. */
function AskWhom({ debriefId, onAlone }: { debriefId: string; onAlone: () => void }) {
  return (
    <Notice tone="warn" title="Nobody but you can read this debrief. Choose whom to ask; your read waits here until then.">
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <ShareChip itemId={debriefId} kind="debrief" act="Choose whom to ask" />
        <Button kind="quiet" onClick={onAlone}>
          Seal mine alone
        </Button>
      </div>
    </Notice>
  );
}

type LikelihoodProps = { value: number | null; onChange: (value: number | null) => void; error: string | undefined };

function Likelihood(props: LikelihoodProps) {
  return (
    <SliderField
      {...props}
      label="Likelihood that it goes on"
      hint="Drag it, use the arrows, or type the figure."
      unit="%"
      max={100}
      ends={['0: certainly not', '100: certainly']}
      className="max-w-panel"
    />
  );
}
