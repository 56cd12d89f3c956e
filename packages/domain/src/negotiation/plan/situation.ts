import { findTurn, type Move, proposes } from '../ledger/move.ts';
import { compareWithWanted } from './decision.ts';
import type { Situation } from './playbook.ts';

/** What a negotiation shows from which a special situation can be told. */
export type Signs = {
  moves: readonly Move[];
  /** The offer's base and four-year total held against the target, in minor units; null where not known. */
  offered: { base: number | null; total: number | null };
  target: { base: number | null; total: number | null };
  /** What the owner told them that they want. */
  said: { base: number | null; total: number | null };
  /** The employer gave less than two business days, or refused more time. */
  short: boolean;
  /** How many offers there are from others. */
  competing: number;
};

/** A situation that the state speaks for, and the fact that does. */
export type Suggestion = { situation: Situation; because: string };

/** From so many percent below the target on, an offer is a low one. */
const lowPercent = 15;

function isLow(offered: number | null, target: number | null): boolean {
  return offered !== null && target !== null && BigInt(offered) * 100n < BigInt(target) * BigInt(100 - lowPercent);
}

const parts = ['base', 'total'] as const;

/** Whether nothing offered lies under what was said, and something of both is known. */
function isEnough({ offered, said }: Pick<Signs, 'offered' | 'said'>): boolean {
  const known = parts.flatMap((part) => compareWithWanted(said[part], offered[part]) ?? []);
  return known.length > 0 && known.every(({ kind }) => kind !== 'below');
}

/** The situations that the state of a negotiation speaks for, each with its fact. Being out of work is nobody's to guess. */
export function suggestSituations({ moves, offered, target, said, short, competing }: Signs): Suggestion[] {
  const theirs = moves.filter((move) => move.party === 'employer');
  const offers = theirs.filter(proposes);
  const asks = moves.filter((move) => move.party === 'candidate' && proposes(move));
  const fixed = theirs.filter(({ kind, firmness }) => kind === 'best-and-final' || kind === 'decline' || firmness === 'fixed');
  const ended = findTurn([...moves]);
  const accepted = ended.state === 'accepted' && ended.by === 'candidate' && asks.length === 0;
  const low = isLow(offered.base, target.base) || isLow(offered.total, target.total);
  const found: [boolean, Situation, string][] = [
    [low, 'low-offer', `The offer is more than ${lowPercent} % below your target.`],
    [short, 'short-deadline', 'They gave less than two business days, or refused more time.'],
    [fixed.length > 0, 'non-negotiable', 'They called something fixed, or said no.'],
    [competing > 0, 'competing-offers', competing === 1 ? 'You have another offer.' : `You have ${competing} other offers.`],
    [offers.length >= 3, 'several-rounds', `They have made ${offers.length} offers.`],
    [accepted, 'accepted-too-soon', 'You accepted without asking for anything.'],
    [isEnough({ offered, said }), 'enough-offered', 'The offer meets what you said you wanted.'],
    [fixed.length > 1, 'pay-fixed', 'They have said more than once that it is fixed.'],
    [theirs.at(-1)?.channel === 'mail', 'by-mail', 'Their last word came by mail.'],
  ];
  return found.filter(([holds]) => holds).map(([, situation, because]) => ({ situation, because }));
}
