import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, type Seats, seatCouncil } from '../support/table.ts';
import type { Person, World } from '../support/world.ts';

let seats: Seats;
let world: World;
let ana: Person;
let ben: Person;
let cara: Person;
let dora: Person;
let councilId: string;

beforeAll(async () => {
  seats = await seatCouncil();
  ({ world, ana, ben, cara, dora, councilId } = seats);
});
afterAll(() => world.close());

const wanted = (text: string, length: 'short' | 'long' = 'short') => ({ text, length, feedback: 'reactions' as const });
const create = async (person: Person, text: string, council = councilId) =>
  (await person.api.help.create.mutate({ councilId: council, help: wanted(text) })).helpId;
const texts = async (person: Person, council = councilId) =>
  (await person.api.help.list.query({ councilId: council })).requests.map(({ text }) => text);

describe('a help request', () => {
  it('is read and answered by the council, and by nobody else', async () => {
    const helpId = await create(ana, 'Is my pitch too long?');
    await ben.api.help.answer.mutate({ helpId, text: 'I like the opening. I wish it ended there.' });
    const list = await cara.api.help.list.query({ councilId });
    expect(list.requests[0]).toMatchObject({
      askerId: ana.id,
      answers: [{ authorId: ben.id, text: expect.stringMatching(/^I like/) }],
    });
    expect(list.names).toMatchObject({ [ana.id]: 'Ana', [ben.id]: 'Ben' });
    for (const path of ['help.list', 'help.answer'])
      expect(codeOf((await dora.post(path, path === 'help.list' ? { councilId } : { helpId, text: 'Hello' })).body)).toBe(
        'NOT_FOUND',
      );
  });

  it('is changed and settled by who asked alone, by revision', async () => {
    const helpId = await create(ana, 'Which of the two offers?');
    const save = (rev: number, text: string) => ({ helpId, rev, help: wanted(text, 'long') });
    const verdict = { changed: true, what: 'I asked for the level first.' };
    for (const other of [ben, cara]) {
      expect(codeOf((await other.post('help.save', save(1, 'Mine'))).body)).toBe('FORBIDDEN');
      expect(codeOf((await other.post('help.settle', { helpId, rev: 1, verdict })).body)).toBe('FORBIDDEN');
      expect(codeOf((await other.post('help.remove', { helpId })).body)).toBe('FORBIDDEN');
    }
    expect((await ana.api.help.save.mutate(save(1, 'Which of the three offers?'))).rev).toBe(2);
    const stale = await ana.post('help.save', save(1, 'Which of the four?'));
    expect(JSON.parse(stale.body).error.data).toMatchObject({ code: 'CONFLICT', newer: { text: 'Which of the three offers?' } });
    await ana.api.help.settle.mutate({ helpId, rev: 2, verdict });
    expect(codeOf((await ben.post('help.answer', { helpId, text: 'Too late' })).body)).toBe('FORBIDDEN');
    const [last] = (await ben.api.help.list.query({ councilId })).requests.filter((one) => one.helpId === helpId);
    expect(last).toMatchObject({ verdict, length: 'long' });
    expect(last?.settledAt).not.toBeNull();
  });

  it('that is a sentence to be heard reaches a member once they have said what they heard', async () => {
    const pitch = { text: 'I make hospitals wait less.', length: 'short' as const, feedback: 'heard' as const };
    const { helpId } = await ana.api.help.create.mutate({ councilId, help: pitch });
    const seen = async (person: Person) => {
      const { body } = await person.post('help.list', { councilId });
      return [body.includes(pitch.text), body.includes('Something with hospitals')];
    };
    expect(await seen(ben)).toEqual([false, false]);
    expect(await ben.api.help.hear.query({ helpId })).toEqual({ text: pitch.text });
    await ben.api.help.answer.mutate({ helpId, text: 'Something with hospitals' });
    expect([await seen(ana), await seen(ben), await seen(cara)]).toEqual([
      [true, true],
      [true, true],
      [false, false],
    ]);
    expect(codeOf((await dora.post('help.hear', { helpId })).body)).toBe('NOT_FOUND');
    const long = { ...pitch, text: 'x'.repeat(241) };
    expect(codeOf((await ana.post('help.create', { councilId, help: long })).body)).toBe('BAD_REQUEST');
    await ana.api.help.settle.mutate({ helpId, rev: 1, verdict: { changed: true, what: '' } });
    expect(await seen(cara)).toEqual([true, true]);
  });

  it('loses an answer only by who wrote it', async () => {
    const helpId = await create(ben, 'Who knows somebody at a bank?');
    const { answerId } = await cara.api.help.answer.mutate({ helpId, text: 'I do.' });
    expect(codeOf((await ben.post('help.dropAnswer', { helpId, answerId })).body)).toBe('FORBIDDEN');
    await cara.api.help.dropAnswer.mutate({ helpId, answerId });
    expect(codeOf((await cara.post('help.dropAnswer', { helpId, answerId })).body)).toBe('NOT_FOUND');
  });

  it('gives the council its one health figure', async () => {
    const other = await world.council('Friday', [cara, ana, ben]);
    const settle = async (changed: boolean) => {
      const helpId = await create(ana, 'Again', other);
      await ana.api.help.settle.mutate({ helpId, rev: 1, verdict: { changed, what: '' } });
    };
    const health = async () => (await ben.api.help.list.query({ councilId: other })).health;
    await settle(false);
    await settle(false);
    expect(await health()).toMatchObject({ settled: 2, changed: 0, sentence: expect.stringContaining('Too early') });
    await settle(false);
    expect((await health()).sentence).toContain('Talk about it');
    await settle(true);
    expect(await health()).toMatchObject({ settled: 4, changed: 1 });
  });

  it('leaves the table with who asked, and does not come back with them', async () => {
    const eve = await world.person('Eve');
    const other = await world.council('Monday', [cara, ben, eve]);
    const helpId = await create(eve, 'Shall I leave?', other);
    await ben.api.help.answer.mutate({ helpId, text: 'Perhaps.' });
    await create(ben, 'I stay', other);
    await eve.api.council.leave.mutate({ councilId: other });
    expect(await texts(ben, other)).toEqual(['I stay']);
    expect(codeOf((await ben.post('help.answer', { helpId, text: 'Still there?' })).body)).toBe('NOT_FOUND');
    expect(codeOf((await eve.post('help.list', { councilId: other })).body)).toBe('NOT_FOUND');
  });

  it('is one of five open ones at most, and refuses what is none', async () => {
    const other = await world.council('Sunday', [cara, ana]);
    for (let count = 0; count < 5; count += 1) await create(ana, `Wish ${count}`, other);
    expect((await ana.post('help.create', { councilId: other, help: wanted('One more') })).body).toContain('Close one first');
    for (const bad of [
      wanted(' '),
      { ...wanted('x'), length: 'endless' },
      { ...wanted('x'), askerId: ben.id },
      wanted('a\u202eb'),
    ])
      expect((await cara.post('help.create', { councilId: other, help: bad })).status).toBe(400);
  });

  it('is sealed: no row shows a word of it', async () => {
    await create(ana, 'Zanzibar is my secret');
    const rows = await world.client.helpRequest.findMany();
    expect(rows.length).toBeGreaterThan(5);
    for (const { sealed } of rows) expect(Buffer.from(sealed).includes('Zanzibar')).toBe(false);
  });
});
