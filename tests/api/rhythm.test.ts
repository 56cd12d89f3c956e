import { findNextMeeting } from '@parley/domain/council/occasion';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, seatCouncil } from '../support/table.ts';
import type { Person, World } from '../support/world.ts';

let world: World;
let ana: Person;
let ben: Person;
let cara: Person;
let dora: Person;

beforeAll(async () => {
  ({ world, ana, ben, cara, dora } = await seatCouncil());
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const table = (name: string) => world.council(name, [cara, ana, ben]);
const page = (person: Person, councilId: string) => person.api.council.page.query({ councilId });
const thursday = { weekday: 4, time: '18:00', zone: 'Europe/Vienna', minutes: 90 };
const change = (person: Person, councilId: string, rev: number, on: string, to: object) =>
  person.post('council.changeMeeting', { councilId, rev, on, change: to });

/** As a calendar program reads it: each entry by what it calls itself, folded lines joined. */
function entriesOf(text: string) {
  const events = text
    .replaceAll(/\r\n[ \t]/g, '')
    .split('BEGIN:VEVENT\r\n')
    .slice(1);
  return events.map((event) => {
    const value = (name: string) =>
      event
        .split('\r\n')
        .find((line) => line.startsWith(`${name}:`))
        ?.slice(name.length + 1);
    return { uid: value('UID'), from: value('DTSTART'), to: value('DTEND'), status: value('STATUS'), title: value('SUMMARY') };
  });
}
const calendar = async (person: Person, councilId: string) =>
  entriesOf((await person.api.meeting.calendar.query({ councilId })).text);

describe('one meeting', () => {
  it('is moved and left out by the moderator, put back, and told of with the next meeting', async () => {
    const councilId = await table('Moves');
    expect((await change(cara, councilId, 1, '2026-11-26', { kind: 'skip' })).status).toBe(200);
    const to = { on: '2026-12-02', time: '09:15' };
    expect((await change(cara, councilId, 2, '2026-12-03', { kind: 'move', to })).status).toBe(200);
    const moved = await page(ben, councilId);
    expect(moved).toMatchObject({
      rev: 3,
      changes: [
        { on: '2026-11-26', to: null },
        { on: '2026-12-03', to },
      ],
    });
    const now = await world.now();
    expect(findNextMeeting(moved, now)?.startsAt.toISOString()).toBe('2026-12-02T08:15:00.000Z');
    expect((await change(cara, councilId, 3, '2026-11-26', { kind: 'plan' })).status).toBe(200);
    const told = async (person: Person) =>
      (await person.api.today.notices.query()).notices.map(({ kind }) => kind).filter((kind) => kind.startsWith('meeting'));
    expect((await told(ben)).sort()).toEqual(['meetingMoved', 'meetingMoved', 'meetingSkipped']);
    expect(await told(cara)).toEqual([]);
    expect(findNextMeeting(await page(ana, councilId), now)?.on).toBe('2026-11-26');
  });

  it('is not moved by a member, a stranger, into the past, or from a day without a meeting', async () => {
    const councilId = await table('Stays');
    const skip = { kind: 'skip' };
    expect(codeOf((await change(ana, councilId, 1, '2026-11-26', skip)).body)).toBe('FORBIDDEN');
    expect(codeOf((await change(dora, councilId, 1, '2026-11-26', skip)).body)).toBe('NOT_FOUND');
    const past = await change(cara, councilId, 1, '2026-11-26', { kind: 'move', to: { on: '2026-11-20', time: '08:00' } });
    expect([past.status, past.body.includes('already over')]).toEqual([403, true]);
    const none = await change(cara, councilId, 1, '2026-11-27', skip);
    expect([none.status, none.body.includes('No meeting is planned')]).toEqual([403, true]);
    expect((await page(cara, councilId)).rev).toBe(1);
  });

  it('of two changes at once one is kept, the other is told what the plan is now', async () => {
    const councilId = await table('Twice');
    const answers = await Promise.all(
      ['2026-11-26', '2026-12-03'].map((on) => change(cara.twin(), councilId, 1, on, { kind: 'skip' })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect((await page(ana, councilId)).changes).toHaveLength(1);
  });

  it('stays moved when name or rhythm are edited', async () => {
    const councilId = await table('Edited');
    await change(cara, councilId, 1, '2026-11-26', { kind: 'skip' });
    const rhythm = { kind: 'fortnightly' as const, from: '2026-11-12' };
    const about = { name: 'Edited table', purpose: '', cadence: { ...thursday, rhythm } };
    await cara.api.council.save.mutate({ councilId, rev: 2, ...about });
    const after = await page(ben, councilId);
    expect(after).toMatchObject({ name: 'Edited table', cadence: { rhythm }, changes: [{ on: '2026-11-26', to: null }] });
    expect(findNextMeeting(after, await world.now())?.on).toBe('2026-12-10');
  });
});

describe('the calendar of a council', () => {
  it('has a year of meetings at their hour in the council’s zone, through a clock change, and none of its words', async () => {
    const councilId = await table('Zanzibar');
    await change(cara, councilId, 1, '2026-12-03', { kind: 'skip' });
    await change(cara, councilId, 2, '2026-12-10', { kind: 'move', to: { on: '2026-12-11', time: '07:00' } });
    const { name, text } = await ben.api.meeting.calendar.query({ councilId });
    expect([name, /Zanzibar|hear here|Cara/.test(text)]).toEqual(['council-meetings.ics', false]);
    const entries = await calendar(ben, councilId);
    expect(entries).toHaveLength(52);
    expect(new Set(entries.map(({ uid }) => uid)).size).toBe(52);
    const on = (day: string) => entries.find(({ uid }) => uid?.startsWith(`meeting.${day}.`));
    expect(on('2026-11-26')).toMatchObject({ from: '20261126T170000Z', to: '20261126T183000Z', status: 'CONFIRMED' });
    expect(on('2026-12-03')?.status).toBe('CANCELLED');
    expect(on('2026-12-10')?.from).toBe('20261211T060000Z');
    expect([on('2027-03-25')?.from, on('2027-04-01')?.from]).toEqual(['20270325T170000Z', '20270401T160000Z']);
  });

  it('has each meeting of the night of a clock change once', async () => {
    const { councilId } = await cara.api.council.create.mutate({
      name: 'Night',
      purpose: '',
      cadence: { weekday: 7, time: '02:30', zone: 'Europe/Vienna', minutes: 60 },
      charter: 'We sleep later.',
    });
    const entries = await calendar(cara, councilId);
    const on = (day: string) => entries.filter(({ uid }) => uid?.startsWith(`meeting.${day}.`)).map(({ from, to }) => [from, to]);
    expect(on('2027-03-28')).toEqual([['20270328T013000Z', '20270328T023000Z']]);
    expect(on('2027-10-31')).toEqual([['20271031T003000Z', '20271031T013000Z']]);
  });

  it('is for its members', async () => {
    const councilId = await table('Members');
    expect(codeOf((await dora.post('meeting.calendar', { councilId })).body)).toBe('NOT_FOUND');
  });
});

describe('what a member says about themselves', () => {
  const looking = { looking: 'Staff engineer, climate', zone: 'Asia/Kathmandu', awayUntil: null };
  const presenceOf = async (reader: Person, who: Person, councilId: string) =>
    (await page(reader, councilId)).members.find(({ accountId }) => accountId === who.id)?.presence;

  it('is read by their council, edited by them alone, and gone when they leave', async () => {
    const eve = await world.person('Eve');
    const councilId = await world.council('Words', [cara, ben, eve]);
    await eve.api.presence.save.mutate({ councilId, rev: 0, presence: looking });
    expect(await presenceOf(ben, eve, councilId)).toMatchObject({ ...looking, rev: 1, missing: [] });
    const stale = await eve.post('presence.save', { councilId, rev: 0, presence: { ...looking, looking: 'x' } });
    expect([stale.status, JSON.parse(stale.body).error.data.newer.looking]).toEqual([409, looking.looking]);
    expect(codeOf((await dora.post('presence.save', { councilId, rev: 0, presence: looking })).body)).toBe('NOT_FOUND');
    const [row] = await world.client.presence.findMany({ where: { councilId } });
    expect(Buffer.from(row?.sealed ?? []).includes('Staff')).toBe(false);
    await eve.api.council.leave.mutate({ councilId });
    expect(await world.client.presence.count({ where: { councilId } })).toBe(0);
  });

  it('who cannot come has no turn in that meeting, and said so once however often they press', async () => {
    const councilId = await table('Absent');
    const miss = (missing: boolean) => ben.api.presence.miss.mutate({ councilId, on: '2026-11-26', missing });
    await miss(true);
    await miss(true);
    expect((await presenceOf(ana, ben, councilId))?.missing).toEqual(['2026-11-26']);
    await ana.api.presence.save.mutate({ councilId, rev: 0, presence: { ...looking, awayUntil: '2026-11-25' } });
    await world.setClock(new Date('2026-11-26T17:05:00Z'));
    const speakers = async () => {
      const { meetingId } = await ana.api.meeting.start.mutate({ councilId });
      const { meeting } = await ana.api.meeting.page.query({ councilId });
      await ana.api.meeting.end.mutate({ meetingId, step: 0 });
      return meeting?.turns.flatMap(({ kind, speakerId }) => (kind === 'update' ? [speakerId] : []));
    };
    expect(await speakers()).toEqual([cara.id, ana.id]);
    await miss(false);
    await ana.api.presence.save.mutate({ councilId, rev: 1, presence: { ...looking, awayUntil: '2026-11-26' } });
    expect(await speakers()).toEqual([cara.id, ben.id]);
    await world.setClock(null);
  });

  it('of a day without a meeting is refused', async () => {
    const councilId = await table('Wrong day');
    const answer = await ben.post('presence.miss', { councilId, on: '2026-11-27', missing: true });
    expect([answer.status, answer.body.includes('No meeting is planned')]).toEqual([400, true]);
  });
});
