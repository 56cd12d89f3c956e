import { findLetterDifference, type Standing, standingOf } from '@parley/domain/negotiation/terms/gate';
import { type Comparison, type Term, termLabel } from '@parley/domain/negotiation/terms/term';
import Ellipsis from 'lucide-react/icons/ellipsis';
import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { Chip, type ChipTone } from '../../../components/chip.tsx';
import { Delta } from '../../../components/delta.tsx';
import { ThreadMark } from '../../../components/item-tools.tsx';
import { Menu } from '../../../components/overlay/menu.tsx';
import { quoted } from '../../../lib/quote.ts';
import { TermForm } from './term-form.tsx';
import { TermAgreeForm, TermLetterForm, TermWaiveForm } from './term-step-form.tsx';
import { useTermWords } from './use-term-words.ts';
import type { Terms } from './use-terms.ts';

export type TermCardProps = {
  negotiationId: string;
  term: Term;
  terms: Terms;
  currency: string;
  mine: boolean;
  onRemove: () => void;
};

type Open = 'edit' | 'agreed' | 'letter' | 'waived' | null;

const standings: Record<Standing, { words: string; tone: ChipTone }> = {
  proposed: { words: 'Proposed', tone: 'plain' },
  verbal: { words: 'Said only', tone: 'warn' },
  mismatch: { words: 'The letter differs', tone: 'bad' },
  confirmed: { words: 'Confirmed in writing', tone: 'good' },
  dropped: { words: 'Dropped', tone: 'plain' },
  waived: { words: 'Let pass', tone: 'plain' },
};

/** One term: what was said at the left, what the letter says at the right, and the difference. */
export function TermCard(props: TermCardProps) {
  const { negotiationId, term, terms, currency, mine } = props;
  const [open, setOpen] = useState<Open>(null);
  const standing = standingOf(term);
  const label = termLabel(term);
  const onClose = () => setOpen(null);
  const step = { negotiationId, term, terms, currency, onClose };
  return (
    <li className="px-4 py-3 sm:px-5">
      <div className="flex flex-wrap items-center gap-x-3">
        <span className="min-w-40 flex-1 font-medium break-words">{label}</span>
        <Chip tone={standings[standing].tone}>{standings[standing].words}</Chip>
        <span className="ml-auto flex shrink-0">
          <ThreadMark itemId={negotiationId} blockId={term.termId} label={label} />
          {mine ? <TermMenu {...props} onOpen={setOpen} /> : null}
        </span>
      </div>
      <div className="grid grid-cols-2 gap-x-4 sm:gap-x-8">
        <Said term={term} standing={standing} />
        <InLetter term={term} />
      </div>
      {standing === 'waived' ? (
        <p className="mt-1 max-w-prose whitespace-pre-wrap text-ink-soft">Let pass: {term.reason}</p>
      ) : null}
      {mine && open === null ? <NextStep term={term} standing={standing} onOpen={setOpen} /> : null}
      {open === null ? null : (
        <div className="mt-3 rounded-md bg-sunken p-4">
          {open === 'edit' ? <TermForm {...{ negotiationId, terms, term, currency, onClose }} /> : null}
          {open === 'agreed' ? <TermAgreeForm {...step} /> : null}
          {open === 'letter' ? <TermLetterForm {...step} /> : null}
          {open === 'waived' ? <TermWaiveForm {...step} /> : null}
        </div>
      )}
    </li>
  );
}

const side = 'min-w-0 border-l-2 pl-3';

function Said({ term, standing }: { term: Term; standing: Standing }) {
  const words = useTermWords();
  const { spoken } = term;
  return (
    <div className={`${side} ${spoken ? 'border-accent' : 'border-line'}`}>
      <p className="text-sm text-ink-soft">{spoken ? 'Said' : standing === 'proposed' ? 'Wanted' : 'Named'}</p>
      <p className={`break-words tabular-nums ${standing === 'dropped' ? 'line-through' : ''}`}>{words.value(term.value)}</p>
      {spoken ? (
        <p className="text-sm break-words text-ink-soft">
          {spoken.who}, {words.format.date(spoken.on)}
        </p>
      ) : null}
      {spoken?.words ? <p className="text-sm break-words whitespace-pre-wrap">{quoted(spoken.words)}</p> : null}
    </div>
  );
}

function InLetter({ term }: { term: Term }) {
  const words = useTermWords();
  const { written } = term;
  const compared = findLetterDifference(term);
  if (!written)
    return (
      <div className={`${side} border-line`}>
        <p className="text-sm text-ink-soft">Written</p>
        <p className="text-ink-soft">not yet</p>
      </div>
    );
  return (
    <div className={`${side} ${compared?.kind === 'equal' ? 'border-good' : 'border-bad'}`}>
      <p className="text-sm text-ink-soft">Written</p>
      <p className="break-words tabular-nums">{words.value(written.value)}</p>
      {compared ? <Difference compared={compared} /> : null}
      <p className="text-sm break-words text-ink-soft">
        {written.document}
        {written.page ? `, page ${written.page}` : ''}, {words.format.date(written.on)}
      </p>
    </div>
  );
}

function Difference({ compared }: { compared: Comparison }) {
  const found = useTermWords().difference(compared);
  if (!found) return null;
  return (
    <p className="font-medium">
      {found.by === 0 ? <span className="text-bad">{found.text}</span> : <Delta value={found.by}>{found.text}</Delta>}
    </p>
  );
}

type StepProps = { term: Term; standing: Standing; onOpen: (open: Open) => void };

/** The one next act that brings the term further. */
function NextStep({ standing, onOpen }: StepProps) {
  if (standing === 'proposed') return <Act words="They agreed to it" onAct={() => onOpen('agreed')} />;
  if (standing === 'verbal') return <Act words="Enter what the letter says" onAct={() => onOpen('letter')} />;
  if (standing === 'mismatch') return <Act words="Enter a corrected letter" onAct={() => onOpen('letter')} />;
  return null;
}

function Act({ words, onAct }: { words: string; onAct: () => void }) {
  return (
    <Button className="mt-2" onClick={onAct}>
      {words}
    </Button>
  );
}

function TermMenu({ term, terms, onRemove, onOpen }: TermCardProps & { onOpen: (open: Open) => void }) {
  const { state } = term;
  const up =
    state === 'dropped' ? [{ id: 'up', label: 'Restore it', onAct: () => void terms.step(term, { to: 'proposed' }) }] : [];
  const onward = [
    { id: 'agreed', label: state === 'proposed' ? 'They agreed to it' : 'Correct what was said', onAct: () => onOpen('agreed') },
    { id: 'letter', label: 'Enter what the letter says', onAct: () => onOpen('letter') },
    ...(state === 'waived' ? [] : [{ id: 'waived', label: 'Let it pass, with a reason', onAct: () => onOpen('waived') }]),
    { id: 'dropped', label: 'Drop it', onAct: () => void terms.step(term, { to: 'dropped' }) },
  ];
  const entries = [
    ...(state === 'dropped' ? up : onward),
    { id: 'edit', label: 'Edit', onAct: () => onOpen('edit') },
    { id: 'remove', label: 'Remove', onAct: onRemove, danger: true },
  ];
  return <Menu iconOnly label={`More: “${termLabel(term)}”`} icon={<Ellipsis aria-hidden="true" />} entries={entries} />;
}
