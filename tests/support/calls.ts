import type { ProcedurePath } from '@parley/api/policy';
import { newId } from '@parley/db/id';
import { inDays } from './clock.ts';
import { hiddenLevels } from './levels.ts';
import { baseCounter, roundDocument } from './rounds.ts';
import { move, offerContent, proofOf, type Stage, type Things } from './stage.ts';
import { testPassword } from './world.ts';

/** A valid input for every procedure, about one owner's things; `rev` is what the row has on a fresh stage. */
export type Call = (things: Things, stage: Stage) => unknown;

const ref = (name: keyof Things) => (things: Things) => ({ [name]: things[name] });
const cadence = { weekday: 4, time: '18:00', zone: 'Europe/Vienna', minutes: 90 };
const about = { name: 'A table', purpose: '', cadence };
const place = { timeZone: 'Europe/Vienna', locale: 'en-GB', currency: 'EUR' };
const token = 'A'.repeat(43);
const password = 'a long sentence of words';
const ask = { leg: 'support', tier: 'nice', title: 'A mentor', amount: null, justification: '', fallback: '' };
const evidence = {
  source: 'A survey',
  on: '2026-10-01',
  figure: { amount: 14_000_000, currency: 'EUR' },
  link: 'https://example.org/pay',
  words: '',
};
const checklist = { title: 'Before a call', lines: [{ id: newId(), text: 'Drink some water.' }] };
const objection = { says: 'Above our budget', reply: 'What would close the gap?' };
const term = { component: 'other', name: 'Leave', value: { kind: 'text', text: '30 days' } };
const final = { base: 12_500_000, bonusPercent: '10', signOn: null, equity: null, others: [] };
const outcome = { kind: 'declined', on: '2026-11-12', package: final, words: 'Another time.', refused: [], reason: null };
const walkAway = { base: 9_000_000, total: null, leave: null, words: '' };
const read = { likelihood: 60, reason: 'They asked about the start date.' };
const figures = { base: 14_000_000, total: null };
const plan = {
  currency: 'EUR',
  target: figures,
  ideal: figures,
  horizonYears: 4,
  channel: 'live',
  script: { text: 'Hello', slots: [] },
};
const details = {
  company: 'A company',
  alias: '',
  role: 'A role',
  level: '',
  place: '',
  source: '',
  posting: '',
  targeted: true,
  people: [],
  next: null,
};
const document = {
  statement: 'A mission',
  objectives: [],
  questions: [],
  needs: [],
  feedback: null,
  interviewsHeld: 0,
  conversation: null,
  corrections: '',
};
const debrief = {
  kind: 'interview',
  time: null,
  withWhom: '',
  channel: null,
  said: '',
  felt: '',
  inferred: '',
  questions: [],
  confidenceBefore: null,
  confidenceAfter: null,
  change: '',
};
const assumptions = {
  horizon: 4,
  raise: '0',
  payout: '100',
  discount: '0',
  priceChange: '0',
  pricing: 'price',
  dilution: '0',
  haircut: '0',
};
const frame = { receivedOn: null, deadline: null, extension: 'none', assumptions, draft: null };
const version = { stage: 'written', content: offerContent('another') };
const anchor = { blockId: 'statement', label: 'Statement', text: 'What about this?', mentions: [] };

export const calls: Record<ProcedurePath, Call> = {
  'operator.status': () => undefined,
  'identity.signUp': () => ({ email: `new.${newId().slice(-8)}@example.org`, displayName: 'New', password, ...place }),
  'identity.signIn': ({}, { people }) => ({ email: people.owner.email, password: people.owner.password }),
  'identity.resetPassword': () => ({ token, password }),
  'identity.signOut': () => undefined,
  'identity.signOutEverywhere': () => undefined,
  'identity.me': () => undefined,
  'identity.saveProfile': () => ({ displayName: 'Another', ...place, rev: 1 }),
  'identity.sessions': () => undefined,
  'identity.endSession': () => ({ sessionId: 'a'.repeat(64) }),
  'identity.changePassword': () => ({ current: testPassword, next: password }),
  'council.create': () => ({ ...about, charter: 'We keep what we hear.' }),
  'council.list': () => undefined,
  'council.farewells': () => undefined,
  'council.page': ref('councilId'),
  'council.acceptCharter': ({ councilId }) => ({ councilId, version: 2 }),
  'council.leave': ref('councilId'),
  'council.becomeAlumnus': ref('councilId'),
  'council.save': ({ councilId }) => ({ councilId, rev: 1, ...about }),
  'council.saveCharter': ({ councilId }) => ({ councilId, version: 2, text: 'We also come on time.' }),
  'council.remove': ({ councilId, readerId }) => ({ councilId, accountId: readerId, reason: 'Two meetings missed.' }),
  'council.handOver': ({ councilId, readerId }) => ({ councilId, accountId: readerId }),
  'council.close': ref('councilId'),
  'checklist.list': ref('councilId'),
  'checklist.mine': () => undefined,
  'checklist.create': ({ councilId }) => ({ councilId, checklist }),
  'checklist.save': ({ checklistId }) => ({ checklistId, rev: 1, checklist }),
  'checklist.remove': ref('checklistId'),
  'invitation.create': ({ councilId }) => ({ councilId, email: 'somebody.else@example.org' }),
  'invitation.list': ref('councilId'),
  'invitation.resend': ref('invitationId'),
  'invitation.revoke': ref('invitationId'),
  'invitation.look': (_, stage) => ({ token: stage.token }),
  'invitation.accept': (_, stage) => ({ token: stage.token, charterVersion: 2 }),
  'invitation.decline': (_, stage) => ({ token: stage.token }),
  'opportunity.list': () => undefined,
  'opportunity.create': () => ({ company: 'A company', role: 'A role', alias: '', stage: 'lead', on: '2026-11-02' }),
  'opportunity.page': ref('opportunityId'),
  'opportunity.timeline': ref('opportunityId'),
  'opportunity.save': ({ opportunityId }) => ({ opportunityId, rev: 2, details }),
  'opportunity.setStage': ({ opportunityId }) => ({ opportunityId, rev: 2, stage: 'negotiating', on: '2026-11-04' }),
  'opportunity.undoStage': ({ opportunityId }) => ({ opportunityId, rev: 2 }),
  'opportunity.remove': ({ opportunityId }) => ({ opportunityId, rev: 2 }),
  'mission.create': ({ bareOpportunityId }) => ({ opportunityId: bareOpportunityId }),
  'mission.get': ref('missionId'),
  'mission.save': ({ missionId }) => ({ missionId, rev: 2, document }),
  'mission.setState': ({ missionId }) => ({ missionId, rev: 2, state: 'inReview' }),
  'mission.remove': ({ missionId }) => ({ missionId, rev: 2 }),
  'offer.mine': () => undefined,
  'offer.create': ({ opportunityId }) => ({ opportunityId, receivedOn: null, deadline: null, draft: null }),
  'offer.save': ({ offerId }) => ({ offerId, rev: 2, frame }),
  'offer.addVersion': ({ offerId }) => ({ offerId, rev: 2, version }),
  'offer.get': ref('offerId'),
  'offer.open': ref('offerId'),
  'offer.preview': ({ offerId, readerId }) => ({ offerId, as: { who: 'reader', readerId } }),
  'offer.log': ref('offerId'),
  'offer.remove': ({ bareOfferId }) => ({ offerId: bareOfferId, rev: 2 }),
  'negotiation.create': ({ bareOfferId }) => ({ offerId: bareOfferId, currency: 'EUR' }),
  'negotiation.get': ref('negotiationId'),
  'negotiation.save': ({ negotiationId }) => ({ negotiationId, rev: 1, plan }),
  'negotiation.remove': ref('negotiationId'),
  'walkAway.get': ref('negotiationId'),
  'walkAway.set': ({ negotiationId }) => ({ negotiationId, rev: 2, walkAway }),
  'ask.create': ({ negotiationId, evidenceId }) => ({ negotiationId, ask: { ...ask, evidenceIds: [evidenceId] } }),
  'ask.fromNeed': ({ negotiationId, missionId, needId }) => ({ negotiationId, missionId, needId }),
  'ask.save': ({ askId, evidenceId }) => ({ askId, rev: 1, ask: { ...ask, evidenceIds: [evidenceId] } }),
  'ask.remove': ref('askId'),
  'ask.rank': ({ negotiationId, askId, secondAskId }) => ({ negotiationId, order: [secondAskId, askId] }),
  'objection.create': ({ negotiationId }) => ({ negotiationId, objection }),
  'objection.save': ({ objectionId }) => ({ objectionId, rev: 1, objection }),
  'objection.remove': ref('objectionId'),
  'move.add': ({ negotiationId }) => ({ negotiationId, move: move('We can do that.') }),
  'move.save': ({ moveId }) => ({ moveId, rev: 1, move: move('We can do this.') }),
  'move.remove': ref('moveId'),
  'term.list': ref('negotiationId'),
  'term.create': ({ negotiationId }) => ({ negotiationId, term }),
  'term.draft': ({ negotiationId }) => ({ negotiationId, keys: ['base'] }),
  'term.save': ({ termId }) => ({ termId, rev: 2, term }),
  'term.mark': ({ termId }) => ({ termId, rev: 2, step: { to: 'dropped' } }),
  'term.remove': ref('termId'),
  'outcome.get': ({ endedNegotiationId }) => ({ negotiationId: endedNegotiationId }),
  'outcome.record': ({ negotiationId, askId }) => ({
    negotiationId,
    outcome: { ...outcome, refused: [{ askId, by: 'The director', on: '2026-11-10' }] },
  }),
  'outcome.save': ({ endedNegotiationId }) => ({
    negotiationId: endedNegotiationId,
    rev: 1,
    outcome: { ...outcome, kind: 'withdrawn' },
  }),
  'outcome.tick': ({ endedNegotiationId }) => ({ negotiationId: endedNegotiationId, rev: 1, step: 'thanks', done: true }),
  'outcome.undo': ({ endedNegotiationId }) => ({ negotiationId: endedNegotiationId, rev: 1 }),
  'calendar.deadline': ref('offerId'),
  'calendar.handOver': ref('negotiationId'),
  'evidence.create': ({ negotiationId }) => ({ negotiationId, evidence }),
  'evidence.save': ({ evidenceId }) => ({ evidenceId, rev: 1, evidence }),
  'evidence.remove': ref('evidenceId'),
  'decision.get': ref('negotiationId'),
  'round.list': ref('opportunityId'),
  'round.get': ref('roundId'),
  'round.create': ref('negotiationId'),
  'round.save': ({ draftRoundId }) => ({
    roundId: draftRoundId,
    rev: 2,
    document: roundDocument('And now?'),
    deadlineAt: null,
    quorum: 2,
    named: false,
  }),
  'round.open': ({ draftRoundId }) => ({ roundId: draftRoundId, rev: 2 }),
  'round.extend': ({ roundId }) => ({ roundId, rev: 2, deadlineAt: later() }),
  'round.seal': ({ roundId }) => ({ roundId, counter: baseCounter(12_700_000, 'They have room.') }),
  'round.remind': ref('roundId'),
  'round.reveal': ({ roundId }) => ({ roundId, missing: 1 }),
  'round.cancel': ref('roundId'),
  'round.close': ({ revealedRoundId }) => ({ roundId: revealedRoundId }),
  'round.remove': ({ draftRoundId }) => ({ roundId: draftRoundId }),
  'debrief.list': ref('opportunityId'),
  'debrief.get': ({ openDebriefId }) => ({ debriefId: openDebriefId }),
  'debrief.create': ({ opportunityId }) => ({ opportunityId, kind: 'negotiation' }),
  'debrief.save': ({ debriefId }) => ({ debriefId, rev: 2, document: debrief }),
  'debrief.remove': ref('debriefId'),
  'debrief.askReads': ({ debriefId }) => ({ debriefId, read }),
  'debrief.sealRead': ({ openDebriefId }) => ({ debriefId: openDebriefId, read }),
  'debrief.reveal': ({ openDebriefId }) => ({ debriefId: openDebriefId, missing: 1 }),
  'debrief.setOutcome': ({ debriefId }) => ({ debriefId, rev: 2, result: { outcome: 'advanced', on: '2026-11-20' } }),
  'debrief.calibration': () => undefined,
  'share.options': ({ missionId }) => ({ itemId: missionId }),
  'share.get': ({ missionId }) => ({ itemId: missionId }),
  'share.glance': ({ missionId }) => ({ itemId: missionId }),
  'share.set': ({ offerId, councilId }) => ({
    itemId: offerId,
    councilId,
    readerId: null,
    levels: hiddenLevels,
    expiresAt: later(),
  }),
  'share.revoke': ref('shareId'),
  'share.listShared': ref('councilId'),
  'share.mine': () => undefined,
  'thread.list': ({ missionId }) => ({ itemId: missionId }),
  'thread.readers': ({ missionId }) => ({ itemId: missionId }),
  'thread.start': ({ missionId }) => ({ itemId: missionId, ...anchor }),
  'thread.resolve': ref('threadId'),
  'thread.reopen': ({ settledThreadId }) => ({ threadId: settledThreadId }),
  'comment.add': ({ threadId }) => ({ threadId, text: 'I wonder about the date.', mentions: [] }),
  'comment.edit': ({ commentId }) => ({ commentId, rev: 1, text: 'I like the date.', mentions: [] }),
  'comment.remove': ref('commentId'),
  'notification.markSeen': () => ({ ids: [newId()] }),
  'mail.get': () => undefined,
  'mail.save': () => ({ standard: 'daily', hour: 8, weekday: 1, councils: [] }),
  'today.page': () => undefined,
  'today.notices': () => undefined,
  'today.noticeCount': () => undefined,
  'stream.follow': () => ({ age: 0 }),
  'prep.get': ref('opportunityId'),
  'proof.list': () => undefined,
  'proof.create': () => ({ proof: proofOf('new') }),
  'proof.save': ({ proofId }) => ({ proofId, rev: 1, proof: proofOf('changed') }),
  'proof.remove': ref('proofId'),
  'gratitude.get': () => undefined,
  'gratitude.save': () => ({ rev: 1, helpers: [{ id: newId(), name: 'Somebody', how: 'Read my letters' }] }),
};

function later(): string {
  return inDays(3).toISOString();
}
