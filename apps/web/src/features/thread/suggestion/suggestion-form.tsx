import { type Anchor, quoteOf } from '@parley/domain/anchor/anchor';
import { suggestedMax } from '@parley/domain/suggestion/suggestion';
import { listNotified } from '@parley/domain/thread/policy';
import { commentMax } from '@parley/domain/thread/thread';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { LeakNotice } from '../../../components/feedback/leak-notice.tsx';
import { SavedMark } from '../../../components/feedback/saved-mark.tsx';
import { type Leaking, useOwnWalkAway } from '../../../components/feedback/use-walk-away.tsx';
import { TextArea } from '../../../components/form/field.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { failureOf } from '../../../lib/failure.ts';
import { useFormat } from '../../../lib/format.ts';
import { usePerson } from '../../../lib/person.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import { fresh, useDraft } from '../../../lib/use-draft.ts';
import type { Readers } from '../use-threads.ts';

type About = { itemId: string; blockId: string; label: string; quote: Anchor };
export type SuggestionFormProps = About & { readers: Readers; onEnd: () => void; onComment: () => void };

/** Other words for a quote, and why: the owner of the text accepts or declines them. */
export function SuggestionForm({ readers, onEnd, onComment, ...about }: SuggestionFormProps) {
  const { itemId, blockId, quote } = about;
  const place = `suggestion:${itemId}:${blockId}:${quote.start}-${quote.end}`;
  const words = useDraft({ name: place, rev: fresh }, quoteOf(quote));
  const why = useDraft({ name: `${place}:why`, rev: fresh });
  const done = () => {
    words.clear();
    why.clear('');
    onEnd();
  };
  const making = useMaking(about, { words: words.text, text: why.text }, done);
  const same = words.text.trim() === quoteOf(quote);
  const wrong = (path: string) => making.failure?.fields.find((field) => field.path === path)?.message;
  return (
    <form noValidate onSubmit={making.submit} className="flex flex-col gap-2">
      <Quoted quote={quote} />
      <TextArea
        label="Instead of these words"
        hint="Empty strikes them."
        rows={2}
        autoFocus
        maxLength={suggestedMax}
        value={words.text}
        onChange={(event) => words.setText(event.target.value)}
        aside={<SavedMark state={words.state} />}
        error={wrong('words')}
      />
      <TextArea
        label="Why"
        optional
        rows={1}
        maxLength={commentMax}
        value={why.text}
        onChange={(event) => why.setText(event.target.value)}
        error={wrong('text')}
      />
      <FormFailure failure={making.failure} />
      <LeakNotice
        found={making.leaking}
        next="Nobody has read it yet."
        act="Suggest it all the same"
        onAct={making.anyway}
        pending={making.pending}
      />
      <Told readers={readers} />
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" pending={making.pending} why={same ? 'Change the words first.' : null}>
          Suggest
        </Button>
        <Button kind="quiet" onClick={onComment}>
          Comment instead
        </Button>
        <Button kind="quiet" onClick={same && why.text === '' ? done : onEnd}>
          {same && why.text === '' ? 'Cancel' : 'Later'}
        </Button>
      </div>
    </form>
  );
}

function Quoted({ quote }: { quote: Anchor }) {
  return (
    <blockquote dir="auto" className="line-clamp-4 border-l-2 border-accent pl-3 text-ink-soft">
      {quoteOf(quote)}
    </blockquote>
  );
}

/** Said before it is sent, by the rule that the server follows. */
function Told({ readers }: { readers: Readers }) {
  const format = useFormat();
  const { id: me } = usePerson();
  const told = listNotified({ ...readers, starterId: null, comments: [] }, me, []);
  if (told.length === 0) return <p className="text-sm text-ink-soft">Nobody will be notified.</p>;
  return <p className="text-sm text-ink-soft">{format.list(told.map(({ id }) => readers.nameOf(id)))} will be notified.</p>;
}

function useMaking(about: About, said: { words: string; text: string }, done: () => void) {
  const trpc = useTRPC();
  const make = useMutation(trpc.suggestion.make.mutationOptions({ onSuccess: done }));
  const look = useOwnWalkAway();
  const [leaking, setLeaking] = useState<Leaking[]>([]);
  const send = () => make.mutate({ ...about, words: said.words.trim(), text: said.text.trim(), mentions: [] });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (make.isPending) return;
    void Promise.all([look(said.words), look(said.text)]).then((found) => {
      setLeaking(found.flat());
      if (found.flat().length === 0) send();
    });
  };
  const failure = make.error && failureOf(make.error);
  // a warning is about the words that were looked at
  const shown = leaking.filter(({ text }) => text === said.words || text === said.text);
  return { submit, anyway: send, leaking: shown, pending: make.isPending, failure };
}
