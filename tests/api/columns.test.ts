import { asUser } from '@parley/db/as-user';
import type { Tx } from '@parley/db/client';
import { newId } from '@parley/db/id';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { begins } from '../support/clock.ts';
import { hiddenLevels } from '../support/levels.ts';
import { createWorld, type Person, type World } from '../support/world.ts';

let world: World;
let ana: Person;
let ben: Person;
let eve: Person;
let table: string;
let elsewhere: string;
let opportunityId: string;
let missionId: string;
let debriefId: string;
let openDebriefId: string;
let threadId: string;
let commentId: string;

const opening = { company: 'Acme', alias: 'a fintech', role: 'Engineer', stage: 'interview' as const, on: '2026-11-01' };
const read = { likelihood: 60, reason: '' };

async function openDebrief(): Promise<string> {
  const made = await ana.api.debrief.create.mutate({ opportunityId, kind: 'interview' });
  await share(made.debriefId);
  await ana.api.debrief.askReads.mutate({ debriefId: made.debriefId, read });
  return made.debriefId;
}

async function share(itemId: string): Promise<void> {
  await ana.api.share.set.mutate({ itemId, councilId: table, readerId: ben.id, levels: hiddenLevels, expiresAt: null });
}

beforeAll(async () => {
  world = await createWorld();
  ana = await world.person('Ana');
  ben = await world.person('Ben');
  eve = await world.person('Eve');
  table = await world.council('Table', [ana, ben]);
  elsewhere = await world.council('Elsewhere', [eve, ana]);
  ({ opportunityId } = await ana.api.opportunity.create.mutate(opening));
  ({ missionId } = await ana.api.mission.create.mutate({ opportunityId }));
  await share(missionId);
  const started = await ben.api.thread.start.mutate({
    itemId: missionId,
    blockId: 'item',
    label: 'The mission',
    text: 'I like it.',
    mentions: [],
  });
  threadId = started.threadId;
  commentId = started.comment.commentId;
  debriefId = await openDebrief();
  openDebriefId = await openDebrief();
  await ben.api.debrief.sealRead.mutate({ debriefId, read });
}, 60_000);
afterAll(() => world.close());

/** Straight to the database as this person, past the policy table: only row-level security and its columns answer. */
const as = (person: Person, work: (db: Tx) => Promise<unknown>) => asUser(world.deps.client, person.id, work);

async function refused(person: Person, work: (db: Tx) => Promise<unknown>): Promise<void> {
  await expect(as(person, work)).rejects.toThrow();
}

describe('an own row is not moved to where its writer has no business', () => {
  it('a seat to another council', () =>
    refused(ben, (db) =>
      db.membership.updateMany({ where: { councilId: table, accountId: ben.id }, data: { councilId: elsewhere } }),
    ));

  it('a comment to a thread that its author cannot read', async () => {
    const { debriefId: itemId } = await ana.api.debrief.create.mutate({ opportunityId, kind: 'interview' });
    const hidden = await ana.api.thread.start.mutate({ itemId, blockId: 'item', label: 'Mine', text: 'Alone.', mentions: [] });
    await refused(ben, (db) => db.comment.updateMany({ where: { id: commentId }, data: { threadId: hidden.threadId } }));
  });

  it('a thread to another item', () =>
    refused(ben, (db) => db.thread.updateMany({ where: { id: threadId }, data: { itemId: openDebriefId } })));

  it('a sealed read to another debrief', () =>
    refused(ben, (db) => db.read.updateMany({ where: { debriefId, authorId: ben.id }, data: { debriefId: openDebriefId } })));

  it('a share to another item, council, person or day', async () => {
    const where = { itemId: missionId };
    for (const data of [
      { itemId: opportunityId },
      { councilId: elsewhere },
      { readerId: eve.id },
      { createdAt: new Date(0) },
      { expiresAt: null },
    ])
      await refused(ana, (db) => db.share.updateMany({ where, data }));
  });
});

describe('an own row does not say something else than what happened', () => {
  it('who is an operator, or by which address somebody is found', async () => {
    await refused(ben, (db) => db.account.updateMany({ where: { id: ben.id }, data: { operator: true } }));
    await refused(ben, (db) => db.account.updateMany({ where: { id: ben.id }, data: { emailHash: 'somebody else' } }));
  });

  it('since when somebody sits here: old shares stay ended', async () => {
    await refused(ben, (db) => db.membership.updateMany({ where: { accountId: ben.id }, data: { joinedAt: new Date(0) } }));
    await refused(eve, (db) => db.membership.updateMany({ where: { councilId: elsewhere }, data: { joinedAt: new Date(0) } }));
  });

  it('who wrote, who began, and when', async () => {
    await refused(ana, (db) => db.thread.updateMany({ where: { id: threadId }, data: { starterId: ana.id } }));
    await refused(ben, (db) => db.comment.updateMany({ where: { id: commentId }, data: { createdAt: new Date(0) } }));
    await refused(ana, (db) =>
      db.thread.updateMany({ where: { id: threadId }, data: { resolvedAt: begins, resolvedById: ben.id } }),
    );
  });

  it('of what a notification tells', async () => {
    const where = { recipientId: ana.id };
    await refused(ana, (db) => db.notification.updateMany({ where, data: { actorId: eve.id } }));
    await as(ana, (db) => db.notification.updateMany({ where, data: { seenAt: begins } }));
  });
});

describe('a chair', () => {
  it('seats nobody again who was removed', async () => {
    const cara = await world.person('Cara');
    const councilId = await world.council('Short', [ana, cara]);
    await ana.api.council.remove.mutate({ councilId, accountId: cara.id, reason: 'Never came.' });
    await as(ana, (db) => db.membership.updateMany({ where: { councilId, accountId: cara.id }, data: { state: 'active' } }));
    const seat = await world.client.membership.findFirst({ where: { councilId, accountId: cara.id } });
    expect(seat?.state).toBe('removed');
  });
});

describe('a new row', () => {
  it('shares with nobody who does not sit in that council', async () => {
    const row = { id: newId(), itemId: missionId, councilId: table, readerId: eve.id, levels: hiddenLevels };
    await refused(ana, (db) => db.share.createMany({ data: [row] }));
  });

  it('takes no place at what another owns', async () => {
    const hers = await eve.api.opportunity.create.mutate(opening);
    const { offerId } = await eve.api.offer.create.mutate({
      opportunityId: hers.opportunityId,
      receivedOn: null,
      deadline: null,
      draft: null,
    });
    const own = { ownerId: ana.id, opportunityId };
    const [mission, negotiation] = [newId(), newId()];
    await refused(ana, async (db) => {
      await db.item.createMany({ data: [{ ...own, id: mission, kind: 'mission' }] });
      await db.mission.createMany({ data: [{ id: mission, opportunityId: hers.opportunityId, sealed: new Uint8Array() }] });
    });
    await refused(ana, async (db) => {
      await db.item.createMany({ data: [{ ...own, id: negotiation, kind: 'negotiation' }] });
      await db.negotiation.createMany({ data: [{ id: negotiation, offerId, sealed: new Uint8Array() }] });
    });
  });
});
