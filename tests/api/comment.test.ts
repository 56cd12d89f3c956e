import { newId } from '@parley/db/id';
import { wholeLevels } from '@parley/domain/item/levels';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, type Person, type World } from '../support/world.ts';

let world: World;
let ana: Person;
let ben: Person;
let cara: Person;
let dan: Person;
let eve: Person;
let table: string;
let other: string;
let missionId: string;

beforeAll(async () => {
  world = await createWorld();
  [ana, ben, cara, dan, eve] = [
    await world.person('Ana'),
    await world.person('Ben'),
    await world.person('Cara'),
    await world.person('Dan'),
    await world.person('Eve'),
  ];
  table = await world.council('Thursday table', [ben, ana, cara, dan]);
  other = await world.council('Other table', [ana, eve]);
});
afterAll(() => world.close());

const share = (readerId: string | null, councilId = table, expiresAt: string | null = null) =>
  ana.api.share.set.mutate({ itemId: missionId, councilId, readerId, levels: wholeLevels('hidden'), expiresAt });

beforeEach(async () => {
  await world.setClock(null);
  const opening = { company: 'Acme', role: 'Staff engineer', alias: 'a shop', stage: 'lead' as const, on: '2026-01-05' };
  const { opportunityId } = await ana.api.opportunity.create.mutate(opening);
  missionId = (await ana.api.mission.create.mutate({ opportunityId })).missionId;
  await share(ben.id);
  await share(cara.id);
  await world.client.notification.deleteMany();
});

const owned = () => ana.api.share.get.query({ itemId: missionId });
const block = { blockId: 'statement', label: 'Mission statement' };
const start = (who: Person, text: string, mentions: string[] = []) =>
  who.api.thread.start.mutate({ itemId: missionId, ...block, text, mentions });
const list = (who: Person) => who.api.thread.list.query({ itemId: missionId });
const told = async () => {
  const rows = await world.client.notification.findMany({ where: { itemId: missionId } });
  return new Map(rows.map((row) => [row.recipientId, row.kind]));
};

describe('who is told', () => {
  it('is exactly who was announced: the owner, who takes part, who is mentioned', async () => {
    const { threadId, told: first } = await start(ben, 'one');
    expect(first).toEqual([ana.id]);
    expect(await told()).toEqual(new Map([[ana.id, 'commented']]));

    await world.client.notification.deleteMany();
    const second = await ana.api.comment.add.mutate({ threadId, text: 'two @Cara', mentions: [cara.id] });
    expect(new Set(second.told)).toEqual(new Set([ben.id, cara.id]));
    expect(await told()).toEqual(
      new Map([
        [ben.id, 'commented'],
        [cara.id, 'mentioned'],
      ]),
    );
    const rows = await world.client.notification.findMany();
    for (const row of rows) expect([row.actorId, row.threadId, row.councilId]).toEqual([ana.id, threadId, null]);
  });

  it('leaves out who lost access, and who cannot follow: the owner’s other council', async () => {
    await share(eve.id, other);
    const { threadId } = await start(ana, 'one');
    await ben.api.comment.add.mutate({ threadId, text: 'from Ben', mentions: [] });
    await eve.api.comment.add.mutate({ threadId, text: 'two', mentions: [] });
    const { shares } = await owned();
    await ana.api.share.revoke.mutate({ shareId: shares.find((one) => one.readerId === ben.id)?.shareId ?? '' });
    await world.client.notification.deleteMany();
    await cara.api.comment.add.mutate({ threadId, text: 'three', mentions: [] });
    expect(new Set((await told()).keys())).toEqual(new Set([ana.id]));
    await world.client.notification.deleteMany();
    await ana.api.comment.add.mutate({ threadId, text: 'four', mentions: [] });
    expect(new Set((await told()).keys())).toEqual(new Set([cara.id, eve.id]));
  });

  it('of an edit is only who is mentioned for the first time', async () => {
    const { comment } = await start(ben, 'one', [cara.id]);
    await world.client.notification.deleteMany();
    const edit = { commentId: comment.commentId, rev: 1, text: 'one @Ana', mentions: [cara.id, ana.id] };
    expect((await ben.api.comment.edit.mutate(edit)).told).toEqual([ana.id]);
    expect(await told()).toEqual(new Map([[ana.id, 'mentioned']]));
  });

  it('is nobody when the comment is refused: a mention of a non-reader tells no stranger', async () => {
    const { threadId } = await start(ana, 'one');
    for (const stranger of [dan.id, eve.id, newId()]) {
      const answer = await ben.post('comment.add', { threadId, text: 'hey', mentions: [cara.id, stranger] });
      expect([answer.status, answer.body.includes('mention only people who can read')]).toEqual([400, true]);
      expect((await ben.post('thread.start', { itemId: missionId, ...block, text: 'hey', mentions: [stranger] })).status).toBe(
        400,
      );
    }
    expect((await told()).size).toBe(0);
    expect((await list(ana)).threads).toHaveLength(1);
    const { readers, ownerId } = await ben.api.thread.readers.query({ itemId: missionId });
    expect(ownerId).toBe(ana.id);
    expect(readers.map((reader) => reader.name).sort()).toEqual(['Ana', 'Ben', 'Cara']);
  });

  it('learns that it happened, never what it says', async () => {
    await start(ben, 'canary-in-notice', [cara.id]);
    const rows = await world.client.notification.findMany();
    expect(JSON.stringify(rows)).not.toMatch(/canary|statement/i);
  });
});

describe('editing', () => {
  it('is the author’s alone, marks the comment, and meets a conflict with the newer text', async () => {
    const { comment } = await start(ben, 'one');
    const edit = { commentId: comment.commentId, rev: 1, text: 'two', mentions: [] };
    for (const who of [ana, cara]) expect((await who.post('comment.edit', edit)).status).toBe(403);
    const edited = await ben.api.comment.edit.mutate(edit);
    expect(edited.comment).toMatchObject({ commentId: comment.commentId, rev: 2 });
    expect(edited.comment.editedAt).not.toBeNull();
    const late = await ben.post('comment.edit', { ...edit, text: 'three' });
    expect(late.status).toBe(409);
    expect(JSON.parse(late.body).error.data.newer).toMatchObject({ text: 'two', rev: 2 });
    expect((await list(ana)).threads).toMatchObject([{ comments: [{ text: 'two' }] }]);
  });
});

describe('deleting', () => {
  it('is the author’s alone, leaves a placeholder, and the words are gone for good', async () => {
    const { threadId, comment } = await start(ben, 'one');
    await ana.api.comment.add.mutate({ threadId, text: 'two', mentions: [] });
    const row = { commentId: comment.commentId };
    for (const who of [ana, cara]) expect((await who.post('comment.remove', row)).status).toBe(403);
    const before = await world.client.comment.findUniqueOrThrow({ where: { id: comment.commentId } });
    await ben.api.comment.remove.mutate(row);
    expect((await ben.post('comment.remove', row)).status).toBe(200);
    expect((await list(ana)).threads).toMatchObject([
      { comments: [{ text: null, mentions: [], authorId: ben.id }, { text: 'two' }] },
    ]);
    const after = await world.client.comment.findUniqueOrThrow({ where: { id: comment.commentId } });
    expect(Buffer.from(after.sealed).equals(Buffer.from(before.sealed))).toBe(false);
    expect((await ben.post('comment.edit', { ...row, rev: 2, text: 'back', mentions: [] })).status).toBe(403);
  });
});
