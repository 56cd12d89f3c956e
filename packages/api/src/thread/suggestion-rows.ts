import { content } from '@parley/db/memory';
import type { Ring } from '@parley/db/ring';
import {
  bytes,
  int,
  maybe,
  mustChange,
  type RowIn,
  sealed,
  statement,
  text,
  time,
  uuid,
  word,
  wrapped,
} from '@parley/db/statement';
import { type Suggestion, suggestionStates } from '@parley/domain/suggestion/suggestion';
import { z } from 'zod';

export const suggestionContent = content('suggestion', z.object({ words: z.string(), taken: z.string().nullable() }));

const state = word('suggestion_state', suggestionStates);

/** The suggestions in the threads of an item that the viewer hears. */
export const suggestionsOn = statement({
  name: 'suggestions_on',
  takes: [uuid],
  gives: { threadId: uuid, state, rev: int, sealed },
  text: 'select thread_id, state, rev, sealed from suggestion where item_id = $1',
});

/** A suggestion for the viewer's own text, with the conversation it hangs on, which nobody else answers until the end of the transaction. */
export const holdSuggestion = statement({
  name: 'hold_suggestion',
  takes: [uuid],
  gives: {
    threadId: uuid,
    itemId: uuid,
    ownerId: uuid,
    starterId: uuid,
    blockId: text,
    begunAt: time,
    resolvedAt: maybe(time),
    state,
    rev: int,
    sealed,
    named: sealed,
    wrapped,
  },
  text: `select s.thread_id, s.item_id, s.owner_id, s.starter_id, t.block_id, s.begun_at, t.resolved_at, s.state, s.rev,
      s.sealed, t.sealed as named, k.wrapped
    from suggestion s join thread t on t.id = s.thread_id join sealing_key k on k.owner_id = s.owner_id
    where s.thread_id = $1 and s.owner_id = viewer() for update of s`,
});

export const addSuggestion = statement({
  name: 'add_suggestion',
  takes: [uuid, bytes],
  gives: {},
  text: 'insert into suggestion (thread_id, sealed) values ($1, $2)',
});

/** The answer to it, and the words that were taken. */
export const answerSuggestion = mustChange({
  name: 'answer_suggestion',
  takes: [uuid, int, state, bytes],
  text: 'update suggestion set rev = $2 + 1, state = $3, sealed = $4 where thread_id = $1 and rev = $2',
});

export type SuggestionEntry = Suggestion & { state: (typeof suggestionStates)[number] };

/** A suggestion as it reaches a screen. */
export function openSuggestion(open: Ring['open'], owner: string, row: RowIn<typeof suggestionsOn>): SuggestionEntry {
  return { state: row.state, ...open(suggestionContent, { id: row.threadId, owner, rev: row.rev }, row.sealed) };
}
