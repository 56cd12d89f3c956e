import { wholeLevels } from '@parley/domain/item/levels';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { heardOf } from '../support/stage-things.ts';
import { createWorld, type Person, type World } from '../support/world.ts';

let world: World;
let ana: Person;
let ben: Person;
let table: string;
let opportunityId: string;

beforeAll(async () => {
  world = await createWorld();
  [ana, ben] = [await world.person('Ana'), await world.person('Ben')];
  table = await world.council('Thursday table', [ben, ana]);
});
afterAll(() => world.close());

beforeEach(async () => {
  const opening = { company: 'Acme', role: 'Staff engineer', alias: 'a shop', stage: 'lead' as const, on: '2026-01-05' };
  opportunityId = (await ana.api.opportunity.create.mutate(opening)).opportunityId;
});

const list = (who: Person) => who.api.backchannel.list.query({ opportunityId });
const refused = (call: Promise<unknown>, code: string) => expect(call).rejects.toMatchObject({ data: { code } });

it('is written down, corrected from what one has seen, and taken away', async () => {
  const fields = heardOf('ines');
  const { backchannelId } = await ana.api.backchannel.create.mutate({ opportunityId, fields });
  expect(await list(ana)).toMatchObject([{ backchannelId, rev: 1, ...fields }]);
  await ana.api.backchannel.save.mutate({ backchannelId, rev: 1, fields: { ...fields, answer: 'no' } });
  await refused(ana.api.backchannel.save.mutate({ backchannelId, rev: 1, fields }), 'CONFLICT');
  expect(await list(ana)).toMatchObject([{ rev: 2, answer: 'no' }]);
  await ana.api.backchannel.remove.mutate({ backchannelId });
  expect(await list(ana)).toEqual([]);
});

it('is its owner’s alone, also from who reads the opportunity and chairs the table', async () => {
  const { backchannelId } = await ana.api.backchannel.create.mutate({ opportunityId, fields: heardOf('INSIDERCANARY') });
  const levels = wholeLevels('exact');
  await ana.api.share.set.mutate({ itemId: opportunityId, councilId: table, readerId: null, levels, expiresAt: null });
  const page = await ben.post('opportunity.page', { opportunityId });
  expect(page.status).toBe(200);
  expect(page.body).not.toContain('INSIDERCANARY');
  await refused(list(ben), 'FORBIDDEN');
  await refused(ben.api.backchannel.create.mutate({ opportunityId, fields: heardOf('ben') }), 'FORBIDDEN');
  await refused(ben.api.backchannel.save.mutate({ backchannelId, rev: 1, fields: heardOf('ben') }), 'NOT_FOUND');
  await refused(ben.api.backchannel.remove.mutate({ backchannelId }), 'NOT_FOUND');
  expect(await list(ana)).toHaveLength(1);
  const [row] = await world.client.backchannel.findMany({ where: { opportunityId } });
  expect(Buffer.from(row?.sealed ?? []).toString('latin1')).not.toContain('INSIDERCANARY');
});

it('pressed twice is there once, and goes with its opportunity', async () => {
  const key = { 'x-parley-key': 'press-of-an-insider-1' };
  const input = { opportunityId, fields: heardOf('ines') };
  for (let press = 0; press < 2; press += 1) expect((await ana.post('backchannel.create', input, key)).status).toBe(200);
  expect(await list(ana)).toHaveLength(1);
  await world.client.item.delete({ where: { id: opportunityId } });
  expect(await world.client.backchannel.count({ where: { opportunityId } })).toBe(0);
});
