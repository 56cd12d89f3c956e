import { asUser } from '@parley/db/as-user';
import { newId } from '@parley/db/id';
import { wholeLevels } from '@parley/domain/item/levels';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, type Person, type World } from '../support/world.ts';

/** Ana sits at two tables: with Ben and Cara at one, with Eve and Finn at the other. Gus sits at both. */
let world: World;
let ana: Person;
let ben: Person;
let cara: Person;
let eve: Person;
let finn: Person;
let gus: Person;
let table: string;
let other: string;
let missionId: string;

beforeAll(async () => {
  world = await createWorld();
  const people = await Promise.all(['Ana', 'Ben', 'Cara', 'Eve', 'Finn', 'Gus'].map((name) => world.person(name)));
  const [one, two, three, four, five, six] = people;
  if (!one || !two || !three || !four || !five || !six) throw new Error('Somebody is missing.');
  [ana, ben, cara, eve, finn, gus] = [one, two, three, four, five, six];
  table = await world.council('Thursday table', [ana, ben, cara, gus]);
  other = await world.council('Other table', [ana, eve, finn, gus]);
});
afterAll(() => world.close());

const block = { blockId: 'statement', label: 'Mission statement' };
const start = (who: Person, text: string, mentions: string[] = []) =>
  who.api.thread.start.mutate({ itemId: missionId, ...block, text, mentions });
const add = (who: Person, threadId: string, text: string, mentions: string[] = []) =>
  who.api.comment.add.mutate({ threadId, text, mentions });
const textsOf = async (who: Person) =>
  (await who.api.thread.list.query({ itemId: missionId })).threads.flatMap((thread) => thread.comments.map(({ text }) => text));
const readersOf = async (who: Person) => (await who.api.thread.readers.query({ itemId: missionId })).readers;
const names = async (who: Person) => (await readersOf(who)).map(({ name }) => name).sort();

beforeEach(async () => {
  const opening = { company: 'Acme', role: 'Staff engineer', alias: 'a shop', stage: 'lead' as const, on: '2026-01-05' };
  const { opportunityId } = await ana.api.opportunity.create.mutate(opening);
  missionId = (await ana.api.mission.create.mutate({ opportunityId })).missionId;
  for (const councilId of [table, other])
    await ana.api.share.set.mutate({
      itemId: missionId,
      councilId,
      readerId: null,
      levels: wholeLevels('hidden'),
      expiresAt: null,
    });
});

describe('readers of one owner’s two councils', () => {
  it('learn of those who sit with them, by name, and of nobody else', async () => {
    expect(await names(ana)).toEqual(['Ana', 'Ben', 'Cara', 'Eve', 'Finn', 'Gus']);
    expect(await names(ben)).toEqual(['Ana', 'Ben', 'Cara', 'Gus']);
    expect(await names(eve)).toEqual(['Ana', 'Eve', 'Finn', 'Gus']);
    expect(await names(gus)).toEqual(['Ana', 'Ben', 'Cara', 'Eve', 'Finn', 'Gus']);
    const { body } = await ben.post('thread.readers', { itemId: missionId });
    for (const hidden of [eve, finn]) expect(body).not.toContain(hidden.id);
  });

  it('hear each their own table and the owner: no id, name or word of the others', async () => {
    await start(eve, 'from Eve');
    const { threadId } = await start(ana, 'to all');
    await add(ben, threadId, 'from Ben');
    await add(finn, threadId, 'from Finn', [eve.id]);
    await add(gus, threadId, 'from Gus');
    await add(ana, threadId, 'both of you', [ben.id, finn.id]);
    expect(await textsOf(ana)).toEqual(['from Eve', 'to all', 'from Ben', 'from Finn', 'from Gus', 'both of you']);
    expect(await textsOf(gus)).toEqual(await textsOf(ana));
    expect(await textsOf(ben)).toEqual(['to all', 'from Ben', 'from Gus', 'both of you']);
    expect(await textsOf(eve)).toEqual(['from Eve', 'to all', 'from Finn', 'from Gus', 'both of you']);
    for (const [who, hidden] of [
      [ben, [eve, finn]],
      [eve, [ben, cara]],
    ] as const) {
      const { body } = await who.post('thread.list', { itemId: missionId });
      for (const person of hidden) for (const mark of [person.id, person.name]) expect(body, mark).not.toContain(mark);
    }
  });

  it('get the same bytes whatever is said at the other table', async () => {
    const { threadId } = await start(ana, 'to all');
    const look = async () => {
      const calls = ['thread.list', 'thread.readers', 'share.glance', 'mission.get'];
      const answers = await Promise.all(
        calls.map((path) => ben.post(path, path === 'mission.get' ? { missionId } : { itemId: missionId })),
      );
      return [...answers, await ben.post('today.page', undefined)].map(({ body }) => body).join('\n');
    };
    const before = await look();
    await start(eve, 'a long story that nobody at the other table hears of');
    await add(finn, threadId, 'and another');
    expect(await look()).toBe(before);
  });

  it('do not act on what they do not hear: as if it were not there', async () => {
    const { threadId, comment } = await start(eve, 'from Eve');
    const begun = await start(ana, 'to all');
    const finns = await add(finn, begun.threadId, 'from Finn');
    const calls: [string, object, object][] = [
      ['thread.resolve', { threadId }, { threadId: newId() }],
      ['thread.reopen', { threadId }, { threadId: newId() }],
      ['comment.add', { threadId, text: 'x', mentions: [] }, { threadId: newId(), text: 'x', mentions: [] }],
      ...[comment.commentId, finns.comment.commentId].flatMap((commentId): [string, object, object][] => [
        ['comment.edit', { commentId, rev: 1, text: 'x', mentions: [] }, { commentId: newId(), rev: 1, text: 'x', mentions: [] }],
        ['comment.remove', { commentId }, { commentId: newId() }],
      ]),
    ];
    for (const [path, real, none] of calls) {
      const answer = await ben.post(path, real);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(answer.body).toBe((await ben.post(path, none)).body);
    }
    const rows = await asUser(world.deps.client, ben.id, (db) =>
      db.comment.findMany({ where: { thread: { itemId: missionId } }, select: { authorId: true } }),
    );
    expect(rows).toEqual([{ authorId: ana.id }]);
  });

  it('are neither mentioned to nor told by each other', async () => {
    for (const who of [ben, eve]) {
      const stranger = who === ben ? eve : ben;
      const answer = await who.post('thread.start', { itemId: missionId, ...block, text: 'hey', mentions: [stranger.id] });
      expect([answer.status, answer.body.includes('mention only people who can read')]).toEqual([400, true]);
    }
    const { threadId } = await start(ben, 'among us');
    // the owner knows them both, and yet Eve could not follow
    expect((await ana.post('comment.add', { threadId, text: 'Eve?', mentions: [eve.id] })).status).toBe(400);
    const [thread] = (await ana.api.thread.list.query({ itemId: missionId })).threads;
    expect(new Set(thread?.readerIds)).toEqual(new Set([ana.id, ben.id, cara.id, gus.id]));
    const begun = await start(ana, 'to all');
    await add(eve, begun.threadId, 'from Eve');
    await world.client.notification.deleteMany();
    expect((await add(ben, begun.threadId, 'from Ben')).told).toEqual([ana.id]);
    expect((await world.client.notification.findMany()).map((row) => row.recipientId)).toEqual([ana.id]);
    const forged = { id: newId(), recipientId: eve.id, actorId: ben.id, kind: 'commented' as const, itemId: missionId };
    await expect(asUser(world.deps.client, ben.id, (db) => db.notification.createMany({ data: [forged] }))).rejects.toThrow();
  });

  it('cannot ask the database who else reads', async () => {
    const ask = (sql: string) => asUser(world.deps.client, ben.id, (db) => db.$queryRawUnsafe<{ may: boolean }[]>(sql));
    const may = await ask(`select account_may_read('${missionId}'::uuid, '${eve.id}'::uuid) as may`);
    expect(may).toEqual([{ may: false }]);
    await expect(ask(`select reads_item('${missionId}'::uuid, '${eve.id}'::uuid) as may`)).rejects.toThrow();
    await expect(ask(`select item_audience('${missionId}'::uuid)::text as may`)).rejects.toThrow();
  });
});

describe('who left', () => {
  it('stays heard for what was said before, and not for what is said at another table', async () => {
    const hal = await world.person('Hal');
    const { link } = await ana.api.invitation.create.mutate({ councilId: table, email: hal.email });
    await hal.api.invitation.accept.mutate({ token: link.split('token=')[1] ?? '', charterVersion: 1 });
    const { threadId } = await start(ana, 'to all');
    await add(hal, threadId, 'while here');
    await hal.api.council.leave.mutate({ councilId: table });
    const again = await ana.api.invitation.create.mutate({ councilId: other, email: hal.email });
    await hal.api.invitation.accept.mutate({ token: again.link.split('token=')[1] ?? '', charterVersion: 1 });
    await add(hal, threadId, 'from elsewhere');
    expect(await textsOf(ben)).toEqual(['to all', 'while here']);
    expect((await ben.api.thread.list.query({ itemId: missionId })).people[hal.id]).toBe('Hal');
    expect(await names(ben)).not.toContain('Hal');
    expect(await textsOf(eve)).toEqual(['to all', 'while here', 'from elsewhere']);
  });

  it('leaves no fault of ours behind', () => {
    expect(world.faults).toEqual([]);
  });
});
