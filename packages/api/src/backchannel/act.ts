import { newId } from '@parley/db/id';
import { canAddContact } from '@parley/domain/backchannel/backchannel';
import type { BackchannelRef, CreateBackchannel, SaveBackchannel } from '@parley/domain/backchannel/input';
import { allow } from '@parley/domain/kernel/decision';
import { conflict, notFound } from '@parley/domain/kernel/error';
import type { z } from 'zod';
import { ownKey } from '../identity/rows.ts';
import { act } from '../write.ts';
import {
  addBackchannel,
  backchannelContent,
  backchannelOf,
  heldBackchannel,
  openBackchannel,
  removeBackchannel,
  replaceBackchannel,
} from './rows.ts';

/** Writes down whom the owner asked, and what. */
export const addingBackchannel = act({
  facts: ({ opportunityId }: z.output<typeof CreateBackchannel>) => ({ key: ownKey(), heard: backchannelOf(opportunityId) }),
  decide({ rows, seal, viewer, now }, { opportunityId, fields }) {
    allow(canAddContact(rows.heard.length));
    const id = newId();
    const sealed = seal(backchannelContent, { id, owner: viewer.id, rev: 1 }, fields);
    return { changes: [addBackchannel(id, opportunityId, sealed, now)], answer: { backchannelId: id } };
  },
});

/** Keeps the next revision; a conflict carries the newer one. */
export const savingBackchannel = act({
  facts: ({ backchannelId }: z.output<typeof SaveBackchannel>) => ({ held: heldBackchannel(backchannelId) }),
  decide({ rows, open, seal, viewer }, { backchannelId, rev, fields }) {
    const [row] = rows.held;
    if (!row) throw notFound();
    if (row.rev !== rev) throw conflict(openBackchannel(open, row));
    const sealed = seal(backchannelContent, { id: backchannelId, owner: viewer.id, rev: rev + 1 }, fields);
    return { changes: [replaceBackchannel(backchannelId, rev, sealed)], answer: { rev: rev + 1 } };
  },
});

/** Takes one away. */
export const removingBackchannel = act({
  facts: ({ backchannelId }: z.output<typeof BackchannelRef>) => ({ held: heldBackchannel(backchannelId) }),
  decide({ rows }, { backchannelId }) {
    if (rows.held.length === 0) throw notFound();
    return { changes: [removeBackchannel(backchannelId)], answer: { backchannelId } };
  },
});
