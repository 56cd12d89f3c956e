import type { RowsOf } from '@parley/db/line';
import { statement, uuid, word } from '@parley/db/statement';
import type { Waiting } from '@parley/domain/notification/waiting';
import type { HeaderOf } from '../opportunity/rows.ts';

/** Rehearsals that wait for the viewer's answer: who is to play the employer, and who is played with once the brief is there. */
const waitingRehearsals = statement({
  name: 'waiting_rehearsals',
  takes: [],
  gives: {
    id: uuid,
    state: word('rehearsal_state', ['asked', 'ready']),
    negotiationId: uuid,
    ownerId: uuid,
    peerId: uuid,
    opportunityId: uuid,
  },
  text: `select r.id, r.state, r.negotiation_id, r.owner_id, r.peer_id, i.opportunity_id
    from rehearsal r join item i on i.id = r.negotiation_id
    where (r.state = 'asked' and r.peer_id = viewer()) or (r.state = 'ready' and r.owner_id = viewer() and r.peer_id is not null)
    order by r.created_at, r.id`,
});

/** What is asked for the rehearsals that wait. */
export const askRehearsals = () => ({ rehearsals: waitingRehearsals() });

type Rows = RowsOf<ReturnType<typeof askRehearsals>>['rehearsals'];

/** Calls to play with somebody, for the one of the two whose turn it is. */
export function listWaitingRehearsals(rows: Rows, names: Readonly<Record<string, string>>, headerOf: HeaderOf): Waiting[] {
  return rows.flatMap(({ id: rehearsalId, state, negotiationId, ownerId, peerId, opportunityId }): Waiting[] => {
    const header = headerOf({ id: negotiationId, opportunityId, ownerId });
    if (!header) return [];
    const where = { opportunityId, negotiationId, rehearsalId, role: header.role };
    if (state === 'asked') return [{ what: 'play', ...where, owner: header.ownerName }];
    return [{ what: 'rehearse', ...where, peer: names[peerId] ?? '' }];
  });
}
