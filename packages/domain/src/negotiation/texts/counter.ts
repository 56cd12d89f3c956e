import { parseExact, rank } from '../../figure/exact.ts';
import type { Ask } from '../asks/ask.ts';
import { findStanding, type KeptMove, proposes } from '../ledger/move.ts';
import { emptyPackage, keyOfOther, listSaid, type Package } from '../package.ts';
import { askLines, packageLines } from './figures.ts';
import { framed } from './frame.ts';
import { fromField, type Line, say, type TextFacts, type Tone } from './text.ts';

type MoneyPart = 'base' | 'signOn' | 'equity';

/** What of an ask is still more than they offer, or other: what they have met since is asked for no more. */
function stillAsked(asked: Package, offered: Package): Package {
  const money = (part: MoneyPart) => (asked[part] !== null && asked[part] > (offered[part] ?? -1) ? asked[part] : null);
  const { bonusPercent } = asked;
  const bonus = bonusPercent !== null && rank(parseExact(bonusPercent), parseExact(offered.bonusPercent ?? '-1')) > 0;
  const theirs = new Map(offered.others.map(({ name, amount }) => [keyOfOther(name), amount]));
  const said = new Map((offered.clauses ?? []).map(({ about, text }) => [about, text]));
  return {
    base: money('base'),
    bonusPercent: bonus ? bonusPercent : null,
    signOn: money('signOn'),
    equity: money('equity'),
    others: asked.others.filter(({ name, amount }) => amount > (theirs.get(keyOfOther(name)) ?? -1)),
    clauses: (asked.clauses ?? []).filter(({ about, text }) => said.get(about) !== text),
  };
}

/** The packages of the last ask, as far as they have not been met. */
function openPackages(moves: readonly KeptMove[], offered: Package): Package[] {
  const last = moves.findLast((move) => move.party === 'candidate' && proposes(move));
  const all = last ? [last.package, ...(last.second ? [last.second] : [])] : [];
  return all.map((one) => stillAsked(one, offered)).filter((one) => listSaid(one).length > 0);
}

const named: readonly [MoneyPart, RegExp][] = [
  ['signOn', /sign[- ]?on|signing/i],
  ['equity', /equity|shares|stock|options|rsu/i],
  ['base', /\bbase\b|salary/i],
];

/** Which amount of a package an ask is about: by its words, else the base where its amount is about as large as theirs. */
function partOf({ title, amount }: Ask, { base }: Package): MoneyPart | null {
  const byWords = named.find(([, words]) => words.test(title))?.[0];
  if (byWords || amount === null || base === null) return byWords ?? null;
  return amount * 2 >= base && amount <= base * 2 ? 'base' : null;
}

/** The asks for pay that stand: the last ask of the ledger goes before the plan, and what they offer already is none. */
function openAsks(pay: readonly Ask[], offered: Package, puts: readonly Package[]): Ask[] {
  return pay.filter((ask) => {
    const part = partOf(ask, offered);
    if (part === null || ask.amount === null) return true;
    const asked = puts.flatMap((put) => (put[part] === null ? [] : [put[part]]));
    return asked.length > 0 ? asked.includes(ask.amount) : ask.amount > (offered[part] ?? -1);
  });
}

/** A package without the amounts that an ask names with its reason. */
function withoutAsks(put: Package, asks: readonly Ask[], offered: Package): Package {
  const isNamed = (part: MoneyPart) => asks.some((ask) => partOf(ask, offered) === part && ask.amount === put[part]);
  const money = (part: MoneyPart) => (isNamed(part) ? null : put[part]);
  return { ...put, base: money('base'), signOn: money('signOn'), equity: money('equity') };
}

/** What is asked for in pay, a line each; none where that is only a target, or nothing. */
function payLines(facts: TextFacts, offered: Package): Line[] {
  const pay = facts.asks.filter(({ leg }) => leg === 'compensation');
  const [first, second] = openPackages(facts.moves, offered);
  const open = openAsks(pay, offered, first ? [first] : []);
  const rest = first ? packageLines(withoutAsks(first, open, offered), 'you asked for', facts) : [];
  const other = second ? [say`or, just as good for me:`, ...packageLines(second, 'you asked for', facts)] : [];
  return [...rest, ...askLines(open, facts), ...other];
}

const baseGap = 'Base that you ask for';

/** What one asks for in pay: the last ask, else the asks of the plan, else the target where it is above what they offer. */
function onPay(facts: TextFacts, hasWork: boolean): Line[] {
  const { moves, plan, write } = facts;
  const offered = findStanding(moves, 'employer') ?? emptyPackage;
  const lines = payLines(facts, offered);
  const { base } = plan.target;
  const stands =
    offered.base === null ? null : fromField(write.money(offered.base, plan.currency), 'Base that they offer', 'ledger');
  if (lines.length > 0)
    return [stands ? say`On pay, you are at a base of ${stands}. I ask for:` : say`On pay, I ask for:`, ...lines];
  const isMet = base !== null && base <= (offered.base ?? -1);
  if (hasWork && (base === null || isMet)) return [];
  const target = isMet ? null : base;
  const wanted = fromField(
    target === null ? null : write.money(target, plan.currency),
    isMet ? baseGap : 'Your target base',
    'plan',
  );
  return [
    stands ? say`On pay, you are at a base of ${stands}. I ask for ${wanted}.` : say`On pay, I ask for a base of ${wanted}.`,
  ];
}

/** What one asks for: first what the work needs, then the money. Never less than they offer. */
export function composeCounter(facts: TextFacts, tone: Tone): Line[] {
  const work = askLines(
    facts.asks.filter(({ leg }) => leg !== 'compensation'),
    facts,
  );
  const needs = work.length === 0 ? [] : [say`To do this work well I need:`, ...work];
  const [first, last] =
    tone === 'warm'
      ? [
          say`Thank you for the offer, and for the time that you have given me. I want this job, and I think that we can settle the last points.`,
          say`If one of these cannot move, tell me which one, and let us look together at what can.`,
        ]
      : [
          say`Thank you for the offer. I would like to accept it once the points below are settled.`,
          say`If one of these cannot move, please tell me which one, and what can move instead.`,
        ];
  return framed(facts, tone, [first], needs, onPay(facts, work.length > 0), [last]);
}
