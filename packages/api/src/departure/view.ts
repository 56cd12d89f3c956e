import type { DepartureSeat } from '@parley/domain/departure/departure';
import { notFound } from '@parley/domain/kernel/error';
import { openAbout, ownCouncils } from '../council/rows.ts';
import { knownPeople, namesOf } from '../identity/rows.ts';
import { question } from '../read.ts';
import { departureCounts, departureSeats } from './rows.ts';

/** What would go and what would stay if the viewer ended their account now. */
export const outlookQuestion = question({
  ask: () => ({ counts: departureCounts(), seats: departureSeats(), councils: ownCouncils(), people: knownPeople() }),
  answer({ rows, open }) {
    const [counts] = rows.counts;
    if (!counts) throw notFound();
    const names = namesOf(
      rows.people,
      open,
      rows.seats.flatMap(({ successor }) => successor ?? []),
    );
    const seats = rows.seats.flatMap(({ councilId, successor, ...seat }): DepartureSeat[] => {
      const council = rows.councils.find(({ ownerId }) => ownerId === councilId);
      if (!council) return [];
      return [{ ...seat, name: openAbout(open, council).name, successor: successor && (names[successor] ?? null) }];
    });
    return { counts, seats };
  },
});
