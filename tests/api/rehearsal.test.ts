import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answersOf, briefOf, saidOf } from '../support/rehearsals.ts';
import { codeOf, openTable, type Seats, seatCouncil, shareAll } from '../support/table.ts';
import type { Person, World } from '../support/world.ts';

let seats: Seats;
let world: World;
let ana: Person;
let ben: Person;
let cara: Person;
let dora: Person;

beforeAll(async () => {
  seats = await seatCouncil();
  ({ world, ana, ben, cara, dora } = seats);
});
afterAll(() => world.close());

/** A negotiation of Ana's that Ben and Cara read. */
async function shared(): Promise<string> {
  const { negotiationId } = await openTable(ana);
  await shareAll(seats, ana, negotiationId);
  return negotiationId;
}

const ask = async (negotiationId: string, peer: Person | null) =>
  (await ana.api.rehearsal.ask.mutate({ negotiationId, peerId: peer?.id ?? null })).rehearsalId;
const get = (person: Person, rehearsalId: string) => person.api.rehearsal.get.query({ rehearsalId });
const post = (person: Person, path: string, rehearsalId: string, more: object = {}) =>
  person.post(`rehearsal.${path}`, { rehearsalId, ...more });

async function briefed(peer: Person = ben): Promise<string> {
  const rehearsalId = await ask(await shared(), peer);
  await peer.api.rehearsal.brief.mutate({ rehearsalId, brief: briefOf('A sign-on of ten') });
  return rehearsalId;
}

async function begun(): Promise<string> {
  const rehearsalId = await briefed();
  await ana.api.rehearsal.begin.mutate({ rehearsalId });
  return rehearsalId;
}

describe('a rehearsal of two', () => {
  it('goes from the asking to the open brief, each seeing what is theirs', async () => {
    const rehearsalId = await ask(await shared(), ben);
    expect(codeOf((await post(ana, 'begin', rehearsalId)).body)).toBe('FORBIDDEN');
    expect(codeOf((await post(ana, 'brief', rehearsalId, { brief: briefOf('Mine') })).body)).toBe('FORBIDDEN');
    await ben.api.rehearsal.brief.mutate({ rehearsalId, brief: briefOf('First thought') });
    await ben.api.rehearsal.brief.mutate({ rehearsalId, brief: briefOf('Zanzibar') });
    expect((await get(ben, rehearsalId)).brief).toMatchObject({ gives: 'Zanzibar', ceiling: 13_300_000 });
    await ana.api.rehearsal.begin.mutate({ rehearsalId });
    await ana.api.rehearsal.say.mutate({ rehearsalId, said: saidOf('I would ask for 140', 14_000_000) });
    await ana.api.rehearsal.hush.mutate({ rehearsalId, silent: true });
    await world.setClock(new Date((await world.now()).getTime() + 12_000));
    await ben.api.rehearsal.say.mutate({ rehearsalId, said: { ...saidOf('That is difficult'), party: 'employer' } });
    const during = await get(ana, rehearsalId);
    expect(during).toMatchObject({ state: 'live', role: 'candidate', employer: 'Ben', brief: null, answers: [], silentAt: null });
    expect(during.lines.map((line) => (line.kind === 'said' ? line.words : line.kind === 'silence' ? line.seconds : ''))).toEqual(
      ['I would ask for 140', 12, 'That is difficult'],
    );
    expect((await ana.post('rehearsal.get', { rehearsalId })).body).not.toContain('Zanzibar');
    await ben.api.rehearsal.finish.mutate({ rehearsalId });
    expect((await ana.api.rehearsal.answer.mutate({ rehearsalId, answer: answersOf('ana') })).opened).toBe(false);
    const waiting = await get(ben, rehearsalId);
    expect([waiting.answers, waiting.answered]).toEqual([[], [ana.id]]);
    expect((await get(ana, rehearsalId)).brief).toBeNull();
    expect((await ben.api.rehearsal.answer.mutate({ rehearsalId, answer: answersOf('ben') })).opened).toBe(true);
    const after = await get(ana, rehearsalId);
    expect(after).toMatchObject({ state: 'opened', brief: { gives: 'Zanzibar', mood: 'stiff' } });
    expect(after.answers.map(({ heard, mine }) => [heard, mine]).toSorted()).toEqual([
      ['ana-heard', true],
      ['ben-heard', false],
    ]);
    expect((await get(ben, rehearsalId)).answers).toHaveLength(2);
    // nothing of it stands in the ledger
    expect((await ana.api.negotiation.get.query({ negotiationId: after.negotiationId })).moves).toEqual([]);
    await world.setClock(null);
  });

  it('is nobody else’s: no other reader, no council, no stranger', async () => {
    const rehearsalId = await begun();
    const { negotiationId } = await get(ana, rehearsalId);
    for (const person of [cara, dora]) {
      expect(codeOf((await post(person, 'get', rehearsalId)).body)).toBe('NOT_FOUND');
      expect(codeOf((await post(person, 'move', rehearsalId, { step: 0, to: 1 })).body)).toBe('NOT_FOUND');
      expect(codeOf((await post(person, 'say', rehearsalId, { said: saidOf('I listen in') })).body)).toBe('NOT_FOUND');
    }
    expect((await cara.api.rehearsal.list.query({ negotiationId })).rehearsals).toEqual([]);
    expect(codeOf((await dora.post('rehearsal.list', { negotiationId })).body)).toBe('NOT_FOUND');
    expect((await ben.api.rehearsal.list.query({ negotiationId })).rehearsals).toMatchObject([
      { role: 'employer', other: 'Ana' },
    ]);
  });

  it('is asked of readers alone, by the owner alone, and is one with each', async () => {
    const { negotiationId } = await openTable(ana);
    const asks = (person: Person, peerId: string | null) => person.post('rehearsal.ask', { negotiationId, peerId });
    for (const peer of [ben, dora, ana]) expect(codeOf((await asks(ana, peer.id)).body)).toBe('FORBIDDEN');
    await shareAll(seats, ana, negotiationId);
    expect(codeOf((await asks(ben, ben.id)).body)).toBe('FORBIDDEN');
    expect((await ana.api.rehearsal.list.query({ negotiationId })).askable.map(({ name }) => name).toSorted()).toEqual([
      'Ben',
      'Cara',
    ]);
    // two windows at once, and two employers
    const twice = await Promise.all([ask(negotiationId, ben), ask(negotiationId, ben), ask(negotiationId, cara)]);
    expect(new Set(twice).size).toBe(2);
    await ben.api.rehearsal.decline.mutate({ rehearsalId: twice[0] });
    expect((await get(ana, twice[0])).state).toBe('declined');
    expect(await ask(negotiationId, ben)).not.toBe(twice[0]);
    expect(codeOf((await post(ben, 'brief', twice[2], { brief: briefOf('I would too') })).body)).toBe('NOT_FOUND');
  });

  it('makes one step when both press next at once, and tells who came second', async () => {
    const rehearsalId = await begun();
    for (let step = 0; step < 3; step += 1) {
      const both = await Promise.all([ana, ben].map((person) => post(person, 'move', rehearsalId, { step, to: step + 1 })));
      expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      expect(both.find(({ status }) => status === 409)?.body).toContain('The other has just moved it on');
      expect((await get(ben, rehearsalId)).step).toBe(step + 1);
    }
    expect((await post(ana, 'move', rehearsalId, { step: 3, to: 40 })).status).toBe(400);
    for (const path of ['begin', 'finish', 'finish'])
      expect(
        (await Promise.all([ana, ben].map((person) => post(person, path, rehearsalId)))).map(({ status }) => status),
      ).toEqual([200, 200]);
    expect((await get(ana, rehearsalId)).state).toBe('reflecting');
    expect(codeOf((await post(ana, 'say', rehearsalId, { said: saidOf('Late') })).body)).toBe('FORBIDDEN');
  });

  it('begins one silence when both press, and ends it once', async () => {
    const rehearsalId = await begun();
    await Promise.all([ana, ben].map((person) => post(person, 'hush', rehearsalId, { silent: true })));
    expect((await get(ana, rehearsalId)).silentAt).not.toBeNull();
    await Promise.all([ana, ben].map((person) => post(person, 'hush', rehearsalId, { silent: false })));
    expect((await get(ana, rehearsalId)).lines).toMatchObject([{ kind: 'silence' }]);
  });

  it('waits on Today for the one of the two whose turn it is, and for nobody else', async () => {
    const waits = async (person: Person, id: string) =>
      (await person.api.today.page.query()).waiting.filter((one) => 'rehearsalId' in one && one.rehearsalId === id);
    const rehearsalId = await ask(await shared(), cara);
    expect(await waits(cara, rehearsalId)).toMatchObject([{ what: 'play', owner: 'Ana' }]);
    expect(await waits(ana, rehearsalId)).toEqual([]);
    await cara.api.rehearsal.brief.mutate({ rehearsalId, brief: briefOf('A day more') });
    expect(await waits(cara, rehearsalId)).toEqual([]);
    expect(await waits(ana, rehearsalId)).toMatchObject([{ what: 'rehearse', peer: 'Cara' }]);
    expect(await waits(dora, rehearsalId)).toEqual([]);
    await ana.api.rehearsal.begin.mutate({ rehearsalId });
    expect(await waits(ana, rehearsalId)).toEqual([]);
  });

  it('opens without waiting only for who has answered', async () => {
    const rehearsalId = await begun();
    await ana.api.rehearsal.finish.mutate({ rehearsalId });
    expect(codeOf((await post(ana, 'open', rehearsalId)).body)).toBe('FORBIDDEN');
    await ana.api.rehearsal.answer.mutate({ rehearsalId, answer: answersOf('first') });
    await ana.api.rehearsal.answer.mutate({ rehearsalId, answer: answersOf('again') });
    await ana.api.rehearsal.open.mutate({ rehearsalId });
    const open = await get(ben, rehearsalId);
    expect(open.answers).toMatchObject([{ heard: 'again-heard' }]);
    expect(codeOf((await post(ben, 'answer', rehearsalId, { answer: answersOf('late') })).body)).toBe('FORBIDDEN');
  });
});
