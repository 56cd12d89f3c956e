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

const week = (text: string, dueOn = '2026-12-03') => ({ text, dueOn });
const take = async (person: Person, text: string) =>
  (await person.api.commitment.take.mutate({ councilId, commitment: week(text) })).commitmentId;
const shown = async (person: Person) => (await person.api.commitment.shown.query({ councilId })).commitments;
const one = async (person: Person, commitmentId: string) =>
  (await person.api.commitment.list.query()).find((commitment) => commitment.commitmentId === commitmentId);

describe('a commitment', () => {
  it('is mine alone until I show it, and again when I no longer do', async () => {
    const made = await ana.api.commitment.create.mutate({ commitment: week('Write to three people'), debriefId: null });
    const { commitmentId } = made;
    expect(await shown(ben)).toEqual([]);
    const save = { commitmentId, commitment: week('Write to three people') };
    expect(codeOf((await ben.post('commitment.mark', { commitmentId, rev: 1, state: 'kept' })).body)).toBe('NOT_FOUND');
    await ana.api.commitment.save.mutate({ ...save, rev: 1, councilId });
    expect(await shown(ben)).toMatchObject([{ text: 'Write to three people', ownerId: ana.id, moves: 0 }]);
    expect(codeOf((await ben.post('commitment.mark', { commitmentId, rev: 2, state: 'kept' })).body)).toBe('FORBIDDEN');
    expect(codeOf((await dora.post('commitment.shown', { councilId })).body)).toBe('NOT_FOUND');
    await ana.api.commitment.save.mutate({ ...save, rev: 2, councilId: null });
    expect(await shown(ben)).toEqual([]);
  });

  it('is kept, not kept, or moved, and a move is counted', async () => {
    const commitmentId = await take(ana, 'Ask for the level');
    await ana.api.commitment.save.mutate({
      commitmentId,
      rev: 1,
      commitment: week('Ask for the level', '2026-12-10'),
      councilId,
    });
    await ana.api.commitment.mark.mutate({ commitmentId, rev: 2, state: 'missed' });
    expect(await one(ana, commitmentId)).toMatchObject({ state: 'missed', moves: 1, dueOn: '2026-12-10', rev: 3 });
    const late = { commitmentId, rev: 3, commitment: week('Ask later', '2026-12-20'), councilId };
    expect((await ana.post('commitment.save', late)).body).toContain('Open it again');
    await ana.api.commitment.mark.mutate({ commitmentId, rev: 3, state: 'open' });
    const stale = await ana.post('commitment.mark', { commitmentId, rev: 3, state: 'kept' });
    expect(JSON.parse(stale.body).error.data).toMatchObject({ code: 'CONFLICT', newer: { rev: 4, state: 'open' } });
    await ana.api.commitment.remove.mutate({ commitmentId });
    expect(await one(ana, commitmentId)).toBeUndefined();
  });

  it('keeps for its owner from which debrief it came, and tells nobody else', async () => {
    const opening = { company: 'Acme', alias: '', role: 'Engineer', stage: 'interview', on: '2026-11-02' } as const;
    const { opportunityId } = await ana.api.opportunity.create.mutate(opening);
    const { debriefId } = await ana.api.debrief.create.mutate({ opportunityId, kind: 'interview' });
    const { commitmentId } = await ana.api.commitment.create.mutate({ commitment: week('Ask about the team first'), debriefId });
    await ana.api.commitment.save.mutate({ commitmentId, rev: 1, commitment: week('Ask about the team first'), councilId });
    expect(await one(ana, commitmentId)).toMatchObject({ debriefId });
    const theirs = (await shown(ben)).find((commitment) => commitment.commitmentId === commitmentId);
    expect(theirs).toMatchObject({ debriefId: null, text: 'Ask about the team first' });
  });

  it('cannot be shown to a council of others', async () => {
    const other = await world.council('Elsewhere', [dora]);
    const commitmentId = await take(ben, 'Sleep');
    const save = { commitmentId, rev: 1, commitment: week('Sleep'), councilId: other };
    expect(codeOf((await ben.post('commitment.save', save)).body)).toBe('NOT_FOUND');
    expect(codeOf((await ben.post('commitment.take', { councilId: other, commitment: week('Sleep') })).body)).toBe('NOT_FOUND');
  });

  it('leaves the table with its owner, who keeps it', async () => {
    const eve = await world.person('Eve');
    const other = await world.council('Monday', [cara, ben, eve]);
    const { commitmentId } = await eve.api.commitment.take.mutate({ councilId: other, commitment: week('Stay') });
    expect((await ben.api.commitment.shown.query({ councilId: other })).commitments).toHaveLength(1);
    await cara.api.council.remove.mutate({ councilId: other, accountId: eve.id, reason: 'Two meetings missed.' });
    expect((await ben.api.commitment.shown.query({ councilId: other })).commitments).toEqual([]);
    expect(await one(eve, commitmentId)).toMatchObject({ text: 'Stay', councilId: null });
  });

  it('is one of twenty open ones at most, and refuses what is none', async () => {
    const fay = await world.person('Fay');
    const create = (commitment: unknown) => fay.post('commitment.create', { commitment, debriefId: null });
    for (let count = 0; count < 20; count += 1) await create(week(`Number ${count}`));
    expect((await create(week('One more'))).body).toContain('Close one first');
    for (const bad of [week(''), week('x', '2026-02-30'), week('a\nb'), { ...week('x'), ownerId: ben.id }])
      expect((await create(bad)).status).toBe(400);
  });
});
