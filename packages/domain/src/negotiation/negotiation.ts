import { blurCited } from './ledger/move.ts';
import type { Situation } from './plan/playbook.ts';
import { type Script, startingScript } from './script/script.ts';

/** What one would like, in minor units: the base, and everything over four years. null is "not set". */
export type Figures = { base: number | null; total: number | null };

export const channels = ['live', 'live-then-recap', 'mail'] as const;
/** How the negotiation is led. */
export type Channel = (typeof channels)[number];

export const answers = ['negotiate', 'accept', 'decline'] as const;
/** What the owner decides to do about the offer. */
export type Answer = (typeof answers)[number];

/** What the owner said at screening that they want, how the offer looks to them, and what they decide now. The owner's alone. */
export type Deciding = { said: Figures; strengths: string; gaps: string; answer: Answer | null; why: string };

export const undecided: Deciding = { said: { base: null, total: null }, strengths: '', gaps: '', answer: null, why: '' };

/** The owner's plan for one offer. The walk-away is not part of it and never will be. */
export type Plan = {
  currency: string;
  target: Figures;
  ideal: Figures;
  /** Years over which packages of the ledger are valued. */
  horizonYears: number;
  channel: Channel;
  /** What makes this one special; each brings its checklist. */
  situations: Situation[];
  /** Ids of the checklist lines that are done. */
  ticks: string[];
  /** Lists of the owner's councils that are used here. */
  checklists: string[];
  deciding: Deciding;
  /** What to say, in the order in which it is listed. */
  scripts: Script[];
};

/** The plan of a new negotiation: no numbers, live with a written recap, four years, a script to rewrite. */
export function createPlan(currency: string): Plan {
  return {
    currency,
    target: { base: null, total: null },
    ideal: { base: null, total: null },
    horizonYears: 4,
    channel: 'live-then-recap',
    situations: [],
    ticks: [],
    checklists: [],
    deciding: undecided,
    scripts: [startingScript],
  };
}

/** The plan as somebody else than its owner reads it: without checklists, decision and ids of what is not shared. */
export function planForReader(plan: Plan): Plan {
  const scripts = plan.scripts.map((script) => ({ ...script, cites: blurCited(script.cites) }));
  return { ...plan, situations: [], ticks: [], checklists: [], deciding: undecided, scripts };
}

/** What speaks for each channel; sources disagree, and the screen says so. */
export const channelAdvice: Record<Channel, { label: string; why: string }> = {
  live: {
    label: 'Live',
    why: 'In a call or face to face you hear how firm a no is, and silence works. Nothing is written down unless you do it.',
  },
  'live-then-recap': {
    label: 'Live, then a written recap',
    why: 'You hear the tone and can react; the mail afterwards fixes what was said before memories differ.',
  },
  mail: {
    label: 'By mail',
    why: 'Time to choose words and a record of every step. Tone is lost both ways, and a no is easier to write than to say.',
  },
};

/** Why the product does not simply prescribe a channel. */
export const channelsDiffer =
  'Advice differs: some say never by mail, some say always live, some call first and write afterwards, ' +
  'and some did it in two mails. Unless you choose otherwise: live, then a recap in writing.';

/** Facts about the figures that look like a slip: an ideal below the target. Never a refusal. */
export function listFigureHints(plan: Plan): string[] {
  const hints: string[] = [];
  const below = (ideal: number | null, target: number | null) => ideal !== null && target !== null && ideal < target;
  if (below(plan.ideal.base, plan.target.base)) hints.push('Your ideal base is below your target base.');
  if (below(plan.ideal.total, plan.target.total)) hints.push('Your ideal total is below your target total.');
  return hints;
}

/** Facts about the walk-away that look like a slip: it lies above the target. For its owner alone. Never a refusal. */
export function walkAwayHints(walkAway: Figures, { target }: Pick<Plan, 'target'>): string[] {
  const above = (least: number | null, aim: number | null) => least !== null && aim !== null && least > aim;
  const hints: string[] = [];
  if (above(walkAway.base, target.base)) hints.push('Your lowest base is above your target base.');
  if (above(walkAway.total, target.total)) hints.push('Your lowest total is above your target total.');
  return hints;
}
