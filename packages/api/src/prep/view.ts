import type { Ring } from '@parley/db/ring';
import { notFound } from '@parley/domain/kernel/error';
import { orderByProof } from '@parley/domain/negotiation/plan/evidence';
import type { PrepOf } from '@parley/domain/prep/input';
import { takeFirstSentence, takeFirstWords } from '@parley/domain/prep/prep';
import type { z } from 'zod';
import type { Given } from '../guard.ts';
import { missionContent, missionFor } from '../mission/rows.ts';
import { openAsks } from '../negotiation/asks/rows.ts';
import { openEvidence, openObjections } from '../negotiation/plan/rows.ts';
import { openNegotiation } from '../negotiation/rows.ts';
import { headOf, opportunityContent } from '../opportunity/rows.ts';
import { question } from '../read.ts';
import { latestAsks, latestEvidence, latestNegotiation, latestObjections, openGratitude, ownGratitude } from './rows.ts';

const [mostAsks, mostProof] = [3, 3];

const ask = ({ opportunityId }: z.output<typeof PrepOf>) => ({
  head: headOf(opportunityId),
  mission: missionFor(opportunityId),
  negotiation: latestNegotiation(opportunityId),
  asks: latestAsks(opportunityId),
  objections: latestObjections(opportunityId),
  evidence: latestEvidence(opportunityId),
  gratitude: ownGratitude(),
});

type Rows = Given<ReturnType<typeof ask>>['rows'];

/** What is at hand in a call about this offer. The walk-away is not here: it is asked for by itself, or not at all. */
function forCall(open: Ring['open'], rows: Rows) {
  const { negotiationId, ownerId, plan } = openNegotiation(open, rows.negotiation);
  const asks = openAsks(open, ownerId, rows.asks).slice(0, mostAsks);
  const objections = openObjections(open, ownerId, rows.objections);
  const { currency, target, script } = plan;
  return {
    negotiationId,
    currency,
    target,
    asks,
    firstWords: takeFirstWords(script),
    replies: objections.filter(({ reply }) => reply !== ''),
    proof: orderByProof(asks, openEvidence(open, ownerId, rows.evidence), mostProof),
  };
}

/** What the owner reads again before a conversation. */
export const prepQuestion = question({
  ask,
  answer({ rows, open, viewer }: Given<ReturnType<typeof ask>>, { opportunityId }) {
    const [head] = rows.head;
    if (head?.ownerId !== viewer.id) throw notFound();
    const owner = head.ownerId;
    const { company, role, next } = open(opportunityContent, { id: head.id, owner, rev: head.rev }, head.sealed);
    const [kept] = rows.mission;
    const mission = kept && open(missionContent, { id: kept.id, owner, rev: kept.rev }, kept.sealed);
    const call = rows.negotiation.length === 0 ? null : forCall(open, rows);
    const questions = mission?.questions.filter(({ asked }) => !asked) ?? [];
    return {
      opportunityId,
      company,
      role,
      next,
      helpers: openGratitude(open, rows.gratitude).helpers,
      mission: takeFirstSentence(mission?.statement ?? ''),
      questions: questions.map(({ id, text }) => ({ id, text })),
      call,
    };
  },
});

/** The gratitude house of the person who asks; there is no other to ask for. */
export const gratitudeQuestion = question({
  ask: () => ({ gratitude: ownGratitude() }),
  answer: ({ rows, open }) => openGratitude(open, rows.gratitude),
});
