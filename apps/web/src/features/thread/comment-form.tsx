import { heldSentence } from '@parley/domain/round/hold';
import { findMentions, type Mentionable } from '@parley/domain/thread/mention';
import { commentMax, mentionsMax } from '@parley/domain/thread/thread';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { KeptMark } from '../../components/feedback/kept-mark.tsx';
import { LeakNotice } from '../../components/feedback/leak-notice.tsx';
import { type Leaking, useOwnWalkAway } from '../../components/feedback/use-walk-away.tsx';
import { TextArea } from '../../components/form/field.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { useQuietField } from '../../components/form/use-quiet-field.tsx';
import { type Failure, failureOf } from '../../lib/failure.ts';
import { useFormat } from '../../lib/format.ts';
import { usePerson } from '../../lib/person.ts';
import { fresh, useTyped } from '../../lib/use-draft.ts';
import { useMention } from './use-mention.ts';
import type { Readers } from './use-threads.ts';

export type CommentFormProps = {
  /** Where what is typed is kept until it is sent. */
  draft: string;
  /** The revision that is edited; a new comment has none. */
  rev?: number | undefined;
  label: string;
  act: 'Comment' | 'Reply' | 'Save';
  readers: Readers;
  /** Who will be notified of a comment with these mentions. */
  told: (mentions: string[]) => string[];
  send: (text: string, mentions: string[], based: number) => Promise<unknown>;
  /** After it was sent, or given up. */
  onEnd?: (() => void) | undefined;
  initial?: string | undefined;
  focus?: boolean | undefined;
};

/** The words of a comment, which the field holds itself: a key draws no more than its letter. */
function useComment(props: CommentFormProps) {
  const { draft, rev, readers, initial, focus } = props;
  const { id: me } = usePerson();
  const typed = useTyped({ name: draft, rev: rev ?? fresh }, initial);
  const [empty, setEmpty] = useState(isBlank(typed.began));
  const others = readers.named.filter((reader) => reader.id !== me);
  const area = useRef<HTMLTextAreaElement>(null);
  const mention = useMention(area, (next) => typed.put(area.current, next), others);
  const mentionsIn = (text: string) => findMentions(text, others).slice(0, mentionsMax);
  const said = () => ({ text: typed.now(), mentions: mentionsIn(typed.now()), based: typed.based });
  const end = (next = initial) => {
    typed.reset(area.current, next);
    setEmpty(isBlank(next ?? ''));
  };
  const sending = useSending(props, said, typed.shown, () => end(''));
  useEffect(() => {
    if (focus) area.current?.focus();
  }, [focus]);
  useQuietField(area, (now) => {
    typed.follow(now);
    mention.follow(now);
    setEmpty(isBlank(now.value));
  });
  return { typed, empty, mention, mentionsIn, end, sending };
}

/** Writes a comment: mentions by @, who will be notified said before, ctrl or ⌘ with Enter sends. */
export function CommentForm(props: CommentFormProps) {
  const { label, act, readers, told, onEnd, initial } = props;
  const { typed, empty, mention, mentionsIn, end, sending } = useComment(props);
  return (
    <form noValidate onSubmit={sending.submit} className="flex flex-col gap-2">
      <TextArea
        label={label}
        rows={2}
        maxLength={commentMax}
        defaultValue={typed.began}
        aside={<KeptMark told={typed.told} />}
        error={sending.failure?.fields.find(({ path }) => path === 'text')?.message}
        {...mention.control}
      />
      <Offered {...mention} />
      <FormFailure failure={sending.failure} />
      <LeakNotice
        found={sending.leaking}
        next="Nobody has read it yet."
        act={act === 'Save' ? 'Save it all the same' : 'Post it all the same'}
        onAct={sending.anyway}
        pending={sending.pending}
      />
      <Told
        ids={told(mentionsIn(typed.shown)).filter((id) => !readers.heldIds.includes(id))}
        readers={readers}
        quiet={empty || act === 'Save'}
      />
      <Held readers={readers} />
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" pending={sending.pending} aria-keyshortcuts="Control+Enter Meta+Enter" disabled={empty}>
          {act}
        </Button>
        {onEnd ? (
          <Button
            kind="quiet"
            onClick={() => {
              if (empty || typed.now() === initial) end();
              onEnd();
            }}
          >
            {empty || typed.shown === initial ? 'Cancel' : 'Later'}
          </Button>
        ) : null}
      </div>
    </form>
  );
}

type Said = { text: string; mentions: string[]; based: number };

const isBlank = (text: string) => text.trim() === '';

function useSending({ send, onEnd }: CommentFormProps, said: () => Said, read: string, clear: () => void) {
  const look = useOwnWalkAway();
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [leaking, setLeaking] = useState<Leaking[]>([]);
  const post = async () => {
    const { text, mentions, based } = said();
    await send(text, mentions, based);
    clear();
    onEnd?.();
  };
  const run = (work: () => Promise<void>) => {
    if (pending || isBlank(said().text)) return;
    setPending(true);
    setFailure(null);
    void work()
      .catch((error: unknown) => setFailure(failureOf(error)))
      .finally(() => setPending(false));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run(async () => {
      const found = await look(said().text);
      setLeaking(found);
      if (found.length === 0) await post();
    });
  };
  // a warning is about the words that were looked at
  const shown = leaking.filter((one) => one.text === read);
  return { pending, failure, submit, leaking: shown, anyway: () => (said().text === read ? run(post) : undefined) };
}

type OfferedProps = Pick<ReturnType<typeof useMention>, 'offered' | 'marked' | 'listId' | 'choose'>;

/** Only people who can read the item are here. */
function Offered({ offered, marked, listId, choose }: OfferedProps) {
  if (offered.length === 0) return null;
  const entry = (person: Mentionable) => (
    <div
      key={person.id}
      id={`${listId}-${person.id}`}
      role="option"
      tabIndex={-1}
      aria-selected={person.id === marked?.id}
      onMouseDown={(event) => {
        event.preventDefault();
        choose(person);
      }}
      className="flex min-h-11 cursor-pointer items-center rounded-sm px-3 aria-selected:bg-accent-soft"
    >
      {person.name}
    </div>
  );
  return (
    <div id={listId} role="listbox" aria-label="Mention" className="rounded-md border border-line bg-raised p-1 shadow-float">
      {offered.map(entry)}
    </div>
  );
}

/** Said before it is sent, by the rule that the server follows. */
function Told({ ids, readers, quiet }: { ids: string[]; readers: Readers; quiet: boolean }) {
  const format = useFormat();
  if (ids.length === 0) return quiet ? null : <p className="text-sm text-ink-soft">Nobody will be notified.</p>;
  return <p className="text-sm text-ink-soft">{format.list(ids.map(readers.nameOf))} will be notified.</p>;
}

/** What those who are asked in an open round write there waits for its reveal, and the writer knows it before. */
function Held({ readers }: { readers: Readers }) {
  const format = useFormat();
  const names = readers.named.filter(({ id }) => readers.heldIds.includes(id)).map(({ name }) => name);
  if (names.length === 0) return null;
  return <p className="text-sm text-ink-soft">{heldSentence(format.list(names))}</p>;
}
