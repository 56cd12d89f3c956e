import { wholeLevels } from '@parley/domain/item/levels';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inDays } from '../support/clock.ts';
import { codeOf, type Seats, seatCouncil } from '../support/table.ts';
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

const table = (name: string) => world.council(name, [cara, ana, ben]);
const page = (person: Person, councilId: string) => person.api.meeting.page.query({ councilId });
const start = async (person: Person, councilId: string) => (await person.api.meeting.start.mutate({ councilId })).meetingId;
const move = (person: Person, meetingId: string, step: number, to: number) =>
  person.post('meeting.move', { meetingId, step, to });

describe('a meeting', () => {
  it('is made of what waits: members, what is shared with all of them, help short before long', async () => {
    const councilId = await table('Agenda');
    const ask = (person: Person, text: string, length: 'short' | 'long') =>
      person.api.help.create.mutate({ councilId, help: { text, length, feedback: 'ideas' } });
    const { helpId: long } = await ask(ana, 'Which offer?', 'long');
    const { helpId: short } = await ask(ben, 'Too long?', 'short');
    const { helpId: settled } = await ask(ben, 'Done', 'short');
    await ben.api.help.settle.mutate({ helpId: settled, rev: 1, verdict: { changed: true, what: '' } });
    const opening = { company: 'Acme', alias: '', role: 'Engineer', stage: 'interview', on: '2026-11-02' } as const;
    const { opportunityId } = await ben.api.opportunity.create.mutate(opening);
    const debriefs = [];
    for (const readerId of [null, ana.id]) {
      const { debriefId } = await ben.api.debrief.create.mutate({ opportunityId, kind: 'interview' });
      const levels = wholeLevels('hidden');
      await ben.api.share.set.mutate({ itemId: debriefId, councilId, readerId, levels, expiresAt: null });
      await ben.api.debrief.askReads.mutate({ debriefId, read: { likelihood: 60, reason: '' } });
      debriefs.push(debriefId);
    }
    await start(ana, councilId);
    const { meeting } = await page(cara, councilId);
    expect(meeting?.turns.map(({ kind, subjectId }) => subjectId ?? kind)).toEqual([
      'pulse',
      'update',
      'update',
      'update',
      debriefs[0],
      short,
      long,
      'commit',
      'closing',
    ]);
    expect(meeting).toMatchObject({ chairId: ana.id, step: 0, endedAt: null });
  });

  it('is one, however many begin it at once', async () => {
    const councilId = await table('Begun twice');
    const ids = await Promise.all([ana, ben, cara].map((person) => start(person, councilId)));
    expect(new Set(ids).size).toBe(1);
    expect((await page(ben, councilId)).meeting?.meetingId).toBe(ids[0]);
  });

  it('makes one step when two press next at once, and tells who came second', async () => {
    const councilId = await table('Two chairs');
    const meetingId = await start(ana, councilId);
    for (let step = 0; step < 4; step += 1) {
      const answers = await Promise.all([ana, cara].map((person) => move(person, meetingId, step, step + 1)));
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      const loser = answers.find(({ status }) => status === 409);
      expect(loser?.body).toContain('Somebody else has just moved the meeting');
      expect(JSON.parse(loser?.body ?? '').error.data.newer).toEqual({ step: step + 1 });
      expect((await page(ben, councilId)).meeting?.step).toBe(step + 1);
    }
    expect((await move(ana, meetingId, 4, 400)).status).toBe(400);
  });

  it('is moved by who chairs it and by the moderator; any member takes the chair', async () => {
    const councilId = await table('Chairs');
    const meetingId = await start(ana, councilId);
    expect(codeOf((await move(ben, meetingId, 0, 1)).body)).toBe('FORBIDDEN');
    expect(codeOf((await move(dora, meetingId, 0, 1)).body)).toBe('NOT_FOUND');
    expect((await move(cara, meetingId, 0, 1)).status).toBe(200);
    await ben.api.meeting.takeChair.mutate({ meetingId });
    expect((await move(ben, meetingId, 1, 2)).status).toBe(200);
    expect(codeOf((await move(ana, meetingId, 2, 3)).body)).toBe('FORBIDDEN');
    expect((await page(ana, councilId)).meeting).toMatchObject({ chairId: ben.id, step: 2 });
  });

  it('keeps notes for all, and how somebody came in for them alone once it has ended', async () => {
    const councilId = await table('Ends');
    const meetingId = await start(ana, councilId);
    await ben.api.meeting.note.mutate({ meetingId, kind: 'plus', text: 'Everybody got their minutes.' });
    await ben.api.meeting.pulse.mutate({ meetingId, pulse: { value: 3, why: 'A rejection this morning' } });
    await ben.api.meeting.pulse.mutate({ meetingId, pulse: { value: 4, why: 'Better after coffee' } });
    await ana.api.meeting.pulse.mutate({ meetingId, pulse: { value: 7, why: '' } });
    expect((await page(cara, councilId)).meeting?.pulses.map(({ value }) => value).toSorted()).toEqual([4, 7]);
    expect(codeOf((await ana.post('meeting.end', { meetingId, step: 5 })).body)).toBe('CONFLICT');
    await ana.api.meeting.end.mutate({ meetingId, step: 0 });
    const after = await page(cara, councilId);
    expect(after.meeting).toBeNull();
    expect(after.past[0]).toMatchObject({ notes: [{ kind: 'plus', authorId: ben.id }], pulses: [] });
    expect((await page(ben, councilId)).past[0]?.pulses).toMatchObject([{ value: 4, why: 'Better after coffee' }]);
    for (const [path, input] of [
      ['meeting.note', { meetingId, kind: 'note', text: 'Late' }],
      ['meeting.pulse', { meetingId, pulse: { value: 1, why: '' } }],
      ['meeting.takeChair', { meetingId }],
      ['meeting.move', { meetingId, step: 0, to: 1 }],
    ] as const)
      expect(codeOf((await cara.post(path, input)).body), path).toBe('FORBIDDEN');
    const again = await start(cara, councilId);
    expect(again).not.toBe(meetingId);
  });

  it('looks back two weeks after the first, and not before two more', async () => {
    const councilId = await table('Looks back');
    const met = async (daysAgo: number) => {
      const meetingId = await start(ana, councilId);
      const { meeting } = await page(ana, councilId);
      await ana.api.meeting.end.mutate({ meetingId, step: 0 });
      await world.client.meeting.update({ where: { id: meetingId }, data: { startedAt: inDays(-daysAgo) } });
      return meeting?.turns.some(({ kind }) => kind === 'review');
    };
    expect([await met(7), await met(14), await met(7), await met(0)]).toEqual([false, false, true, false]);
  });

  it('has one chair when two take it at once', async () => {
    const councilId = await table('Two take it');
    const meetingId = await start(ana, councilId);
    const answers = await Promise.all([ben, cara].map((person) => person.post('meeting.takeChair', { meetingId })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const { meeting } = await page(ana, councilId);
    expect([ben.id, cara.id]).toContain(meeting?.chairId);
    const former = meeting?.chairId === ben.id ? ana : ben;
    expect(codeOf((await move(former, meetingId, 0, 1)).body)).toBe('FORBIDDEN');
  });

  it('is gone for who leaves, with how they came in', async () => {
    const eve = await world.person('Eve');
    const councilId = await world.council('Left', [cara, ben, eve]);
    const meetingId = await start(eve, councilId);
    await eve.api.meeting.pulse.mutate({ meetingId, pulse: { value: 2, why: 'I leave' } });
    await eve.api.council.leave.mutate({ councilId });
    expect(codeOf((await eve.post('meeting.page', { councilId })).body)).toBe('NOT_FOUND');
    const { meeting, names } = await page(ben, councilId);
    expect([meeting?.pulses, meeting?.chairId]).toEqual([[], eve.id]);
    expect(names[ben.id]).toBe('Ben');
    expect((await move(cara, meetingId, 0, 1)).status).toBe(200);
  });

  it('is sealed: no row shows a word of it', async () => {
    const councilId = await table('Sealed');
    const meetingId = await start(ana, councilId);
    await ana.api.meeting.note.mutate({ meetingId, kind: 'note', text: 'Zanzibar' });
    const notes = await world.client.meetingNote.findMany();
    expect(notes.length).toBeGreaterThan(1);
    for (const { sealed } of notes) expect(Buffer.from(sealed).includes('Zanzibar')).toBe(false);
  });
});
