import type { Package } from '@parley/domain/negotiation/package';
import { SealCounter } from '@parley/domain/round/input';
import { type Counter, findMisfit, listLeft, type RoundDocument, totalOf } from '@parley/domain/round/round';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Controller, useWatch } from 'react-hook-form';
import { Button } from '../../../components/button.tsx';
import { LeakNotice } from '../../../components/feedback/leak-notice.tsx';
import { SavedMark } from '../../../components/feedback/saved-mark.tsx';
import { useOwnWalkAway } from '../../../components/feedback/use-walk-away.tsx';
import { RadioGroup } from '../../../components/form/choice-field.tsx';
import { TextArea } from '../../../components/form/field.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { failureOf } from '../../../lib/failure.ts';
import { useFormat } from '../../../lib/format.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import { AbstainForm, abstainFrom } from './abstain-form.tsx';
import { FigureForm } from './figure-form.tsx';
import { LeftCard } from './left-card.tsx';
import { type CounterForm as Form, useCounterForm } from './use-counter.ts';

type Props = {
  roundId: string;
  document: RoundDocument;
  own: Counter | null;
  /** What the button says: "Seal my package". */
  act: string;
  primary?: boolean;
  onDone: (sealed: { late: boolean }) => void;
  onCancel?: (() => void) | undefined;
};

const sure = [
  { value: 'low', label: 'Not sure' },
  { value: 'medium', label: 'Fairly sure' },
  { value: 'high', label: 'Sure' },
] as const;

/** An envelope: a number for each component in play but those one abstains from, how sure one is, and why. */
export function CounterForm({ roundId, document, own, act, primary = true, onDone, onCancel }: Props) {
  const trpc = useTRPC();
  const seal = useMutation(trpc.round.seal.mutationOptions());
  const { form, submit, failure, state } = useCounterForm({ roundId, document, own });
  const [asked, setAsked] = useState(false);
  const counter = useWatch({ control: form.control, name: 'counter' });
  const left = own === null ? listLeft(document, counter) : [];
  const send = submit(seal.mutateAsync, onDone);
  const { look, found, unknown } = useLooking(form, send);
  const abstain = () => {
    abstainFrom({ form, document }, [...(counter.abstains ?? []), ...left]);
    void look();
  };
  // what was left as offered is nobody's number until they say so
  const first = left.length > 0 ? form.handleSubmit(() => setAsked(true)) : look;
  return (
    <form noValidate onSubmit={first} className="flex flex-col gap-4">
      <FigureForm form={form} document={document} isNew={own === null} />
      <Total document={document} form={form} />
      <TextArea
        label="Why this package"
        optional
        hint="Reasons are read before numbers."
        maxLength={2000}
        aside={<SavedMark state={state} />}
        error={form.formState.errors.counter?.reason?.message}
        {...form.register('counter.reason')}
      />
      <Controller
        control={form.control}
        name="counter.confidence"
        render={({ field: { value, onChange } }) => (
          <div className="max-sm:[&_label]:px-1.5 max-sm:[&_label]:whitespace-nowrap">
            <RadioGroup label="How sure are you?" inline value={value ?? null} onChange={onChange} choices={sure} />
          </div>
        )}
      />
      <AbstainForm form={form} document={document} />
      {asked && left.length > 0 ? (
        <LeftCard
          document={document}
          left={left}
          pending={form.formState.isSubmitting}
          onMine={() => void look()}
          onAbstain={abstain}
        />
      ) : null}
      <LeakNotice found={found} next="It is not sealed yet." act="Seal it all the same" onAct={() => void send()} />
      <FormFailure failure={failure ?? unknown} />
      <Acts {...{ act, primary, onCancel }} pending={form.formState.isSubmitting} />
    </form>
  );
}

function Acts({ act, primary, onCancel, pending }: Pick<Props, 'act' | 'primary' | 'onCancel'> & { pending: boolean }) {
  return (
    <div className="flex flex-wrap gap-2">
      <Button type="submit" kind={primary ? 'primary' : 'plain'} pending={pending}>
        {act}
      </Button>
      {onCancel ? (
        <Button kind="quiet" onClick={onCancel}>
          Leave it as it is
        </Button>
      ) : null}
    </div>
  );
}

/** Seals once the owner has been told if the walk-away stands in the reason of their target, which is shown at the reveal. */
function useLooking(form: Form, send: () => Promise<void>) {
  const own = useOwnWalkAway();
  const looking = useMutation({
    mutationFn: (reason: string) => own(reason),
    onSuccess: (found) => (found.length === 0 ? send() : undefined),
  });
  const reason = useWatch({ control: form.control, name: 'counter.reason' });
  const look = form.handleSubmit(() => looking.mutateAsync(reason).catch(() => undefined));
  // a warning is about the words that were looked at
  const found = (looking.data ?? []).filter(({ text }) => text === reason);
  return { look, found, unknown: looking.isError ? failureOf(looking.error) : null };
}

/** What the package comes to, as soon as every number is there. */
function Total({ document, form }: { document: RoundDocument; form: Form }) {
  const format = useFormat();
  const { package: typed, abstains = [] } = useWatch({ control: form.control, name: 'counter' });
  const { base, bonusPercent, signOn, equity, others } = typed;
  const read = SealCounter.shape.counter.shape.package.safeParse({ base, bonusPercent, signOn, equity, others });
  const fits = read.success && findMisfit(document, { package: read.data, abstains }) === null;
  const whole: Package | null = fits && abstains.length === 0 ? read.data : null;
  const missing = abstains.length > 0 ? 'none, as you abstain from a part' : 'once every number is there';
  return (
    <>
      <p className="text-ink-soft max-sm:sticky max-sm:bottom-16 max-sm:z-10 max-sm:border-t max-sm:border-line max-sm:bg-raised max-sm:py-2">
        4-year total:{' '}
        <output className="font-medium text-ink tabular-nums">
          {whole ? format.money(totalOf(document, whole), document.currency) : missing}
        </output>
      </p>
      <p className="text-sm text-ink-soft">What is not in play counts in it as it is on the table.</p>
    </>
  );
}
