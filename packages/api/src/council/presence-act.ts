import { dayIn, isPlanned } from '@parley/domain/council/occasion';
import { canBePresent, type Presence, unsaid, withMissing } from '@parley/domain/council/presence';
import type { MissMeeting, SavePresence } from '@parley/domain/council/presence-input';
import { allow } from '@parley/domain/kernel/decision';
import { conflict, invalid, notFound } from '@parley/domain/kernel/error';
import type { z } from 'zod';
import { act, type Facts } from '../write.ts';
import { holdSeats, seatsOf } from './change-rows.ts';
import { addPresence, openPresence, presenceBind, presenceContent, presencesOf, replacePresence } from './presence-rows.ts';
import { councilOf, openAbout } from './rows.ts';

const ask = ({ councilId }: { councilId: string }) => ({
  held: holdSeats(councilId),
  council: councilOf(councilId),
  seats: seatsOf(councilId),
  presences: presencesOf(councilId),
});

type Given = Facts<ReturnType<typeof ask>>;

/** What the viewer has said so far, in a council where they sit. Throws for anybody else. */
function openOwn({ rows, open, viewer }: Given) {
  const [council] = rows.council;
  if (!council) throw notFound();
  allow(canBePresent({ closed: council.closedAt !== null, seats: rows.seats }, viewer.id));
  const own = rows.presences.find(({ accountId }) => accountId === viewer.id);
  return { before: own ? openPresence(open, own) : unsaid, plan: openAbout(open, council) };
}

/** Keeps it, as the first or the next that they say. */
function keep({ seal, viewer }: Given, councilId: string, { rev, ...before }: Presence, next: Partial<Presence>) {
  const sealed = seal(presenceContent, presenceBind(viewer.id, councilId, rev + 1), { ...before, ...next });
  const changes = [rev === 0 ? addPresence(councilId, sealed) : replacePresence(councilId, rev, sealed)];
  return { changes, answer: { rev: rev + 1 } };
}

/** Keeps what a member says about themselves. A conflict brings what they said meanwhile, elsewhere. */
export const savingPresence = act({
  facts: (input: z.output<typeof SavePresence>) => ask(input),
  decide(given, { councilId, rev, presence }) {
    const { before } = openOwn(given);
    if (before.rev !== rev) throw conflict(before);
    return keep(given, councilId, before, presence);
  },
});

/** Notes that a member cannot come to a meeting that is planned, or comes after all. */
export const missingMeeting = act({
  facts: (input: z.output<typeof MissMeeting>) => ask(input),
  decide(given, { councilId, on, missing }) {
    const { before, plan } = openOwn(given);
    if (!isPlanned(plan, on)) throw invalid('on', 'No meeting is planned for this day any more.');
    const today = dayIn(plan.cadence.zone, given.now);
    return keep(given, councilId, before, { missing: withMissing(before.missing, on, missing, today) });
  },
});
