import { bool, int, maybe, statement, uuid } from '@parley/db/statement';

/** What goes and what stays of the viewer's when their account ends. */
export const departureCounts = statement({
  name: 'departure_counts',
  takes: [],
  gives: {
    opportunities: int,
    offers: int,
    negotiations: int,
    debriefs: int,
    comments: int,
    answers: int,
    notes: int,
    checklists: int,
    countersKept: int,
    countersGone: int,
    readsGone: int,
    openings: int,
  },
  text: `select opportunities, offers, negotiations, debriefs, comments, answers, notes, checklists, counters_kept, counters_gone,
    reads_gone, openings from departure_counts()`,
});

/** The councils where the viewer sits, and what becomes of each. */
export const departureSeats = statement({
  name: 'departure_seats',
  takes: [],
  gives: { councilId: uuid, others: int, chairs: bool, successor: maybe(uuid), alone: bool },
  text: 'select council_id, others, chairs, successor, alone from departure_seats()',
});
