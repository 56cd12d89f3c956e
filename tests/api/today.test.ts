import { wholeLevels } from '@parley/domain/item/levels';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { turned } from '../support/round-table.ts';
import { createWorld, type Person, type World } from '../support/world.ts';

let world: World;
let ana: Person;
let ben: Person;
let cara: Person;
let councilId: string;
let opportunityId: string;

beforeAll(async () => {
  world = await createWorld();
  ana = await world.person('Ana');
  ben = await world.person('Ben');
  cara = await world.person('Cara');
  councilId = await world.council('Wednesday', [ana, ben, cara]);
  opportunityId = await pursue(ana);
});
afterAll(() => world.close());

const day = '2026-11-20';
const pursue = async (person: Person) => {
  const opening = { company: 'Zyxwell', role: 'Staff engineer', alias: 'fintech', stage: 'interview' as const, on: day };
  return (await person.api.opportunity.create.mutate(opening)).opportunityId;
};
const today = (person: Person) => person.api.today.page.query();
const waiting = async (person: Person) => (await today(person)).waiting;
const share = async (itemId: string, reader: Person | null) => {
  const levels = wholeLevels('hidden');
  await ana.api.share.set.mutate({ itemId, councilId, readerId: reader?.id ?? null, levels, expiresAt: null });
};
const debrief = async (...readers: Person[]) => {
  const { debriefId } = await ana.api.debrief.create.mutate({ opportunityId, kind: 'interview' });
  for (const reader of readers) await share(debriefId, reader);
  return debriefId;
};
const ask = (debriefId: string) => ana.api.debrief.askReads.mutate({ debriefId, read: { likelihood: 20, reason: '' } });
const seal = (person: Person, debriefId: string) =>
  person.api.debrief.sealRead.mutate({ debriefId, read: { likelihood: 70, reason: 'SEALCANARY' } });

describe('an empty account', () => {
  it('is told where to begin, and that it has begun', async () => {
    const dan = await world.person('Dan');
    expect(await today(dan)).toEqual({
      waiting: [],
      calls: [],
      deadlines: [],
      next: [],
      moved: [],
      begun: { council: false, opportunity: false },
    });
    await pursue(dan);
    expect((await today(dan)).begun).toEqual({ council: false, opportunity: true });
    expect((await today(ana)).begun).toEqual({ council: true, opportunity: true });
    expect((await world.anonymous().post('today.page', undefined)).status).toBe(401);
  });
});

describe('a read to give', () => {
  it('waits for who has not sealed, and for nobody else', async () => {
    const debriefId = await debrief(ben, cara);
    expect(await waiting(ben)).toEqual([]);
    await ask(debriefId);
    const entry = { what: 'read', opportunityId, debriefId, owner: 'Ana', role: 'Staff engineer' };
    expect(await waiting(ben)).toEqual([entry]);
    expect(await waiting(ana)).toEqual([]);
    await seal(ben, debriefId);
    expect(await waiting(ben)).toEqual([]);
    expect(await waiting(cara)).toEqual([entry]);
    for (const person of [ana, cara]) expect((await person.post('today.page', undefined)).body).not.toContain('SEALCANARY');
    await seal(cara, debriefId);
    expect(await waiting(cara)).toEqual([]);
  });

  it('waits no more for who can no longer read; then all are in, and the owner reveals', async () => {
    const debriefId = await debrief(ben, cara);
    await ask(debriefId);
    await seal(ben, debriefId);
    await turned(world, debriefId);
    const { shares } = await ana.api.share.get.query({ itemId: debriefId });
    const caras = shares.find((one) => one.readerId === cara.id);
    await ana.api.share.revoke.mutate({ shareId: caras?.shareId ?? '' });
    expect(await waiting(cara)).toEqual([]);
    expect(await waiting(ana)).toEqual([{ what: 'reveal', opportunityId, debriefId, role: 'Staff engineer' }]);
    await ana.api.debrief.reveal.mutate({ debriefId, missing: 0 });
    expect(await waiting(ana)).toEqual([]);
  });
});

describe('a mention', () => {
  it('waits until it is seen or answered', async () => {
    const debriefId = await debrief(ben);
    const thread = { itemId: debriefId, blockId: 'said', label: 'What they said', text: 'TEXTCANARY', mentions: [ben.id] };
    const { threadId } = await ana.api.thread.start.mutate(thread);
    const entry = {
      what: 'mention',
      opportunityId,
      itemId: debriefId,
      kind: 'debrief',
      threadId,
      actor: 'Ana',
      role: 'Staff engineer',
    };
    expect(await waiting(ben)).toEqual([entry]);
    expect((await ben.post('today.page', undefined)).body).not.toContain('TEXTCANARY');
    await ben.api.comment.add.mutate({ threadId, text: 'I would not worry.', mentions: [] });
    expect(await waiting(ben)).toEqual([]);
    await ana.api.comment.add.mutate({ threadId, text: 'And this?', mentions: [ben.id] });
    expect(await waiting(ben)).toEqual([entry]);
    const { moved } = await today(ben);
    await ben.api.notification.markSeen.mutate({ ids: moved.map((one) => one.id) });
    expect(await waiting(ben)).toEqual([]);
    expect((await today(ben)).moved.every((one) => one.seen)).toBe(true);
  });

  it('is marked as seen by its recipient only', async () => {
    const debriefId = await debrief(ben);
    const { moved } = await today(ben);
    const notice = moved.find((one) => one.kind === 'shared' && one.item?.itemId === debriefId);
    expect(await cara.api.notification.markSeen.mutate({ ids: [notice?.id ?? ''] })).toEqual({ seen: 0 });
    expect((await today(ben)).moved.find((one) => one.id === notice?.id)?.seen).toBe(false);
  });
});

describe('what moved', () => {
  it('says who and what, by the alias where the name is not shown, and nothing that was written', async () => {
    const debriefId = await debrief(ben);
    const page = await ben.post('today.page', undefined);
    expect(page.body).not.toContain('Zyxwell');
    const [latest] = (await today(ben)).moved;
    expect(latest).toMatchObject({ kind: 'shared', actor: 'Ana', seen: false });
    expect(latest?.item).toEqual({
      itemId: debriefId,
      kind: 'debrief',
      opportunityId,
      mine: false,
      ownerName: 'Ana',
      role: 'Staff engineer',
      employer: 'fintech',
      rehearsalId: null,
    });
    expect(latest?.via).toEqual({ councilId, name: 'Wednesday' });
  });

  it('tells of an own item in which council somebody spoke, and of a council in that council', async () => {
    const other = await world.council('Thursday', [cara, ana]);
    const debriefId = await debrief(cara);
    const thread = { itemId: debriefId, blockId: 'said', label: 'What they said', text: 'TEXTCANARY', mentions: [] };
    await cara.api.thread.start.mutate(thread);
    const { moved } = await today(ana);
    const both = [councilId, other];
    expect(both).toContain(moved.find((one) => one.kind === 'commented' && one.item?.itemId === debriefId)?.via?.councilId);
    await ana.api.council.leave.mutate({ councilId: other });
    expect((await today(cara)).moved[0]).toMatchObject({ kind: 'left', via: { councilId: other, name: 'Thursday' } });
  });

  it('does not name who sealed last', async () => {
    const debriefId = await debrief(ben, cara);
    await ask(debriefId);
    await seal(cara, debriefId);
    await seal(ben, debriefId);
    for (const person of [ana, cara]) {
      const revealed = (await today(person)).moved.find((one) => one.kind === 'revealed' && one.item?.itemId === debriefId);
      expect(revealed).toMatchObject({ actor: '' });
    }
  });

  it('disappears with the access to what it is about', async () => {
    const debriefId = await debrief(ben);
    expect((await today(ben)).moved.some((one) => one.item?.itemId === debriefId)).toBe(true);
    const { shares } = await ana.api.share.get.query({ itemId: debriefId });
    for (const { shareId } of shares) await ana.api.share.revoke.mutate({ shareId });
    expect((await today(ben)).moved.some((one) => one.item?.itemId === debriefId)).toBe(false);
    await debrief(cara);
    await cara.api.council.leave.mutate({ councilId });
    expect((await today(cara)).moved.filter((one) => one.item !== null)).toEqual([]);
    expect((await today(cara)).waiting).toEqual([]);
  });
});

describe('a commitment', () => {
  it('waits from its day on, until it is said how it came out', async () => {
    const eva = await world.person('Eva');
    const now = await world.now();
    const take = (text: string, days: number) => {
      const dueOn = new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
      return eva.api.commitment.create.mutate({ commitment: { text, dueOn }, debriefId: null });
    };
    await take('Later', 9);
    const { commitmentId } = await take('Ask two people', -1);
    expect(await waiting(eva)).toMatchObject([{ what: 'commitment', commitmentId, text: 'Ask two people' }]);
    await eva.api.commitment.mark.mutate({ commitmentId, rev: 1, state: 'kept' });
    expect(await waiting(eva)).toEqual([]);
  });
});

describe('a new charter', () => {
  it('waits for everybody until accepted', async () => {
    await ana.api.council.saveCharter.mutate({ councilId, version: 1, text: 'We keep what we hear here. We come on time.' });
    const entry = { what: 'charter', councilId, council: 'Wednesday' };
    expect(await waiting(ben)).toContainEqual(entry);
    await ben.api.council.acceptCharter.mutate({ councilId, version: 2 });
    expect(await waiting(ben)).not.toContainEqual(entry);
  });
});

describe('my own deadlines and next acts', () => {
  it('come from my live opportunities alone', async () => {
    const eve = await world.person('Eve');
    await world.setClock(new Date('2026-11-20T12:00:00Z'));
    const [first, second] = [await pursue(eve), await pursue(eve)];
    const deadline = { kind: 'date', on: '2026-11-26', zone: 'America/Denver' };
    const offer = { receivedOn: day, draft: null };
    expect(await eve.post('offer.create', { ...offer, opportunityId: first, deadline })).toMatchObject({ status: 200 });
    expect(await eve.post('offer.create', { ...offer, opportunityId: second, deadline: null })).toMatchObject({ status: 200 });
    const page = await eve.api.opportunity.page.query({ opportunityId: first });
    if (!page.own) throw new Error('not mine');
    const details = { ...page.own.details, next: { act: 'Call Rita', on: '2026-11-23' } };
    await eve.api.opportunity.save.mutate({ opportunityId: first, rev: page.own.rev, details });
    const shown = await today(eve);
    expect(shown.deadlines).toMatchObject([
      {
        opportunityId: first,
        company: 'Zyxwell',
        deadline,
        endsAt: '2026-11-27T07:00:00.000Z',
        // the 26th is Thanksgiving
        businessDaysLeft: 3,
        passed: false,
      },
    ]);
    expect(shown.waiting).toMatchObject([{ what: 'deadline', opportunityId: second }]);
    expect(shown.next).toMatchObject([{ opportunityId: first, act: 'Call Rita', on: '2026-11-23' }]);
    await world.setClock(new Date('2026-11-27T07:00:00Z'));
    expect((await today(eve)).deadlines).toMatchObject([{ businessDaysLeft: 0, passed: true }]);
    const ended = await eve.api.opportunity.page.query({ opportunityId: first });
    await eve.api.opportunity.setStage.mutate({
      opportunityId: first,
      rev: ended.own?.rev ?? 0,
      stage: 'withdrawn',
      on: '2026-11-26',
    });
    expect(await today(eve)).toMatchObject({ deadlines: [], next: [] });
    await world.setClock(null);
  });

  it('leaves no fault of ours behind', () => {
    expect(world.faults).toEqual([]);
  });
});
