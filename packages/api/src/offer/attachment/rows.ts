import { content } from '@parley/db/memory';
import type { Ring } from '@parley/db/ring';
import {
  bytes,
  count,
  holdTurn,
  int,
  maybe,
  mustChange,
  type RowIn,
  sealed,
  statement,
  time,
  uuid,
  wrapped,
} from '@parley/db/statement';
import { reaches, type Seat } from '@parley/domain/item/reach';
import { attachmentShape, type KeptAttachment } from '@parley/domain/offer/attachment/attachment';
import { isShown } from '@parley/domain/offer/attachment/policy';
import { type ShareRow, share, shareColumns } from '../../item/rows.ts';

export const attachmentContent = content('attachment', attachmentShape);
export const bodyTable = 'attachment_body';

/** The files kept with an offer that the viewer may know of, the first one first. */
export const attachmentsOf = statement({
  name: 'attachments_of',
  takes: [uuid],
  gives: { id: uuid, offerId: uuid, ownerId: uuid, createdAt: time, sealed, wrapped },
  text: `select a.id, a.offer_id, a.owner_id, a.created_at, a.sealed, k.wrapped
    from attachment a join sealing_key k on k.owner_id = a.owner_id where a.offer_id = $1 order by a.id`,
});

/** One of them with its bytes: for a reader only once their opening is in the log. */
export const attachmentBody = statement({
  name: 'attachment_body',
  takes: [uuid],
  gives: { id: uuid, offerId: uuid, ownerId: uuid, createdAt: time, sealed, body: sealed, wrapped },
  text: `select a.id, a.offer_id, a.owner_id, a.created_at, a.sealed, b.sealed as body, k.wrapped
    from attachment a join attachment_body b on b.id = a.id join sealing_key k on k.owner_id = a.owner_id where a.id = $1`,
});

/** How many files are kept with an offer. */
export const countAttachments = statement({
  name: 'count_attachments',
  takes: [uuid],
  gives: { count: int },
  text: 'select count(*)::int as count from attachment where offer_id = $1 and owner_id = viewer()',
});

/** What the viewer keeps: files of this offer, bytes of all, without the one that is about to be replaced. */
export const roomTaken = statement({
  name: 'room_taken',
  takes: [uuid, maybe(uuid)],
  gives: { here: int, bytes: count },
  text: `select count(*) filter (where b.offer_id = $1)::int as here, coalesce(sum(octet_length(b.sealed)), 0)::int8 as bytes
    from attachment_body b where b.owner_id = viewer() and b.id is distinct from $2`,
});

/** The shares of the offer that a file is kept with, oldest first, of those that the viewer may know. */
export const sharesShowing = statement({
  name: 'shares_showing',
  takes: [uuid],
  gives: share,
  text: `select ${shareColumns} from share where item_id = (select a.offer_id from attachment a where a.id = $1) order by id`,
});

/** Writes down that the viewer opens another's file now: without this row the database gives none of its bytes. */
export const signForAttachment = statement({
  name: 'sign_for_attachment',
  takes: [uuid, uuid],
  gives: {},
  text: `insert into view_log (id, item_id, reader_id, attachment_id, at)
    select $1, a.offer_id, viewer(), a.id, moment() from attachment a where a.id = $2 and a.owner_id <> viewer()`,
});

/** What one person keeps is counted by one act at a time: its turn, by the offer that it is about. */
export const holdAttachments = holdTurn({
  name: 'hold_attachments',
  turn: "hashtextextended('attachments ' || i.owner_id, 0)",
  from: 'item i where i.id = $1',
});

/** Its id, the offer, what it is, when. */
export const addAttachment = statement({
  name: 'add_attachment',
  takes: [uuid, uuid, bytes, time],
  gives: {},
  text: 'insert into attachment (id, offer_id, sealed, created_at) values ($1, $2, $3, $4)',
});

export const addBody = statement({
  name: 'add_attachment_body',
  takes: [uuid, uuid, bytes],
  gives: {},
  text: 'insert into attachment_body (id, offer_id, sealed) values ($1, $2, $3)',
});

/** Takes a file and its bytes away, for good. */
export const dropAttachment = mustChange({
  name: 'drop_attachment',
  takes: [uuid],
  text: 'delete from attachment where id = $1 and owner_id = viewer()',
});

type AttachmentRow = RowIn<typeof attachmentsOf>;

/** What a file is, under its owner's key. It is written once, so its seal is bound to revision 1. */
export function openAttachment(open: Ring['open'], row: AttachmentRow): KeptAttachment {
  const { id, ownerId: owner, createdAt } = row;
  return { attachmentId: id, keptAt: createdAt.toISOString(), ...open(attachmentContent, { id, owner, rev: 1 }, row.sealed) };
}

type Sharing = { shares: readonly ShareRow[]; seats: readonly Seat[] };

/** Whether the shares of its offer show a file to this reader. The first wall asks it; row-level security asks by itself. */
export function isShownTo(
  { id, now }: { id: string; now: Date },
  { offerId, ownerId, createdAt }: Pick<AttachmentRow, 'offerId' | 'ownerId' | 'createdAt'>,
  { shares, seats }: Sharing,
): boolean {
  const reaching = shares.filter((one) => one.itemId === offerId && reaches(one, ownerId, id, seats));
  return isShown(reaching, id, now, createdAt);
}

/** The files that a reader is shown, or the owner has. */
export function openShown(
  open: Ring['open'],
  reader: { id: string; now: Date },
  rows: readonly AttachmentRow[],
  sharing: Sharing,
): KeptAttachment[] {
  const shown = rows.filter((row) => row.ownerId === reader.id || isShownTo(reader, row, sharing));
  return shown.map((row) => openAttachment(open, row));
}
