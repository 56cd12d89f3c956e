import { newId } from '@parley/db/id';
import { blankComponents, known } from '@parley/domain/compensation/components';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Person, type World } from '../support/world.ts';

let world: World;
let ana: Person;
beforeAll(async () => {
  world = await createWorld();
  ana = await world.person('Ana');
});
afterAll(() => world.close());

/** As a calendar program reads it: folded lines joined, one list of lines for each entry. */
function entriesOf(text: string): string[][] {
  const lines = text.replaceAll(/\r\n[ \t]/g, '').split('\r\n');
  const entries: string[][] = [];
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') entries.push([]);
    else entries.at(-1)?.push(line);
  }
  return entries;
}
const valuesOf = (text: string, name: string) =>
  entriesOf(text).map((lines) =>
    lines.find((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`))?.slice(name.length + 1),
  );

const hostile = 'Acme; Inc, \\ "GmbH"';

async function begin(company: string, deadline: { kind: 'date'; on: string; zone: string } | null) {
  const opening = { company, alias: 'fintech', role: 'Staff engineer', stage: 'offer', on: '2026-05-01' } as const;
  const { opportunityId } = await ana.api.opportunity.create.mutate(opening);
  const { offerId } = await ana.api.offer.create.mutate({ opportunityId, receivedOn: null, deadline, draft: null });
  const { negotiationId } = await ana.api.negotiation.create.mutate({ offerId, currency: 'EUR' });
  return { opportunityId, offerId, negotiationId };
}

describe('the deadline as a calendar file', () => {
  it('ends at the moment at which the day ends in the employer’s zone, with a warning a day before', async () => {
    const { offerId } = await begin('Acme', { kind: 'date', on: '2027-01-15', zone: 'America/Denver' });
    const { name, text } = await ana.api.calendar.deadline.query({ offerId });
    expect(name).toBe('answer-due.ics');
    expect([valuesOf(text, 'DTSTART'), valuesOf(text, 'DTEND')]).toEqual([['20270116T060000Z'], ['20270116T070000Z']]);
    expect([valuesOf(text, 'SUMMARY'), valuesOf(text, 'TRIGGER')]).toEqual([['Answer due: Staff engineer\\, Acme'], ['-P1D']]);
    expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n') && text.endsWith('END:VCALENDAR')).toBe(true);
    const again = await ana.api.calendar.deadline.query({ offerId });
    expect(valuesOf(again.text, 'UID')).toEqual(valuesOf(text, 'UID'));
  });

  it('says what is missing when there is none', async () => {
    const { offerId } = await begin('Acme', null);
    const answer = await ana.post('calendar.deadline', { offerId });
    expect([answer.status, answer.body.includes('This offer has no deadline.')]).toEqual([403, true]);
  });

  it('keeps hostile text inside its line', async () => {
    const { offerId } = await begin(hostile, { kind: 'date', on: '2027-01-15', zone: 'Asia/Kathmandu' });
    const { text } = await ana.api.calendar.deadline.query({ offerId });
    expect(valuesOf(text, 'SUMMARY')).toEqual(['Answer due: Staff engineer\\, Acme\\; Inc\\, \\\\ "GmbH"']);
    expect(valuesOf(text, 'DTEND')).toEqual(['20270115T181500Z']);
  });
});

describe('the hand-over as a calendar file', () => {
  const keyResult = (more: object) => ({
    id: newId(),
    metric: 'Days; to ship, é',
    direction: 'fall' as const,
    start: '40',
    target: '10',
    current: null,
    unit: 'days',
    due: '2027-04-15',
    firstNinetyDays: true,
    ...more,
  });

  it('holds first day, first results, the look back and the six-month review, on days that are the same in every zone', async () => {
    const { opportunityId, negotiationId, offerId } = await begin('Acme', null);
    const none = await ana.post('calendar.handOver', { negotiationId });
    expect([none.status, none.body.includes('Agree on a start date')]).toEqual([403, true]);

    const { missionId } = await ana.api.mission.create.mutate({ opportunityId });
    const objectives = [{ id: newId(), title: 'Ship', keyResults: [keyResult({}), keyResult({ firstNinetyDays: false })] }];
    const document = {
      statement: 'Ship.',
      objectives,
      questions: [],
      needs: [],
      feedback: null,
      interviewsHeld: 0,
      conversation: null,
      corrections: '',
    };
    await ana.api.mission.save.mutate({ missionId, rev: 1, document });
    const components = { ...blankComponents(), startDate: known('2027-02-01') };
    const version = { stage: 'written' as const, content: { currency: 'EUR', components, notes: '' } };
    await ana.api.offer.addVersion.mutate({ offerId, rev: 1, version });

    const { name, text } = await ana.api.calendar.handOver.query({ negotiationId });
    expect(name).toBe('first-90-days.ics');
    expect(valuesOf(text, 'DTSTART')).toEqual(['20270201', '20270415', '20270502', '20270801'].map((day) => `VALUE=DATE:${day}`));
    expect(valuesOf(text, 'SUMMARY')[1]).toBe('First 90 days: Days\\; to ship\\, é: 40 → 10 days');
    for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  });

  it('takes the agreed start before the one in the offer, and the letter’s before the agreed one', async () => {
    const { negotiationId } = await begin('Acme', null);
    const date = (on: string) => ({ kind: 'date' as const, on });
    const term = { component: 'startDate' as const, name: '', value: date('2027-03-01') };
    const { termId } = await ana.api.term.create.mutate({ negotiationId, term });
    expect((await ana.post('calendar.handOver', { negotiationId })).status).toBe(403);
    const spoken = { who: 'Kim', on: '2026-05-03', words: '' };
    await ana.api.term.mark.mutate({ termId, rev: 1, step: { to: 'agreed', value: date('2027-03-01'), spoken } });
    const first = async () => valuesOf((await ana.api.calendar.handOver.query({ negotiationId })).text, 'DTSTART')[0];
    expect(await first()).toBe('VALUE=DATE:20270301');
    const written = { value: date('2027-03-15'), document: 'Letter', page: '', on: '2026-05-08' };
    await ana.api.term.mark.mutate({ termId, rev: 2, step: { to: 'confirmed', written } });
    expect(await first()).toBe('VALUE=DATE:20270315');
  });
});
