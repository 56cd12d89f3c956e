import { wholeLevels } from '@parley/domain/item/levels';
import { bundleNotices } from '@parley/domain/notification/bundle';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Person, type World } from '../support/world.ts';

let world: World;
let ana: Person;
let ben: Person;
let cara: Person;
let councilId: string;
let opportunityId: string;

beforeAll(async () => {
  world = await createWorld();
  [ana, ben, cara] = [await world.person('Ana'), await world.person('Ben'), await world.person('Cara')];
  councilId = await world.council('Wednesday', [ana, ben, cara]);
  const opening = { company: 'Zyxwell', role: 'Staff engineer', alias: 'fintech', stage: 'interview', on: '2026-11-20' } as const;
  ({ opportunityId } = await ana.api.opportunity.create.mutate(opening));
});
afterAll(() => world.close());

const noticesOf = async (person: Person) => (await person.api.today.notices.query()).notices;
const about = async (person: Person, itemId: string) => (await noticesOf(person)).filter((one) => one.item?.itemId === itemId);
const kinds = async (person: Person, itemId: string) => (await about(person, itemId)).map(({ kind }) => kind);
const unseen = async (person: Person, itemId: string) => (await about(person, itemId)).filter(({ seen }) => !seen).length;
const countOf = async (person: Person) => (await person.api.today.noticeCount.query()).fresh;

/** A debrief of Ana's that both others can read. */
async function shareDebrief(): Promise<string> {
  const { debriefId } = await ana.api.debrief.create.mutate({ opportunityId, kind: 'interview' });
  const levels = wholeLevels('hidden');
  await ana.api.share.set.mutate({ itemId: debriefId, councilId, readerId: null, levels, expiresAt: null });
  return debriefId;
}

const words = (itemId: string, mentions: Person[]) => ({
  itemId,
  blockId: 'said',
  label: 'What they said',
  text: 'TEXTCANARY',
  mentions: mentions.map(({ id }) => id),
});

describe('a mention', () => {
  it('that is edited away takes its notice along, and no other', async () => {
    const itemId = await shareDebrief();
    const first = await ana.api.thread.start.mutate(words(itemId, [ben, cara]));
    const { threadId } = first;
    const second = await ana.api.comment.add.mutate({ threadId, text: 'And this?', mentions: [ben.id] });
    expect(await kinds(ben, itemId)).toEqual(['mentioned', 'mentioned', 'shared']);
    const edit = { commentId: second.comment.commentId, rev: 1, text: 'And this.', mentions: [] };
    await ana.api.comment.edit.mutate(edit);
    expect(await kinds(ben, itemId)).toEqual(['mentioned', 'shared']);
    await ana.api.comment.edit.mutate({ commentId: first.comment.commentId, rev: 1, text: 'Cara?', mentions: [cara.id] });
    expect(await kinds(ben, itemId)).toEqual(['shared']);
    expect(await kinds(cara, itemId)).toEqual(['mentioned', 'shared']);
  });

  it('goes with its deleted comment', async () => {
    const itemId = await shareDebrief();
    const { comment } = await ana.api.thread.start.mutate(words(itemId, [ben]));
    await ana.api.comment.remove.mutate({ commentId: comment.commentId });
    expect(await kinds(ben, itemId)).toEqual(['shared']);
  });

  it('added to a comment that was told before is told instead of it, not beside it', async () => {
    const itemId = await shareDebrief();
    const { threadId } = await ben.api.thread.start.mutate(words(itemId, []));
    const { comment } = await cara.api.comment.add.mutate({ threadId, text: 'I agree.', mentions: [] });
    expect(await kinds(ben, itemId)).toEqual(['commented', 'shared']);
    await cara.api.comment.edit.mutate({ commentId: comment.commentId, rev: 1, text: 'I agree, Ben.', mentions: [ben.id] });
    expect(await kinds(ben, itemId)).toEqual(['mentioned', 'shared']);
  });

  it('is taken back by its author alone', async () => {
    const itemId = await shareDebrief();
    const { comment } = await ana.api.thread.start.mutate(words(itemId, [ben]));
    const take = { commentId: comment.commentId, rev: 1, text: 'Gone', mentions: [] };
    expect((await cara.post('comment.edit', take)).status).not.toBe(200);
    expect(await kinds(ben, itemId)).toEqual(['mentioned', 'shared']);
  });
});

describe('who has answered', () => {
  it('is reminded of nothing: a sealed read, an answer in the conversation', async () => {
    const itemId = await shareDebrief();
    await ana.api.debrief.askReads.mutate({ debriefId: itemId, read: { likelihood: 20, reason: '' } });
    const { threadId } = await ana.api.thread.start.mutate(words(itemId, [ben]));
    expect(await unseen(ben, itemId)).toBe(3);
    await ben.api.debrief.sealRead.mutate({ debriefId: itemId, read: { likelihood: 70, reason: '' } });
    // the share that came with what was asked is answered with it
    expect(await unseen(ben, itemId)).toBe(1);
    await ben.api.comment.add.mutate({ threadId, text: 'I would not worry.', mentions: [] });
    expect(await unseen(ben, itemId)).toBe(0);
    expect(await unseen(cara, itemId)).toBe(2);
  });
});

describe('the count', () => {
  it('is the number of new lines, falls with the access, and is nobody else’s', async () => {
    const lines = async (person: Person) => bundleNotices(await noticesOf(person)).filter(({ seen }) => !seen).length;
    for (const person of [ana, ben, cara]) expect(await countOf(person)).toBe(await lines(person));
    const before = await countOf(cara);
    const itemId = await shareDebrief();
    expect(await countOf(cara)).toBe(before + 1);
    const { shares } = await ana.api.share.get.query({ itemId });
    for (const { shareId } of shares) await ana.api.share.revoke.mutate({ shareId });
    expect(await countOf(cara)).toBe(before);
    await ben.api.notification.markSeen.mutate({ ids: (await noticesOf(cara)).slice(0, 50).map(({ id }) => id) });
    expect(await countOf(cara)).toBe(before);
    await cara.api.notification.markSeen.mutate({ ids: (await noticesOf(cara)).map(({ id }) => id) });
    expect(await countOf(cara)).toBe(0);
    expect((await world.anonymous().post('today.noticeCount', undefined)).status).toBe(401);
  });

  it('holds no word that was written', async () => {
    expect((await ben.post('today.notices', undefined)).body).not.toMatch(/TEXTCANARY|Zyxwell/);
  });
});
