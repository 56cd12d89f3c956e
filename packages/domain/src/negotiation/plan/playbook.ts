import type { Turn } from '../ledger/move.ts';

/** One line of a checklist. `id` is stable: ticks are kept by it. */
export type PlayLine = { id: string; text: string };

export const playPhases = ['receive', 'prepare', 'open', 'push-back', 'close'] as const;
/** The stages of a negotiation, in their order. */
export type PlayPhase = (typeof playPhases)[number];

export const situations = [
  'low-offer',
  'short-deadline',
  'non-negotiable',
  'out-of-work',
  'competing-offers',
  'several-rounds',
  'accepted-too-soon',
  'enough-offered',
  'pay-fixed',
  'by-mail',
] as const;
/** What makes a negotiation a special one. */
export type Situation = (typeof situations)[number];

export type Playbook = { title: string; lines: PlayLine[] };

/** A checklist of these lines; each has its place as its id. */
export function book(id: string, title: string, texts: readonly string[]): Playbook {
  return { title, lines: texts.map((text, index) => ({ id: `${id}-${index + 1}`, text })) };
}

/** The stage that the ledger speaks of: what comes next, going by who has named a figure. */
export function findPlayPhase(turn: Turn, asked: boolean, offered: boolean): PlayPhase {
  if (turn.state === 'accepted') return 'close';
  if (asked && offered) return 'push-back';
  if (asked) return 'open';
  return offered ? 'prepare' : 'receive';
}
