import { newId } from '@parley/db/id';
import { wholeLevels } from '@parley/domain/item/levels';
import { mostComments, mostThreads } from '@parley/domain/thread/thread';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { begins } from '../support/clock.ts';
import { createWorld, type Person, type World } from '../support/world.ts';

let world: World;
let ana: Person;
let ben: Person;
let table: string;
let itemId: string;

beforeAll(async () => {
  world = await createWorld();
  ana = await world.person('Ana');
  ben = await world.person('Ben');
  table = await world.council('Thursday table', [ana, ben]);
});
afterAll(() => world.close());

beforeEach(async () => {
  const opening = { company: 'Acme', role: 'Staff engineer', alias: 'a shop', stage: 'lead' as const, on: '2026-01-05' };
  const { opportunityId } = await ana.api.opportunity.create.mutate(opening);
  itemId = (await ana.api.mission.create.mutate({ opportunityId })).missionId;
  await ana.api.share.set.mutate({ itemId, councilId: table, readerId: ben.id, levels: wholeLevels('hidden'), expiresAt: null });
});

const anchor = { blockId: 'statement', label: 'Statement', mentions: [] };
const sealed = Buffer.alloc(96);
/** Answers of four who press at once. */
const together = async (path: string, input: object) => {
  const answers = await Promise.all([ana, ben, ana.twin(), ben.twin()].map((person) => person.post(path, input)));
  return answers.sort((a, b) => a.status - b.status);
};

describe('room for what is said', () => {
  it('ends at 500 conversations on one item, however many begin one at once', async () => {
    const rows = Array.from({ length: mostThreads - 2 }, () => newId());
    await world.client.thread.createMany({
      data: rows.map((id) => ({ id, itemId, blockId: 'statement', starterId: ana.id, sealed })),
    });
    const answers = await together('thread.start', { itemId, ...anchor, text: 'x' });
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 403, 403]);
    expect(answers[3]?.body).toContain('At most 500 conversations are held here. Reply in one of them.');
    expect(await world.client.thread.count({ where: { itemId } })).toBe(mostThreads);
  });

  it('ends at 500 comments in one conversation, deleted ones included', async () => {
    const { threadId } = await ana.api.thread.start.mutate({ itemId, ...anchor, text: 'x' });
    const rows = Array.from({ length: mostComments - 3 }, () => newId());
    await world.client.comment.createMany({
      data: rows.map((id) => ({ id, threadId, authorId: ana.id, sealed, deletedAt: begins })),
    });
    const answers = await together('comment.add', { threadId, text: 'x', mentions: [] });
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 403, 403]);
    expect(answers[3]?.body).toContain('A conversation holds at most 500 comments. Start a new one.');
    expect(await world.client.comment.count({ where: { threadId } })).toBe(mostComments);
    expect((await ana.post('thread.start', { itemId, ...anchor, text: 'x' })).status).toBe(200);
  });
});
