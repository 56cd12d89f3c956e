import type { Ask } from '@parley/domain/negotiation/asks/ask';
import type { KeptMove } from '@parley/domain/negotiation/ledger/move';
import { type Candidate, candidateLabel, listTermCandidates } from '@parley/domain/negotiation/terms/draft';
import type { Term } from '@parley/domain/negotiation/terms/term';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { Checkbox } from '../../../components/form/choice-field.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { Dialog, DialogActions } from '../../../components/overlay/dialog.tsx';
import { failureOf } from '../../../lib/failure.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import { TermConflict } from './term-form.tsx';
import { useTermWords } from './use-term-words.ts';

export type TermDraftDialogProps = {
  negotiationId: string;
  list: readonly Term[];
  moves: readonly KeptMove[];
  asks: readonly Ask[];
  currency: string;
  onClose: () => void;
};

function sourceWords({ from, twin }: Candidate): string {
  if (from === 'package') return 'on the table';
  return twin ? 'your ask, about something on the table' : 'from the asks';
}

/** Takes what is on the table and the asks over as proposed terms, in one act; what is not wanted is left out. */
export function TermDraftDialog({ negotiationId, list, moves, asks, currency, onClose }: TermDraftDialogProps) {
  const trpc = useTRPC();
  const words = useTermWords();
  const draft = useMutation(trpc.term.draft.mutationOptions({ onSuccess: onClose }));
  const found = listTermCandidates(moves, asks, list, currency);
  // an ask about what they have put on the table would be the same term twice
  const [without, setWithout] = useState<readonly string[]>(() => found.filter(({ twin }) => twin).map(({ key }) => key));
  const keys = found.map(({ key }) => key).filter((key) => !without.includes(key));
  const failure = draft.isError ? failureOf(draft.error) : null;
  const toggle = (key: string) => setWithout(without.includes(key) ? without.filter((one) => one !== key) : [...without, key]);
  return (
    <Dialog open onClose={onClose} title="Terms from the ledger and the asks">
      {found.length === 0 ? (
        <p className="max-w-prose">Everything in the latest package and in the asks is already a term.</p>
      ) : (
        <fieldset>
          <legend className="mb-1 text-ink-soft">What still has to be agreed, or confirmed in writing:</legend>
          {found.map((candidate) => (
            <Checkbox
              key={candidate.key}
              label={candidateLabel(candidate)}
              hint={`${words.value(candidate.content.value)} · ${sourceWords(candidate)}`}
              checked={!without.includes(candidate.key)}
              onChange={() => toggle(candidate.key)}
            />
          ))}
        </fieldset>
      )}
      <TermConflict failure={failure} />
      <FormFailure failure={failure} />
      <DialogActions>
        <Button
          kind="primary"
          pending={draft.isPending}
          why={keys.length === 0 ? 'Choose at least one.' : null}
          onClick={() => draft.mutate({ negotiationId, keys })}
        >
          {keys.length === 1 ? 'Add it' : `Add ${keys.length}`}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
