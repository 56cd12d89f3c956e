import type { ComponentName } from '@parley/domain/compensation/components';
import { type OfferStage, offerStages } from '@parley/domain/offer/offer';
import ClipboardPaste from 'lucide-react/icons/clipboard-paste';
import { type FormEvent, lazy, Suspense, useRef, useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { Notice } from '../../../components/feedback/notice.tsx';
import { SavedMark } from '../../../components/feedback/saved-mark.tsx';
import { Skeleton } from '../../../components/feedback/skeleton.tsx';
import { RadioGroup } from '../../../components/form/choice-field.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { SelectField } from '../../../components/form/select-field.tsx';
import { DeadlineForm } from '../deadline/deadline-form.tsx';
import { PartsForm } from './parts-form.tsx';
import { NotesForm } from './role-form.tsx';
import { TemplateForm } from './template-form.tsx';
import { type Entry, type EntryTools, useEntry } from './use-entry.ts';
import { type Place, useRecord } from './use-record.ts';

const LetterPanel = lazy(() => import('./letter-panel.tsx').then((file) => ({ default: file.LetterPanel })));

const stageWords: Record<OfferStage, string> = { verbal: 'Spoken', written: 'Written', revised: 'Revised', final: 'Final' };
const currencies = Intl.supportedValuesOf('currency').map((code) => ({ value: code, label: code }));

export type EntryFormProps = Place & {
  initial: Entry;
  onDone: () => void;
  onCancel: (() => void) | null;
};

/** An offer letter typed or pasted in: every part stated, none, or not said. Kept as it is typed. */
export function EntryForm({ initial, onDone, onCancel, ...place }: EntryFormProps) {
  const name = `offer:${place.offer?.offerId ?? place.opportunityId}`;
  const tools = useEntry(name, initial);
  const record = useRecord(place, tools, onDone);
  const form = useRef<HTMLFormElement>(null);
  const [opened, setOpened] = useState<readonly ComponentName[]>([]);
  const open = (names: readonly ComponentName[]) => setOpened([...opened, ...names]);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void record.putOnRecord().then(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const { entry, change, errorAt } = tools;
  return (
    <form
      ref={form}
      onSubmit={onSubmit}
      noValidate
      className="flex flex-col gap-5 rounded-md border border-line bg-raised p-4 sm:p-5"
      aria-label="Offer"
    >
      {tools.isRestored ? <Restored onRestart={tools.restart} /> : null}
      {place.offer === null ? <TemplateForm tools={tools} onOpen={open} /> : null}
      <Letter tools={tools} opportunityId={place.opportunityId} offerId={place.offer?.offerId ?? null} />
      <Beginning tools={tools} isFirst={place.offer === null} before={initial.draft.content.currency} />
      <PartsForm tools={tools} opened={opened} onOpen={(part) => open([part])} />
      <details open={place.offer === null} className="border-t border-line pt-1">
        <summary className="min-h-11 py-2.5 font-medium">When: received and deadline</summary>
        <div className="pt-2 pb-3">
          <DeadlineForm
            receivedOn={entry.receivedOn}
            deadline={entry.deadline}
            onReceived={(receivedOn) => change({ receivedOn })}
            onDeadline={(deadline) => change({ deadline })}
            errorAt={errorAt}
          />
        </div>
      </details>
      <NotesForm tools={tools} />
      {place.offer === null ? <p className="text-sm text-ink-soft">Only you see this offer until you share it.</p> : null}
      <Ending tools={tools} record={record} onCancel={onCancel} />
    </form>
  );
}

/** The letter itself, pasted: read by rules that are fetched when it is opened. */
function Letter(place: { tools: EntryTools; opportunityId: string; offerId: string | null }) {
  const [isOpen, setOpen] = useState(false);
  if (!isOpen)
    return (
      <div>
        <Button icon={<ClipboardPaste aria-hidden="true" />} onClick={() => setOpen(true)}>
          Paste the letter
        </Button>
      </div>
    );
  return (
    <Suspense fallback={<Skeleton lines={3} what="the reader of letters" />}>
      <LetterPanel {...place} onClose={() => setOpen(false)} />
    </Suspense>
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

/** How and in which currency the offer came. */
function Beginning({ tools, isFirst, before }: BeginningProps) {
  const { entry, errorAt, setStage, setCurrency } = tools;
  const { currency } = entry.draft.content;
  return (
    <>
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
        <Notice tone="warn" title="A different currency from before: the two versions will not be compared in figures." />
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

/** For a sentence whose field is out of sight. */
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
