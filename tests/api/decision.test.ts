import { blankComponents, known, none } from '@parley/domain/compensation/components';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, openTable, type Seats, seatCouncil, shareAll, type Table } from '../support/table.ts';
import type { Person, World } from '../support/world.ts';

let seats: Seats;
let table: Table;
let world: World;
let ana: Person;
let ben: Person;
let cara: Person;

beforeAll(async () => {
  seats = await seatCouncil();
  ({ world, ana, ben, cara } = seats);
});
afterAll(() => world.close());
beforeEach(async () => {
  table = await openTable(ana);
});

const decision = () => ana.api.decision.get.query({ negotiationId: table.negotiationId });
const stated = {
  ...blankComponents(),
  base: known(9_000_000),
  bonus: none,
  guaranteed: none,
  signOn: known({ paid: [500_000], clawback: null }),
  oneOff: none,
  grants: none,
  refreshers: none,
};
const record = (offerId: string, components = stated) =>
  ana.api.offer.addVersion.mutate({
    offerId,
    rev: 1,
    version: { stage: 'written', content: { currency: 'EUR', components, notes: '' } },
  });

describe('the parts of the decision', () => {
  it('say nothing of an offer that is not on record', async () => {
    expect(await decision()).toMatchObject({ offered: null, short: false });
  });

  it('hold the offer as last recorded, over four years', async () => {
    await record(table.offerId);
    expect((await decision()).offered).toEqual({
      base: 9_000_000,
      bonusPercent: null,
      total: 36_500_000,
      complete: true,
      currency: 'EUR',
    });
  });

  it('do not call a total known while a part of it is unknown', async () => {
    await record(table.offerId, { ...stated, bonus: { state: 'unknown' } });
    expect((await decision()).offered).toMatchObject({ total: 36_500_000, complete: false });
  });

  it('tell a deadline of less than two business days, and a refused extension', async () => {
    const { frame } = await ana.api.offer.get.query({ offerId: table.offerId });
    const deadline = { kind: 'date' as const, on: '2026-11-20', zone: 'Europe/Vienna' };
    const set = (rev: number, change: object) =>
      ana.api.offer.save.mutate({ offerId: table.offerId, rev, frame: { ...frame, ...change } });
    await set(1, { receivedOn: '2026-11-19', deadline });
    expect((await decision()).short).toBe(true);
    await set(2, { receivedOn: '2026-11-16', deadline });
    expect((await decision()).short).toBe(false);
    await set(3, { receivedOn: '2026-11-16', deadline, extension: 'refused' });
    expect((await decision()).short).toBe(true);
  });

  it('count my other openings from the screening on, and nobody else’s', async () => {
    const before = (await decision()).processes.map((one) => one.opportunityId);
    const open = async (person: Person, stage: 'applied' | 'screen') =>
      (await person.api.opportunity.create.mutate({ company: 'Umbra', alias: '', role: 'Lead', stage, on: '2026-05-01' }))
        .opportunityId;
    await open(ana, 'applied');
    await open(ben, 'screen');
    const screened = await open(ana, 'screen');
    const { processes } = await decision();
    expect(processes.map((one) => one.opportunityId).filter((id) => !before.includes(id))).toEqual([screened]);
    expect(processes.some((one) => one.opportunityId === table.opportunityId)).toBe(false);
  });

  it('are the owner’s alone, share or not, and never hold the walk-away', async () => {
    const walkAway = { base: 8_765_432_101, total: null, leave: 'yes' as const, words: 'WALKAWAY-CANARY-7731' };
    const { negotiationId, opportunityId } = table;
    const before = await ana.post('decision.get', { negotiationId });
    const prep = await ana.post('prep.get', { opportunityId });
    await ana.api.walkAway.set.mutate({ negotiationId, rev: 1, walkAway });
    expect((await ana.post('decision.get', { negotiationId })).body).toBe(before.body);
    expect((await ana.post('prep.get', { opportunityId })).body).toBe(prep.body);
    expect(codeOf((await ben.post('decision.get', { negotiationId })).body)).toBe('NOT_FOUND');
    await shareAll(seats, ana, negotiationId);
    for (const person of [ben, cara])
      expect(codeOf((await person.post('decision.get', { negotiationId })).body)).toBe('FORBIDDEN');
  });

  it('are answered by the owner; the answer changes no byte of what others get', async () => {
    const { negotiationId } = table;
    await shareAll(seats, ana, negotiationId);
    const { rev, plan } = await ana.api.negotiation.get.query({ negotiationId });
    const saved = await ana.api.negotiation.save.mutate({ negotiationId, rev, plan });
    const before = await ben.post('negotiation.get', { negotiationId });
    const words = { strengths: 'STRENGTHS-CANARY', gaps: 'GAPS-CANARY', why: 'DECIDING-CANARY' };
    const deciding = { said: { base: 7_777_777, total: null }, answer: 'decline' as const, ...words };
    const next = { ...plan, deciding, checklists: [negotiationId], ticks: [negotiationId], situations: ['low-offer' as const] };
    await ana.api.negotiation.save.mutate({ negotiationId, rev: saved.rev, plan: next });
    expect((await ana.api.negotiation.get.query({ negotiationId })).plan.deciding).toEqual(deciding);
    const after = await ben.post('negotiation.get', { negotiationId });
    expect(after.body).toBe(before.body.replace(`"rev":${saved.rev}`, `"rev":${saved.rev + 1}`));
  });
});
