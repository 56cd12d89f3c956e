import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@parley/db/migrate';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { fillCouncils } from '../support/crowd.ts';
import { onServer } from '../support/database.ts';

const migrations = join(import.meta.dirname, '../../prisma/migrations');
const name = `parley_${process.pid}_${randomBytes(4).toString('hex')}`;
const { url, adminUrl } = inject('database');
const at = (given: string) => Object.assign(new URL(given), { pathname: `/${name}` }).href;
let client: pg.Client;

/** Councils as they were filled before rows had owners, and then all migrations. */
beforeAll(async () => {
  const before = mkdtempSync(join(tmpdir(), 'parley-before-'));
  for (const one of readdirSync(migrations).filter((one) => one < '20261126000002'))
    cpSync(join(migrations, one), join(before, one), { recursive: true });
  await onServer(url, `CREATE DATABASE ${name}`);
  await migrate(at(url), before);
  rmSync(before, { recursive: true });
  await fillCouncils(at(adminUrl), 1, 40);
  // a house with keys has its canary
  const house = new pg.Client({ connectionString: at(adminUrl) });
  await house.connect();
  await house.query("insert into canary (sealed) values ('x')");
  await house.end();
  await migrate(at(url), migrations);
  client = new pg.Client({ connectionString: at(adminUrl) });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await onServer(url, `DROP DATABASE ${name} WITH (FORCE)`);
});

/** Where each table keeps the id of its item. */
const places: [string, string][] = [
  ...['opportunity', 'mission', 'offer', 'negotiation', 'debrief', 'round'].map((noun): [string, string] => [noun, 'id']),
  ...['ask', 'objection', 'move', 'evidence', 'term', 'tick', 'walk_away'].map((part): [string, string] => [
    part,
    'negotiation_id',
  ]),
  ['stage_change', 'opportunity_id'],
  ['offer_version', 'offer_id'],
  ['read', 'debrief_id'],
  ['sealed_counter', 'round_id'],
  ['share', 'item_id'],
  ['view_log', 'item_id'],
  ['thread', 'item_id'],
  ['comment', 'item_id'],
];

describe('rows that were there before they had owners', () => {
  it.each(places)('belong to the owner of their item: %s', async (table, place) => {
    const { rows } = await client.query(`select count(*)::int as all, count(i.owner_id)::int as true from "${table}" r
      left join item i on i.id = r.${place} and i.owner_id = r.owner_id`);
    expect(rows[0].all).toBeGreaterThan(200);
    expect(rows[0].true).toBe(rows[0].all);
  });

  it('say of their thread and of their item what is true', async () => {
    const { rows } = await client.query(`select
      (select count(*)::int from comment c join thread t on t.id = c.thread_id
       where (c.item_id, c.owner_id, c.starter_id, c.begun_at) is distinct from (t.item_id, t.owner_id, t.starter_id, t.created_at)) as comments,
      (select count(*)::int from share s join item i on i.id = s.item_id
       where (s.kind, s.opportunity_id) is distinct from (i.kind, i.opportunity_id)) as shares`);
    expect(rows).toEqual([{ comments: 0, shares: 0 }]);
  });

  it('are behind closed walls again', async () => {
    const { rows } = await client.query(`select relname from pg_class
      where relnamespace = 'public'::regnamespace and relrowsecurity and not relforcerowsecurity`);
    expect(rows).toEqual([]);
  });
});
