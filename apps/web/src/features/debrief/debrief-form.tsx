import type { DebriefDocument } from '@parley/domain/debrief/debrief';
import { type ReactNode, useState } from 'react';
import { SavedMark } from '../../components/feedback/saved-mark.tsx';
import { AccountPanel } from './account-panel.tsx';
import { useAutosave } from './use-autosave.ts';
import type { Debrief } from './use-debrief.ts';
import { Trouble, WritingForm } from './writing-form.tsx';

/** The owner's debrief: it reads as a page, and each part of it is written where it stands; it saves itself. */
export function DebriefForm({ debrief, tools }: { debrief: Debrief; tools: ReactNode }) {
  const writing = useAutosave(debrief);
  const { document, write, errorOf, state } = writing;
  const [whole, setWhole] = useState(() => isBlank(document));
  const fields = { document, write, errorOf };
  return (
    <div className="flex flex-col gap-5">
      <div className="flex min-h-6 items-center justify-between gap-3">
        {tools}
        <SavedMark state={state} />
      </div>
      <Trouble writing={writing} />
      {whole ? (
        <WritingForm {...fields} itemId={debrief.id} onDone={() => setWhole(false)} />
      ) : (
        <AccountPanel debrief={{ ...debrief, document }} writing={fields} />
      )}
    </div>
  );
}

function isBlank({ said, felt, inferred, change }: DebriefDocument): boolean {
  return [said, felt, inferred, change].every((text) => text === '');
}
