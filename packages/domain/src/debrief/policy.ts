import { type Decision, no, yes } from '../kernel/decision.ts';
import type { ReadsRound } from './reads.ts';

/** Whether the viewer may open the sealed reads, sealing the first read in the same act. */
export function canAskReads(viewerId: string, round: ReadsRound): Decision {
  if (viewerId !== round.ownerId) return no('Only the owner can ask for reads.');
  if (round.state !== 'unasked') return no('Reads have already been asked for.');
  if (round.outcome !== null) return no('The outcome is known, so there is nothing left to guess.');
  return yes;
}

/** Whether the viewer may seal a read, or replace the one they sealed. */
export function canSealRead(viewerId: string, round: ReadsRound): Decision {
  if (viewerId !== round.ownerId && !round.readerIds.includes(viewerId))
    return no('Only people who can read this debrief can seal a read.');
  if (round.state === 'unasked') return no('The owner has not asked for reads yet.');
  if (round.state === 'revealed') return no('The reads were revealed. A read can no longer be sealed.');
  return yes;
}

/** Whether the viewer may reveal all reads now. */
export function canReveal(viewerId: string, round: ReadsRound): Decision {
  if (viewerId !== round.ownerId) return no('Only the owner can reveal the reads.');
  if (round.state === 'unasked') return no('No reads have been asked for yet.');
  if (round.state === 'revealed') return no('The reads have already been revealed.');
  return yes;
}

/** Whether the viewer may say what came of it. Not while reads are open: who knows the outcome no longer guesses. */
export function canSetOutcome(viewerId: string, round: ReadsRound): Decision {
  if (viewerId !== round.ownerId) return no('Only the owner can record how it turned out.');
  if (round.state === 'open') return no('Reveal the reads first: once the outcome is known, nobody is guessing any more.');
  return yes;
}
