import { diffWords } from '@parley/domain/anchor/words';
import { findLeaks } from '@parley/domain/negotiation/plan/leak';
import { readLines } from '@parley/domain/negotiation/script/script';
import type { SlotName } from '@parley/domain/negotiation/script/slot-name';
import { scaleLinear } from 'd3-scale';
import Table2 from 'lucide-react/icons/table-2';
import { Button } from '../src/components/button.tsx';
import { ChangedWords } from '../src/components/changed-words.tsx';
import { CommitLine } from '../src/components/commit-line.tsx';
import { Faces } from '../src/components/faces.tsx';
import { Conflict } from '../src/components/feedback/conflict.tsx';
import { EmptyState } from '../src/components/feedback/empty-state.tsx';
import { Failed } from '../src/components/feedback/failed.tsx';
import { KeptMark } from '../src/components/feedback/kept-mark.tsx';
import { LeakNotice } from '../src/components/feedback/leak-notice.tsx';
import { Notice } from '../src/components/feedback/notice.tsx';
import { SavedMark } from '../src/components/feedback/saved-mark.tsx';
import { Skeleton } from '../src/components/feedback/skeleton.tsx';
import { useUndo } from '../src/components/feedback/undo-bar.tsx';
import { UndoMessage } from '../src/components/feedback/undo-message.tsx';
import { MethodLink } from '../src/components/method-link.tsx';
import { SpokenLines } from '../src/components/spoken-lines.tsx';
import { TableDrawing } from '../src/components/table-drawing.tsx';
import { axisRoom, ValueAxis } from '../src/components/value-axis.tsx';
import { failureOf } from '../src/lib/failure.ts';
import type { DraftState, Told } from '../src/lib/use-draft.ts';
import type { Part } from './part.tsx';

const nothing = () => undefined;
const ours = { data: { code: 'INTERNAL_SERVER_ERROR', id: 'ab12', message: '', fields: [], newer: null } };
const up = scaleLinear().domain([-20_000, 80_000]).range([150, 30]);
/** A field that always says the same of its words. */
const always = (state: DraftState): Told => ({ now: () => state, listen: () => nothing });
const rows = [
  { label: 'Why', mine: 'The scope grew from four cities to nine.', newer: 'Nine cities, and the budget with them.' },
  { label: 'Amount', mine: '€128,000', newer: '€126,000' },
];

function UndoTrial() {
  const offer = useUndo();
  return <Button onClick={() => offer({ message: 'Key result removed', undo: nothing })}>Remove something</Button>;
}

const guarded = { walkAway: { base: 8_800_000, total: null }, currency: 'EUR', locale: 'en-GB' };
const leak = (text: string) => ({ text, leaks: findLeaks(text, guarded) });
const warned = { next: 'Nobody has read it yet.', act: 'Post it all the same', onAct: nothing };

const uncommitted = { until: null, commit: nothing, pending: false, failure: null };

const script = 'Thank you, {their name}.\n\nI ask for {target}, because [reason].\n\n(silence)\n\n(Write down their words.)';
const shownSlot = (slot: SlotName) => ({ text: slot === 'target' ? '€98,000' : null, title: 'Name of the manager' });

/** What tells how things went. */
export const toldParts: Part[] = [
  {
    of: 'faces.tsx',
    states: {
      'several, more than fit': <Faces names={['Ana Moreau', 'Ben Okafor', 'Chiara Rossi', 'Eva Lindqvist', 'Fadi Haddad']} />,
    },
  },
  {
    of: 'changed-words.tsx',
    states: {
      'words changed': <ChangedWords changes={diffWords('Ship it by March.', 'Ship it with care by May.')} />,
      unchanged: <ChangedWords changes={diffWords('Ship it.', 'Ship it.')} />,
    },
  },
  {
    of: 'commit-line.tsx',
    states: {
      'not taken': <CommitLine {...uncommitted} />,
      refused: <CommitLine {...uncommitted} failure={failureOf(ours)} />,
      taken: <CommitLine {...uncommitted} until="2026-11-27" />,
    },
  },
  {
    of: 'method-link.tsx',
    states: { 'where it is wanted': <MethodLink hash="leaving">Leaving well</MethodLink> },
  },
  {
    of: 'feedback/conflict.tsx',
    wide: true,
    states: { 'two versions': <Conflict rows={rows} onMine={nothing} onNewer={nothing} /> },
  },
  {
    of: 'feedback/empty-state.tsx',
    states: {
      'with its first act': (
        <EmptyState
          title="Write down the first opening you are pursuing"
          icon={<Table2 aria-hidden="true" />}
          action={<Button>Add an opportunity</Button>}
        >
          A company and a role are enough to begin.
        </EmptyState>
      ),
      'in a line': <EmptyState title="The mission names no need yet" />,
    },
  },
  {
    of: 'feedback/failed.tsx',
    states: {
      'a fault of ours': <Failed error={ours} what="your offers" retry={nothing} />,
      'no answer came': <Failed error={new TypeError('fetch failed')} what="your offers" retry={nothing} />,
    },
  },
  {
    of: 'feedback/leak-notice.tsx',
    states: {
      'a figure': <LeakNotice {...warned} found={[leak('I could live with 88k, if the review is in writing.')]} />,
      'the word': <LeakNotice {...warned} found={[leak('My walk-away is private.')]} />,
    },
  },
  {
    of: 'feedback/notice.tsx',
    states: {
      info: <Notice title="Fewer than 3 are asked, so the deadline alone will not reveal it.">All of them, or you.</Notice>,
      good: <Notice tone="good" title="Your password has been changed." />,
      warn: <Notice tone="warn" title="The company name is already known to Ben." action={<Button>Look at it</Button>} />,
      bad: <Notice tone="bad" title="Something went wrong on our side. What you typed is kept." />,
    },
  },
  {
    of: 'feedback/kept-mark.tsx',
    states: {
      saved: <KeptMark told={always('saved')} />,
      'quiet, and not kept': <KeptMark quiet told={always('failed')} />,
    },
  },
  {
    of: 'feedback/saved-mark.tsx',
    states: {
      saving: <SavedMark state="saving" />,
      saved: <SavedMark state="saved" />,
      failed: <SavedMark state="failed" />,
      'nothing to say': <SavedMark state="clean" />,
    },
  },
  { of: 'feedback/skeleton.tsx', states: { 'five lines': <Skeleton lines={5} what="your offers" /> } },
  { of: 'feedback/undo-bar.tsx', states: { 'press it: eight seconds at the foot of the page': <UndoTrial /> } },
  {
    of: 'feedback/undo-message.tsx',
    states: { 'what can be taken back': <UndoMessage message="Key result removed" onUndo={nothing} onDismiss={nothing} /> },
  },
  {
    of: 'spoken-lines.tsx',
    wide: true,
    states: {
      'a figure, an empty one, one open, silence': (
        <SpokenLines lines={readLines({ text: script, slots: [] })} show={shownSlot} />
      ),
    },
  },
  { of: 'table-drawing.tsx', states: { 'as large as its place': <TableDrawing className="w-40" /> } },
  {
    of: 'value-axis.tsx',
    states: {
      'from below nothing to far above': (
        <svg viewBox="0 0 340 160" role="img" aria-label="An axis of values" className="w-full">
          <ValueAxis up={up} left={axisRoom} right={340} unit="EUR" label={(value) => value.toLocaleString('en-GB')} />
        </svg>
      ),
    },
  },
];
