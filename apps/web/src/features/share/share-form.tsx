import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { LeakNotice } from '../../components/feedback/leak-notice.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import type { Leaking } from '../../components/feedback/use-walk-away.tsx';
import { DateField } from '../../components/form/date-field.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import type { ItemKind } from '../../components/item-tools.tsx';
import { type Failure, failureOf } from '../../lib/failure.ts';
import { useFormat } from '../../lib/format.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { CompanyForm, LevelsForm } from './levels-form.tsx';
import { PreviewCard } from './preview-card.tsx';
import { ReadersForm } from './readers-form.tsx';
import { useAfterwards } from './use-afterwards.ts';
import { type Choice, useChoice } from './use-choice.ts';
import { useLeaks } from './use-leaks.ts';
import type { Options, Standing } from './use-share.ts';

type Props = {
  kind: ItemKind;
  options: Options;
  standing: Standing;
  /** All of it was shared: the chip says so. */
  onDone: () => void;
};

/** Readers, levels, end, preview; then the sentence that names the readers, and the deliberate press. */
export function ShareForm({ kind, options, standing, onDone }: Props) {
  const choice = useChoice(kind, options, standing);
  const after = useAfterwards(standing, options);
  const { share, pending, failure, leaking, anyway } = useSharing(kind, options.itemId, choice, onDone);
  const offer = kind === 'offer';
  const names = { company: options.company, alias: options.alias };
  const Company = offer ? LevelsForm : CompanyForm;
  return (
    <form noValidate onSubmit={share} className="flex flex-col gap-5">
      <h3 className="text-base">Share it</h3>
      <div className={offer ? 'grid gap-6 md:grid-cols-2 lg:grid-cols-[14rem_20rem_1fr]' : 'flex flex-col gap-5'}>
        <div className="flex flex-col gap-4">
          <ReadersForm choice={choice} councils={options.councils} />
          <Until choice={choice} offer={offer} error={failure?.fields.find(({ path }) => path === 'expiresAt')?.message} />
        </div>
        <Company
          offerId={offer ? options.itemId : null}
          levels={choice.levels}
          onChange={choice.setLevels}
          letters={options.letters}
          {...names}
        />
        {offer ? <PreviewCard offerId={options.itemId} levels={choice.levels} /> : null}
      </div>
      <FormFailure failure={failure} />
      <Already names={choice.already} />
      <div className="-mx-5 -mb-5 flex flex-col items-start gap-3 border-t border-line bg-raised px-5 py-4 sm:sticky sm:-bottom-5">
        {choice.sentence ? (
          <p aria-live="polite" className="max-w-prose font-medium">
            {choice.sentence}
            {after(choice).map((sentence) => ` ${sentence}`)}
            {offer ? (
              <span className="font-normal text-ink-soft"> Every time somebody opens it is recorded, and they are told so.</span>
            ) : null}
          </p>
        ) : null}
        <LeakNotice
          found={leaking}
          next="Nobody has it yet: change it first, or share it as it is."
          act="Share it all the same"
          onAct={anyway}
          pending={pending}
        />
        <Button type="submit" kind="primary" pending={pending} why={choice.why}>
          {choice.sentence ? `Share with ${choice.toWhom}` : 'Share'}
        </Button>
      </div>
    </form>
  );
}

/** The page of an opportunity is one: a name that one part shows is no secret in another. */
function Already({ names }: { names: readonly string[] }) {
  const format = useFormat();
  if (names.length === 0) return null;
  return (
    <Notice tone="warn" title={`The company name is already known to ${format.list(names)}.`}>
      Something else from this opportunity is shared there, and its page shows the name.
    </Notice>
  );
}

function Until({ choice, offer, error }: { choice: Choice; offer: boolean; error: string | undefined }) {
  return (
    <DateField
      label="Until the end of"
      optional={!offer}
      hint={offer ? undefined : 'Without a date: until you stop sharing.'}
      max={choice.latest}
      value={choice.until}
      onChange={(event) => choice.setUntil(event.target.value)}
      error={error}
    />
  );
}

/** One share for the council, or one for each person chosen; who has got it leaves the choice. */
function useSharing(kind: ItemKind, itemId: string, choice: Choice, onDone: () => void) {
  const trpc = useTRPC();
  const set = useMutation(trpc.share.set.mutationOptions());
  const look = useLeaks(kind, itemId);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [leaking, setLeaking] = useState<Leaking[]>([]);
  const all = async ({ council, targets, levels, expiresAt, chosen, setChosen }: Choice) => {
    const left = new Set(chosen);
    for (const readerId of targets) {
      await set.mutateAsync({ itemId, councilId: council?.councilId ?? '', readerId, levels, expiresAt });
      if (readerId !== null) left.delete(readerId);
      setChosen([...left]);
    }
    onDone();
  };
  const run = (work: () => Promise<void>) => {
    if (pending || choice.why) return;
    setPending(true);
    setFailure(null);
    void work()
      .catch((error: unknown) => setFailure(failureOf(error)))
      .finally(() => setPending(false));
  };
  const share = (event: FormEvent) => {
    event.preventDefault();
    run(async () => {
      const found = await look();
      setLeaking(found);
      if (found.length === 0) await all(choice);
    });
  };
  return { share, pending, failure, leaking, anyway: () => run(() => all(choice)) };
}
