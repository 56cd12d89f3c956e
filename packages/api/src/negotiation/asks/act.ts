import { newId } from '@parley/db/id';
import type { Ring } from '@parley/db/ring';
import { allow } from '@parley/domain/kernel/decision';
import { conflict, invalid, notFound } from '@parley/domain/kernel/error';
import { findKeyResult, findNeed } from '@parley/domain/mission/mission';
import { type AskContent, askFromNeed, haveSameIds } from '@parley/domain/negotiation/asks/ask';
import type { AskFromNeed, CreateAsk, RankAsks, RemoveAsk, SaveAsk } from '@parley/domain/negotiation/asks/input';
import { knowsEvidence } from '@parley/domain/negotiation/plan/evidence';
import { canAdd, canTakeNeed } from '@parley/domain/negotiation/policy';
import type { z } from 'zod';
import { missionOf, openMission } from '../../mission/rows.ts';
import { ownProofs } from '../../proof/rows.ts';
import { act } from '../../write.ts';
import { holdNegotiation } from '../change-rows.ts';
import { firstOf, openEdited } from '../part-rows.ts';
import { openNegotiation } from '../rows.ts';
import {
  addAsk,
  askRanksOf,
  dropAsk,
  evidenceIdsBeside,
  evidenceIdsOf,
  holdAsk,
  missionsBeside,
  missionsOfTable,
  rankAsks,
  replaceAsk,
} from './change-rows.ts';
import { askContent, asksOf, openAsk, openAsks } from './rows.ts';

/** An ask rests on evidence of its own negotiation. */
function checkEvidence(ids: readonly string[], known: readonly { evidenceId: string }[]): void {
  if (knowsEvidence(ids, known)) return;
  throw invalid('ask.evidenceIds', 'This evidence is not, or no longer, part of the negotiation.');
}

type Tied = Pick<AskContent, 'proofIds' | 'serves'>;
type TieRows = { proofs: readonly { id: string }[]; missions: Parameters<typeof openMission>[1][] };

/** An ask rests on proofs of one's own library, and serves a key result of the mission of the same opportunity. */
function checkTies(open: Ring['open'], { proofIds, serves }: Tied, { proofs, missions }: TieRows): void {
  if (!proofIds.every((id) => proofs.some((proof) => proof.id === id)))
    throw invalid('ask.proofIds', 'This proof is not, or no longer, in your library.');
  if (serves === null) return;
  const row = missions.find(({ id }) => id === serves.missionId);
  if (row && findKeyResult(openMission(open, row).document, serves.keyResultId)) return;
  throw invalid('ask.serves', 'This key result is not, or no longer, in the mission.');
}

/** Adds an ask after the last one. */
export const creatingAsk = act({
  facts: ({ negotiationId }: z.output<typeof CreateAsk>) => ({
    negotiation: holdNegotiation(negotiationId),
    ranks: askRanksOf(negotiationId),
    evidence: evidenceIdsOf(negotiationId),
    proofs: ownProofs(),
    missions: missionsOfTable(negotiationId),
  }),
  decide({ rows, open, seal, viewer }, { negotiationId, ask }) {
    if (rows.negotiation.length === 0) throw notFound();
    const { count, last } = firstOf(rows.ranks);
    allow(canAdd('asks', count));
    checkEvidence(ask.evidenceIds, rows.evidence);
    checkTies(open, ask, rows);
    const id = newId();
    const sealed = seal(askContent, { id, owner: viewer.id, rev: 1 }, { ...ask, fromNeed: null });
    return { changes: [addAsk(id, negotiationId, last + 1, sealed)], answer: { askId: id, rev: 1 } };
  },
});

/** Makes an ask of a need of the viewer's own mission, with its key result as the first reason and its proof behind it. */
export const takingNeed = act({
  facts: ({ negotiationId, missionId }: z.output<typeof AskFromNeed>) => ({
    negotiation: holdNegotiation(negotiationId),
    mission: missionOf(missionId),
    ranks: askRanksOf(negotiationId),
    asks: asksOf(negotiationId),
    proofs: ownProofs(),
  }),
  decide({ rows, open, seal, viewer }, { negotiationId, missionId, needId }) {
    const negotiation = openNegotiation(open, rows.negotiation);
    const [row] = rows.mission;
    if (!row) throw notFound();
    const { document, ...mission } = openMission(open, row);
    const asks = openAsks(open, negotiation.ownerId, rows.asks);
    const taken = asks.some((ask) => ask.fromNeed?.needId === needId);
    allow(canTakeNeed(viewer.id, mission, negotiation, taken));
    allow(canAdd('asks', asks.length));
    const need = findNeed(document, needId);
    if (!need) throw notFound();
    const serves = need.keyResultId ? findKeyResult(document, need.keyResultId) : null;
    const id = newId();
    const proofIds = rows.proofs.map((proof) => proof.id).filter((one) => one === need.proof?.proofId);
    const ask = { ...askFromNeed(missionId, need, serves, negotiation.plan.currency), proofIds };
    const sealed = seal(askContent, { id, owner: viewer.id, rev: 1 }, ask);
    const changes = [addAsk(id, negotiationId, firstOf(rows.ranks).last + 1, sealed)];
    return { changes, answer: { askId: id, rev: 1 } };
  },
});

/** Keeps an ask as the owner wrote it; the need that it came from stays. */
export const savingAsk = act({
  facts: ({ askId }: z.output<typeof SaveAsk>) => ({
    ask: holdAsk(askId),
    evidence: evidenceIdsBeside(askId),
    proofs: ownProofs(),
    missions: missionsBeside(askId),
  }),
  decide({ rows, open, seal }, { askId, rev, ask }) {
    const { part, bind } = openEdited(rows.ask, rev, (row) => openAsk(open, row.ownerId, row));
    checkEvidence(ask.evidenceIds, rows.evidence);
    checkTies(open, ask, rows);
    const sealed = seal(askContent, bind, { ...ask, fromNeed: part.fromNeed });
    return { changes: [replaceAsk(askId, rev, sealed)], answer: { rev: bind.rev } };
  },
});

export const removingAsk = act({
  facts: ({ askId }: z.output<typeof RemoveAsk>) => ({ ask: holdAsk(askId) }),
  decide({ rows }, { askId }) {
    if (rows.ask.length === 0) throw notFound();
    return { changes: [dropAsk(askId)], answer: { askId } };
  },
});

/** Ranks all asks of a negotiation anew. A conflict brings the order of those that there are. */
export const rankingAsks = act({
  facts: ({ negotiationId }: z.output<typeof RankAsks>) => ({
    negotiation: holdNegotiation(negotiationId),
    asks: asksOf(negotiationId),
  }),
  decide({ rows }, { negotiationId, order: wanted }) {
    if (rows.negotiation.length === 0) throw notFound();
    const order = rows.asks.map(({ id }) => id);
    if (!haveSameIds(wanted, order)) throw conflict({ order }, 'The list of asks has changed in the meantime.');
    return { changes: [rankAsks(negotiationId, wanted)], answer: { negotiationId } };
  },
});
