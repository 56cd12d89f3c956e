import { charterTemplate } from '@parley/domain/council/charter';
import type { Cast, Founders } from './cast.ts';
import type { Member, StoryClock } from './stage.ts';

const name = 'Thursday table';
const purpose = 'Four trades, one stretch of road: each of us finds the next job, and nobody negotiates alone.';
const cadence = { weekday: 4, time: '18:30', zone: 'Europe/Vienna', minutes: 90 };

const addition = `
## What we added after the fourth meeting
We seal our reads before anybody speaks about an interview. Whoever is in a negotiation brings the ledger, not only the number.
`;

async function join(chair: Member, councilId: string, guest: Member, charterVersion: number): Promise<void> {
  const { link } = await chair.api.invitation.create.mutate({ councilId, email: guest.email });
  await guest.api.invitation.accept.mutate({ token: link.split('token=')[1] ?? '', charterVersion });
}

/** Chiara founds the council; the others read the charter and accept it. */
export async function foundCouncil({ ana, ben, chiara, dev }: Founders, clock: StoryClock): Promise<string> {
  clock.go(43);
  const charter = charterTemplate(name, cadence);
  const { councilId } = await chiara.api.council.create.mutate({ name, purpose, cadence, charter });
  for (const guest of [ana, ben, dev]) await join(chiara, councilId, guest, 1);
  return councilId;
}

/** Ben has landed: he keeps his comments and loses access. */
export async function landBen({ ben, councilId }: Cast, clock: StoryClock): Promise<void> {
  clock.go(9);
  await ben.api.council.becomeAlumnus.mutate({ councilId });
}

/** The charter changes. Chiara accepts what she wrote; Ana and Dev have yet to read it. */
export async function rewriteCharter({ chiara, councilId }: Cast, clock: StoryClock): Promise<void> {
  clock.go(3);
  const text = `${charterTemplate(name, cadence)}${addition}`;
  await chiara.api.council.saveCharter.mutate({ councilId, version: 1, text });
}

/** A fifth trade joins under the new charter. */
export async function seatEva({ chiara, councilId }: Cast, eva: Member): Promise<void> {
  await join(chiara, councilId, eva, 2);
}
