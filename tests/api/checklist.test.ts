import { newId } from '@parley/db/id';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, openTable, type Seats, seatCouncil } from '../support/table.ts';
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

const listOf = (title: string, ...texts: string[]) => ({ title, lines: texts.map((text) => ({ id: newId(), text })) });
const create = (person: Person, title: string) =>
  person.api.checklist.create.mutate({ councilId, checklist: listOf(title, 'Breathe out.') });
const titles = async (person: Person) => (await person.api.checklist.list.query({ councilId })).map(({ title }) => title);

describe('a council’s checklists', () => {
  it('are written by any member and read by all of them, and by nobody else', async () => {
    await create(ana, 'Before a call');
    expect([await titles(ben), await titles(cara)]).toEqual([['Before a call'], ['Before a call']]);
    expect(codeOf((await dora.post('checklist.list', { councilId })).body)).toBe('NOT_FOUND');
    expect(await dora.api.checklist.mine.query()).toEqual([]);
    const mine = await ben.api.checklist.mine.query();
    expect(mine.map(({ title, authorId }) => [title, authorId])).toEqual([['Before a call', ana.id]]);
  });

  it('are changed by their author and by the moderator, by revision', async () => {
    const { checklistId } = await create(ana, 'First');
    const save = (rev: number, title: string) => ({ checklistId, rev, checklist: listOf(title, 'Breathe in.') });
    expect(codeOf((await ben.post('checklist.save', save(1, 'Ben’s'))).body)).toBe('FORBIDDEN');
    expect(codeOf((await ben.post('checklist.remove', { checklistId })).body)).toBe('FORBIDDEN');
    expect(codeOf((await dora.post('checklist.save', save(1, 'Dora’s'))).body)).toBe('NOT_FOUND');
    expect((await ana.api.checklist.save.mutate(save(1, 'Second'))).rev).toBe(2);
    expect((await cara.api.checklist.save.mutate(save(2, 'Third'))).rev).toBe(3);
    const stale = await ana.post('checklist.save', save(2, 'Fourth'));
    expect(JSON.parse(stale.body).error.data).toMatchObject({ code: 'CONFLICT', newer: { title: 'Third', rev: 3 } });
    await cara.api.checklist.remove.mutate({ checklistId });
    expect(await titles(ana)).not.toContain('Third');
  });

  it('refuse what is no checklist', async () => {
    const line = { id: newId(), text: 'Breathe.' };
    for (const bad of [
      { title: '', lines: [line] },
      { title: 'x', lines: [] },
      { title: 'x', lines: [line, line] },
      { title: 'x', lines: [{ id: 'open-1', text: 'y' }] },
      { title: 'x', lines: [{ ...line, text: 'a\u202eb' }] },
      { title: 'x', lines: Array.from({ length: 21 }, () => ({ id: newId(), text: 'y' })) },
      { title: 'x', lines: [line], authorId: ben.id },
    ])
      expect((await ana.post('checklist.create', { councilId, checklist: bad })).status, JSON.stringify(bad).slice(0, 60)).toBe(
        400,
      );
  });

  it('stay when their author leaves, and leave the leaver’s view', async () => {
    const eve = await world.person('Eve');
    const other = await world.council('Friday', [cara, eve]);
    await eve.api.checklist.create.mutate({ councilId: other, checklist: listOf('Eve’s', 'Sit up.') });
    await eve.api.council.leave.mutate({ councilId: other });
    expect(await eve.api.checklist.mine.query()).toEqual([]);
    const kept = await cara.api.checklist.list.query({ councilId: other });
    expect(kept.map(({ title }) => title)).toEqual(['Eve’s']);
  });

  it('are ticked by an owner in a negotiation, and the tick outlives its line harmlessly', async () => {
    const { negotiationId } = await openTable(ana);
    const { checklistId } = await create(ana, 'Ticked');
    const lists = await ana.api.checklist.list.query({ councilId });
    const lines = lists.find((list) => list.checklistId === checklistId)?.lines ?? [];
    const { rev, plan } = await ana.api.negotiation.get.query({ negotiationId });
    const ticks = ['open-1', ...lines.map(({ id }) => id)];
    const next = { ...plan, ticks, checklists: [checklistId] };
    await ana.api.negotiation.save.mutate({ negotiationId, rev, plan: next });
    await ana.api.checklist.remove.mutate({ checklistId });
    expect((await ana.api.negotiation.get.query({ negotiationId })).plan).toMatchObject({ ticks, checklists: [checklistId] });
  });

  it('end at thirty', async () => {
    const missing = 30 - (await titles(ana)).length;
    for (let count = 0; count < missing; count += 1) await create(ben, `List ${count}`);
    const more = await ana.post('checklist.create', { councilId, checklist: listOf('One more', 'Line.') });
    expect([more.status, more.body.includes('at most 30')]).toEqual([403, true]);
  });
});
