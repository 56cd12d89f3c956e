import { askForReader } from '@parley/domain/negotiation/asks/ask';
import type { NegotiationRef } from '@parley/domain/negotiation/input';
import { readLedger } from '@parley/domain/negotiation/ledger/ledger';
import { moveForReader } from '@parley/domain/negotiation/ledger/move';
import { planForReader } from '@parley/domain/negotiation/negotiation';
import type { z } from 'zod';
import { knownPeople, namesOf } from '../identity/rows.ts';
import { readSince } from '../item/rows.ts';
import { question } from '../read.ts';
import { asksOf, openAsks } from './asks/rows.ts';
import { listRemoved, movesOf, openMoves, removedMovesOf } from './ledger/rows.ts';
import { evidenceOf, objectionsOf, openEvidence, openObjections } from './plan/rows.ts';
import { negotiationOf, openNegotiation } from './rows.ts';

/** The whole screen. A reader gets neither the owner's checklists nor ids of what is not shared: the offer, a mission. */
export const negotiationQuestion = question({
  ask: ({ negotiationId }: z.output<typeof NegotiationRef>) => ({
    negotiation: negotiationOf(negotiationId),
    asks: asksOf(negotiationId),
    objections: objectionsOf(negotiationId),
    moves: movesOf(negotiationId),
    removed: removedMovesOf(negotiationId),
    evidence: evidenceOf(negotiationId),
    people: knownPeople(),
    since: readSince(negotiationId),
  }),
  answer({ rows, open, viewer, now }) {
    const { offerId, ...negotiation } = openNegotiation(open, rows.negotiation);
    const { ownerId, plan } = negotiation;
    const mine = ownerId === viewer.id;
    const asks = openAsks(open, ownerId, rows.asks);
    const moves = openMoves(open, ownerId, rows.moves);
    return {
      ...negotiation,
      ownerName: namesOf(rows.people, open, [ownerId])[ownerId] ?? '',
      plan: mine ? plan : planForReader(plan),
      mine,
      offerId: mine ? offerId : null,
      asks: mine ? asks : asks.map(askForReader),
      objections: openObjections(open, ownerId, rows.objections),
      evidence: openEvidence(open, ownerId, rows.evidence),
      moves: mine ? moves : moves.map((move) => moveForReader(move, rows.since[0]?.since ?? now)),
      removed: listRemoved(rows.removed),
      ledger: readLedger(moves, plan.horizonYears),
    };
  },
});
