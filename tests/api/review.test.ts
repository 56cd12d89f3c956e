import { wholeLevels } from '@parley/domain/item/levels';
import { emptyMission } from '@parley/domain/mission/mission';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, type Person, type World } from '../support/world.ts';

let world: World;
let ana: Person;
let ben: Person;
let cara: Person;
let eve: Person;
let table: string;
let missionId: string;

beforeAll(async () => {
  world = await createWorld();
  [ana, ben, cara, eve] = [
    await world.person('Ana'),
    await world.person('Ben'),
    await world.person('Cara'),
    await world.person('Eve'),
  ];
  table = await world.council('Thursday table', [ana, ben, cara]);
  await world.council('Other table', [ana, eve]);
});
afterAll(() => world.close());

const share = (who: Person) =>
  ana.api.share.set.mutate({
    itemId: missionId,
    councilId: table,
    readerId: who.id,
    levels: wholeLevels('hidden'),
    expiresAt: null,
  });

beforeEach(async () => {
  const opening = { company: 'Acme', role: 'Staff engineer', alias: 'a shop', stage: 'lead' as const, on: '2026-01-05' };
  const { opportunityId } = await ana.api.opportunity.create.mutate(opening);
  missionId = (await ana.api.mission.create.mutate({ opportunityId })).missionId;
  const document = { ...emptyMission, statement: 'Pay on time.', feedback: { kind: 'likeWishWonder' as const } };
  await ana.api.mission.save.mutate({ missionId, rev: 1, document });
  for (const who of [ben, cara]) await share(who);
  await world.client.notification.deleteMany();
});

const list = (who: Person) => who.api.thread.list.query({ itemId: missionId });
const give = (who: Person, parts: { frame: 'like' | 'wish' | 'wonder' | 'answer'; text: string }[]) =>
  who.api.review.give.mutate({ missionId, parts });
const reviews = async (who: Person) =>
  (await list(who)).reactions.filter(({ targetId }) => targetId === missionId).map(({ authorId, word }) => [authorId, word]);

const refused = (call: Promise<unknown>, code: string) => expect(call).rejects.toMatchObject({ data: { code } });

describe('a review', () => {
  it('answers in the frame that is asked for, is told to the owner, and says of whom that they have reviewed', async () => {
    await give(ben, [
      { frame: 'wish', text: 'for a number.' },
      { frame: 'like', text: 'how short it is.' },
    ]);
    const [thread] = (await list(ana)).threads;
    expect(thread?.blockId).toBe('item');
    expect(thread?.comments.map(({ text }) => text)).toEqual(['**I like** how short it is.\n\n**I wish** for a number.']);
    expect(await reviews(ana)).toEqual([[ben.id, 'reviewed']]);
    expect(await reviews(cara)).toEqual([[ben.id, 'reviewed']]);
    const told = await world.client.notification.findMany({ select: { recipientId: true, kind: true } });
    expect(told).toEqual([{ recipientId: ana.id, kind: 'commented' }]);
  });

  it('may be without words, and is one a person: the next stands in its place, and says of which revision', async () => {
    await give(cara, []);
    const mission = await ana.api.mission.get.query({ missionId });
    await ana.api.mission.save.mutate({
      missionId,
      rev: mission.rev,
      document: { ...mission.document, statement: 'Pay early.' },
    });
    const before = (await list(ana)).reactions[0];
    expect(before).toMatchObject({ word: 'reviewed', rev: mission.rev });
    await give(cara, [{ frame: 'wonder', text: 'who pays.' }]);
    expect((await list(ana)).reactions).toHaveLength(1);
    expect((await list(ana)).reactions[0]).toMatchObject({ word: 'reviewed', rev: mission.rev + 1 });
    expect((await list(ana)).threads).toHaveLength(1);
  });

  it('pressed twice begins one conversation', async () => {
    const input = { missionId, parts: [{ frame: 'like' as const, text: 'it.' }] };
    const key = { 'x-parley-key': 'press-of-a-review-01' };
    const answers = [await ben.post('review.give', input, key), await ben.post('review.give', input, key)];
    expect(new Set(answers.map(({ status, body }) => `${status} ${body}`)).size).toBe(1);
    expect((await list(ana)).threads).toHaveLength(1);
  });

  it('is not the owner’s to give, nor a stranger’s', async () => {
    await refused(give(ana, []), 'FORBIDDEN');
    await refused(give(eve, []), 'NOT_FOUND');
  });

  it('that was being written when the share was taken back is not kept; one given before counts on, and again when shared again', async () => {
    await give(ben, [{ frame: 'like', text: 'it.' }]);
    const { state, rev } = await ana.api.mission.get.query({ missionId });
    expect(state).toBe('inReview');
    await ana.api.mission.setState.mutate({ missionId, rev, state: 'private' });
    await refused(give(ben, [{ frame: 'wish', text: 'LATECANARY' }]), 'NOT_FOUND');
    await refused(list(ben), 'NOT_FOUND');
    expect(JSON.stringify(await list(ana))).not.toContain('LATECANARY');
    expect(await reviews(ana)).toEqual([[ben.id, 'reviewed']]);
    await share(ben);
    expect(await reviews(ben)).toEqual([[ben.id, 'reviewed']]);
    await give(ben, [{ frame: 'wish', text: 'LATECANARY' }]);
    expect((await list(ana)).threads).toHaveLength(2);
  });
});

describe('a reaction', () => {
  const begin = async (who: Person) => {
    const quote = { of: 'Pay on time.', start: 4, end: 11 };
    const words = { itemId: missionId, blockId: 'statement', label: 'Pay on time.', quote, text: 'By when?', mentions: [] };
    const { threadId, comment } = await who.api.thread.start.mutate(words);
    return { threadId, commentId: comment.commentId };
  };
  const said = async (who: Person) =>
    (await list(who)).reactions.map(({ targetId, authorId, word }) => [targetId, authorId, word]);

  it('is one word a person about a comment or a quote; another stands in its place, and it is taken back', async () => {
    const { threadId, commentId } = await begin(ben);
    await cara.api.reaction.toComment.mutate({ commentId, word: 'push' });
    await cara.api.reaction.toComment.mutate({ commentId, word: 'careful' });
    await ana.api.reaction.toQuote.mutate({ threadId, word: 'hold' });
    expect(await said(ben)).toEqual([
      [commentId, cara.id, 'careful'],
      [threadId, ana.id, 'hold'],
    ]);
    expect(await world.client.reaction.count({ where: { itemId: missionId } })).toBe(2);
    await cara.api.reaction.toComment.mutate({ commentId, word: null });
    expect(await said(ben)).toEqual([[threadId, ana.id, 'hold']]);
  });

  it('is told to nobody, kept sealed, and gone with the comment', async () => {
    const { commentId } = await begin(ben);
    await world.client.notification.deleteMany();
    await cara.api.reaction.toComment.mutate({ commentId, word: 'strong' });
    expect(await world.client.notification.count()).toBe(0);
    const [row] = await world.client.reaction.findMany({ where: { itemId: missionId } });
    expect(Buffer.from(row?.sealed ?? []).toString('latin1')).not.toContain('strong');
    await ben.api.comment.remove.mutate({ commentId });
    expect(await said(ana)).toEqual([]);
    await refused(cara.api.reaction.toComment.mutate({ commentId, word: 'push' }), 'FORBIDDEN');
  });

  it('reaches nobody who does not sit with who said it', async () => {
    const { commentId } = await begin(ben);
    await cara.api.reaction.toComment.mutate({ commentId, word: 'push' });
    const councils = await ana.api.council.list.query();
    const other = councils.find(({ name }) => name === 'Other table');
    const levels = wholeLevels('hidden');
    await ana.api.share.set.mutate({
      itemId: missionId,
      councilId: other?.councilId ?? '',
      readerId: eve.id,
      levels,
      expiresAt: null,
    });
    expect(await said(eve)).toEqual([]);
    await refused(eve.api.reaction.toComment.mutate({ commentId, word: 'push' }), 'NOT_FOUND');
  });
});
