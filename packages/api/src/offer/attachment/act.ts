import { inflateSync } from 'node:zlib';
import { newId } from '@parley/db/id';
import { allow } from '@parley/domain/kernel/decision';
import { notFound } from '@parley/domain/kernel/error';
import { checkFile } from '@parley/domain/offer/attachment/file';
import type { AttachmentRef, KeepAttachment } from '@parley/domain/offer/attachment/input';
import type { Inflate } from '@parley/domain/offer/attachment/pdf';
import { canKeep, canOpenAttachment } from '@parley/domain/offer/attachment/policy';
import type { z } from 'zod';
import { ownKey } from '../../identity/rows.ts';
import { openSeats } from '../../item/rows.ts';
import { act } from '../../write.ts';
import {
  addAttachment,
  addBody,
  attachmentBody,
  attachmentContent,
  attachmentsOf,
  bodyTable,
  dropAttachment,
  holdAttachments,
  isShownTo,
  openAttachment,
  roomTaken,
  sharesShowing,
  signForAttachment,
} from './rows.ts';

const inflate: Inflate = (packed, most) => {
  try {
    return inflateSync(packed, { maxOutputLength: most });
  } catch {
    return null;
  }
};

/** Keeps a file with an offer, or puts it in the place of another, whose bytes go. What it is, its bytes say. */
export const keepingAttachment = act({
  facts: ({ offerId, replaces }: z.output<typeof KeepAttachment>) => ({
    held: holdAttachments(offerId),
    key: ownKey(),
    kept: attachmentsOf(offerId),
    room: roomTaken(offerId, replaces),
  }),
  decide({ rows, viewer, now, seal, sealBytes }, { offerId, replaces, name, body }) {
    const bytes = Buffer.from(body, 'base64');
    const kind = checkFile(name, bytes, inflate);
    if (replaces !== null && !rows.kept.some(({ id }) => id === replaces)) throw notFound();
    allow(canKeep(rows.room[0] ?? { here: 0, bytes: 0 }, bytes.length));
    const attachmentId = newId();
    const bind = { id: attachmentId, owner: viewer.id, rev: 1 };
    return {
      changes: [
        ...(replaces === null ? [] : [dropAttachment(replaces)]),
        addAttachment(attachmentId, offerId, seal(attachmentContent, bind, { name, kind, size: bytes.length }), now),
        addBody(attachmentId, offerId, sealBytes(bodyTable, bind, bytes)),
      ],
      answer: { attachmentId },
    };
  },
});

/** Opens a file: for a reader first the log, then what its row lets through. All of it is one transaction. */
export const openingAttachment = act({
  facts: ({ attachmentId }: z.output<typeof AttachmentRef>) => ({
    log: signForAttachment(newId(), attachmentId),
    file: attachmentBody(attachmentId),
    shares: sharesShowing(attachmentId),
    seats: openSeats(),
  }),
  decide({ rows, open, openBytes, viewer, relation, opened, now }) {
    const [file] = rows.file;
    const isOwner = relation === 'owner';
    if (!file || (!isOwner && !isShownTo({ id: viewer.id, now }, file, rows))) throw notFound();
    allow(canOpenAttachment(isOwner, opened));
    const { name, kind } = openAttachment(open, file);
    const bytes = openBytes(bodyTable, { id: file.id, owner: file.ownerId, rev: 1 }, file.body);
    return { changes: [], answer: { name, kind, body: bytes.toString('base64') } };
  },
});

/** Ends a file: its bytes are destroyed. Who opened it stays in the log. */
export const removingAttachment = act({
  facts: () => ({}),
  decide: (_, { attachmentId }: z.output<typeof AttachmentRef>) => ({
    changes: [dropAttachment(attachmentId)],
    answer: { attachmentId },
  }),
});
