import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tellNearing } from '@parley/api/today/near-act';
import type { Client } from '@parley/db/client';
import { type House, startHouse } from '../support/house.ts';
import { createStage, type Owned, type RelationName, relations, type Stage } from '../support/stage.ts';
import { createWorld, type Person, testPassword } from '../support/world.ts';
import { createWire, type Wire } from './wire.ts';

/** Who attacks: everybody outside a thing of Owen's, or Owen and his neighbour; the other council is foreign to all of them. */
export type Side = 'outside' | 'inside';
export type Attacker = { name: string; person: Person; cookie: string; things: Owned; forbidden: string[] };

export type Ground = {
  stage: Stage;
  house: House;
  wire: Wire;
  attackers: Attacker[];
  /** A session of the other council's, as it is kept. */
  foreignSession: string;
  /** Every row in which something of the other council stands, by its table. */
  foreignRows: () => Promise<Map<string, string>>;
  signInAgain: (attacker: Attacker) => Promise<void>;
  close: () => Promise<number | null>;
};

function forbiddenTo({ owen, neighbour, foreigner }: Stage, name: RelationName | 'neighbour'): string[] {
  const foreign = [...foreigner.marks.secret, ...foreigner.marks.shared].filter((word) => word.startsWith('faye'));
  const own = { owner: owen.marks.secret, neighbour: neighbour.marks.secret };
  // sums are the same for every owner: to who has one themselves they are no canary
  if (name === 'owner') return [...foreign, ...neighbour.marks.secret.filter((word) => !own.owner.includes(word))];
  if (name === 'neighbour') return [...foreign, ...owen.marks.secret.filter((word) => !own.neighbour.includes(word))];
  const shown = { reader: owen.marks.shared, member: neighbour.marks.shared };
  // who is asked for a read and seals the last one sees the others', and by one of these calls does
  const seen = name === 'reader' || name === 'member' ? [...shown[name], 'owen-own-read', 'nell-own-read'] : [];
  const all = [owen, neighbour].flatMap(({ marks }) => [...marks.secret, ...marks.shared]);
  return [...foreign, ...all.filter((word) => !seen.includes(word))];
}

function attackersOf(stage: Stage, side: Side): Attacker[] {
  const one = (name: RelationName | 'neighbour', person: Person, things: Owned): Attacker => ({
    name,
    person,
    things,
    cookie: name === 'anonymous' ? '' : person.cookie(),
    forbidden: forbiddenTo(stage, name),
  });
  if (side === 'inside')
    return [one('owner', stage.people.owner, stage.owen), one('neighbour', stage.neighbour.owner, stage.neighbour)];
  return relations.filter((name) => name !== 'owner').map((name) => one(name, stage.people[name], stage.owen));
}

/** What the clock writes by itself while the server runs: that a notice was mailed, and the mail. */
const ofTheClock = ['letter_id', 'mail_at', 'push_bundle_id', 'push_at'];

/** An attacker's own piece of an archive bears the id they made up for it: the other council's, if they like. */
async function rowsWith(client: Client, words: readonly string[]): Promise<Map<string, string>> {
  const tables = await client.$queryRaw<{ name: string }[]>`
    select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in ('letter', 'archive_piece') order by 1`;
  const parts = tables.map(
    ({ name }) => `select '${name}' as t, md5(coalesce(string_agg(b.row, '|' order by b.row), '')) as h, count(*)::int as n
      from "${name}" r cross join lateral (select (to_jsonb(r) - $2::text[])::text as row) b where b.row like any($1)`,
  );
  const rows = await client.$queryRawUnsafe<{ t: string; h: string; n: number }[]>(parts.join(' union all '), words, ofTheClock);
  return new Map(rows.map(({ t, h, n }) => [t, `${n} rows ${h}`]));
}

/** A stage of its own with the built server in front of it, in a process of its own. */
export async function layGround(side: Side, environment: Record<string, string> = {}): Promise<Ground> {
  const world = await createWorld();
  const stage = await createStage(world);
  const folder = mkdtempSync(join(tmpdir(), 'parley-attack-'));
  mkdirSync(join(folder, 'data'), { mode: 0o700 });
  writeFileSync(join(folder, 'data/master.key'), `${world.master.toString('hex')}\n`, { mode: 0o600 });
  // what the clock does by itself is done before anything is compared
  await world.tick();
  await tellNearing(world.deps);
  const { things, owner } = stage.foreigner;
  const words = [...new Set(Object.values(things).filter((id) => id !== ''))].map((id) => `%${id}%`);
  const [session] = await world.client.session.findMany({ where: { accountId: owner.id }, take: 1 });
  const house = await startHouse(join(folder, 'data'), {
    DATABASE_URL: world.url,
    PARLEY_LIMITS_SCALE: '10000',
    ...environment,
  });
  const wire = createWire(house.url);
  return {
    stage,
    house,
    wire,
    attackers: attackersOf(stage, side),
    foreignSession: session?.id ?? '',
    foreignRows: () => rowsWith(world.client, words),
    async signInAgain(attacker) {
      const body = JSON.stringify({ email: attacker.person.email, password: testPassword });
      const { headers } = await wire.call('identity.signIn', '', body);
      attacker.cookie = /__Host-parley=[a-z2-7]{40}/.exec(headers)?.[0] ?? attacker.cookie;
    },
    async close() {
      wire.close();
      house.process.kill('SIGTERM');
      const code = await house.exited;
      await world.close();
      rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
}
