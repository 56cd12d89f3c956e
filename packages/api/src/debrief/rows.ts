import { content } from '@parley/db/memory';
import type { Ring } from '@parley/db/ring';
import {
  bytes,
  civil,
  int,
  listOf,
  maybe,
  mustChange,
  type RowIn,
  sealed,
  statement,
  time,
  uuid,
  word,
  wrapped,
} from '@parley/db/statement';
import { type DebriefDocument, type DebriefOutcome, outcomes } from '@parley/domain/debrief/debrief';
import { debriefDocument, read } from '@parley/domain/debrief/input';
import type { Read, ReadsRound, ReadsState } from '@parley/domain/debrief/reads';

/** A debrief as those who may read it have it. */
type Debrief = {
  id: string;
  opportunityId: string;
  ownerId: string;
  rev: number;
  readsState: ReadsState;
  outcome: DebriefOutcome | null;
  outcomeOn: string | null;
  document: DebriefDocument;
};

export const debriefContent = content('debrief', debriefDocument);
export const readContent = content('read', read);
export const outcome = maybe(word('debrief_outcome', outcomes));
const readsState = word('reads_state', ['unasked', 'open', 'revealed'] satisfies ReadsState[]);

const debrief = {
  id: uuid,
  opportunityId: uuid,
  ownerId: uuid,
  rev: int,
  readsState,
  outcome,
  outcomeOn: maybe(civil),
  sealed,
  wrapped,
};
const debriefText = `select d.id, i.opportunity_id, d.owner_id, d.rev, d.reads_state, d.outcome, d.outcome_on, d.sealed, k.wrapped
  from debrief d join item i on i.id = d.id join sealing_key k on k.owner_id = d.owner_id`;

/** A debrief that the viewer may read, with its owner's key. */
export const debriefOf = statement({ name: 'debrief_of', takes: [uuid], gives: debrief, text: `${debriefText} where d.id = $1` });

/** Those of these debriefs that the viewer may read. */
export const debriefsAmong = statement({
  name: 'debriefs_among',
  takes: [listOf(uuid)],
  gives: debrief,
  text: `${debriefText} where d.id = any($1)`,
});

/** The debriefs of an opportunity that the viewer may read, oldest first. */
export const debriefsOf = statement({
  name: 'debriefs_of',
  takes: [uuid],
  gives: debrief,
  text: `${debriefText} where i.opportunity_id = $1 order by d.id`,
});

/** Who has sealed a read of a debrief and not left since, for the rules alone: it changes as they seal. */
export const readSeats = statement({
  name: 'read_seats',
  takes: [uuid],
  gives: { id: uuid },
  text: 'select r as id from read_seats($1) r',
});

/** The same as anybody may be told of it: as of the last set moment, and the viewer's own seat as it is. */
export const shownReadSeats = statement({
  name: 'shown_read_seats',
  takes: [uuid],
  gives: { id: uuid },
  text: 'select r as id from shown_read_seats($1) r',
});

/** What the viewer may see of the reads: their own while they are open, all once revealed. */
export const readsOf = statement({
  name: 'reads_of',
  takes: [uuid],
  gives: { authorId: uuid, rev: int, sealed },
  text: 'select author_id, rev, sealed from read where debrief_id = $1 order by author_id',
});

/** The reads of the viewer's own debriefs that are revealed and of which something is known, for calibration. */
export const judgedReads = statement({
  name: 'judged_reads',
  takes: [],
  gives: { debriefId: uuid, outcome, outcomeOn: maybe(civil), authorId: uuid, rev: int, sealed, ownerId: uuid, wrapped },
  text: `select d.id as debrief_id, d.outcome, d.outcome_on, r.author_id, r.rev, r.sealed, k.owner_id, k.wrapped
    from debrief d join read r on r.debrief_id = d.id join sealing_key k on k.owner_id = d.owner_id
    where d.owner_id = viewer() and d.reads_state = 'revealed' and d.outcome is not null order by d.id, r.author_id`,
});

/** Holds the debrief until the end of the transaction: sealing, saving and revealing happen one after the other. */
export const holdDebrief = statement({
  name: 'hold_debrief',
  takes: [uuid],
  gives: { state: maybe(readsState) },
  text: 'select hold_debrief($1) as state',
});

export const addRead = statement({
  name: 'add_read',
  takes: [uuid, bytes],
  gives: {},
  text: 'insert into read (debrief_id, author_id, rev, sealed) values ($1, viewer(), 1, $2)',
});

export const replaceRead = mustChange({
  name: 'replace_read',
  takes: [uuid, int, bytes],
  text: 'update read set rev = $2 + 1, sealed = $3 where debrief_id = $1 and author_id = viewer() and rev = $2',
});

/** Reveals the reads if all are in, and tells the owner and the readers whom the viewer knows. The database looks for itself. */
export const revealComplete = statement({
  name: 'reveal_complete',
  takes: [uuid],
  gives: {},
  text: `with done as (select reveal_when_complete($1) as revealed)
    insert into notification (id, recipient_id, actor_id, kind, item_id, at)
    select gen_random_uuid(), person.id, viewer(), 'revealed', $1, moment()
    from done, (select i.owner_id as id from item i where i.id = $1 union select r from item_readers($1) r) person
    where done.revealed and person.id <> viewer() and sits_with(person.id)`,
});

export const replaceDebrief = mustChange({
  name: 'replace_debrief',
  takes: [uuid, int, bytes, time],
  text: 'update debrief set rev = $2 + 1, sealed = $3, updated_at = $4 where id = $1 and rev = $2',
});

export const replaceOutcome = mustChange({
  name: 'replace_outcome',
  takes: [uuid, int, bytes, outcome, maybe(civil), time],
  text: `update debrief set rev = $2 + 1, sealed = $3, outcome = $4, outcome_on = $5, updated_at = $6
      where id = $1 and rev = $2`,
});

type DebriefRow = RowIn<typeof debriefOf>;
type ReadRow = RowIn<typeof readsOf>;
type Ids = readonly { id: string }[];

export type AuthoredRead = Read & { authorId: string };

export const debriefBind = ({ id, ownerId: owner }: Pick<DebriefRow, 'id' | 'ownerId'>, rev: number) => ({ id, owner, rev });

/** A debrief under its owner's key. */
export function openDebrief(open: Ring['open'], row: DebriefRow): Debrief {
  const { id, opportunityId, ownerId, rev, outcome: known, outcomeOn } = row;
  const document = open(debriefContent, debriefBind(row, rev), row.sealed);
  return { id, readsState: row.readsState, outcome: known, rev, ownerId, opportunityId, outcomeOn, document };
}

export const readBind = (debriefId: string, authorId: string, owner: string, rev: number) => ({
  id: `${debriefId}:${authorId}`,
  owner,
  rev,
});

/** A read under the key of the debrief's owner. */
export function openRead(
  open: Ring['open'],
  debriefId: string,
  owner: string,
  { authorId, rev, sealed: bytes }: ReadRow,
): AuthoredRead {
  return { authorId, ...open(readContent, readBind(debriefId, authorId, owner, rev), bytes) };
}

/** The reads of a debrief as the rules ask for them. */
export function readsRound(
  { readsState: state, outcome: known, ownerId }: Omit<DebriefRow, 'sealed' | 'wrapped'>,
  readers: Ids,
  seats: Ids,
): ReadsRound {
  const readerIds = readers.map(({ id }) => id).filter((id) => id !== ownerId);
  return { state, outcome: known, ownerId, readerIds, sealedIds: seats.map(({ id }) => id) };
}
