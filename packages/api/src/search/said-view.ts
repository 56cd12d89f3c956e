import type { RowsOf } from '@parley/db/line';
import type { Ring } from '@parley/db/ring';
import { isHeld } from '@parley/domain/round/hold';
import type { Findable } from '@parley/domain/search/search';
import { heardBy } from '@parley/domain/thread/policy';
import { knownPeople, namesOf } from '../identity/rows.ts';
import type { HeaderOf } from '../opportunity/rows.ts';
import { commentContent } from '../thread/comment-rows.ts';
import { suggestionContent } from '../thread/suggestion-rows.ts';
import { holdsNow, placesBeside, saidReadable } from './said-rows.ts';
import { itemTitles, placeOf, wordsOf } from './text-view.ts';

export const askSaid = () => ({ said: saidReadable(), holds: holdsNow(), places: placesBeside(), people: knownPeople() });

type Rows = RowsOf<ReturnType<typeof askSaid>>;
type Said = Rows['said'][number];

/** Whether the viewer hears it now: by the rules of a conversation, asked here beside those of the database. */
function hearing({ holds, places }: Rows, viewerId: string): (row: Said) => boolean {
  const heard = heardBy(places, viewerId);
  return ({ itemId, ownerId, starterId, begunAt, authorId, createdAt, editedAt }) => {
    if (ownerId === viewerId) return true;
    if (!heard({ authorId: starterId, at: begunAt }) || !heard({ authorId, at: createdAt })) return false;
    const here = holds.filter((hold) => hold.itemId === itemId);
    return !isHeld(here, { authorId, at: createdAt, changedAt: editedAt });
  };
}

/** Everything said that the viewer hears now, each at its conversation. What is said on an offer of another's is read there, through the log. */
export function listSaid(rows: Rows, viewerId: string, open: Ring['open'], headerOf: HeaderOf): Findable[] {
  const hears = hearing(rows, viewerId);
  const heard = rows.said.filter((row) => (row.kind !== 'offer' || row.ownerId === viewerId) && hears(row));
  const names = namesOf(
    rows.people,
    open,
    heard.map(({ authorId }) => authorId),
  );
  return heard.flatMap((row): Findable[] => {
    const { what, id, threadId, itemId, kind, opportunityId, ownerId, authorId, rev } = row;
    const header = headerOf({ id: itemId, ownerId, opportunityId });
    if (!header) return [];
    const bind = { id, owner: ownerId, rev };
    const text =
      what === 'comment'
        ? wordsOf(open(commentContent, bind, row.sealed), (said) => said.text)
        : wordsOf(open(suggestionContent, bind, row.sealed), (said) => said.words);
    const title = authorId === viewerId ? `Your ${what}` : `${names[authorId] ?? ''}’s ${what}`;
    const place = `${itemTitles[kind]} · ${placeOf(header)}`;
    return [{ kind: 'comment', id, opportunityId, title, place, text, within: { kind, id: itemId, threadId } }];
  });
}
