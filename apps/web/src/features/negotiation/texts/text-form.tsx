import {
  type Line,
  listMissing,
  type TextFacts,
  type TextKind,
  type Tone,
  textLabels,
  wordsOf,
} from '@parley/domain/negotiation/texts/text';
import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { LeakNotice } from '../../../components/feedback/leak-notice.tsx';
import { Notice } from '../../../components/feedback/notice.tsx';
import { SavedMark } from '../../../components/feedback/saved-mark.tsx';
import { type Leaking, useWalkAwayCheck } from '../../../components/feedback/use-walk-away.tsx';
import { TextArea } from '../../../components/form/field.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { InPlace } from '../../../components/form/in-place.tsx';
import { type Failure, failureOf } from '../../../lib/failure.ts';
import { useCopy } from '../../../lib/use-copy.ts';
import { FieldList } from './field-list.tsx';
import { TracedCard } from './traced-card.tsx';
import { useTextDraft } from './use-text-draft.ts';
import type { TextProps } from './use-text-facts.ts';

type TextFormProps = TextProps & { kind: TextKind; tone: Tone; facts: TextFacts; lines: readonly Line[] };

/** One text: read with its fields marked, changed in place, copied. */
export function TextForm({ negotiationId, opportunityId, kind, tone, facts, lines }: TextFormProps) {
  const draft = useTextDraft(`text:${negotiationId}:${kind}:${tone}`, wordsOf(lines));
  const { text, edited, stale } = draft;
  const label = `${textLabels[kind]}, to send`;
  const missing = edited ? [] : listMissing(lines);
  const reading = <TracedCard {...{ text, lines, opportunityId, label }} locale={facts.locale} />;
  return (
    <>
      <FieldList {...{ missing, opportunityId }} />
      {stale ? (
        <Notice
          title="Your fields have changed since you changed this text."
          action={<Button onClick={draft.reset}>Write it anew</Button>}
        >
          What you wrote stays until you do.
        </Notice>
      ) : null}
      <InPlace what="the text" startOpen={false} reading={reading}>
        <TextArea
          label={label}
          hint="Only in this browser, until you copy it."
          maxLength={6000}
          value={text}
          onChange={(event) => draft.write(event.target.value)}
          aside={<SavedMark state={draft.state} />}
        />
        {reading}
      </InPlace>
      <CopyAct {...{ negotiationId, text }} />
      {edited && !stale ? (
        <div>
          <Button kind="quiet" className="-ml-4" onClick={draft.reset}>
            Take back my changes
          </Button>
        </div>
      ) : null}
    </>
  );
}

/** Copies, once the walk-away was looked for. */
function CopyAct({ negotiationId, text }: { negotiationId: string; text: string }) {
  const check = useWalkAwayCheck();
  const { state, copy } = useCopy(text);
  const [leaking, setLeaking] = useState<Leaking[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const here = leaking.filter((one) => one.text === text);
  const look = () =>
    check([negotiationId], [text]).then(
      (found) => {
        setFailure(null);
        setLeaking(found);
        if (found.length === 0) copy();
      },
      (error: unknown) => setFailure(failureOf(error)),
    );
  return (
    <div className="flex flex-col items-start gap-3">
      <LeakNotice found={here} next="It is not copied yet." act="Copy it all the same" onAct={copy} />
      <FormFailure failure={failure} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button
          icon={state === 'copied' ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
          onClick={() => void look()}
        >
          Copy the text
        </Button>
        <span aria-live="polite" className="text-sm text-ink-soft">
          {state === 'copied' ? 'Copied. Send it from your own mail; Parley sends nothing.' : null}
          {state === 'failed' ? 'Your browser does not let us copy: select the text and copy it by hand.' : null}
        </span>
      </div>
    </div>
  );
}
