import { newId } from '@parley/db/id';
import { wholeLevels } from '@parley/domain/item/levels';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inDays } from '../support/clock.ts';
import { createWorld, type Person, type World } from '../support/world.ts';

let world: World;
let ana: Person;
let ben: Person;
let cara: Person;
let dan: Person;
let eve: Person;
let table: string;
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
  await world.council('Other table', [ana, eve]);
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

describe('a conversation', () => {
  it('is about words of a block, and keeps them with the text they were taken from', async () => {
    const of = 'Make payments so dependable that nobody talks about them. 👨‍👩‍👧‍👦';
    const on = (quote: { of: string; start: number; end: number }) =>
      ben.api.thread.start.mutate({ itemId: missionId, ...block, quote, text: 'Nobody?', mentions: [] });
    await on({ of, start: 33, end: 39 });
    await start(ben, 'As a whole');
    const { threads } = await list(cara);
    expect(threads.map(({ quote }) => quote)).toEqual([{ of, start: 33, end: 39 }, null]);
    await expect(on({ of, start: 33, end: 33 })).rejects.toThrow();
    await expect(on({ of, start: 58, end: 60 })).rejects.toThrow();
    await expect(on({ of, start: 0, end: of.length + 1 })).rejects.toThrow();
    const [kept] = await world.client.thread.findMany({ where: { itemId: missionId }, orderBy: { id: 'asc' } });
    expect(Buffer.from(kept?.sealed ?? []).includes('nobody')).toBe(false);
  });

  it('is seen by everybody who can read the item, with names', async () => {
    const { threadId } = await start(ben, 'I *like* the statement');
    const { comment } = await ana.api.comment.add.mutate({ threadId, text: 'Thank you', mentions: [] });
    for (const who of [ana, ben, cara]) {
      const { threads, people } = await list(who);
      expect(threads).toMatchObject([
        {
          threadId,
          ...block,
          starterId: ben.id,
          resolvedAt: null,
          comments: [{ text: 'I *like* the statement' }, { text: 'Thank you' }],
        },
      ]);
      expect(people).toEqual({ [ana.id]: 'Ana', [ben.id]: 'Ben' });
    }
    expect(comment).toMatchObject({ threadId, rev: 1 });
  });

  it('is nothing to a co-member without a share and to a stranger, byte for byte', async () => {
    const { threadId, comment } = await start(ben, 'between us');
    const calls: [string, object, object][] = [
      ['thread.list', { itemId: missionId }, { itemId: newId() }],
      ['thread.readers', { itemId: missionId }, { itemId: newId() }],
      [
        'thread.start',
        { itemId: missionId, ...block, text: 'x', mentions: [] },
        { itemId: newId(), ...block, text: 'x', mentions: [] },
      ],
      ['thread.resolve', { threadId }, { threadId: newId() }],
      ['thread.reopen', { threadId }, { threadId: newId() }],
      ['comment.add', { threadId, text: 'x', mentions: [] }, { threadId: newId(), text: 'x', mentions: [] }],
      [
        'comment.edit',
        { commentId: comment.commentId, rev: 1, text: 'x', mentions: [] },
        { commentId: newId(), rev: 1, text: 'x', mentions: [] },
      ],
      ['comment.remove', { commentId: comment.commentId }, { commentId: newId() }],
    ];
    for (const who of [dan, eve])
      for (const [path, real, none] of calls) {
        const answer = await who.post(path, real);
        expect([path, answer.status]).toEqual([path, 404]);
        expect(answer.body).toBe((await who.post(path, none)).body);
      }
    const { threads } = await list(ana);
    expect(threads).toMatchObject([{ resolvedAt: null, comments: [{ text: 'between us', rev: 1 }] }]);
  });

  it('keeps what is written out of the database’s sight', async () => {
    await start(ben, 'canary-of-a-comment');
    const rows = await world.client.$queryRaw<{ dump: string }[]>`
      select encode(t.sealed, 'escape') || encode(c.sealed, 'escape') || t::text || c::text as dump
      from thread t join comment c on c.thread_id = t.id where t.item_id = ${missionId}::uuid`;
    expect(rows).toHaveLength(1);
    expect(rows[0]?.dump).not.toMatch(/canary|Mission statement/);
  });

  it('is listed the same with 50 comments, oldest first', async () => {
    const { threadId } = await start(ben, '0');
    for (let at = 1; at < 50; at += 1)
      await (at % 2 ? ana : cara).api.comment.add.mutate({ threadId, text: String(at), mentions: [] });
    const [thread] = (await list(ben)).threads;
    expect(thread?.comments.map((comment) => comment.text)).toEqual(Array.from({ length: 50 }, (_, at) => String(at)));
  });
});

describe('access', () => {
  it('ends for the commenter with revocation, expiry and removal; what they wrote stays', async () => {
    const { threadId, comment } = await start(ben, 'before');
    const { shares } = await owned();
    await ana.api.share.revoke.mutate({ shareId: shares.find((one) => one.readerId === ben.id)?.shareId ?? '' });
    expect((await ben.post('thread.list', { itemId: missionId })).status).toBe(404);
    expect((await ben.post('comment.edit', { commentId: comment.commentId, rev: 1, text: 'x', mentions: [] })).status).toBe(404);
    expect((await ben.post('comment.remove', { commentId: comment.commentId })).status).toBe(404);
    expect((await list(cara)).people[ben.id]).toBe('Ben');

    await share(ben.id, table, inDays(2).toISOString());
    expect((await ben.post('thread.list', { itemId: missionId })).status).toBe(200);
    await world.setClock(inDays(3));
    expect((await ben.post('comment.add', { threadId, text: 'late', mentions: [] })).status).toBe(404);
    expect((await list(ana)).threads).toMatchObject([{ comments: [{ text: 'before', rev: 1 }] }]);
  });

  it('ends at once for a removed member, whose comments stay readable by name', async () => {
    const fay = await world.person('Fay');
    const { link } = await ben.api.invitation.create.mutate({ councilId: table, email: fay.email });
    await fay.api.invitation.accept.mutate({ token: link.split('token=')[1] ?? '', charterVersion: 1 });
    await share(fay.id);
    const { threadId } = await start(fay, 'from Fay');
    await ben.api.council.remove.mutate({ councilId: table, accountId: fay.id, reason: 'The charter.' });
    expect((await fay.post('thread.list', { itemId: missionId })).status).toBe(404);
    expect((await fay.post('comment.add', { threadId, text: 'x', mentions: [] })).status).toBe(404);
    const { threads, people } = await list(ana);
    expect([threads[0]?.comments[0]?.text, people[fay.id]]).toEqual(['from Fay', 'Fay']);
  });
});

describe('resolving', () => {
  it('is for the owner and who started it; replies wait until it is open again', async () => {
    const { threadId } = await start(ben, 'one');
    expect((await cara.post('thread.resolve', { threadId })).status).toBe(403);
    await ben.api.thread.resolve.mutate({ threadId });
    expect((await list(cara)).threads).toMatchObject([{ resolvedById: ben.id }]);
    expect((await cara.post('comment.add', { threadId, text: 'x', mentions: [] })).body).toContain('is resolved');
    expect((await cara.post('thread.reopen', { threadId })).status).toBe(403);
    await ana.api.thread.reopen.mutate({ threadId });
    expect((await list(cara)).threads).toMatchObject([{ resolvedAt: null, resolvedById: null }]);
    expect((await cara.post('comment.add', { threadId, text: 'x', mentions: [] })).status).toBe(200);
  });
});

describe('odd input', () => {
  it('is refused with a sentence, and hostile text is kept as text', async () => {
    const good = { itemId: missionId, ...block, text: 'x', mentions: [] };
    for (const bad of [
      { blockId: 'a b' },
      { blockId: '' },
      { blockId: 'x'.repeat(65) },
      { blockId: '../etc' },
      { label: '' },
      { text: ' ' },
      { text: 'x'.repeat(4001) },
      { text: 'a\u0000b' },
      { text: 'a\u202eb' },
      { mentions: 'all' },
      { mentions: [1] },
      { html: true },
    ])
      expect((await ben.post('thread.start', { ...good, ...bad })).status, JSON.stringify(bad).slice(0, 60)).toBe(400);
    const hostile = '<img src=x onerror=alert(1)> [x](javascript:alert(1)) ![p](https://evil.example/p.png)';
    await start(ben, hostile);
    expect((await list(ana)).threads[0]?.comments[0]?.text).toBe(hostile);
    expect(world.faults).toEqual([]);
  });
});
