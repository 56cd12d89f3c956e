import type { ChangeMeeting } from '@parley/domain/council/input';
import { withChange } from '@parley/domain/council/occasion';
import { canChangeMeeting } from '@parley/domain/council/policy';
import { allow } from '@parley/domain/kernel/decision';
import { conflict, notFound } from '@parley/domain/kernel/error';
import type { z } from 'zod';
import { tell } from '../tell.ts';
import { act } from '../write.ts';
import { othersTold } from './act.ts';
import { holdSeats, replaceAbout, seatsOf } from './change-rows.ts';
import { councilContent, councilOf, openAbout } from './rows.ts';

/** Moves one planned meeting, leaves it out, or puts it back. A conflict brings the newer words of the council. */
export const changingMeeting = act({
  facts: ({ councilId }: z.output<typeof ChangeMeeting>) => ({
    held: holdSeats(councilId),
    council: councilOf(councilId),
    seats: seatsOf(councilId),
  }),
  decide({ rows, open, seal, viewer, now }, { councilId, rev, on, change }) {
    const [council] = rows.council;
    if (!council) throw notFound();
    const about = openAbout(open, council);
    const facts = { closed: council.closedAt !== null, seats: rows.seats };
    if (council.rev !== rev) throw conflict({ ...about, rev: council.rev });
    const to = { move: change.kind === 'move' ? change.to : null, skip: null, plan: undefined }[change.kind];
    allow(canChangeMeeting(facts, viewer.id, about, { on, to }, now));
    const next = { ...about, changes: withChange(about, on, to, now) };
    const sealed = seal(councilContent, { id: councilId, owner: councilId, rev: rev + 1 }, next);
    const kind = change.kind === 'skip' ? 'meetingSkipped' : 'meetingMoved';
    const told = tell(othersTold(facts, viewer.id, kind), { councilId }, now);
    return { changes: [replaceAbout(councilId, rev, sealed), ...told], answer: { rev: rev + 1 } };
  },
});
