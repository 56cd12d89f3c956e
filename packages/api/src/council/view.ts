import type { CouncilRef } from '@parley/domain/council/input';
import { unsaid } from '@parley/domain/council/presence';
import { notFound } from '@parley/domain/kernel/error';
import { groupBy } from '@parley/domain/kernel/group';
import type { z } from 'zod';
import { knownPeople, namesOf } from '../identity/rows.ts';
import { seatsBeside } from '../item/rows.ts';
import { question } from '../read.ts';
import { openPresence, presencesOf } from './presence-rows.ts';
import {
  charterOf,
  chartersOf,
  councilOf,
  membersOf,
  openAbout,
  openCharter,
  openCouncil,
  openFarewell,
  ownCouncils,
  ownFarewells,
  promisedIn,
} from './rows.ts';

/** The councils in which the viewer sits, in the order in which they joined. */
export const councilsQuestion = question({
  ask: () => ({ councils: ownCouncils(), seats: seatsBeside() }),
  answer({ rows, open }) {
    const active = groupBy(
      rows.seats.filter(({ state }) => state === 'active'),
      ({ councilId }) => councilId,
    );
    return rows.councils.map((row) => {
      const { name, purpose, cadence, changes } = openAbout(open, row);
      const { ownerId: councilId, role, acceptedCharter, charterVersion } = row;
      const seats = active.get(councilId)?.length ?? 0;
      return {
        councilId,
        name,
        purpose,
        cadence,
        changes,
        role,
        active: seats,
        owesAcceptance: acceptedCharter < charterVersion,
      };
    });
  },
});

/** A council as its members read it: its charter, who is in it, how many are invited. */
export const councilQuestion = question({
  ask: ({ councilId }: z.output<typeof CouncilRef>) => ({
    council: councilOf(councilId),
    charter: charterOf(councilId),
    members: membersOf(councilId),
    promised: promisedIn(councilId),
    presences: presencesOf(councilId),
    people: knownPeople(),
  }),
  answer({ rows, open, viewer }, { councilId }) {
    const [row] = rows.council;
    const [inForce] = rows.charter;
    if (!row || !inForce) throw notFound();
    const names = namesOf(
      rows.people,
      open,
      rows.members.map(({ accountId }) => accountId),
    );
    const said = new Map(rows.presences.map((one) => [one.accountId, openPresence(open, one)]));
    const members = rows.members.map(({ accountId, role, state, acceptedCharter }) => {
      const presence = said.get(accountId) ?? unsaid;
      return { accountId, name: names[accountId] ?? '', role, state, acceptedCharter, presence };
    });
    const charter = openCharter(open, councilId, inForce);
    return { ...openCouncil(open, row), charter, members, promised: rows.promised[0]?.count ?? 0, viewerId: viewer.id };
  },
});

/** The charters that the council has had, the newest first. */
export const chartersQuestion = question({
  ask: ({ councilId }: z.output<typeof CouncilRef>) => ({ charters: chartersOf(councilId) }),
  answer: ({ rows, open }, { councilId }) => rows.charters.map((row) => openCharter(open, councilId, row)),
});

/** What others said when they ended a seat of the viewer's, newest first. */
export const farewellsQuestion = question({
  ask: () => ({ farewells: ownFarewells() }),
  answer: ({ rows, open }) => rows.farewells.map((row) => openFarewell(open, row)),
});
