import type { Deps } from '@parley/api/context';
import { StartRefused } from '@parley/db/lock';
import { addressHash } from '@parley/db/seal';
import { tellAna, tellAnasOffer } from './story/ana.ts';
import { tellBen } from './story/ben.ts';
import { arrive, meet, passphrase, people } from './story/cast.ts';
import { foundCouncil, landBen, rewriteCharter, seatEva } from './story/council.ts';
import { tellEva, tellPeers } from './story/peers.ts';
import { createClock, openProduct } from './story/stage.ts';

/** The whole story, in an order in which every rule holds. With Eva, who comes last, it is complete. */
async function tell(deps: Deps, now: Date): Promise<void> {
  const clock = createClock(now);
  const product = openProduct(deps, clock);
  const founders = await meet(product, clock);
  const cast = { ...founders, councilId: await foundCouncil(founders, clock) };
  await tellBen(cast, clock);
  const begun = await tellAna(cast, clock);
  await landBen(cast, clock);
  await tellAnasOffer(cast, clock, begun);
  await tellPeers(cast, clock);
  await rewriteCharter(cast, clock);
  clock.go(2);
  const eva = await arrive(product, 'eva');
  await seatEva(cast, eva);
  await tellEva(eva, clock);
  for (const { api } of [...Object.values(founders), eva]) await api.identity.signOutEverywhere.mutate();
}

/** How many of the story's people have an account, how many others, and what time it is. */
async function present({ client, keys, asIdentity }: Deps): Promise<{ known: number; others: number; now: Date }> {
  const hashes = people.map(({ email }) => addressHash(keys, email));
  return asIdentity(client, async (db, now) => {
    const known = await db.account.count({ where: { emailHash: { in: hashes } } });
    return { known, others: (await db.account.count()) - known, now };
  });
}

/**
 * Tells the demo's story to an empty database, through the API and relative to now; where it was told, nothing
 * happens. Throws StartRefused where other people live, and where a telling was cut short.
 */
export async function seedDemo(deps: Deps, begins = () => {}): Promise<void> {
  const { known, others, now } = await present(deps);
  if (others > 0) throw new StartRefused('The demo wants a database of its own; in this one there are other accounts.');
  if (known === people.length) return;
  if (known > 0)
    throw new StartRefused('The demo was interrupted while it was being written. Delete its data folder and start it again.');
  begins();
  await tell(deps, now);
}

/** Who can sign in to the demo, a line each. */
export function signIns(): string {
  const lines = people.map(({ name, email, part }) => `  ${email.padEnd(20)} ${name}, ${part}`);
  return ['Sign in as', ...lines, `with the password  ${passphrase}`].join('\n');
}
