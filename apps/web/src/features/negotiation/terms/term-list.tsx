import type { Ask } from '@parley/domain/negotiation/asks/ask';
import type { KeptMove } from '@parley/domain/negotiation/ledger/move';
import type { Term } from '@parley/domain/negotiation/terms/term';
import ListPlus from 'lucide-react/icons/list-plus';
import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { useRemoval } from '../../../components/feedback/use-removal.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { TermCard } from './term-card.tsx';
import { TermDraftDialog } from './term-draft-dialog.tsx';
import { TermConflict, TermForm } from './term-form.tsx';
import { useTerms } from './use-terms.ts';

export type TermListProps = {
  negotiationId: string;
  list: readonly Term[];
  moves: readonly KeptMove[];
  asks: readonly Ask[];
  currency: string;
  mine: boolean;
};

/** Every term, what was said beside what is written; new ones by hand or from the ledger and the asks. */
export function TermList({ negotiationId, list, moves, asks, currency, mine }: TermListProps) {
  const terms = useTerms();
  const [open, setOpen] = useState<'new' | 'draft' | null>(null);
  const removal = useRemoval(async (termId) => {
    await terms.remove(termId);
  }, 'Term removed');
  const onClose = () => setOpen(null);
  const shown = list.filter(({ termId }) => !removal.isGone(termId));
  return (
    <>
      {shown.length === 0 ? (
        <p className="max-w-prose px-4 py-4 text-ink-soft sm:px-5">
          {mine
            ? 'What was said on the phone counts once a letter says it. Write down each thing agreed, then hold the letter against it, line by line.'
            : 'No term written yet.'}
        </p>
      ) : null}
      <ul aria-label="Terms, said and written" className="divide-y divide-line">
        {shown.map((term) => (
          <TermCard
            key={term.termId}
            {...{ negotiationId, term, terms, currency, mine }}
            onRemove={() => removal.remove(term.termId)}
          />
        ))}
      </ul>
      <div className="flex flex-col items-start gap-2 border-t border-line px-4 py-3 empty:hidden sm:px-5">
        <TermConflict failure={terms.failure} />
        <FormFailure failure={terms.failure ?? removal.failure} />
        {open === 'new' ? (
          <div className="w-full">
            <TermForm {...{ negotiationId, terms, currency, onClose }} term={null} />
          </div>
        ) : null}
        {mine && open !== 'new' ? (
          <div className="flex flex-wrap gap-2">
            <Button icon={<Plus aria-hidden="true" />} onClick={() => setOpen('new')}>
              Add a term
            </Button>
            <Button kind="quiet" icon={<ListPlus aria-hidden="true" />} onClick={() => setOpen('draft')}>
              From the ledger and the asks
            </Button>
          </div>
        ) : null}
      </div>
      {open === 'draft' ? <TermDraftDialog {...{ negotiationId, terms, list, moves, asks, currency, onClose }} /> : null}
    </>
  );
}
