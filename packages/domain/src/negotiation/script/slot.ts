import type { Ask } from '../asks/ask.ts';
import { findStanding, type Move } from '../ledger/move.ts';
import type { Plan } from '../negotiation.ts';
import { emptyPackage } from '../package.ts';
import { type SlotName, slotNames } from './slot-name.ts';

/** What stands for a slot. Money in minor units of the plan's currency; `hidden` is not this reader's to see. */
export type SlotValue =
  | { is: 'money'; minor: number }
  | { is: 'percent'; percent: string }
  | { is: 'day'; on: string }
  | { is: 'words'; text: string }
  | { is: 'empty' }
  | { is: 'hidden' };

/** What only the owner has beside the plan: what is offered on record, by when to answer, who they are. */
export type SlotGround = {
  offered: { base: number | null; bonusPercent: string | null };
  deadline: string | null;
  theirName: string;
  company: string;
  role: string;
};

type Given = { plan: Pick<Plan, 'target'>; asks: readonly Ask[]; moves: readonly Move[]; ground: SlotGround | null };

const empty: SlotValue = { is: 'empty' };
const hidden: SlotValue = { is: 'hidden' };
const money = (minor: number | null): SlotValue => (minor === null ? empty : { is: 'money', minor });
const percent = (text: string | null): SlotValue => (text === null ? empty : { is: 'percent', percent: text });
const words = (text: string): SlotValue => (text.trim() === '' ? empty : { is: 'words', text: text.trim() });

/** The value of every slot as the plan, the asks and the ledger stand now. Without `ground` what only the owner has is hidden. */
export function fillSlots({ plan, asks, moves, ground }: Given): Record<SlotName, SlotValue> {
  const theirs = findStanding(moves, 'employer') ?? emptyPackage;
  const mine = findStanding(moves, 'candidate') ?? emptyPackage;
  const [first] = asks;
  const own = (value: (known: SlotGround) => SlotValue) => (ground === null ? hidden : value(ground));
  return {
    target: money(plan.target.base),
    'target total': money(plan.target.total),
    base: money(theirs.base ?? ground?.offered.base ?? null),
    bonus: percent(theirs.bonusPercent ?? ground?.offered.bonusPercent ?? null),
    'sign-on': money(theirs.signOn),
    'my last base': money(mine.base),
    'first ask': words(first?.title ?? ''),
    'its amount': money(first?.amount ?? null),
    'its reason': words(first?.justification ?? ''),
    deadline: own(({ deadline }) => (deadline === null ? empty : { is: 'day', on: deadline })),
    'their name': own(({ theirName }) => words(theirName)),
    company: own(({ company }) => words(company)),
    role: own(({ role }) => words(role)),
  };
}

/** The slots whose field is empty, in the order of the list. */
export function listEmpty(values: Record<SlotName, SlotValue>, named: readonly SlotName[]): SlotName[] {
  return slotNames.filter((name) => named.includes(name) && values[name].is === 'empty');
}

/** Whom the owner talks to there: the hiring manager first, then the recruiter; the first name of the list that has one. */
export function nameThem(people: readonly { part: string; name: string }[]): string {
  const of = (part: string) => people.find((one) => one.part === part && one.name.trim() !== '')?.name.trim();
  return of('hiringManager') ?? of('recruiter') ?? '';
}
