import { asUser } from '@parley/db/as-user';
import { type Client, createClient } from '@parley/db/client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { inDays } from '../support/clock.ts';
import { chosenLine } from '../support/lines.ts';
import { createTable, revealedOf, seal, type Table, trySeal } from '../support/round-table.ts';
import { baseCounter } from '../support/rounds.ts';
import { unwalled } from '../support/unwalled.ts';
import type { Person } from '../support/world.ts';

let table: Table;
let world: Table['world'];
let ana: Person;
let ben: Person;
let cara: Person;
let dan: Person;

/** While set, calls go past row-level security: the code's own wall stands alone. */
let past: Client | null = null;

beforeAll(async () => {
  table = await createTable({
    asUser: (client, accountId, work) => (past ? unwalled(past, accountId, work) : asUser(client, accountId, work)),
    line: (real, beyond) => chosenLine(() => (past ? beyond : real)),
  });
  ({ world, ana, ben, cara, dan } = table);
});
afterAll(() => world.close());

const words = 'BENSAYS I sealed 190 / 25 / 200';

/** A negotiation, its offer and an open round, all shared with the three; Dan is not asked. */
async function talk() {
  const { negotiationId, offerId } = await table.begin();
  const roundId = await table.draft({}, negotiationId);
  for (const itemId of [negotiationId, offerId]) await table.shareUntil(inDays(7).toISOString(), itemId, ben, cara, dan);
  await table.shareWith(roundId, ben, cara);
  for (const person of [ben, cara, dan]) await person.api.offer.open.mutate({ offerId });
  return { negotiationId, offerId, roundId };
}

const say = (person: Person, itemId: string, text: string, mentions: string[] = []) =>
  person.api.thread.start.mutate({ itemId, blockId: 'item', label: 'All of it', text, mentions });

/** Everything that somebody gets that could speak of what was said. */
async function hears(person: Person, itemIds: readonly string[]): Promise<string> {
  const lists = await Promise.all(itemIds.map((itemId) => person.post('thread.list', { itemId })));
  const pages = [await person.post('today.page', undefined)];
  return [...lists, ...pages].map(({ body }) => body).join('\n');
}

describe('while a round is open, what one of those asked writes', () => {
  it('reaches the owner and who is not asked, and nobody else who is, in the round, its negotiation and its offer', async () => {
    const { roundId, ...rest } = await talk();
    await table.open(roundId);
    const items = [roundId, ...Object.values(rest)];
    const before = await hears(cara, items);
    await seal(ben, roundId, 19_000_000);
    for (const itemId of items) {
      const { told } = await say(ben, itemId, words, [cara.id]);
      expect(told).toEqual([ana.id]);
      const { heldIds } = await ben.api.thread.readers.query({ itemId });
      expect(heldIds).toEqual([cara.id]);
      expect((await ana.api.thread.readers.query({ itemId })).heldIds).toEqual([]);
    }
    expect(await hears(cara, items)).toBe(before);
    expect(await hears(ana, items)).toContain('BENSAYS');
    expect(await hears(dan, Object.values(rest))).toContain('BENSAYS');
    expect(await hears(ben, items)).toContain('BENSAYS');
  });

  it('is held by each wall alone', async () => {
    const { roundId, negotiationId } = await talk();
    await table.open(roundId);
    const { threadId } = await say(ben, negotiationId, words, [cara.id]);
    const rows = await asUser(world.deps.client, cara.id, (db) =>
      Promise.all([
        db.comment.count({ where: { threadId } }),
        db.thread.count({ where: { id: threadId } }),
        db.notification.count({ where: { threadId } }),
      ]),
    );
    expect(rows).toEqual([0, 0, 0]);
    past = createClient(world.adminUrl, { max: 2, acquireTimeout: 5_000 });
    try {
      expect((await cara.post('thread.list', { itemId: negotiationId })).body).not.toContain('BENSAYS');
      expect((await ana.post('thread.list', { itemId: negotiationId })).body).toContain('BENSAYS');
    } finally {
      await past.$disconnect();
      past = null;
    }
  });

  it('is held in a conversation that was there before, as a reply and as an edit of an old comment', async () => {
    const { roundId, negotiationId } = await talk();
    const { threadId, comment } = await say(ben, negotiationId, 'OLDWORDS before the round');
    await table.open(roundId);
    expect(await hears(cara, [negotiationId])).toContain('OLDWORDS');
    const { told } = await ben.api.comment.add.mutate({ threadId, text: words, mentions: [] });
    expect(told).toEqual([ana.id]);
    await ben.api.comment.edit.mutate({ commentId: comment.commentId, rev: 1, text: 'EDITED 190', mentions: [cara.id] });
    const heard = await hears(cara, [negotiationId]);
    for (const mark of ['BENSAYS', 'EDITED', 'OLDWORDS']) expect(heard).not.toContain(mark);
  });

  it('is held on the rounds before it and on a debrief too, and no late counter says it there', async () => {
    const { negotiationId, opportunityId } = await table.begin();
    const first = await table.draft({}, negotiationId);
    await table.shareWith(first, ben, cara, dan);
    await table.open(first);
    await seal(dan, first, 18_000_000);
    await table.reveal(first);
    const { debriefId } = await ana.api.debrief.create.mutate({ opportunityId, kind: 'interview' });
    await table.shareWith(debriefId, ben, cara);
    const second = await table.draft({}, negotiationId);
    await table.shareWith(second, ben, cara);
    await table.open(second);
    const before = await hears(cara, [first, debriefId]);
    for (const itemId of [first, debriefId]) expect((await say(ben, itemId, words)).told).toEqual([ana.id]);
    const late = await ben.post('round.seal', { roundId: first, counter: baseCounter(19_000_000, words) });
    expect([late.status, late.body]).toEqual([403, expect.stringContaining('Answer there; here you can once it is revealed.')]);
    expect(await revealedOf(ben, first)).toMatchObject({ maySeal: false, asksElsewhere: true });
    expect(await hears(cara, [first, debriefId])).toBe(before);
    await table.reveal(second);
    expect(await hears(cara, [first, debriefId])).toContain('BENSAYS');
    expect(await trySeal(ben, first, 19_000_000)).toBe(200);
  });

  it('says nothing by what a conversation is about, nor by ringing', async () => {
    const { roundId } = await talk();
    await table.open(roundId);
    const rung = () => world.client.event.count({ where: { accountId: cara.id } });
    const before = await rung();
    const about = { blockId: 'BENSAYS190', label: 'BENSAYS I sealed 190', quote: { of: 'BENSAYS 190 / 25', start: 0, end: 11 } };
    const { threadId } = await ben.api.thread.start.mutate({ itemId: roundId, ...about, text: words, mentions: [] });
    await ben.api.comment.add.mutate({ threadId, text: words, mentions: [] });
    expect(await rung()).toBe(before);
    await ana.api.comment.add.mutate({ threadId, text: 'OWNERSAYS', mentions: [] });
    expect(await rung()).toBe(before + 1);
    const heard = await hears(cara, [roundId]);
    expect(heard).toContain('OWNERSAYS');
    expect(heard).not.toContain('BENSAYS');
    await table.reveal(roundId);
    expect(await hears(cara, [roundId])).toContain('BENSAYS190');
  });

  it('is no obstacle to the owner, whose clarification reaches all, and brings the conversation along', async () => {
    const { roundId } = await talk();
    await table.open(roundId);
    const { threadId } = await say(ben, roundId, 'BENASKS is the bonus paid? I sealed 190');
    const { told } = await ana.api.comment.add.mutate({ threadId, text: 'OWNERSAYS it is paid in March.', mentions: [] });
    expect(told).toEqual([ben.id]);
    const heard = await hears(cara, [roundId]);
    expect(heard).toContain('OWNERSAYS');
    expect(heard).not.toContain('BENASKS');
    const answer = await cara.api.thread.list.query({ itemId: roundId });
    expect(answer.threads.map(({ comments }) => comments.length)).toEqual([1]);
    // nor who asked, nor when: it begins with what its owner says
    expect(answer.threads).toMatchObject([{ starterId: ana.id, createdAt: answer.threads[0]?.comments[0]?.createdAt }]);
    expect(answer.people).toEqual({ [ana.id]: ana.name });
    await ben.api.thread.resolve.mutate({ threadId });
    expect((await cara.api.thread.list.query({ itemId: roundId })).people).toEqual({ [ana.id]: ana.name });
  });

  it('reaches everybody with the reveal, notices and mentions too', async () => {
    const { roundId, negotiationId } = await talk();
    await table.open(roundId);
    await say(ben, negotiationId, words, [cara.id]);
    await table.reveal(roundId);
    expect(await hears(cara, [negotiationId])).toContain('BENSAYS');
    const { moved } = await cara.api.today.page.query();
    expect(moved.filter(({ kind, item }) => kind === 'mentioned' && item?.itemId === negotiationId)).toHaveLength(1);
    expect((await ben.api.thread.readers.query({ itemId: negotiationId })).heldIds).toEqual([]);
    expect(world.faults).toEqual([]);
  });

  it('stays held from who is no longer asked, and from who is asked later', async () => {
    const { roundId, negotiationId } = await talk();
    await table.open(roundId);
    await say(ben, negotiationId, words);
    await table.shareWith(roundId, dan);
    expect(await hears(dan, [negotiationId])).not.toContain('BENSAYS');
    const { shares } = await ana.api.share.get.query({ itemId: roundId });
    for (const { shareId, readerId } of shares) if (readerId === cara.id) await ana.api.share.revoke.mutate({ shareId });
    expect(await hears(cara, [negotiationId])).not.toContain('BENSAYS');
  });
});

describe('what one of those asked wrote beside a round that was cancelled', () => {
  const cancelled = async () => {
    const given = await talk();
    await table.shareUntil(inDays(60).toISOString(), given.negotiationId, ben, cara, dan);
    await table.open(given.roundId);
    await seal(ben, given.roundId, 19_000_000);
    const { threadId, comment } = await say(ben, given.negotiationId, words, [cara.id]);
    const { comment: asked } = await say(ana, given.negotiationId, 'Well?');
    await ben.api.reaction.toComment.mutate({ commentId: asked.commentId, word: 'hold' });
    await ana.api.round.cancel.mutate({ roundId: given.roundId });
    return { ...given, threadId, commentId: comment.commentId };
  };

  const next = async (negotiationId: string, ...asked: Person[]) => {
    const roundId = await table.draft({}, negotiationId);
    await table.shareWith(roundId, ...asked);
    await table.open(roundId);
    return roundId;
  };

  /** The rest is asked so many days after the world began, by people who were signed in meanwhile. */
  const wait = async (days: number) => {
    await world.client.session.updateMany({ data: { expiresAt: inDays(days + 1) } });
    await world.setClock(inDays(days));
  };
  afterEach(() => world.setClock(null));

  it('reaches nobody asked in it before the next one is revealed', async () => {
    const { roundId, negotiationId } = await cancelled();
    const items = [roundId, negotiationId];
    expect(await hears(cara, items)).not.toContain('BENSAYS');
    const second = await next(negotiationId, ben, cara, dan);
    for (const person of [cara, dan]) expect(await hears(person, [...items, second])).not.toContain('BENSAYS');
    await seal(cara, second, 18_000_000);
    await table.reveal(second);
    for (const person of [cara, dan]) expect(await hears(person, items)).toContain('BENSAYS');
    expect((await cara.post('round.get', { roundId })).body).not.toContain('19000000');
  });

  it('stays held from who is asked again when its writer is not', async () => {
    const { negotiationId } = await cancelled();
    const second = await next(negotiationId, cara, dan);
    expect(await hears(cara, [negotiationId])).not.toContain('BENSAYS');
    expect(await hears(dan, [negotiationId])).toContain('BENSAYS');
    await table.reveal(second);
    expect(await hears(cara, [negotiationId])).toContain('BENSAYS');
  });

  it('is read after fourteen days without another round, and its round says so before', async () => {
    const { roundId, negotiationId } = await cancelled();
    for (const person of [ana, ben, cara]) {
      const { stage } = await person.api.round.get.query({ roundId });
      expect(stage).toEqual({ state: 'cancelled', heldUntil: expect.stringMatching(/^2026-12-04T/) });
    }
    await wait(13.9);
    expect(await hears(cara, [negotiationId])).not.toContain('BENSAYS');
    await wait(14.1);
    expect(await hears(cara, [negotiationId])).toContain('BENSAYS');
    expect((await cara.api.round.get.query({ roundId })).stage).toEqual({ state: 'cancelled', heldUntil: null });
    const second = await next(negotiationId, ben, cara);
    expect(await hears(cara, [negotiationId])).not.toContain('BENSAYS');
    await table.reveal(second);
    expect(await hears(cara, [negotiationId])).toContain('BENSAYS');
  });

  it('waits anew when the next one is cancelled too', async () => {
    const { negotiationId } = await cancelled();
    const second = await next(negotiationId, ben, cara);
    await wait(10);
    await ana.api.round.cancel.mutate({ roundId: second });
    await wait(20);
    expect(await hears(cara, [negotiationId])).not.toContain('BENSAYS');
    await wait(25);
    expect(await hears(cara, [negotiationId])).toContain('BENSAYS');
  });

  it('says nothing by an edit, a mention, a reply or a notice, while new words are heard at once', async () => {
    const { negotiationId, threadId, commentId } = await cancelled();
    const rung = () => world.client.event.count({ where: { accountId: cara.id } });
    const quiet = await rung();
    const edit = { commentId, rev: 1, text: 'BENSAYS again 190', mentions: [cara.id] };
    expect((await ben.api.comment.edit.mutate({ ...edit, mentions: [] })).told).toEqual([]);
    expect((await ben.api.comment.edit.mutate({ ...edit, rev: 2 })).told).toEqual([]);
    expect((await ben.api.comment.add.mutate({ threadId, text: 'BENSAYS more', mentions: [cara.id] })).told).toEqual([ana.id]);
    expect(await rung()).toBe(quiet);
    const heard = await hears(cara, [negotiationId]);
    expect(heard).not.toContain('BENSAYS');
    const { moved } = await cara.api.today.page.query();
    expect(moved.filter(({ item }) => item?.itemId === negotiationId).map(({ kind }) => kind)).toEqual(['shared']);
    expect((await ben.api.thread.readers.query({ itemId: negotiationId })).heldIds).toEqual([]);
    expect((await say(ben, negotiationId, 'BENASKS anew', [cara.id])).told).toEqual([ana.id, cara.id].sort());
    expect(await hears(cara, [negotiationId])).toContain('BENASKS');
  });

  it('is held by each wall alone, a word about the round too', async () => {
    const { negotiationId, threadId } = await cancelled();
    const rows = await asUser(world.deps.client, cara.id, (db) =>
      Promise.all([
        db.comment.count({ where: { threadId } }),
        db.thread.count({ where: { id: threadId } }),
        db.notification.count({ where: { threadId } }),
        db.reaction.count({ where: { itemId: negotiationId } }),
      ]),
    );
    expect(rows).toEqual([0, 0, 0, 0]);
    past = createClient(world.adminUrl, { max: 2, acquireTimeout: 5_000 });
    try {
      expect((await cara.post('thread.list', { itemId: negotiationId })).body).not.toContain('BENSAYS');
      expect((await cara.api.thread.list.query({ itemId: negotiationId })).reactions).toEqual([]);
      expect((await dan.api.thread.list.query({ itemId: negotiationId })).reactions).toHaveLength(1);
      expect((await ana.post('thread.list', { itemId: negotiationId })).body).toContain('BENSAYS');
    } finally {
      await past.$disconnect();
      past = null;
    }
  });

  it('is read at once when its owner takes the round away, which says that none follows', async () => {
    const { roundId, negotiationId } = await cancelled();
    await ana.api.round.remove.mutate({ roundId });
    expect(await hears(cara, [negotiationId])).toContain('BENSAYS');
    expect(world.faults).toEqual([]);
  });
});
