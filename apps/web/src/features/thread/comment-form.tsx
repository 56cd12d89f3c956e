import { heldSentence } from '@parley/domain/round/hold';
import { findMentions } from '@parley/domain/thread/mention';
import { commentMax, mentionsMax } from '@parley/domain/thread/thread';
import { type FormEvent, useLayoutEffect, useRef, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { KeptMark } from '../../components/feedback/kept-mark.tsx';
import { LeakNotice } from '../../components/feedback/leak-notice.tsx';
import { type Leaking, useOwnWalkAway } from '../../components/feedback/use-walk-away.tsx';
import { TextArea } from '../../components/form/field.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { useQuietField } from '../../components/form/use-quiet-field.tsx';
import { drafts } from '../../lib/drafts.ts';
import { type Failure, failureOf } from '../../lib/failure.ts';
import { useFormat } from '../../lib/format.ts';
import { usePerson } from '../../lib/person.ts';
import { fresh, useTyped } from '../../lib/use-draft.ts';
import { MentionList } from './mention-list.tsx';
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

/** `onSent`: with what was typed since it was sent. */
type RoundProps = CommentFormProps & { onSent: (rest: string) => void };

/** The words of a comment, which the field holds itself: a key draws no more than its letter. */
function useComment(props: RoundProps) {
  const { draft, rev, readers, initial, focus } = props;
  const { id: me } = usePerson();
  const typed = useTyped({ name: draft, rev: rev ?? fresh }, initial);
  const [empty, setEmpty] = useState(isBlank(typed.began));
  const others = readers.named.filter((reader) => reader.id !== me);
  const area = useRef<HTMLTextAreaElement>(null);
  const mention = useMention(area, others);
  const mentionsIn = (text: string) => findMentions(text, others).slice(0, mentionsMax);
  const said = () => ({ text: typed.now(), mentions: mentionsIn(typed.now()), based: typed.based });
  const sent = (text: string) => {
    const rest = restOf(typed.now(), text);
    typed.clear();
    props.onSent(rest);
  };
  const sending = useSending(props, said, typed.shown, sent);
  useLayoutEffect(() => {
    const { current } = area;
    current?.setSelectionRange(current.value.length, current.value.length);
    if (focus) current?.focus();
  }, [focus]);
  useQuietField(area, (now) => {
    typed.follow(now);
    mention.follow(now);
    setEmpty(isBlank(now.value));
  });
  return { typed, empty, area, mention, mentionsIn, sending };
}

/** What was typed after the words that were sent; all of it where they were changed meanwhile. */
function restOf(now: string, sent: string): string {
  return now.startsWith(sent) ? now.slice(sent.length).trimStart() : now;
}

/**
 * Writes a comment: mentions by @, who will be notified said before, ctrl or ⌘ with Enter sends. What is sent leaves its field,
 * undo included; what was typed while it was on its way begins the next one.
 */
export function CommentForm(props: CommentFormProps) {
  const { draft, rev, onEnd, initial, focus } = props;
  const { id: me } = usePerson();
  const [{ round, rest: begun }, setRound] = useState({ round: 0, rest: '' });
  const onSent = (rest: string) => {
    if (rest === '' && onEnd) return onEnd();
    if (rest !== '') drafts.write(me, draft, { rev: rev ?? fresh, value: rest });
    setRound({ round: round + 1, rest });
  };
  const isNext = round > 0;
  return <Round key={round} {...props} initial={isNext ? begun : initial} focus={isNext || focus} onSent={onSent} />;
}

function Round(props: RoundProps) {
  const { label, act, readers, told, onEnd, initial } = props;
  const { typed, empty, area, mention, mentionsIn, sending } = useComment(props);
  return (
    <form noValidate onSubmit={sending.submit} className="flex flex-col gap-2">
      <TextArea
        label={label}
        rows={2}
        maxLength={commentMax}
        // an edit is saved as it was sent
        readOnly={act === 'Save' && sending.pending}
        defaultValue={typed.began}
        aside={<KeptMark told={typed.told} />}
        error={sending.failure?.fields.find(({ path }) => path === 'text')?.message}
        {...mention.control}
      />
      <MentionList {...mention} />
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
              if (empty || typed.now() === initial) typed.reset(area.current);
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

function useSending({ send }: CommentFormProps, said: () => Said, read: string, sent: (text: string) => void) {
  const look = useOwnWalkAway();
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [leaking, setLeaking] = useState<Leaking[]>([]);
  const post = async ({ text, mentions, based }: Said) => {
    await send(text, mentions, based);
    sent(text);
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
      const given = said();
      const found = await look(given.text);
      setLeaking(found);
      if (found.length === 0) await post(given);
    });
  };
  // a warning is about the words that were looked at
  const shown = leaking.filter((one) => one.text === read);
  return { pending, failure, submit, leaking: shown, anyway: () => (said().text === read ? run(() => post(said())) : undefined) };
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
