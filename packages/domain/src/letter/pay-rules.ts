import type { Grant } from '../compensation/components.ts';
import type { Finding, Saying } from './letter.ts';
import { rhythmOf } from './rhythm.ts';
import type { Spot } from './spots.ts';
import { type Hit, nearest } from './topics.ts';

/** A passage with what was found in it, as the rules look at it. */
export type Scene = {
  passage: number;
  text: string;
  spots: readonly Spot[];
  hits: readonly Hit[];
  /** How many months are paid in a year, where the letter says it. */
  months: string;
};

export type Says = (value: string) => Saying | null;

/** A finding of a figure: what it says by each value that it may have. */
export function foundAt(scene: Pick<Scene, 'passage'>, spot: Spot, says: Says): Finding[] {
  const [saying, ...others] = spot.values.flatMap((value) => says(value) ?? []);
  if (!saying) return [];
  const { from, to, currency } = spot;
  return [{ passage: scene.passage, from, to, currency, saying, others }];
}

const yearly = (amount: string, per: ReturnType<typeof rhythmOf>): string => (per === 'month' ? timesTwelve(amount) : amount);

/** Twelve months of an exact decimal. */
export function timesTwelve(amount: string): string {
  const [whole = '0', fraction = ''] = amount.split('.');
  const digits = String(BigInt(whole + fraction) * 12n).padStart(fraction.length + 1, '0');
  if (fraction === '') return digits;
  return `${digits.slice(0, -fraction.length)}.${digits.slice(-fraction.length)}`.replace(/\.?0+$/, '');
}

const capital = (words: string) => words.trim().replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** What an amount of money says, by what it stands nearest to. */
function saysMoney({ text, months }: Scene, spot: Spot, hit: Hit): Says {
  const per = rhythmOf(text, spot.from, spot.to);
  const name = capital(text.slice(hit.from, hit.to));
  return (amount) => {
    if (hit.topic === 'base') return { of: 'base', amount, per: per ?? 'year', months, adds: false };
    if (hit.topic === 'bonus') return { of: 'bonusAmount', amount, per: per ?? 'year' };
    if (hit.topic === 'oneOff') return { of: 'oneOff', name, amount };
    if (hit.topic === 'benefit') return { of: 'benefit', name, yearly: yearly(amount, per) };
    if (hit.topic === 'equity') return { of: 'grant', kind: kindOf(text), by: 'value', amount };
    if (hit.topic === 'strike' || hit.topic === 'price' || hit.topic === 'preferred') return { of: hit.topic, amount };
    return null;
  };
}

const kinds: [RegExp, Grant['kind']][] = [
  [/\bisos?\b|incentive stock/i, 'iso'],
  [/bspce/i, 'bspce'],
  [/\bemi\b/i, 'emi'],
  [/vsop|virtuelle|virtual/i, 'vsop'],
  [/phantom/i, 'phantom'],
  [/\bsars?\b|appreciation right/i, 'sar'],
  [/\bnsos?\b|options?\b|aktienoption|ストックオプション|期权/i, 'nso'],
];

/** Which kind of equity a passage speaks of; shares where it names no other. */
export const kindOf = (text: string): Grant['kind'] => kinds.find(([words]) => words.test(text))?.[1] ?? 'rsu';

/** Base, bonus, one-off money, benefits, and prices of shares: every amount by the word that it stands nearest to. */
export function moneyIn(scene: Scene): Finding[] {
  const signOn: Spot[] = [];
  const found = scene.spots
    .filter(({ is }) => is === 'money')
    .flatMap((spot) => {
      const hit = nearest(scene.text, scene.hits, spot.from, spot.to);
      if (hit?.topic === 'signOn') signOn.push(spot);
      return hit === null || hit.topic === 'signOn' ? [] : foundAt(scene, spot, saysMoney(scene, spot, hit));
    });
  return [...instalments(scene, signOn), ...found, ...clawbackIn(scene)];
}

/** Amounts of one sentence about the sign-on are its instalments, a year each. */
function instalments({ passage }: Scene, spots: readonly Spot[]): Finding[] {
  const [first, last] = [spots[0], spots.at(-1)];
  if (!first || !last) return [];
  const paid = spots.map(({ values }) => values[0] ?? '0');
  const others: Saying[] = spots.length === 1 ? first.values.slice(1).map((value) => ({ of: 'signOn', paid: [value] })) : [];
  return [{ passage, from: first.from, to: last.to, currency: first.currency, saying: { of: 'signOn', paid }, others }];
}

const owed =
  /repa(?:y|id)|recoverable|repayable|pay (?:it )?back|claw|zurück(?:zu)?zahl|rembours|devolver|reintegr|terugbetal|返還/i;
const monthWords = /\b(\d{1,2}|twelve|eighteen|twenty-four)\s?(?:months?|monaten?|mois|meses|maanden|か月|ヶ月)/i;
const spelled: Record<string, number> = { twelve: 12, eighteen: 18, 'twenty-four': 24 };

function clawbackIn({ passage, text }: Scene): Finding[] {
  const months = owed.test(text) ? monthWords.exec(text) : null;
  if (!months) return [];
  const [all, count = ''] = months;
  const kind = /pro[ -]?rata|anteilig|au prorata|proporcional/i.test(text) ? 'monthly' : 'full-then-monthly';
  const saying: Saying = { of: 'clawback', months: spelled[count.toLowerCase()] ?? Number(count), kind };
  return [{ passage, from: months.index, to: months.index + all.length, currency: null, saying, others: [] }];
}

/** A bonus as a share of pay: the percentage that stands with its word. */
export function bonusIn(scene: Scene): Finding[] {
  const hits = scene.hits.filter(({ topic }) => topic !== 'base' && topic !== 'total');
  return scene.spots
    .filter(({ is, from, to }) => is === 'percent' && nearest(scene.text, hits, from, to)?.topic === 'bonus')
    .flatMap((spot) => foundAt(scene, spot, (percent) => ({ of: 'bonus', percent })));
}
