import { newId } from '@parley/db/id';
import { allow } from '@parley/domain/kernel/decision';
import { conflict } from '@parley/domain/kernel/error';
import { findStanding } from '@parley/domain/negotiation/ledger/move';
import { proposeDeadline } from '@parley/domain/round/deadline';
import type { CreateRound, OpenRound, RoundRef, SaveRound } from '@parley/domain/round/input';
import { canCreateRound, canOpen, canRemove, canSave } from '@parley/domain/round/policy';
import { buildNextDocument } from '@parley/domain/round/round';
import { proposeQuorum } from '@parley/domain/round/seats';
import type { z } from 'zod';
import { calendarOf, knownPeople } from '../identity/rows.ts';
import { movesOf, openMoves } from '../negotiation/ledger/rows.ts';
import { negotiationOf, openNegotiation } from '../negotiation/rows.ts';
import { act } from '../write.ts';
import { heldRound, standingHeld } from './act.ts';
import {
  addRound,
  addRoundItem,
  holdRounds,
  holdSiblings,
  moveRound,
  removeRound,
  replaceRound,
  tellAsked,
} from './change-rows.ts';
import { countersOf, countPeers, openCounter, openRound, othersOpen, roundBind, roundContent, roundsBeside } from './rows.ts';

/** A draft over what the employer has on the table, asking what the last round asked. */
export const creatingRound = act({
  facts: ({ negotiationId }: z.output<typeof CreateRound>) => ({
    held: holdRounds(negotiationId),
    negotiation: negotiationOf(negotiationId),
    moves: movesOf(negotiationId),
    earlier: roundsBeside(negotiationId),
    people: knownPeople(),
    peers: countPeers(),
  }),
  decide({ rows, open, seal, viewer, now }, { negotiationId }) {
    const { ownerId, opportunityId, plan } = openNegotiation(open, rows.negotiation);
    allow(canCreateRound(rows.earlier.length));
    const table = findStanding(openMoves(open, ownerId, rows.moves), 'employer');
    const newest = rows.earlier.at(-1);
    const last = newest ? openRound(open, newest) : null;
    const { zone } = calendarOf(rows.people, open, viewer.id);
    const roundId = newId();
    const bind = roundBind({ id: roundId, ownerId: viewer.id }, 1);
    const sealed = seal(roundContent, bind, buildNextDocument(plan.currency, table, last?.document ?? null));
    const terms = [
      proposeQuorum(rows.peers[0]?.count ?? 0, last?.quorum ?? null),
      last?.named ?? true,
      proposeDeadline(now, zone),
    ] as const;
    const made = addRound(roundId, negotiationId, (last?.number ?? 0) + 1, ...terms, sealed, now);
    return { changes: [addRoundItem(roundId, opportunityId, now), made], answer: { roundId } };
  },
});

/** Keeps a draft as a whole. A conflict brings the newer one. */
export const savingRound = act({
  facts: ({ roundId }: z.output<typeof SaveRound>) => heldRound(roundId),
  decide({ rows, open, seal, viewer, now }, { roundId, rev, document, deadlineAt, quorum, named }) {
    const { row, who } = standingHeld(rows);
    allow(canSave(viewer.id, who));
    if (row.rev !== rev) throw conflict(openRound(open, row));
    const sealed = seal(roundContent, roundBind(row, rev + 1), document);
    const by = deadlineAt === null ? null : new Date(deadlineAt);
    return { changes: [replaceRound(roundId, rev, quorum, named, by, sealed, now)], answer: { rev: rev + 1 } };
  },
});

/** Asks: from now on it can be answered, and no longer changed. */
export const openingRound = act({
  facts: ({ roundId }: z.output<typeof OpenRound>) => ({
    ...heldRound(roundId),
    siblings: holdSiblings(roundId),
    counters: countersOf(roundId),
    others: othersOpen(roundId),
  }),
  decide({ rows, open, viewer, now }, { roundId, rev }) {
    const { row, who } = standingHeld(rows);
    const round = openRound(open, row);
    if (round.rev !== rev) throw conflict(round);
    const [target] = rows.counters.map((counter) => openCounter(open, round, counter));
    const othersAreOpen = rows.others[0]?.count ?? 0;
    allow(canOpen(viewer.id, who, { document: round.document, target: target ?? null, othersOpen: othersAreOpen, now }));
    return { changes: [moveRound(roundId, 'open'), tellAsked(roundId, 'roundOpened')], answer: { roundId } };
  },
});

/** Takes a draft or a cancelled round away, for good. */
export const removingRound = act({
  facts: ({ roundId }: z.output<typeof RoundRef>) => heldRound(roundId),
  decide({ rows, viewer }, { roundId }) {
    allow(canRemove(viewer.id, standingHeld(rows).who));
    return { changes: [removeRound(roundId)], answer: { roundId } };
  },
});
