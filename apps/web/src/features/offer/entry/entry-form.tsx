import { type ComponentName, type Components, known, none, unknown } from '@parley/domain/compensation/components';
import { type OfferStage, offerStages } from '@parley/domain/offer/offer';
import { type FormEvent, type ReactNode, useRef } from 'react';
import { Button } from '../../../components/button.tsx';
import { Notice } from '../../../components/feedback/notice.tsx';
import { SavedMark } from '../../../components/feedback/saved-mark.tsx';
import { RadioGroup } from '../../../components/form/choice-field.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { SelectField } from '../../../components/form/select-field.tsx';
import { DeadlineForm } from '../deadline/deadline-form.tsx';
import { BenefitsForm } from './benefits-form.tsx';
import { EquityForm, RefreshersForm } from './equity-form.tsx';
import { blankGrant } from './grant-form.tsx';
import { GuaranteeForm, PayForm } from './pay-form.tsx';
import { RoleForm } from './role-form.tsx';
import { type Entry, type EntryTools, useEntry } from './use-entry.ts';
import { type Place, useRecord } from './use-record.ts';

const stageWords: Record<OfferStage, string> = { verbal: 'Spoken', written: 'Written', revised: 'Revised', final: 'Final' };

const templates: { label: string; components: () => Partial<Components> }[] = [
  { label: 'Pay only', components: () => ({ signOn: none, grants: none }) },
  { label: 'With shares (RSU)', components: () => ({ grants: known([blankGrant('rsu')]) }) },
  { label: 'Start-up with options', components: () => ({ signOn: none, bonus: none, grants: known([blankGrant('iso')]) }) },
  { label: 'All open', components: () => ({ signOn: unknown, bonus: unknown, grants: unknown }) },
];

const currencies = Intl.supportedValuesOf('currency').map((code) => ({ value: code, label: code }));

export type EntryFormProps = Place & {
  initial: Entry;
  onDone: () => void;
  onCancel: (() => void) | null;
};

/** An offer letter typed in: every component stated, not stated yet, or none. Kept as it is typed. */
export function EntryForm({ initial, onDone, onCancel, ...place }: EntryFormProps) {
  const name = `offer:${place.offer?.offerId ?? place.opportunityId}`;
  const tools = useEntry(name, initial);
  const record = useRecord(place, tools, onDone);
  const form = useRef<HTMLFormElement>(null);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void record.putOnRecord().then(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const { entry, components, change, errorAt } = tools;
  return (
    <form
      ref={form}
      onSubmit={onSubmit}
      noValidate
      className="flex flex-col gap-5 rounded-md border border-line bg-raised p-4 sm:p-5"
      aria-label="Offer"
    >
      <Beginning tools={tools} isFirst={place.offer === null} before={initial.draft.content.currency} />
      <div className="flex flex-col gap-4">
        <PayForm tools={tools} />
        <EquityForm tools={tools} />
      </div>
      <More title="When: received and deadline" isOpen={place.offer === null}>
        <DeadlineForm
          receivedOn={entry.receivedOn}
          deadline={entry.deadline}
          onReceived={(receivedOn) => change({ receivedOn })}
          onDeadline={(deadline) => change({ deadline })}
          errorAt={errorAt}
        />
      </More>
      <More title="Guaranteed bonus, written refreshers" isOpen={isTold(components, ['guaranteed', 'refreshers'])}>
        <div className="flex flex-col gap-4">
          <GuaranteeForm tools={tools} />
          <RefreshersForm tools={tools} />
        </div>
      </More>
      <More title="Leave, retirement match, other benefits">
        <BenefitsForm tools={tools} />
      </More>
      <More title="Title, place, dates, notes">
        <RoleForm tools={tools} />
      </More>
      {place.offer === null ? <p className="text-sm text-ink-soft">Only you see this offer until you share it.</p> : null}
      <Ending tools={tools} record={record} onCancel={onCancel} />
    </form>
  );
}

type EndingProps = { tools: EntryTools; record: ReturnType<typeof useRecord>; onCancel: (() => void) | null };

/** What is wrong, and what can be done with what is typed. */
function Ending({ tools, record, onCancel }: EndingProps) {
  return (
    <>
      <Wrong sentences={tools.wrong.map(({ message }) => message)} />
      <FormFailure failure={record.failure} />
      {record.failure?.code === 'CONFLICT' ? (
        <Notice tone="warn" title="This offer was changed somewhere else in the meantime.">
          The newer one is on the screen now, and what you typed is still here. Send it again to put it on record after it.
        </Notice>
      ) : null}
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" kind="primary" pending={record.pending}>
          Put on record
        </Button>
        <Button onClick={() => void record.keepDraft()} pending={record.pending}>
          Keep as a draft
        </Button>
        {onCancel ? (
          <Button kind="quiet" onClick={onCancel}>
            Not now
          </Button>
        ) : null}
        <SavedMark state={tools.state} />
      </div>
    </>
  );
}

type BeginningProps = { tools: EntryTools; isFirst: boolean; before: string };

/** What was kept, templates, and how and in which currency the offer came. */
function Beginning({ tools, isFirst, before }: BeginningProps) {
  const { entry, errorAt, set, setStage, setCurrency, isRestored, restart } = tools;
  const { currency } = entry.draft.content;
  return (
    <>
      {isRestored ? <Restored onRestart={restart} /> : null}
      {isFirst ? (
        <fieldset className="flex flex-wrap items-center gap-2">
          <legend className="float-left mr-1 text-ink-soft">Start from</legend>
          {templates.map(({ label, components }) => (
            <Button key={label} onClick={() => set(components())}>
              {label}
            </Button>
          ))}
        </fieldset>
      ) : null}
      <div className="grid items-start gap-4 sm:grid-cols-[1fr_9rem]">
        <RadioGroup
          label="How it was put forward"
          inline
          choices={offerStages.map((value) => ({ value, label: stageWords[value] }))}
          value={entry.draft.stage}
          onChange={setStage}
        />
        <SelectField
          label="Currency"
          options={currencies}
          value={currency}
          onChange={(event) => setCurrency(event.target.value)}
          error={errorAt('draft.content.currency')}
        />
      </div>
      {!isFirst && currency !== before ? (
        <Notice tone="warn" title="Another currency than before: the two versions will not be compared in figures." />
      ) : null}
    </>
  );
}

function Restored({ onRestart }: { onRestart: () => void }) {
  const again = (
    <Button kind="quiet" onClick={onRestart}>
      Start again
    </Button>
  );
  return <Notice title="This is what you had typed and not put on record." action={again} />;
}

/** Whether any of these is stated already: then its fold stands open. */
const isTold = (components: Components, names: readonly ComponentName[]) =>
  names.some((name) => components[name].state === 'known');

function More({ title, isOpen = false, children }: { title: string; isOpen?: boolean; children: ReactNode }) {
  return (
    <details open={isOpen} className="border-t border-line pt-1">
      <summary className="min-h-11 py-2.5 font-medium">{title}</summary>
      <div className="pt-2 pb-3">{children}</div>
    </details>
  );
}

/** For a sentence whose field is folded away. */
function Wrong({ sentences }: { sentences: string[] }) {
  if (sentences.length === 0) return null;
  return (
    <Notice tone="bad" title="This cannot be put on record yet.">
      <ul className="list-disc pl-5">
        {[...new Set(sentences)].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Notice>
  );
}
