import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, openTable, seatCouncil, type Table } from '../support/table.ts';
import type { Person, World } from '../support/world.ts';

let table: Table;
let world: World;
let ana: Person;

beforeAll(async () => {
  ({ world, ana } = await seatCouncil());
});
afterAll(() => world.close());
beforeEach(async () => {
  table = await openTable(ana);
});

const get = (person: Person) => person.api.negotiation.get.query({ negotiationId: table.negotiationId });

describe('objections', () => {
  it('are written, corrected and removed', async () => {
    const objection = { says: 'Bands are fixed.', reply: 'Who sets them?' };
    const made = await ana.api.objection.create.mutate({ negotiationId: table.negotiationId, objection });
    await ana.api.objection.save.mutate({
      objectionId: made.objectionId,
      rev: 1,
      objection: { ...objection, reply: 'And sign-on?' },
    });
    const stale = await ana.post('objection.save', { objectionId: made.objectionId, rev: 1, objection });
    expect(codeOf(stale.body)).toBe('CONFLICT');
    expect((await get(ana)).objections.at(-1)).toMatchObject({ rev: 2, reply: 'And sign-on?' });
    await ana.api.objection.remove.mutate({ objectionId: made.objectionId });
    expect((await get(ana)).objections).toHaveLength(3);
  });
});
