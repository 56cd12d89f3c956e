import { createLimits } from '@parley/api/limit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inDays } from '../support/clock.ts';
import { createWorld, type Person, type World } from '../support/world.ts';

let world: World;
let ana: Person;
let ben: Person;
beforeAll(async () => {
  world = await createWorld();
  ana = await world.person('Ana');
  ben = await world.person('Ben');
});
afterAll(() => world.close());

const look = async (path: string) => {
  const answer = await world.app.request(path);
  return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
};

/** The meetings of a feed: the day that names each, and whether it is called off. */
const meetingsOf = (text: string) =>
  text.split('BEGIN:VEVENT').flatMap((event) => {
    const on = /^UID:meeting\.([\d-]+)/m.exec(event)?.[1];
    return on === undefined ? [] : [{ on, off: event.includes('STATUS:CANCELLED') }];
  });

async function furnish(person: Person, mark: string) {
  const opening = {
    company: `${mark}-company`,
    role: `${mark}\r\nEND:VEVENT`.replaceAll(/[\r\n]/g, ' '),
    alias: '',
    stage: 'interview' as const,
  };
  const { opportunityId } = await person.api.opportunity.create.mutate({ ...opening, on: '2026-11-02' });
  const { own } = await person.api.opportunity.page.query({ opportunityId });
  const at = inDays(3).toISOString();
  const call = { id: '0198f000-0000-7000-8000-000000000001', kind: 'interview' as const, at, zone: 'Europe/Vienna', minutes: 45 };
  const more = { withWhom: `${mark}-who`, link: `https://${mark}.example`, note: `${mark}-note`, outcome: null };
  if (!own) throw new Error('It is theirs.');
  const details = { ...own.details, calls: [{ ...call, ...more }], next: { act: `${mark}-next`, on: at.slice(0, 10) } };
  await person.api.opportunity.save.mutate({ opportunityId, rev: 1, details });
  await person.api.commitment.create.mutate({ commitment: { text: `${mark}-promise`, dueOn: at.slice(0, 10) }, debriefId: null });
  return at;
}

describe('a feed', () => {
  it('is one’s own days without a word of what they are about', async () => {
    const at = await furnish(ana, 'CANARY');
    await furnish(ben, 'OTHER');
    const { path } = await ana.api.feed.make.mutate({});
    const { status, type, text } = await look(path);
    expect([status, type]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(text).not.toMatch(/CANARY|OTHER|Ana|Ben/i);
    const titles = text.match(/^SUMMARY:.*$/gm)?.map((line) => line.trim());
    expect(titles).toEqual(['SUMMARY:Call', 'SUMMARY:Next step', 'SUMMARY:Commitment due']);
    expect(text).toContain(`DTSTART:${at.replaceAll(/[-:]|\.\d+/g, '')}`);
  });

  it('holds the meetings of one’s councils for as long as one sits there, without a word of them', async () => {
    const [cara, dev] = [await world.person('Cara'), await world.person('Dev')];
    const councilId = await world.council('CANARY table', [cara, dev]);
    const { path } = await dev.api.feed.make.mutate({});
    const [first, second] = meetingsOf((await look(path)).text);
    const { rev } = await cara.api.council.page.query({ councilId });
    const skip = { kind: 'skip' as const };
    await cara.api.council.changeMeeting.mutate({ councilId, rev, on: second?.on ?? '', change: skip });
    await dev.api.presence.miss.mutate({ councilId, on: first?.on ?? '', missing: true });
    const { text } = await look(path);
    expect(meetingsOf(text).map(({ off }) => off)).toEqual([true, true, ...Array.from({ length: 50 }, () => false)]);
    expect(text).not.toMatch(/CANARY|Cara|Dev/);
    await dev.api.council.leave.mutate({ councilId });
    expect(meetingsOf((await look(path)).text)).toEqual([]);
  });

  it('leads nowhere once it was ended or another was made, and a guessed one never did', async () => {
    const first = await ana.api.feed.make.mutate({});
    const second = await ana.api.feed.make.mutate({});
    const guessed = `/calendar/${'A'.repeat(43)}.ics`;
    const refused = await look(guessed);
    expect(refused).toEqual({ status: 404, type: 'text/plain; charset=UTF-8', text: 'Not found' });
    expect(await look(first.path)).toEqual(refused);
    expect((await look(second.path)).status).toBe(200);
    await ana.api.feed.end.mutate({});
    for (const path of [second.path, '/calendar/x.ics', `${second.path}x`, second.path.replace('.ics', '')])
      expect(await look(path)).toEqual(refused);
    expect(await ana.api.feed.get.query()).toEqual({ since: null });
  });

  it('is kept as a digest, which nobody but the post may look up', async () => {
    const { path } = await ben.api.feed.make.mutate({});
    const rows = await world.client.feed.findMany();
    expect(JSON.stringify(rows)).not.toContain(path.slice(10, 30));
    const seen = await world.deps.asUser(world.client, ana.id, (db) => db.$queryRaw`select account_id from feed`);
    expect(seen).toEqual([]);
    const digest = world.deps.asUser(world.client, ben.id, (db) => db.$queryRaw`select token_hash from feed`);
    await expect(digest).rejects.toThrow();
  });

  it('who guesses is stopped after a while', async () => {
    const own = await createWorld({ limits: createLimits() });
    const statuses: number[] = [];
    for (let at = 0; at < 121; at += 1) {
      const guess = `${String(at).padStart(3, '0')}${'x'.repeat(40)}`;
      statuses.push((await own.app.request(`/calendar/${guess}.ics`)).status);
    }
    expect([new Set(statuses.slice(0, 120)), statuses[120]]).toEqual([new Set([404]), 429]);
    await own.close();
  });
});
