import type { Ring } from '@parley/db/ring';
import { notFound } from '@parley/domain/kernel/error';
import { orderByProof } from '@parley/domain/negotiation/plan/evidence';
import { firstWordsOf } from '@parley/domain/negotiation/script/script';
import { fillSlots, nameThem } from '@parley/domain/negotiation/script/slot';
import { dayOf } from '@parley/domain/offer/deadline';
import { findNextCall } from '@parley/domain/opportunity/call';
import type { OpportunityDetails } from '@parley/domain/opportunity/opportunity';
import type { PrepOf } from '@parley/domain/prep/input';
import { takeFirstSentence } from '@parley/domain/prep/prep';
import type { z } from 'zod';
import type { Given } from '../guard.ts';
import { missionContent, missionFor } from '../mission/rows.ts';
import { openAsks } from '../negotiation/asks/rows.ts';
import { openMoves } from '../negotiation/ledger/rows.ts';
import { openOffered } from '../negotiation/plan/decision-view.ts';
import { openEvidence, openObjections } from '../negotiation/plan/rows.ts';
import { openNegotiation } from '../negotiation/rows.ts';
import { ownLatestVersions } from '../offer/rows.ts';
import { ownFrames } from '../opportunity/deadline-rows.ts';
import { headOf, opportunityContent } from '../opportunity/rows.ts';
import { question } from '../read.ts';
import {
  latestAsks,
  latestEvidence,
  latestMoves,
  latestNegotiation,
  latestObjections,
  openGratitude,
  ownGratitude,
} from './rows.ts';

const [mostAsks, mostProof] = [3, 3];

const ask = ({ opportunityId }: z.output<typeof PrepOf>) => ({
  head: headOf(opportunityId),
  mission: missionFor(opportunityId),
  negotiation: latestNegotiation(opportunityId),
  asks: latestAsks(opportunityId),
  objections: latestObjections(opportunityId),
  evidence: latestEvidence(opportunityId),
  moves: latestMoves(opportunityId),
  offers: ownFrames(),
  versions: ownLatestVersions(),
  gratitude: ownGratitude(),
});

type Rows = Given<ReturnType<typeof ask>>['rows'];

/** What is at hand in a call about this offer. The walk-away is not here: it is asked for by itself, or not at all. */
function forCall(open: Ring['open'], rows: Rows, { company, role, people }: OpportunityDetails) {
  const { negotiationId, offerId, ownerId, plan } = openNegotiation(open, rows.negotiation);
  const asks = openAsks(open, ownerId, rows.asks);
  const objections = openObjections(open, ownerId, rows.objections);
  const own = openOffered(open, rows, offerId);
  const { base = null, bonusPercent = null } = own?.offered?.currency === plan.currency ? own.offered : {};
  const deadline = own?.frame.deadline ? dayOf(own.frame.deadline) : null;
  const ground = { offered: { base, bonusPercent }, deadline, theirName: nameThem(people), company, role };
  return {
    negotiationId,
    currency: plan.currency,
    target: plan.target,
    asks: asks.slice(0, mostAsks),
    firstWords: firstWordsOf(plan.scripts[0]),
    slots: fillSlots({ plan, asks, moves: openMoves(open, ownerId, rows.moves), ground }),
    replies: objections.filter(({ reply }) => reply !== ''),
    proof: orderByProof(asks.slice(0, mostAsks), openEvidence(open, ownerId, rows.evidence), mostProof),
  };
}

/** What the owner reads again before a conversation. */
export const prepQuestion = question({
  ask,
  answer({ rows, open, viewer, now }: Given<ReturnType<typeof ask>>, { opportunityId }) {
    const [head] = rows.head;
    if (head?.ownerId !== viewer.id) throw notFound();
    const owner = head.ownerId;
    const details = open(opportunityContent, { id: head.id, owner, rev: head.rev }, head.sealed);
    const { company, role, next } = details;
    const [kept] = rows.mission;
    const mission = kept && open(missionContent, { id: kept.id, owner, rev: kept.rev }, kept.sealed);
    const call = rows.negotiation.length === 0 ? null : forCall(open, rows, details);
    const questions = mission?.questions.filter(({ asked }) => !asked) ?? [];
    return {
      opportunityId,
      company,
      role,
      next,
      upcoming: findNextCall(details.calls, now),
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
