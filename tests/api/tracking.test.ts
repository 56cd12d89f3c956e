import { newId } from '@parley/db/id';
import { wholeLevels } from '@parley/domain/item/levels';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inDays } from '../support/clock.ts';
import { createWorld, type Person, type World } from '../support/world.ts';

let world: World;
let ana: Person;
let ben: Person;
let councilId: string;
const today = '2026-11-20';

beforeAll(async () => {
  world = await createWorld();
  ana = await world.person('Ana');
  ben = await world.person('Ben');
  councilId = await world.council('Wednesday', [ana, ben]);
});
afterAll(() => world.close());

async function own(person: Person, opportunityId: string) {
  const { own: kept } = await person.api.opportunity.page.query({ opportunityId });
  if (!kept) throw new Error('Only the owner has the whole of an opportunity.');
  return kept;
}

async function create(person: Person, more: { company?: string; alias?: string; on?: string } = {}) {
  const given = { company: 'Zyxwell', role: 'Staff engineer', alias: '', stage: 'lead' as const, on: today, ...more };
  return own(person, (await person.api.opportunity.create.mutate(given)).opportunityId);
}

const share = async (owner: Person, itemId: string, reader: Person | null, company: 'exact' | 'hidden') => {
  const input = { itemId, councilId, readerId: reader?.id ?? null, levels: wholeLevels(company), expiresAt: null };
  expect(await owner.post('share.set', input)).toMatchObject({ status: 200 });
};

describe('what is tracked', () => {
  const call = {
    id: '0198f000-0000-7000-8000-000000000001',
    kind: 'interview' as const,
    at: inDays(2).toISOString(),
    zone: 'Europe/Vienna',
    minutes: 45,
    withWhom: 'CALLMARK',
    link: 'https://meet.example/LINKMARK',
    note: 'NOTEMARK',
    outcome: null,
  };

  it('a posting is captured in one press, and its calls stand on Today and before the call', async () => {
    const dora = await world.person('Dora');
    const posting = { posting: 'Engineer at Acme', link: 'https://acme.example/jobs/1', pay: '€90,000', tags: ['remote'] };
    const given = { company: 'Acme', role: 'Engineer', alias: '', stage: 'interview' as const, on: today, ...posting };
    const { opportunityId } = await dora.api.opportunity.create.mutate(given);
    const { details } = await own(dora, opportunityId);
    expect(details).toMatchObject(posting);
    await dora.api.opportunity.save.mutate({ opportunityId, rev: 1, details: { ...details, calls: [call] } });
    const { calls } = await dora.api.today.page.query();
    expect(calls).toMatchObject([{ opportunityId, role: 'Engineer', withWhom: 'CALLMARK', at: call.at }]);
    expect((await dora.api.prep.get.query({ opportunityId })).upcoming).toEqual(call);
    const put = { ...details, calls: [call], archived: true };
    await dora.api.opportunity.save.mutate({ opportunityId, rev: 2, details: put });
    expect((await dora.api.today.page.query()).calls).toEqual([]);
    const row = await world.client.opportunity.findUniqueOrThrow({ where: { id: opportunityId } });
    expect(Buffer.from(row.sealed).toString('latin1')).not.toMatch(/CALLMARK|LINKMARK|remote/);
  });

  it('calls, notes and tags are nobody else’s, also of a reader of the opportunity itself', async () => {
    const { opportunityId, details } = await create(ana);
    const noted = { ...details, calls: [call], notes: 'OWNNOTE', tags: ['OWNTAG'], pay: 'OWNPAY' };
    await ana.api.opportunity.save.mutate({ opportunityId, rev: 1, details: noted });
    await share(ana, opportunityId, ben, 'exact');
    const read = [
      await ben.post('opportunity.page', { opportunityId }),
      await ben.post('opportunity.timeline', { opportunityId }),
    ];
    expect(read.map(({ status }) => status)).toEqual([200, 200]);
    expect(read.map(({ body }) => body).join()).not.toMatch(/CALLMARK|LINKMARK|NOTEMARK|OWNNOTE|OWNTAG|OWNPAY/);
  });

  it('the date of a step is corrected by its owner, between its neighbours', async () => {
    const { opportunityId, history } = await create(ana, { on: '2026-11-01' });
    await ana.api.opportunity.setStage.mutate({ opportunityId, rev: 1, stage: 'applied', on: '2026-11-05' });
    const entryId = history[0]?.id ?? '';
    expect(await ana.api.opportunity.redate.mutate({ opportunityId, rev: 2, entryId, on: '2026-10-30' })).toEqual({ rev: 3 });
    expect((await own(ana, opportunityId)).history.map(({ on }) => on)).toEqual(['2026-10-30', '2026-11-05']);
    const late = await ana.post('opportunity.redate', { opportunityId, rev: 3, entryId, on: '2026-11-06' });
    expect([late.status, JSON.parse(late.body).error.data.fields[0].path]).toEqual([400, 'on']);
    expect((await ana.post('opportunity.redate', { opportunityId, rev: 2, entryId, on: '2026-11-02' })).status).toBe(409);
    const other = await create(ana);
    const foreign = { opportunityId: other.opportunityId, rev: 1, entryId, on: today };
    expect((await ana.post('opportunity.redate', foreign)).status).toBe(400);
    expect((await ben.post('opportunity.redate', { opportunityId, rev: 3, entryId, on: today })).status).toBe(404);
  });

  it('a brought list stands on the board, and a part that is sent twice comes once', async () => {
    const eva = await world.person('Eva');
    const names = ['a', 'b', 'c'];
    const openings = names.map((company) => ({
      ...{ opportunityId: newId(), company, role: 'Writer', alias: '', stage: 'rejected' as const, on: '2026-03-04' },
      tags: ['brought'],
    }));
    for (const _ of [1, 2]) expect(await eva.api.opportunity.bring.mutate({ openings })).toEqual({ brought: 3 });
    const cards = await eva.api.opportunity.list.query();
    expect(cards.map(({ company }) => company).sort()).toEqual(names);
    expect(cards[0]).toMatchObject({ since: '2026-03-04', stage: 'rejected', tags: ['brought'] });
    const later = openings.map((one) => ({ ...one, opportunityId: newId(), on: '2099-01-01' }));
    expect((await eva.post('opportunity.bring', { openings: later })).status).toBe(400);
    const many = Array.from({ length: 26 }, () => ({ ...openings[0], opportunityId: newId() }));
    expect((await eva.post('opportunity.bring', { openings: many })).status).toBe(400);
    expect(await eva.api.opportunity.list.query()).toHaveLength(3);
  });

  it('a list that names what is somebody else’s comes as any other: nobody learns that it is there', async () => {
    const { opportunityId } = await create(ana);
    const finn = await world.person('Finn');
    const openings = [{ opportunityId, company: 'a', role: 'b', alias: '', stage: 'lead' as const, on: today }];
    for (const _ of [1, 2]) expect(await finn.api.opportunity.bring.mutate({ openings })).toEqual({ brought: 1 });
    const cards = await finn.api.opportunity.list.query();
    expect(cards.map(({ company }) => company)).toEqual(['a']);
    expect(cards.map((card) => card.opportunityId)).not.toContain(opportunityId);
    expect((await own(ana, opportunityId)).details.company).not.toBe('a');
  });
});
