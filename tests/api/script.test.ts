import { newId } from '@parley/db/id';
import { createVault } from '@parley/db/vault';
import { createPlan } from '@parley/domain/negotiation/negotiation';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, openTable, type Seats, seatCouncil, shareAll, type Table } from '../support/table.ts';
import type { Person } from '../support/world.ts';

let seats: Seats;
let ana: Person;
let ben: Person;
let dora: Person;
let table: Table;

beforeAll(async () => {
  seats = await seatCouncil();
  ({ ana, ben, dora } = seats);
});
beforeEach(async () => {
  table = await openTable(ana);
});
afterAll(() => seats.world.close());

const get = (person: Person) => person.api.negotiation.get.query({ negotiationId: table.negotiationId });
const versions = (person: Person) => person.api.script.versions.query({ negotiationId: table.negotiationId });
const phone = () => ({ id: newId(), name: 'Counter by phone', text: 'Are you open to a sign-on?', slots: [], cites: null });
const said = (text: string) => ({ scriptId: 'script', name: 'First call', text, slots: [], why: 'saved' as const });
const keep = (text: string) => ana.api.script.keep.mutate({ negotiationId: table.negotiationId, version: said(text) });

async function write(...scripts: ReturnType<typeof phone>[]) {
  const { rev, plan } = await get(ana);
  await ana.api.negotiation.save.mutate({ negotiationId: table.negotiationId, rev, plan: { ...plan, scripts } });
}

describe('scripts of a negotiation', () => {
  it('are several, read with it by whom it is shared with, with their slots as they are named', async () => {
    const [first] = createPlan('EUR').scripts;
    await write({ ...phone(), id: 'script', text: first?.text ?? '' }, phone());
    await shareAll(seats, ana, table.negotiationId);
    const { plan } = await get(ben);
    expect(plan.scripts.map(({ name }) => name)).toEqual(['Counter by phone', 'Counter by phone']);
    expect(plan.scripts[0]?.text).toContain('{target}');
  });

  it('are the one script of an older plan, at the same block', async () => {
    const { client, keys } = seats.world;
    const { scripts: _, ...rest } = createPlan('EUR');
    const older = { ...rest, script: { text: 'I ask [a].', slots: [{ name: 'a', value: '120' }], cites: null } };
    const ref = { table: 'negotiation', id: table.negotiationId, owner: ana.id, rev: 1 };
    const sealed = await createVault(client, keys).seal(ref, older);
    await client.negotiation.update({ where: { id: table.negotiationId }, data: { sealed } });
    const { plan, rev } = await get(ana);
    expect(plan.scripts).toEqual([{ id: 'script', name: 'First call', ...older.script }]);
    await ana.api.negotiation.save.mutate({ negotiationId: table.negotiationId, rev, plan });
    expect((await get(ana)).plan).toEqual(plan);
  });
});

describe('versions of a script', () => {
  it('are kept by hand, newest first, and not twice', async () => {
    const { versionId } = await keep('One');
    expect(await keep('One')).toEqual({ versionId });
    await keep('Two');
    expect((await versions(ana)).map(({ text, why }) => [text, why])).toEqual([
      ['Two', 'saved'],
      ['One', 'saved'],
    ]);
  });

  it('are kept when the negotiation is shared, each script once as it stands', async () => {
    await write({ ...phone(), text: 'One' }, { ...phone(), text: 'Two' }, { ...phone(), text: '' });
    await shareAll(seats, ana, table.negotiationId);
    await shareAll(seats, ana, table.negotiationId);
    expect((await versions(ana)).map(({ text, why }) => [text, why])).toEqual([
      ['Two', 'shared'],
      ['One', 'shared'],
    ]);
    await write({ ...phone(), text: 'Three' });
    expect(await versions(ana)).toHaveLength(2);
  });

  it('are the owner’s alone, also where the negotiation is shared', async () => {
    await keep('One');
    await shareAll(seats, ana, table.negotiationId);
    const of = { negotiationId: table.negotiationId };
    for (const [person, code] of [
      [ben, 'FORBIDDEN'],
      [dora, 'NOT_FOUND'],
    ] as const) {
      expect(codeOf((await person.post('script.versions', of)).body)).toBe(code);
      expect(codeOf((await person.post('script.keep', { ...of, version: said('x') })).body)).toBe(code);
    }
    expect((await versions(ana)).map(({ text }) => text)).not.toContain('x');
  });

  it('never change, and end with the negotiation', async () => {
    const { versionId } = await keep('One');
    const { client } = seats.world;
    expect(await client.scriptVersion.count({ where: { id: versionId } })).toBe(1);
    await ana.api.negotiation.remove.mutate({ negotiationId: table.negotiationId });
    expect(await client.scriptVersion.count({ where: { id: versionId } })).toBe(0);
  });

  it('are bounded by hand', async () => {
    const long = await ana.post('script.keep', { negotiationId: table.negotiationId, version: said('x'.repeat(6001)) });
    expect(codeOf(long.body)).toBe('BAD_REQUEST');
  });
});
