import { asUser } from '@parley/db/as-user';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Follower, follow } from '../support/follower.ts';
import { answersOf, briefOf, saidOf } from '../support/rehearsals.ts';
import { codeOf, openTable, type Seats, seatCouncil, shareAll } from '../support/table.ts';
import type { Person, World } from '../support/world.ts';

let seats: Seats;
let world: World;
let ana: Person;
let ben: Person;
let cara: Person;
const following: Follower[] = [];

beforeAll(async () => {
  seats = await seatCouncil();
  ({ world, ana, ben, cara } = seats);
});
afterAll(async () => {
  for (const follower of following) await follower.stop();
  await world.close();
});

const get = (person: Person, rehearsalId: string) => person.api.rehearsal.get.query({ rehearsalId });
const post = (person: Person, path: string, rehearsalId: string, more: object = {}) =>
  person.post(`rehearsal.${path}`, { rehearsalId, ...more });

/** A rehearsal with a brief, on a negotiation of its own. */
async function briefed(peer: Person): Promise<{ rehearsalId: string; negotiationId: string }> {
  const { negotiationId } = await openTable(ana);
  await shareAll(seats, ana, negotiationId);
  const { rehearsalId } = await ana.api.rehearsal.ask.mutate({ negotiationId, peerId: peer.id });
  await peer.api.rehearsal.brief.mutate({ rehearsalId, brief: briefOf('Zanzibar') });
  return { rehearsalId, negotiationId };
}

async function begun(peer: Person) {
  const made = await briefed(peer);
  await ana.api.rehearsal.begin.mutate({ rehearsalId: made.rehearsalId });
  return made;
}

/** How many notes, lines and rehearsals row-level security alone shows somebody. */
const rowsOf = (person: Person, rehearsalId: string) =>
  asUser(world.deps.client, person.id, async (tx) => ({
    rehearsals: await tx.rehearsal.count({ where: { id: rehearsalId } }),
    notes: await tx.rehearsalNote.count({ where: { rehearsalId } }),
    lines: await tx.rehearsalLine.count({ where: { rehearsalId } }),
  }));

describe('row-level security by itself', () => {
  it('keeps the brief from the candidate until it lies open, and everything from everybody else', async () => {
    const { rehearsalId } = await begun(ben);
    await ben.api.rehearsal.say.mutate({ rehearsalId, said: saidOf('Welcome') });
    expect(await rowsOf(ana, rehearsalId)).toEqual({ rehearsals: 1, notes: 0, lines: 1 });
    expect(await rowsOf(ben, rehearsalId)).toEqual({ rehearsals: 1, notes: 1, lines: 1 });
    expect(await rowsOf(cara, rehearsalId)).toEqual({ rehearsals: 0, notes: 0, lines: 0 });
    for (const state of ['opened', 'asked', 'ready'] as const) {
      const jump = asUser(world.deps.client, ana.id, (tx) =>
        tx.rehearsal.update({ where: { id: rehearsalId }, data: { state } }),
      );
      await expect(jump).rejects.toThrow();
    }
    const open = asUser(world.deps.client, ben.id, (tx) => tx.rehearsalNote.updateMany({ data: { opened: true } }));
    await expect(open).rejects.toThrow();
    await ana.api.rehearsal.finish.mutate({ rehearsalId });
    await ana.api.rehearsal.answer.mutate({ rehearsalId, answer: answersOf('ana') });
    expect((await rowsOf(ana, rehearsalId)).notes).toBe(1);
    expect((await rowsOf(ben, rehearsalId)).notes).toBe(1);
    await ana.api.rehearsal.open.mutate({ rehearsalId });
    expect((await rowsOf(ana, rehearsalId)).notes).toBe(2);
  });

  it('takes no line and no note of who is not in it', async () => {
    const { rehearsalId, negotiationId } = await begun(ben);
    const forged = { rehearsalId, negotiationId, ownerId: ana.id, peerId: cara.id, authorId: cara.id, sealed: Buffer.from('x') };
    const now = await world.now();
    const line = asUser(world.deps.client, cara.id, (tx) =>
      tx.rehearsalLine.create({ data: { ...forged, id: crypto.randomUUID(), at: now } }),
    );
    await expect(line).rejects.toThrow();
    const note = asUser(world.deps.client, cara.id, (tx) => tx.rehearsalNote.create({ data: { ...forged, kind: 'brief' } }));
    await expect(note).rejects.toThrow();
    const own = { id: crypto.randomUUID(), negotiationId, ownerId: ana.id, peerId: cara.id };
    await expect(asUser(world.deps.client, cara.id, (tx) => tx.rehearsal.create({ data: own }))).rejects.toThrow();
  });
});

describe('who loses the negotiation', () => {
  it('loses the rehearsal at once, is told of nothing more, and what they wrote opens for nobody', async () => {
    const eve = await world.person('Eve');
    const { negotiationId } = await openTable(ana);
    const councilId = await world.council('Removed', [cara, ana, eve]);
    await shareAll({ ...seats, councilId }, ana, negotiationId);
    const { rehearsalId } = await ana.api.rehearsal.ask.mutate({ negotiationId, peerId: eve.id });
    await eve.api.rehearsal.brief.mutate({ rehearsalId, brief: briefOf('Zanzibar') });
    await ana.api.rehearsal.begin.mutate({ rehearsalId });
    await cara.api.council.remove.mutate({ councilId, accountId: eve.id, reason: 'Two meetings missed.' });
    for (const [path, more] of [
      ['get', {}],
      ['move', { step: 0, to: 1 }],
      ['say', { said: saidOf('Still here') }],
      ['finish', {}],
    ] as const)
      expect(codeOf((await post(eve, path, rehearsalId, more)).body), path).toBe('NOT_FOUND');
    expect(await rowsOf(eve, rehearsalId)).toEqual({ rehearsals: 0, notes: 0, lines: 0 });
    expect((await get(ana, rehearsalId)).peerHere).toBe(false);
    await ana.api.rehearsal.finish.mutate({ rehearsalId });
    expect((await ana.api.rehearsal.answer.mutate({ rehearsalId, answer: answersOf('ana') })).opened).toBe(true);
    const after = await get(ana, rehearsalId);
    expect([after.state, after.brief, after.answers.length]).toEqual(['opened', null, 1]);
  });

  it('loses it too when the share is taken back, and has it again with the next', async () => {
    const { rehearsalId, negotiationId } = await begun(ben);
    const { shares } = await ana.api.share.get.query({ itemId: negotiationId });
    for (const { shareId } of shares) await ana.api.share.revoke.mutate({ shareId });
    expect(codeOf((await post(ben, 'get', rehearsalId)).body)).toBe('NOT_FOUND');
    await shareAll(seats, ana, negotiationId);
    expect((await get(ben, rehearsalId)).brief).toMatchObject({ gives: 'Zanzibar' });
  });

  it('goes with the negotiation, and with its owner’s word', async () => {
    const { rehearsalId, negotiationId } = await begun(ben);
    const other = await briefed(ben);
    await ana.api.negotiation.remove.mutate({ negotiationId });
    expect(codeOf((await post(ben, 'get', rehearsalId)).body)).toBe('NOT_FOUND');
    expect(codeOf((await post(ben, 'remove', other.rehearsalId)).body)).toBe('FORBIDDEN');
    await ana.api.rehearsal.remove.mutate({ rehearsalId: other.rehearsalId });
    expect(await world.client.rehearsalNote.count({ where: { rehearsalId: { in: [rehearsalId, other.rehearsalId] } } })).toBe(0);
  });
});

describe('what is told of a rehearsal', () => {
  const heard = (follower: Follower) =>
    follower.news.flatMap(({ changes }) => changes).filter(({ also }) => also.includes('rehearsal')).length;

  it('goes to the two phones that are in it and to no other reader, to the end', async () => {
    const { negotiationId } = await openTable(ana);
    await shareAll(seats, ana, negotiationId);
    const [atAna, atBen, atCara] = await Promise.all([ana, ben, cara].map((person) => follow(person)));
    if (!atAna || !atBen || !atCara) throw new Error('Somebody does not follow.');
    following.push(atAna, atBen, atCara);
    const { rehearsalId } = await ana.api.rehearsal.ask.mutate({ negotiationId, peerId: ben.id });
    await atBen.until((one) => heard(one) === 1);
    await ben.api.rehearsal.brief.mutate({ rehearsalId, brief: briefOf('Zanzibar') });
    await atAna.until((one) => heard(one) >= 2);
    await ana.api.rehearsal.begin.mutate({ rehearsalId });
    await atBen.until((one) => heard(one) === 3);
    await ana.api.rehearsal.remove.mutate({ rehearsalId });
    await atBen.until((one) => heard(one) === 4);
    // something that Cara hears of shows that she has heard all before it
    await ana.api.ask.create.mutate({
      negotiationId,
      ask: { leg: 'budget', tier: 'must', title: 'Tools', amount: null, justification: '', fallback: '' },
    });
    await atCara.until((one) => one.news.some(({ changes }) => changes.some(({ here }) => here.includes('negotiation'))));
    expect(heard(atCara)).toBe(0);
    expect(JSON.stringify([atAna.news, atBen.news])).not.toContain('Zanzibar');
  });

  it('is a notice without a word of it: to the peer until they answer, to the candidate when the brief is there', async () => {
    const { negotiationId } = await openTable(ana);
    await shareAll(seats, ana, negotiationId);
    const { rehearsalId } = await ana.api.rehearsal.ask.mutate({ negotiationId, peerId: ben.id });
    const told = (kind: 'rehearsalAsked' | 'rehearsalReady') =>
      world.client.notification.findMany({ where: { itemId: negotiationId, kind }, select: { recipientId: true, seenAt: true } });
    expect(await told('rehearsalAsked')).toEqual([{ recipientId: ben.id, seenAt: null }]);
    const lines = (await ben.api.today.notices.query()).notices.filter(({ kind }) => kind === 'rehearsalAsked');
    expect(lines[0]).toMatchObject({ actor: 'Ana', item: { itemId: negotiationId, rehearsalId } });
    await ben.api.rehearsal.brief.mutate({ rehearsalId, brief: briefOf('Zanzibar') });
    expect((await told('rehearsalAsked'))[0]?.seenAt).not.toBeNull();
    expect(await told('rehearsalReady')).toEqual([{ recipientId: ana.id, seenAt: null }]);
    expect(JSON.stringify(await ana.api.today.notices.query())).not.toContain('Zanzibar');
  });
});

describe('alone with cards', () => {
  it('draws one card a press, deals the same after a reload, and shows who sat behind them at the end', async () => {
    const { negotiationId } = await openTable(ana);
    const { rehearsalId } = await ana.api.rehearsal.ask.mutate({ negotiationId, peerId: null });
    await ana.api.rehearsal.begin.mutate({ rehearsalId });
    const both = await Promise.all([0, 0].map((drawn) => post(ana, 'draw', rehearsalId, { drawn })));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    await ana.api.rehearsal.draw.mutate({ rehearsalId, drawn: 1 });
    const during = await get(ana, rehearsalId);
    const says = during.lines.map((line) => (line.kind === 'card' ? line.says : ''));
    expect(new Set(says).size).toBe(2);
    expect(says.every(Boolean)).toBe(true);
    expect([during.dealt, during.employer]).toEqual([null, null]);
    for (let drawn = 2; drawn < during.cards; drawn += 1) await ana.api.rehearsal.draw.mutate({ rehearsalId, drawn });
    expect((await post(ana, 'draw', rehearsalId, { drawn: during.cards })).body).toContain('There are no more cards');
    await ana.api.rehearsal.finish.mutate({ rehearsalId });
    expect((await ana.api.rehearsal.answer.mutate({ rehearsalId, answer: answersOf('ana') })).opened).toBe(true);
    expect((await get(ana, rehearsalId)).dealt?.gives).toBeTruthy();
    expect(codeOf((await post(ben, 'get', rehearsalId)).body)).toBe('NOT_FOUND');
  });
});

describe('what is kept of a rehearsal', () => {
  it('is sealed, and holds no walk-away', async () => {
    const { rehearsalId } = await begun(ben);
    await ben.api.rehearsal.say.mutate({ rehearsalId, said: saidOf('Zanzibar') });
    const rows = [
      ...(await world.client.rehearsalNote.findMany({ where: { rehearsalId } })),
      ...(await world.client.rehearsalLine.findMany({ where: { rehearsalId } })),
    ];
    expect(rows).toHaveLength(2);
    for (const { sealed } of rows) expect(Buffer.from(sealed).includes('Zanzibar')).toBe(false);
  });
});
