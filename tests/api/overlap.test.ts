import { newId } from '@parley/db/id';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inDays } from '../support/clock.ts';
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

async function pursue(person: Person, company: string, daysAgo = 3, stage: 'lead' | 'interview' = 'interview') {
  const opening = { company, alias: '', role: 'Engineer', stage, on: '2026-11-01' } as const;
  const { opportunityId } = await person.api.opportunity.create.mutate(opening);
  await world.client.stageChange.updateMany({ where: { opportunityId }, data: { at: inDays(-daysAgo) } });
  return opportunityId;
}
const look = (person: Person, councilId: string) => person.post('overlap.look', { councilId });
const page = (person: Person, councilId: string) => person.api.overlap.page.query({ councilId });
/** As if a member had last looked so many days ago. */
const age = (person: Person, councilId: string, days: number) =>
  world.client.overlap.updateMany({ where: { councilId, accountId: person.id }, data: { lookedAt: inDays(-days) } });

describe('two members in process with the same employer', () => {
  it('are told alike that there is one, and nobody else is told anything', async () => {
    const councilId = await world.council('Alike', [cara, ana, ben]);
    await pursue(ana, 'Zanzibar Labs GmbH');
    await pursue(ben, 'The Zanzibar Labs');
    await pursue(cara, 'Elsewhere');
    expect((await look(ana, councilId)).status).toBe(200);
    expect(await page(ana, councilId)).toMatchObject({ told: false, compared: 1 });
    expect(await page(ben, councilId)).toMatchObject({ told: false, lookedAt: null });
    await look(cara, councilId);
    await look(ben, councilId);
    const [hers, his, chair] = [await page(ana, councilId), await page(ben, councilId), await page(cara, councilId)];
    expect([hers.told, his.told, chair.told]).toEqual([true, true, false]);
    const told = async (person: Person) =>
      (await person.api.today.notices.query()).notices.filter(({ kind }) => kind === 'overlapTold');
    const notices = [await told(ana), await told(ben), await told(cara)];
    expect(notices.map((one) => one.length)).toEqual([1, 1, 0]);
    // who looked last and who was found are told the same, and each as by nobody
    const kept = await world.client.notification.findMany({ where: { kind: 'overlapTold' } });
    expect(kept.map(({ actorId, recipientId }) => actorId === recipientId)).toEqual([true, true]);
    const shown = JSON.stringify([hers, his, notices, await ana.api.council.page.query({ councilId })]);
    expect(/zanzibar/i.test(shown)).toBe(false);
    const rows = await world.client.overlap.findMany({ where: { councilId } });
    expect(rows.flatMap(({ marks }) => marks).every((mark) => /^[0-9a-f]{64}$/.test(mark))).toBe(true);
  });

  it('are compared once by a press that is sent three times at once', async () => {
    const gil = await world.person('Gil');
    const councilId = await world.council('Press', [gil, ana]);
    await pursue(gil, 'Popocatepetl');
    const key = { 'x-parley-key': `press-${newId()}` };
    const answers = await Promise.all([1, 2, 3].map(() => gil.twin().post('overlap.look', { councilId }, key)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
  });

  it('are not told across councils, of leads, of what is two days young, or of who has stopped', async () => {
    const [eve, fay] = [await world.person('Eve'), await world.person('Fay')];
    const [one, other] = [await world.council('One', [eve, fay]), await world.council('Other', [fay, eve])];
    await pursue(eve, 'Kilimanjaro');
    const lead = await pursue(fay, 'Kilimanjaro', 3, 'lead');
    await look(eve, one);
    expect(codeOf((await look(fay, one)).body)).toBe('FORBIDDEN');
    const young = await pursue(fay, 'Kilimanjaro', 1);
    expect(codeOf((await look(fay, one)).body)).toBe('FORBIDDEN');
    await world.client.stageChange.updateMany({ where: { opportunityId: young }, data: { at: inDays(-3) } });
    expect((await look(fay, other)).status).toBe(200);
    expect([(await page(eve, one)).told, (await page(fay, other)).told]).toEqual([false, false]);
    await eve.api.overlap.stop.mutate({ councilId: one });
    await look(fay, one);
    expect([(await page(eve, one)).told, (await page(fay, one)).told, lead.length > 0]).toEqual([false, false, true]);
  });
});

describe('somebody who tries names', () => {
  it('looks once a day, is told once in thirty days, and whoever they find is told as well', async () => {
    const [mal, vic, wim] = [await world.person('Mal'), await world.person('Vic'), await world.person('Wim')];
    const councilId = await world.council('Tried', [cara, mal, vic, wim]);
    await pursue(vic, 'Serengeti');
    await pursue(wim, 'Ngorongoro');
    for (const person of [vic, wim]) await look(person, councilId);
    await pursue(mal, 'Serengeti');
    expect((await look(mal, councilId)).status).toBe(200);
    const again = await look(mal, councilId);
    expect([again.status, again.body.includes('Look again tomorrow')]).toEqual([403, true]);
    await mal.api.overlap.stop.mutate({ councilId });
    expect((await look(mal, councilId)).status).toBe(403);
    const first = await world.client.overlap.findMany({ where: { councilId, accountId: { in: [mal.id, vic.id] } } });
    expect(new Set(first.map(({ toldAt }) => toldAt?.getTime())).size).toBe(1);
    await age(mal, councilId, 1);
    await pursue(mal, 'Ngorongoro');
    await look(mal, councilId);
    const told = async (person: Person) => (await page(person, councilId)).told;
    expect([await told(mal), await told(vic), await told(wim)]).toEqual([true, true, true]);
    const [row] = await world.client.overlap.findMany({ where: { councilId, accountId: mal.id } });
    expect(row?.toldAt).toEqual(first.find(({ accountId }) => accountId === mal.id)?.toldAt);
  });

  it('from outside, or after leaving, compares nothing', async () => {
    const gil = await world.person('Gil');
    const councilId = await world.council('Outside', [cara, ana, gil]);
    await pursue(gil, 'Mombasa');
    await look(gil, councilId);
    expect(codeOf((await look(dora, councilId)).body)).toBe('NOT_FOUND');
    await gil.api.council.leave.mutate({ councilId });
    expect(await world.client.overlap.count({ where: { councilId } })).toBe(0);
    expect(codeOf((await gil.post('overlap.page', { councilId })).body)).toBe('NOT_FOUND');
  });
});
