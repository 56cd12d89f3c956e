import { hostname } from 'node:os';
import type { Client } from '@parley/db/client';
import { newId } from '@parley/db/id';
import type { MasterKeys } from '@parley/db/seal';
import type { Logger } from 'pino';
import type { House } from '../deps.ts';
import type { Settings } from '../env.ts';
import { faultLine } from '../fault.ts';
import { renewKeys } from '../keys.ts';
import { version } from '../version.ts';

/** A server that says every second that it is there, and hears which master keys are in force. */
export type Presence = { beat: () => Promise<void>; leave: () => Promise<void> };

type Told = { id: number; seals: boolean };

/** Throws nothing by itself: a beat that fails is told by whoever asked for it. */
export function createPresence(client: Client, keys: MasterKeys, keyFile: string): Presence {
  const id = newId();
  const name = `${hostname()}:${process.pid}`.slice(0, 200);
  const tell = () => {
    const knows = Math.max(...keys.wraps.map((wrap) => wrap.id));
    return client.$queryRaw<Told[]>`
      with here as (
        insert into instance (id, host, version, knows, seals) values (${id}::uuid, ${name}, ${version}, ${knows}, ${keys.wraps[0].id})
        on conflict (id) do update set knows = excluded.knows, seals = excluded.seals, seen_at = moment())
      select id, seals from canary order by id`;
  };
  return {
    async beat() {
      const before = keys.wraps;
      await renewKeys(keys, client, keyFile, await tell());
      if (keys.wraps !== before) await tell();
    },
    async leave() {
      await client.instance.deleteMany({ where: { id } });
    },
  };
}

/** Every second this server says that it is there, and hears of a new master key. A failure waits for the next second. */
export async function keepPresence({ close, ...house }: House, { masterKeyFile }: Settings, log: Logger): Promise<House> {
  const presence = createPresence(house.deps.client, house.deps.keys, masterKeyFile);
  await presence.beat();
  let busy = false;
  const run = () => {
    if (busy) return;
    busy = true;
    presence
      .beat()
      .catch((error: unknown) => log.warn(faultLine(error), 'the master key is looked at again in a second'))
      .finally(() => {
        busy = false;
      });
  };
  const beats = setInterval(run, 1_000).unref();
  const leave = async () => {
    clearInterval(beats);
    await presence.leave().catch(() => {});
    await close();
  };
  return { ...house, close: leave };
}
