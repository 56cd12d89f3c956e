import { composeAcceptance, composeDecline, composeThanks } from './answers.ts';
import { composeCounter } from './counter.ts';
import { composeMoreTime, composeRecap } from './talks.ts';
import type { Line, TextFacts, TextKind, Tone } from './text.ts';

type Compose = (facts: TextFacts, tone: Tone) => Line[];

const composers: Record<TextKind, Compose> = {
  recap: composeRecap,
  'more-time': composeMoreTime,
  counter: composeCounter,
  acceptance: composeAcceptance,
  decline: composeDecline,
  thanks: composeThanks,
};

/** A text of one's own fields, line by line. What is not recorded is a gap with a name, never a guess. */
export function composeText(kind: TextKind, tone: Tone, facts: TextFacts): Line[] {
  return composers[kind](facts, tone);
}

/** The text that the stage calls for: after a word of theirs a counter, after one's own a recap, at the end the answer. */
export function suggestText({ moves, terms, outcome }: Pick<TextFacts, 'moves' | 'terms' | 'outcome'>): TextKind {
  if (outcome === 'accepted') return 'acceptance';
  if (outcome !== null) return 'decline';
  const last = moves.at(-1);
  if (last?.kind === 'accept' || terms.some(({ state }) => state === 'confirmed')) return 'acceptance';
  if (last === undefined) return 'more-time';
  const isWritten = last.channel === 'mail' || last.channel === 'message';
  return isWritten && last.party === 'employer' ? 'counter' : 'recap';
}
