import { policy } from '@parley/api/policy';
import { type PolicyTable, self } from '@parley/api/policy-row';
import { asUser } from '@parley/db/as-user';
import { type Client, createClient } from '@parley/db/client';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { posted, shareOffer } from '../support/letter.ts';
import { hiddenLevels } from '../support/levels.ts';
import { chosenLine } from '../support/lines.ts';
import { unwalled } from '../support/unwalled.ts';
import { createWorld, type Person, type World } from '../support/world.ts';

/** One wall or the other, taken away for a while. */
const wall = { policy: true, rows: true };
const talk = /^(thread|comment)\./;
const table: PolicyTable = new Proxy(policy, {
  get: (_, path) => (!wall.policy && talk.test(String(path)) ? self : Reflect.get(policy, path)),
});

let world: World;
let past: Client;
let ana: Person;
let ben: Person;
let councilId: string;
let offerId: string;
let opportunityId: string;
let threadId: string;
let commentId: string;

beforeAll(async () => {
  world = await createWorld({
    policy: table,
    asUser: (client, accountId, work) => (wall.rows ? asUser(client, accountId, work) : unwalled(past, accountId, work)),
    line: (real, beyond) => chosenLine(() => (wall.rows ? real : beyond)),
  });
  past = createClient(world.adminUrl, { max: 2, acquireTimeout: 5_000 });
  ana = await world.person('Ana');
  ben = await world.person('Ben');
  councilId = await world.council('Wednesday', [ana, ben]);
});
afterAll(async () => {
  await past.$disconnect();
  await world.close();
});

const block = { blockId: 'offer', label: 'Offer LABELCANARY', mentions: [] };

beforeEach(async () => {
  ({ offerId, opportunityId } = await posted(ana));
  await shareOffer(ana, offerId, councilId, ben, hiddenLevels);
  const started = await ana.api.thread.start.mutate({ itemId: offerId, ...block, text: 'TEXTCANARY', mentions: [ben.id] });
  threadId = started.threadId;
  commentId = started.comment.commentId;
});

const calls = (): Record<string, object> => ({
  'thread.list': { itemId: offerId },
  'thread.readers': { itemId: offerId },
  'thread.start': { itemId: offerId, ...block, text: 'x' },
  'thread.resolve': { threadId },
  'thread.reopen': { threadId },
  'comment.add': { threadId, text: 'x', mentions: [] },
  'comment.edit': { commentId, rev: 1, text: 'x', mentions: [] },
  'comment.remove': { commentId },
});

async function without<T>(which: keyof typeof wall, work: () => Promise<T>): Promise<T> {
  wall[which] = false;
  try {
    return await work();
  } finally {
    wall[which] = true;
  }
}

async function expectNothing(
  answerOf: (path: string, input: object) => Promise<{ status: number; body: string }>,
): Promise<void> {
  for (const [path, input] of Object.entries(calls())) {
    const { status, body } = await answerOf(path, input);
    expect([403, 404], `${path} ${body}`).toContain(status);
    expect(body, path).not.toMatch(/CANARY|Ben/);
  }
  expect(await world.client.comment.findMany({ where: { threadId }, select: { rev: true } })).toEqual([{ rev: 1 }]);
  expect(await world.client.thread.count({ where: { itemId: offerId } })).toBe(1);
}

describe('what is said about an offer', () => {
  it('is nothing to a reader who has not opened it, and says what to do', async () => {
    await expectNothing((path, input) => ben.post(path, input));
    expect((await ben.post('thread.list', { itemId: offerId })).body).toContain('Open the offer first');
  });

  it('is kept back by the table alone', () => without('rows', () => expectNothing((path, input) => ben.post(path, input))));

  it('is kept back by the rows alone', async () => {
    const answers = await without('policy', async () => {
      const all = Object.entries(calls()).filter(([path]) => path !== 'thread.readers');
      return Promise.all(all.map(async ([path, input]) => [path, await ben.post(path, input)] as const));
    });
    for (const [path, { body, status }] of answers) {
      expect(body, path).not.toContain('CANARY');
      if (path !== 'thread.list') expect(status, path).not.toBe(200);
    }
    const rows = await asUser(world.deps.client, ben.id, (db) => Promise.all([db.thread.count(), db.comment.count()]));
    expect(rows).toEqual([0, 0]);
    expect(await world.client.comment.count({ where: { threadId } })).toBe(1);
    world.faults.length = 0;
  });

  it('is there once the opening is in the log, and was the owner’s all along', async () => {
    expect((await ana.api.thread.list.query({ itemId: offerId })).threads).toHaveLength(1);
    await ben.api.offer.open.mutate({ offerId });
    const { threads } = await ben.api.thread.list.query({ itemId: offerId });
    expect(threads).toMatchObject([{ threadId, label: 'Offer LABELCANARY', comments: [{ text: 'TEXTCANARY' }] }]);
    expect((await ben.post('comment.add', { threadId, text: 'Thank you', mentions: [] })).status).toBe(200);
    expect((await ben.post('thread.start', { itemId: offerId, ...block, text: 'And this?' })).status).toBe(200);
  });

  it('leads a reader who is mentioned to where it is opened, and tells nothing of it', async () => {
    const answer = await ben.post('today.page', undefined);
    expect(answer.body).not.toContain('CANARY');
    const { waiting } = await ben.api.today.page.query();
    expect(waiting).toContainEqual(
      expect.objectContaining({ what: 'mention', itemId: offerId, kind: 'offer', opportunityId, threadId }),
    );
    expect((await ben.api.opportunity.page.query({ opportunityId })).parts.offer).toEqual([offerId]);
    expect((await ben.post('share.glance', { itemId: offerId })).status).toBe(200);
  });

  it('is not opened by looking through one’s own eyes: the owner’s preview is no opening', async () => {
    await ana.api.offer.preview.query({ offerId, as: { who: 'reader', readerId: ben.id } });
    expect((await ben.post('thread.list', { itemId: offerId })).status).toBe(403);
  });
});
