import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isWhole, openSession } from '../../scripts/psql-session.ts';
import { showRows } from '../../scripts/psql-table.ts';
import { createWorld, type Person, type World } from '../support/world.ts';

let world: World;
let ana: Person;
let ben: Person;

const opening = { company: 'Acme', alias: 'a fintech', role: 'Engineer', stage: 'interview' as const, on: '2026-11-01' };

beforeAll(async () => {
  world = await createWorld();
  ana = await world.person('Ana');
  ben = await world.person('Ben');
  await ana.api.opportunity.create.mutate(opening);
});
afterAll(() => world.close());

/** What one statement answers to a person behind the walls, or past them to nobody in particular. */
async function told(person: Person | null, statement: string): Promise<string> {
  const session = await openSession(world.adminUrl, person?.id ?? null, 120);
  try {
    return await session.run(statement);
  } finally {
    await session.close();
  }
}

describe('at the prompt', () => {
  it('each person meets their own rows, and past the walls there are all', async () => {
    const question = 'select count(*) as many from opportunity;';
    expect(await told(ana, question)).toBe('many\n────\n1\n(1 row)');
    expect(await told(ben, question)).toBe('many\n────\n0\n(1 row)');
    expect(await told(null, question)).toBe('many\n────\n1\n(1 row)');
  });

  it('a refusal says what happened and where', async () => {
    expect(await told(ben, 'select * from password;')).toBe('ERROR 42501: permission denied for table password');
    expect(await told(ben, 'select 1,\n  nowhere;')).toBe(
      ['ERROR 42703: column "nowhere" does not exist', '    nowhere;', '    ^'].join('\n'),
    );
  });

  it('a change says how many rows it met', async () => {
    expect(await told(ben, "update opportunity set stage = 'lead';")).toBe('UPDATE 0');
  });

  it('short words show the tables, and the columns of one', async () => {
    expect(await told(null, '\\d')).toContain('walk_away');
    expect(await told(null, '\\d walk_away')).toContain('sealed');
  });
});

describe('what is shown', () => {
  it('is a table where it fits, and a list a row where it does not', () => {
    expect(showRows(['id', 'note'], [['1', null]], 80)).toBe('id  note\n──  ────\n1   ∅\n(1 row)');
    expect(showRows(['id', 'note'], [['1', 'two\nlines']], 10)).toBe('── 1\nid    1\nnote  two ↵ lines\n(1 row)');
  });

  it('of sealed bytes is their length', () => {
    expect(showRows(['sealed'], [[`\\x${'ab'.repeat(64)}`]], 80)).toContain('\\xabababababababab… (64 bytes)');
  });
});

describe('what is typed', () => {
  it.each([
    ['select 1;', true],
    ['select 1', false],
    ["select ';", false],
    ["select ';';", true],
    ['do $$ begin null;', false],
    ['do $$ begin null; end $$;', true],
    ['select 1; -- and so on', true],
    ['\\d thread', true],
  ])('%s', (typed, whole) => {
    expect(isWhole(typed)).toBe(whole);
  });
});
