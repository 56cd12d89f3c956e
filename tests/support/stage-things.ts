import { newId } from '@parley/db/id';
import { blankComponents, known } from '@parley/domain/compensation/components';
import type { Person } from './world.ts';

/* One of each thing that an owner has, with a mark of theirs in its words. */

export const base = 13_579_100;

export async function makeMission(owner: Person, opportunityId: string, mark: string) {
  const { missionId } = await owner.api.mission.create.mutate({ opportunityId });
  const needId = newId();
  const keyResult = {
    id: newId(),
    metric: `${mark}-metric`,
    direction: 'fall' as const,
    start: '40',
    target: '10',
    current: '31',
    unit: 'days',
    due: '2027-03-31',
    firstNinetyDays: true,
  };
  const document = {
    statement: `${mark}-statement`,
    objectives: [{ id: newId(), title: `${mark}-objective`, keyResults: [keyResult] }],
    questions: [{ id: newId(), text: `${mark}-question`, lineId: keyResult.id, asked: false, answered: false, answer: '' }],
    needs: [{ id: needId, leg: 'resources' as const, text: `${mark}-need`, amount: null, keyResultId: keyResult.id }],
    feedback: null,
    interviewsHeld: 0,
    conversation: null,
    corrections: '',
  };
  await owner.api.mission.save.mutate({ missionId, rev: 1, document: { ...document, statement: `${mark}-first-draft` } });
  const { versionId } = await owner.api.mission.keep.mutate({ missionId, rev: 2, word: `${mark}-first-word` });
  await owner.api.mission.save.mutate({ missionId, rev: 2, document });
  return { missionId, needId, versionId };
}

export function offerContent(mark: string, amount = base) {
  const components = { ...blankComponents(), base: known(amount), level: known(`${mark}-level`) };
  return { currency: 'EUR', components, notes: `${mark}-offer-notes` };
}

export async function makeOffer(owner: Person, opportunityId: string, mark: string): Promise<string> {
  const deadline = { kind: 'date' as const, on: '2027-01-15', zone: 'America/Denver' };
  const made = await owner.api.offer.create.mutate({ opportunityId, receivedOn: '2026-11-20', deadline, draft: null });
  await owner.api.offer.addVersion.mutate({
    offerId: made.offerId,
    rev: 1,
    version: { stage: 'verbal', content: offerContent(mark) },
  });
  return made.offerId;
}

export async function makeNegotiation(owner: Person, offerId: string, mark: string, walkAway: number) {
  const { negotiationId } = await owner.api.negotiation.create.mutate({ offerId, currency: 'EUR' });
  const set = { base: walkAway, total: null, leave: null, words: `${mark}-walk-away` };
  await owner.api.walkAway.set.mutate({ negotiationId, rev: 1, walkAway: set });
  const fields = { leg: 'budget' as const, tier: 'must' as const, amount: null, justification: '', fallback: `${mark}-fallback` };
  const { askId } = await owner.api.ask.create.mutate({ negotiationId, ask: { ...fields, title: `${mark}-ask` } });
  const second = await owner.api.ask.create.mutate({ negotiationId, ask: { ...fields, title: `${mark}-second-ask` } });
  const version = { scriptId: 'script', name: 'First call', text: `${mark}-earlier`, slots: [], why: 'saved' as const };
  await owner.api.script.keep.mutate({ negotiationId, version });
  const objection = { says: `${mark}-objection`, reply: `${mark}-reply` };
  const { objectionId } = await owner.api.objection.create.mutate({ negotiationId, objection });
  const { moveId } = await owner.api.move.add.mutate({ negotiationId, move: move(`${mark}-words`) });
  const proof = {
    source: `${mark}-source`,
    on: '2026-10-01',
    figure: null,
    link: `https://${mark}-link.example/pay`,
    words: `${mark}-proof`,
  };
  const { evidenceId } = await owner.api.evidence.create.mutate({ negotiationId, evidence: proof });
  const term = { component: 'title' as const, name: '', value: { kind: 'text' as const, text: `${mark}-term` } };
  const { termId } = await owner.api.term.create.mutate({ negotiationId, term });
  const spoken = { who: `${mark}-who`, on: '2026-11-19', words: `${mark}-promise` };
  await owner.api.term.mark.mutate({ termId, rev: 1, step: { to: 'agreed', value: term.value, spoken } });
  return { negotiationId, askId, secondAskId: second.askId, objectionId, moveId, evidenceId, termId };
}

/** A negotiation that has ended, on an opening of its own. */
export async function makeEnded(
  owner: Person,
  opening: Parameters<Person['api']['opportunity']['create']['mutate']>[0],
  mark: string,
): Promise<string> {
  const { opportunityId } = await owner.api.opportunity.create.mutate(opening);
  const { offerId } = await owner.api.offer.create.mutate({ opportunityId, receivedOn: null, deadline: null, draft: null });
  const { negotiationId } = await owner.api.negotiation.create.mutate({ offerId, currency: 'EUR' });
  const final = { base: 12_500_000, bonusPercent: null, signOn: null, equity: null, others: [] };
  const outcome = {
    kind: 'declined' as const,
    on: '2026-11-12',
    package: final,
    words: `${mark}-farewell`,
    refused: [],
    reason: null,
  };
  await owner.api.outcome.record.mutate({ negotiationId, outcome });
  return negotiationId;
}

export function move(words: string) {
  return {
    party: 'employer' as const,
    kind: 'propose' as const,
    channel: 'video' as const,
    at: '2026-11-20T10:00:00Z',
    words,
    package: { base: 12_000_000, bonusPercent: null, signOn: null, equity: null, others: [] },
    firmness: 'possible' as const,
    heard: [],
  };
}

export async function makeDebrief(owner: Person, opportunityId: string, mark: string): Promise<string> {
  const { debriefId } = await owner.api.debrief.create.mutate({ opportunityId, kind: 'interview' });
  const document = {
    kind: 'interview' as const,
    time: null,
    withWhom: 'hiring manager',
    channel: null,
    said: `${mark}-said`,
    felt: `${mark}-felt`,
    inferred: `${mark}-inferred`,
    questions: [],
    confidenceBefore: 4,
    confidenceAfter: 7,
    change: '',
  };
  await owner.api.debrief.save.mutate({ debriefId, rev: 1, document });
  return debriefId;
}

export function helpOf(mark: string) {
  return { text: `${mark}-wanted`, length: 'short' as const, feedback: 'ideas' as const };
}

export function commitmentOf(mark: string) {
  return { text: `${mark}-committed`, dueOn: '2026-12-03' };
}

function presenceOf(mark: string) {
  return { looking: `${mark}-looking`, zone: 'Europe/Vienna', awayUntil: null };
}

export async function askForHelp(owner: Person, councilId: string, mark: string) {
  const { helpId } = await owner.api.help.create.mutate({ councilId, help: helpOf(mark) });
  const { answerId } = await owner.api.help.answer.mutate({ helpId, text: `${mark}-answered` });
  const { commitmentId } = await owner.api.commitment.take.mutate({ councilId, commitment: commitmentOf(mark) });
  await owner.api.presence.save.mutate({ councilId, rev: 0, presence: presenceOf(mark) });
  const { meetingId } = await owner.api.meeting.start.mutate({ councilId });
  await owner.api.meeting.note.mutate({ meetingId, kind: 'note', text: `${mark}-noted` });
  return { helpId, answerId, commitmentId, meetingId };
}

/** Whom an owner asked about an employer, and what came back. */
export function heardOf(mark: string) {
  const question = 'Would you work with this person again?';
  const asked = { contact: `${mark}-insider`, relation: '', question, askedOn: '2026-11-12' };
  return { ...asked, answer: 'hesitated' as const, words: `${mark}-heard`, callback: 'days' as const, redFlag: true };
}

export function proofOf(mark: string) {
  return { outcome: `${mark}-achieved`, metric: '45 to 12', scope: 'Nine teams', verify: `${mark}-witness`, led: true };
}

export async function makeThreads(owner: Person, missionId: string, mark: string) {
  const anchor = { itemId: missionId, blockId: 'statement', label: 'Statement', mentions: [] };
  const thread = await owner.api.thread.start.mutate({ ...anchor, text: `${mark}-comment` });
  const settled = await owner.api.thread.start.mutate({ ...anchor, text: `${mark}-settled` });
  await owner.api.thread.resolve.mutate({ threadId: settled.threadId });
  await owner.api.reaction.toComment.mutate({ commentId: thread.comment.commentId, word: 'careful' });
  const of = `${mark}-statement`;
  const quote = { of, start: mark.length + 1, end: of.length };
  const suggestion = { ...anchor, quote, words: `${mark}-suggested`, text: `${mark}-because` };
  const suggested = await owner.api.suggestion.make.mutate(suggestion);
  return {
    suggestionId: suggested.threadId,
    threadId: thread.threadId,
    settledThreadId: settled.threadId,
    commentId: thread.comment.commentId,
  };
}
