import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/support/database.ts';
import { createLine, type Line, type LineOptions } from './line.ts';
import { bool, bytes, civil, int, json, listOf, maybe, sealed, statement, text, time, uuid, word } from './statement.ts';

const one = statement({ name: 'test_one', takes: [int], gives: { number: int }, text: 'select $1::int as number' });
const split = statement({ name: 'test_split', takes: [int], gives: { number: int }, text: 'select 1 / $1::int as number' });
const keep = statement({ name: 'test_keep', takes: [int], gives: {}, text: 'insert into pear (id) values ($1)' });
const kept = statement({ name: 'test_kept', takes: [], gives: { id: int }, text: 'select id from pear order by id' });
const become = statement({
  name: 'test_become',
  takes: [text],
  gives: { role: text },
  text: "select set_config('role', $1, true) as role",
});
const whoAmI = statement({ name: 'test_who', takes: [], gives: { me: text }, text: 'select current_user::text as me' });
const me = statement({ name: 'test_me', takes: [], gives: { pid: int }, text: 'select pg_backend_pid() as pid' });
const wrong = statement({ name: 'test_wrong', takes: [], gives: { a: int, b: int }, text: 'select 1 as a' });

let database: FreshDatabase;
let line: Line;
let flushes: number[];

const open = (options: LineOptions = {}) =>
  createLine(database.url, { max: 1, onFlush: (statements) => flushes.push(statements), ...options });

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: database.adminUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

beforeEach(async () => {
  database = await freshDatabase();
  flushes = [];
  line = open();
  await onServer('create table pear (id int primary key); alter table pear owner to parley');
});
afterEach(async () => {
  await line.close();
  await database.drop();
});

describe('a flush', () => {
  test('carries several statements and gives each its own rows', async () => {
    const [door, rows] = await line.ask({ first: one(1) }, { second: one(2), third: kept() });
    expect([door, rows]).toEqual([{ first: [{ number: 1 }] }, { second: [{ number: 2 }], third: [] }]);
    expect(flushes).toEqual([3]);
  });

  test('is one transaction: what fails in the third statement leaves nothing, and the line is clean', async () => {
    const failing = line.ask({ role: become('parley_user') }, { first: one(1), third: split(0) });
    await expect(failing).rejects.toMatchObject({ code: '22012' });
    await expect(line.ask({ first: keep(1), second: keep(2), third: split(0), last: keep(3) })).rejects.toThrow();
    const [rows] = await line.ask({ kept: kept(), who: whoAmI(), split: split(1) });
    expect(rows).toEqual({ kept: [], who: [{ me: 'parley' }], split: [{ number: 1 }] });
  });

  test('leaves its role behind', async () => {
    const [, rows] = await line.ask({ role: become('parley_user') }, { who: whoAmI() });
    expect(rows.who).toEqual([{ me: 'parley_user' }]);
    expect((await line.ask({ who: whoAmI() }))[0].who).toEqual([{ me: 'parley' }]);
  });

  test('is sent once more when the server has forgotten what was prepared', async () => {
    await line.ask({ one: one(1), kept: kept() });
    await line.ask({ all: statement({ name: 'test_forget', takes: [], gives: {}, text: 'deallocate all' })() });
    const [rows] = await line.ask({ put: keep(1), one: one(2), kept: kept() });
    expect(rows).toMatchObject({ one: [{ number: 2 }], kept: [{ id: 1 }] });
    const done = await line.hold(async (held) => {
      await held.ask({ put: keep(2) });
      await held.commit([keep(3)]);
      return true;
    });
    expect([done, (await line.ask({ kept: kept() }))[0].kept]).toEqual([true, [{ id: 1 }, { id: 2 }, { id: 3 }]]);
  });

  test('is refused when the columns are not those that were declared, and the line is clean', async () => {
    await expect(line.ask({ wrong: wrong() })).rejects.toThrow('test_wrong answers other columns');
    expect((await line.ask({ one: one(1) }))[0].one).toEqual([{ number: 1 }]);
  });

  test('waits its turn on a pool of one', async () => {
    const all = await Promise.all(Array.from({ length: 40 }, (_, at) => line.ask({ one: one(at), me: me() })));
    expect(all.map(([rows]) => rows.one[0]?.number)).toEqual(Array.from({ length: 40 }, (_, at) => at));
    expect(new Set(all.map(([rows]) => rows.me[0]?.pid)).size).toBe(1);
  });

  test('fails when its connection is ended, and the next one goes', async () => {
    const [rows] = await line.ask({ me: me() });
    // waits until it is gone: told alone, it may still answer
    await onServer(`select pg_terminate_backend(${rows.me[0]?.pid}, 10000)`);
    await line.ask({ one: one(1) }).catch(() => {});
    expect((await line.ask({ one: one(2) }))[0].one).toEqual([{ number: 2 }]);
  });
});

describe('a held transaction', () => {
  test('commits what its last flush carries, all of it', async () => {
    await line.hold(async (held) => {
      const [rows] = await held.ask({ kept: kept() });
      await held.commit([keep(rows.kept.length + 1), keep(7)]);
    });
    expect((await line.ask({ kept: kept() }))[0].kept).toEqual([{ id: 1 }, { id: 7 }]);
    expect(flushes).toEqual([2, 3, 1]);
  });

  test('is undone when it is not committed, when it throws, and when a change fails', async () => {
    await line.hold((held) => held.ask({ put: keep(1) }));
    const thrown = line.hold(async (held) => {
      await held.ask({ put: keep(1) });
      throw new Error('No.');
    });
    await expect(thrown).rejects.toThrow('No.');
    const broken = line.hold(async (held) => {
      await held.ask({ put: keep(1) });
      await held.commit([keep(2), keep(1)]);
    });
    await expect(broken).rejects.toMatchObject({ code: '23505', constraint: 'pear_pkey' });
    expect((await line.ask({ kept: kept() }))[0].kept).toEqual([]);
  });

  test('begins again when the server has forgotten a statement, even that which commits', async () => {
    await line.hold((held) => held.commit([keep(1)]));
    let rounds = 0;
    await line.hold(async (held) => {
      rounds += 1;
      await held.ask({ put: keep(2) });
      if (rounds === 1)
        await held.ask({ all: statement({ name: 'test_again', takes: [], gives: {}, text: 'deallocate all' })() });
      await held.commit([keep(3)]);
    });
    expect([rounds, (await line.ask({ kept: kept() }))[0].kept]).toEqual([2, [{ id: 1 }, { id: 2 }, { id: 3 }]]);
  });
});

describe('a value', () => {
  test('comes back as what it was', async () => {
    const colour = word('text', ['red', 'green']);
    const back = statement({
      name: 'test_values',
      takes: [uuid, text, bool, time, civil, bytes, listOf(text), maybe(int), json({ parse: (value): unknown => value })],
      gives: {
        id: uuid,
        words: text,
        yes: bool,
        at: time,
        day: civil,
        blob: sealed,
        first: text,
        none: maybe(int),
        tree: json({ parse: (value): unknown => value }),
        hue: colour,
      },
      text: `select $1::uuid as id, $2::text as words, $3::bool as yes, $4::timestamptz(3) as at, $5::date as day, $6::bytea as blob,
        ($7::text[])[2] as first, $8::int as none, $9::jsonb as tree, 'green' as hue`,
    });
    const id = '0197f7a0-0000-7000-8000-000000000000';
    const [rows] = await line.ask({
      back: back(
        id,
        'ü"\\',
        true,
        new Date('2026-11-20T12:00:00.5Z'),
        '2026-11-20',
        Buffer.from([0, 255]),
        ['a', 'b",\\c'],
        null,
        {
          a: [1, null],
        },
      ),
    });
    expect(rows.back).toEqual([
      {
        id,
        words: 'ü"\\',
        yes: true,
        at: new Date('2026-11-20T12:00:00.500Z'),
        day: '2026-11-20',
        blob: '\\x00ff',
        first: 'b",\\c',
        none: null,
        tree: { a: [1, null] },
        hue: 'green',
      },
    ]);
  });

  test('is refused where none may be, and where the word is not known', async () => {
    const nothing = statement({ name: 'test_null', takes: [], gives: { a: int }, text: 'select null::int as a' });
    const hue = statement({ name: 'test_hue', takes: [], gives: { a: word('text', ['red']) }, text: "select 'blue' as a" });
    await expect(line.ask({ nothing: nothing() })).rejects.toThrow('never empty');
    await expect(line.ask({ hue: hue() })).rejects.toThrow('a word of text');
  });

  test('has a name of its own', () => {
    expect(() => statement({ name: 'test_one', takes: [], gives: {}, text: 'select 1' })).toThrow('Two statements');
  });
});
