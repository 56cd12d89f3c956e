import { type Mail, type PostDeps, sendLetters, writeLetters } from '@parley/api/post';
import { tellNearing } from '@parley/api/today/near-act';
import { toldBy } from '@parley/api/told/told';
import { type NotificationKind, notificationKinds } from '@parley/domain/notification/notification';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inDays } from '../support/clock.ts';
import { briefOf } from '../support/rehearsals.ts';
import { openTable, type Seats, seatCouncil, shareAll } from '../support/table.ts';
import type { Person, World } from '../support/world.ts';

let seats: Seats;
let world: World;
let ana: Person;
let ben: Person;
let cara: Person;
let dora: Person;
let councilId: string;
let post: PostDeps;
const mails: Mail[] = [];

beforeAll(async () => {
  seats = await seatCouncil();
  ({ world, ana, ben, cara, dora, councilId } = seats);
  const mailer = { send: (mail: Mail) => Promise.resolve(void mails.push(mail)).then(() => null) };
  post = { ...world.deps, mailer, origin: 'https://parley.example' };
});
afterAll(() => world.close());

/** What somebody is shown as new, by its kind. */
const fresh = async (person: Person, kind: NotificationKind) =>
  (await person.api.today.notices.query()).notices.filter((one) => one.kind === kind && !one.seen);
const counts = async (kind: NotificationKind, ...people: Person[]) =>
  Promise.all(people.map(async (person) => (await fresh(person, kind)).length));
const help = { text: 'HELPCANARY', length: 'short', feedback: 'ideas' } as const;
const setTime = (at: string) => world.setClock(new Date(at));

describe('the table of whom an act tells', () => {
  it('has an act for each kind of notice, and a reason where nobody is told', () => {
    const rows = Object.values(toldBy);
    const told = new Set(rows.flatMap((row) => ('tells' in row ? row.tells : [])));
    expect(notificationKinds.filter((kind) => !told.has(kind))).toEqual([]);
    for (const row of rows) expect('nobody' in row ? row.nobody.length : row.tells.length).toBeGreaterThan(0);
  });
});

describe('a help request', () => {
  it('is told to the others, counts until they have answered, and goes when it is taken back', async () => {
    const { helpId } = await ana.api.help.create.mutate({ councilId, help });
    expect(await counts('helpAsked', ana, ben, cara)).toEqual([0, 1, 1]);
    expect(JSON.stringify(await fresh(ben, 'helpAsked'))).not.toContain('HELPCANARY');
    await ben.api.help.answer.mutate({ helpId, text: 'ANSWERCANARY' });
    expect(await counts('helpAsked', ben, cara)).toEqual([0, 1]);
    expect(await counts('helpAnswered', ana, ben, cara)).toEqual([1, 0, 0]);
    await ana.api.help.remove.mutate({ helpId });
    expect(await counts('helpAsked', ben, cara)).toEqual([0, 0]);
  });
});

describe('a council', () => {
  it('tells of a new charter until it is accepted, of a meeting while it goes on, and of the chair', async () => {
    const table = await world.council('Friday', [ana, ben, cara]);
    await ana.api.council.saveCharter.mutate({ councilId: table, version: 1, text: 'CHARTERCANARY, and we come on time.' });
    expect(await counts('charterChanged', ana, ben, cara)).toEqual([0, 1, 1]);
    await ben.api.council.acceptCharter.mutate({ councilId: table, version: 2 });
    expect(await counts('charterChanged', ben, cara)).toEqual([0, 1]);
    const { meetingId } = await cara.api.meeting.start.mutate({ councilId: table });
    expect(await counts('meetingBegun', ana, ben, cara)).toEqual([1, 1, 0]);
    await cara.api.meeting.end.mutate({ meetingId, step: 0 });
    expect(await counts('meetingBegun', ana, ben, cara)).toEqual([0, 0, 0]);
    await ana.api.council.handOver.mutate({ councilId: table, accountId: ben.id });
    expect(await counts('chairGiven', ana, ben, cara)).toEqual([0, 1, 0]);
    await ben.api.council.remove.mutate({ councilId: table, accountId: cara.id, reason: 'REASONCANARY' });
    expect(await counts('seatEnded', ana, ben, cara)).toEqual([0, 0, 1]);
    await ben.api.council.close.mutate({ councilId: table });
    expect(await counts('seatEnded', ana, ben, cara)).toEqual([1, 0, 1]);
    expect(await counts('chairGiven', ben)).toEqual([0]);
  });

  it('tells who asked that somebody does not play', async () => {
    const { negotiationId } = await openTable(ana);
    await shareAll(seats, ana, negotiationId);
    const { rehearsalId } = await ana.api.rehearsal.ask.mutate({ negotiationId, peerId: ben.id });
    await ben.api.rehearsal.brief.mutate({ rehearsalId, brief: briefOf('BRIEFCANARY') });
    await ben.api.rehearsal.decline.mutate({ rehearsalId });
    expect(await counts('rehearsalDeclined', ana, ben, cara)).toEqual([1, 0, 0]);
  });
});

describe('the clock', () => {
  it('tells of a deadline and of a commitment once, and of neither when it is no more', async () => {
    const on = inDays(6).toISOString().slice(0, 10);
    const { opportunityId } = await dora.api.opportunity.create.mutate({
      company: 'COMPANYCANARY',
      role: 'ROLECANARY',
      alias: 'ALIASCANARY',
      stage: 'offer',
      on: '2026-11-10',
    });
    const deadline = { kind: 'date', on, zone: 'Europe/Vienna' } as const;
    await dora.api.offer.create.mutate({ opportunityId, receivedOn: null, deadline, draft: null });
    const commitment = { text: 'COMMITCANARY', dueOn: on };
    const { commitmentId } = await dora.api.commitment.create.mutate({ commitment, debriefId: null });
    await setTime(`${on}T12:00:00Z`);
    expect(await tellNearing(world.deps)).toBe(2);
    expect(await tellNearing(world.deps)).toBe(0);
    expect([await counts('deadlineNears', dora, ana), await counts('commitmentDue', dora, ana)]).toEqual([
      [1, 0],
      [1, 0],
    ]);
    const { fresh: count } = await dora.api.today.noticeCount.query();
    await dora.api.commitment.mark.mutate({ commitmentId, rev: 1, state: 'kept' });
    expect(await counts('commitmentDue', dora)).toEqual([0]);
    expect((await dora.api.today.noticeCount.query()).fresh).toBe(count - 1);
    await world.setClock(null);
  });

  it('sends of all this what names no canary, title, number or person', async () => {
    await world.setClock(new Date((await world.now()).getTime() + 61_000));
    await writeLetters(post);
    await sendLetters(post);
    expect(mails.length).toBeGreaterThan(2);
    const sent = mails.map(({ subject, text, html }) => `${subject} ${text} ${html}`).join(' ');
    expect(sent).not.toMatch(/CANARY|Ana|Ben|Cara|Dora|Friday/);
    await world.setClock(null);
    expect(world.faults).toEqual([]);
  });
});
