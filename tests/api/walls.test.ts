import { type ProcedurePath, policy } from '@parley/api/policy';
import { type PolicyTable, self } from '@parley/api/policy-row';
import { asIdentity, asUser } from '@parley/db/as-user';
import { type Client, createClient } from '@parley/db/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calls } from '../support/calls.ts';
import { readGolden } from '../support/golden.ts';
import { chosenLine, undoneLine } from '../support/lines.ts';
import { createStage, type Stage } from '../support/stage.ts';
import { createUndo, fingerprint, rolledBack } from '../support/undo.ts';
import { unwalled } from '../support/unwalled.ts';
import { createWorld, type Person } from '../support/world.ts';

const isPath = (path: string): path is ProcedurePath => path in policy;
const outsiders = ['stranger', 'invited', 'exMember', 'member', 'expiredReader', 'moderator', 'operator'] as const;
const related = Object.keys(policy)
  .filter(isPath)
  .filter((path) => policy[path].who === 'related');
const golden = readGolden();

/** Switches that take one wall away for a while. */
const wall = { policy: true, rows: true };
const opened: PolicyTable = Object.fromEntries(
  Object.entries(policy).map(([path, row]) => [path, row.who === 'related' || row.who === 'operator' ? self : row]),
);
const table: PolicyTable = new Proxy(policy, { get: (_, path) => Reflect.get(wall.policy ? policy : opened, path) });

const undo = createUndo();
let past: Client;

let stage: Stage;
beforeAll(async () => {
  const world = await createWorld({
    policy: table,
    asUser: (client, accountId, work) =>
      wall.rows ? undo.asUser(client, accountId, work) : rolledBack((inner) => unwalled(past, accountId, inner), work),
    line: (real, beyond) => chosenLine(() => (wall.rows ? undo.line(real) : undoneLine(beyond))),
    asIdentity: (client, work) => (wall.policy && wall.rows ? asIdentity(client, work) : undo.asIdentity(client, work)),
  });
  past = createClient(world.adminUrl, { max: 4, acquireTimeout: 5_000 });
  stage = await createStage(world);
  // a clock that stands still touches no session, however long the table takes
  await world.setClock(await world.now());
}, 120_000);
afterAll(async () => {
  await past.$disconnect();
  await stage.world.close();
});

async function without<T>(which: keyof typeof wall, work: () => Promise<T>): Promise<T> {
  wall[which] = false;
  try {
    return await work();
  } finally {
    wall[which] = true;
  }
}

const send = (person: Person, path: ProcedurePath) => person.twin().post(path, calls[path](stage.owen.things, stage));

describe('with the policy table open', () => {
  it.each(related)('row-level security alone gives nothing of %s', async (path) => {
    const before = await fingerprint(stage.world.client);
    const council = /^(council|checklist|help|commitment|meeting|presence|overlap|invitation)\.|listShared/.test(path);
    const { secret, shared } = stage.owen.marks;
    for (const relation of outsiders) {
      if (council && ['member', 'expiredReader', 'moderator'].includes(relation)) continue;
      const answer = await without('policy', () => send(stage.people[relation], path));
      const told = answer.status === 200 ? answer.body : '';
      expect(told, `${path} as ${relation}`).toMatch(
        /^$|"data":(\[\]|\{"threads":\[\],"people":\{\}\}|\{"(requests|commitments)":\[\],"names":\{\}|\{"meeting":null,"past":\[\],"names":\{\})/,
      );
      for (const mark of [...secret, ...shared, 'owen-council-name']) expect(answer.body).not.toContain(mark);
    }
    expect(await fingerprint(stage.world.client)).toBe(before);
  });

  it('a reader writes nothing of what only the owner may write, and meets no walk-away and no sealed read', async () => {
    const owners = related.filter(
      (path) =>
        golden[path]?.reader === 'FORBIDDEN' &&
        !/^(council|checklist|help|commitment|meeting|presence|overlap|invitation)\./.test(path),
    );
    // a press that met no row still has its receipt, which is the reader's own
    const before = await fingerprint(stage.world.client, ['receipt', 'event', 'inbox']);
    for (const path of owners) {
      const answer = await without('policy', () => send(stage.people.reader, path));
      // levels within an offer are the API's to keep: rows know no fields
      for (const mark of ['owen-walk-away', '98765404', 'owen-own-read']) expect(answer.body, path).not.toContain(mark);
    }
    expect(await fingerprint(stage.world.client, ['receipt', 'event', 'inbox'])).toBe(before);
  });
});

describe('with row-level security passed by', () => {
  it('is really passed by in this test', async () => {
    const seen = await unwalled(past, stage.people.stranger.id, (tx) => tx.mission.count());
    const walled = await asUser(stage.world.deps.client, stage.people.stranger.id, (tx) => tx.mission.count());
    expect(seen).toBeGreaterThanOrEqual(3);
    expect(walled).toBe(0);
  });

  it.each(related)('the policy alone refuses %s', async (path) => {
    for (const relation of [...outsiders, 'reader'] as const) {
      if (golden[path]?.[relation] === 'OK') continue;
      const answer = await without('rows', () => send(stage.people[relation], path));
      expect(answer.status, `${path} as ${relation}: ${answer.body.slice(0, 200)}`).not.toBe(200);
      for (const mark of stage.owen.marks.secret) expect(answer.body).not.toContain(mark);
    }
  });
});

describe('with both walls gone', () => {
  it('a dump of the database shows no content, no name and no address', async () => {
    const tables = await stage.world.client.$queryRaw<{ name: string }[]>`
      select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`;
    const words = [stage.owen, stage.neighbour, stage.foreigner].flatMap(({ marks }) => [...marks.secret, ...marks.shared]);
    const people = Object.values(stage.people).flatMap(({ name, email }) => [name, email]);
    const councils = ['owen-council-name', 'xena-reason', 'We keep what we hear'];
    for (const { name } of tables) {
      const rows = await stage.world.client.$queryRawUnsafe<{ text: string }[]>(
        `select r::text || ' ' || coalesce(encode(${name === 'canary' ? 'sealed' : "''::bytea"}, 'escape'), '') as text from "${name}" r`,
      );
      const dump = rows.map(({ text }) => text).join('\n');
      const bytes = [...dump.matchAll(/\\x([0-9a-f]+)/g)].map(([, hex = '']) => Buffer.from(hex, 'hex').toString('latin1'));
      const unhex = bytes.join('\n');
      const found = [...words, ...people, ...councils].filter((word) => dump.includes(word) || unhex.includes(word));
      expect(found, name).toEqual([]);
    }
  });
});
