import type { Tx } from '@parley/db/client';

/** What somebody is to the thing that a call is about. The first that applies, from the top. */
export type Relation = 'anonymous' | 'owner' | 'reader' | 'moderator' | 'member' | 'operator' | 'stranger';

/** What a call can be about. The first six are items, `item` is any of them; the next belong to an item. */
export type Subject =
  | 'opportunity'
  | 'mission'
  | 'offer'
  | 'negotiation'
  | 'debrief'
  | 'round'
  | 'item'
  | 'version'
  | 'ask'
  | 'objection'
  | 'move'
  | 'evidence'
  | 'term'
  | 'thread'
  | 'comment'
  | 'share'
  | 'council'
  | 'checklist'
  | 'invitation';

/** Where the thing that a call is about stands: an item and the opening that it hangs on, or a council. */
export type Place = { itemId: string | null; openingId: string | null; councilId: string | null };

export const nowhere: Place = { itemId: null, openingId: null, councilId: null };

/** What the viewer is to a thing, and where that stands. */
export type Related = { relation: Relation; place: Place };

const stranger: Related = { relation: 'stranger', place: nowhere };

type ItemFound = { id: string; opportunity_id: string; owner_id: string; reads: boolean };

/** The viewer sits at a table with the author, or sat there when it was said. */
const heard = (author: string, at: string) => `exists (
  select from membership mine join membership theirs using (council_id)
  where mine.account_id = $2::uuid and mine.state = 'active' and theirs.account_id = ${author}
    and (theirs.state = 'active' or ${at} <= theirs.ended_at))`;
const thread = `thread t join item of on of.id = t.item_id and (of.owner_id = $2::uuid or ${heard('t.starter_id', 't.created_at')})`;

/** Where a part says which item it belongs to. Constant text: nothing that a person sent is spliced in. */
const itemOf: Partial<Record<Subject, string>> = {
  version: 'select offer_id from offer_version where id = $1::uuid',
  ask: 'select negotiation_id from ask where id = $1::uuid',
  objection: 'select negotiation_id from objection where id = $1::uuid',
  move: 'select negotiation_id from move where id = $1::uuid',
  evidence: 'select negotiation_id from evidence where id = $1::uuid',
  term: 'select negotiation_id from term where id = $1::uuid',
  thread: `select t.item_id from ${thread} where t.id = $1::uuid`,
  comment: `select t.item_id from ${thread} join comment c on c.thread_id = t.id
    where c.id = $1::uuid and (of.owner_id = $2::uuid or ${heard('c.author_id', 'c.created_at')})`,
  share: 'select item_id from share where id = $1::uuid',
};

// Not row-level security's functions: the two walls must stand without each other.
const liveShare = `exists (
  select from item part
  join share s on s.item_id = part.id
  join council c on c.id = s.council_id and c.closed_at is null
  join membership o on o.council_id = s.council_id and o.account_id = i.owner_id and o.state = 'active' and o.joined_at <= s.created_at
  join membership r on r.council_id = s.council_id and r.account_id = $2::uuid and r.state = 'active'
  where (part.id = i.id or (i.kind = 'opportunity' and $4::boolean and part.opportunity_id = i.id))
    and s.revoked_at is null and (s.expires_at is null or s.expires_at > $3::timestamptz)
    and (s.reader_id is null or (s.reader_id = $2::uuid and r.joined_at <= s.created_at)))`;

async function toItem(db: Tx, viewer: string, subject: Subject, id: string, now: Date): Promise<Related> {
  const part = itemOf[subject];
  const kind = part || subject === 'item' ? null : subject;
  const found = await db.$queryRawUnsafe<ItemFound[]>(
    `select i.id, i.opportunity_id, i.owner_id, (i.owner_id <> $2::uuid and ${liveShare}) as reads
     from item i where i.id = (${part ?? 'select $1::uuid'}) and ($5::text is null or i.kind::text = $5)`,
    id,
    viewer,
    now,
    subject === 'opportunity',
    kind,
  );
  const item = found[0];
  if (!item) return stranger;
  const place = { itemId: item.id, openingId: item.opportunity_id, councilId: null };
  if (item.owner_id === viewer) return { relation: 'owner', place };
  return item.reads ? { relation: 'reader', place } : stranger;
}

/** Whether the viewer has opened the item in the log; only an offer needs it. */
export async function hasOpened(db: Tx, viewer: string, subject: Subject, id: string): Promise<boolean> {
  const found = await db.$queryRawUnsafe<unknown[]>(
    `select 1 from item i where i.id = (${itemOf[subject] ?? 'select $1::uuid'})
     and (i.kind <> 'offer' or exists (select from view_log v where v.item_id = i.id and v.reader_id = $2::uuid))`,
    id,
    viewer,
  );
  return found.length > 0;
}

async function councilOf(db: Tx, subject: Subject, id: string): Promise<string | undefined> {
  if (subject === 'council') return id;
  const part = { where: { id }, select: { councilId: true } } as const;
  const found = subject === 'checklist' ? await db.checklist.findUnique(part) : await db.invitation.findUnique(part);
  return found?.councilId;
}

async function toCouncil(db: Tx, viewer: string, subject: Subject, id: string): Promise<Related> {
  const councilId = await councilOf(db, subject, id);
  if (!councilId) return stranger;
  const seat = await db.membership.findUnique({
    where: { councilId_accountId: { councilId, accountId: viewer } },
    select: { role: true, state: true },
  });
  return seat?.state === 'active' ? { relation: seat.role, place: { ...nowhere, councilId } } : stranger;
}

/**
 * What the viewer is to a subject now. Answers `stranger` for everybody who should not know that it exists:
 * outsiders, the invited, ex-members, co-members without a live share, and for an id of nothing at all.
 */
export function relate(db: Tx, viewer: string, subject: Subject, id: string, now: Date): Promise<Related> {
  if (subject === 'council' || subject === 'checklist' || subject === 'invitation') return toCouncil(db, viewer, subject, id);
  return toItem(db, viewer, subject, id, now);
}
