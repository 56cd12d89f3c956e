import type { Grant, VestStep } from '../compensation/components.ts';
import type { Finding, Saying } from './letter.ts';
import { foundAt, type Scene } from './scene.ts';
import { nearest } from './topics.ts';

const kinds: [RegExp, Grant['kind']][] = [
  [/\bisos?\b|incentive stock/i, 'iso'],
  [/bspce|\bbons? de souscription/i, 'bspce'],
  [/\bemi\b/i, 'emi'],
  [/vsop|virtuelle|virtual/i, 'vsop'],
  [/phantom/i, 'phantom'],
  [/\bsars?\b|appreciation right/i, 'sar'],
  [/\bnsos?\b|\besops?\b|options?\b|aktienoption|opções|opciones|opcj|ストックオプション|期权/i, 'nso'],
];

/** Which kind of equity a text speaks of; null where it names none but shares. */
export const kindOf = (text: string): Grant['kind'] | null => kinds.find(([words]) => words.test(text))?.[1] ?? null;

const counted =
  /^\s?(?:ordinary |common |restricted |stock |share |virtuelle[n]? )*(?:rsus?|shares?|options?|units?|bspce|isos?|nsos?|actions|acciones|ações|aktien|anteile|optionen|opções|opciones|opcji|akcji|個|株|股|주|stock options)/i;

/** Said of one count where the letter speaks of options too. */
const units = /^\s?(?:rsus?\b|restricted (?:stock|share) units?)/i;
/** All shares of the company, and what others get on average, are nobody's grant. */
const uncounted = /(?:fully[- ]diluted[^.;]{0,60}|\baverag\w+ [^.;]{0,12})$/i;

/** Grants counted in shares, and as a share of the company. */
export function grantsIn(scene: Scene): Finding[] {
  const { text, spots, hits, kind } = scene;
  return spots.flatMap((spot) => {
    const behind = text.slice(spot.to);
    const isCounted = counted.test(behind) || /(?:options?|shares|rsus?)\s?[:：]\s?$/i.test(text.slice(0, spot.from));
    if (spot.is === 'number' && isCounted && uncounted.test(text.slice(0, spot.from))) return [];
    if (spot.is === 'number' && isCounted) {
      const own = units.test(behind) ? 'rsu' : kind;
      return foundAt(scene, spot, (amount) => (amount.includes('.') ? null : { of: 'grant', kind: own, by: 'shares', amount }));
    }
    const isOfCompany =
      spot.is === 'percent' &&
      /^[^.,;]{0,20}(?:fully[- ]diluted|of the company|am unternehmen|de l['’]entreprise|de la (?:empresa|société)|da empresa|ownership|equity|del capital|du capital|der anteile|des unternehmens|do capital)/i.test(
        behind,
      );
    const isNear = nearest(text, hits, spot.from, spot.to)?.topic === 'equity';
    return isOfCompany && isNear ? foundAt(scene, spot, (amount) => ({ of: 'grant', kind, by: 'percent', amount })) : [];
  });
}

const vests = /vest|cliff|exerçable|acqui[sr]|unverfallbar|verdien|consolid|devenga|matura|ベスティング|権利確定/i;
const shares = /\d{1,3}(?:[.,]\d+)?\s?%?(?:\s?(?:\/|,|-|–|and|und|et|y|e)\s?(?:and |und |et )?\d{1,3}(?:[.,]\d+)?\s?%?){1,5}/gi;
const numbers: Record<string, number> = {
  ...{ one: 1, two: 2, three: 3, four: 4, five: 5, un: 1, deux: 2, trois: 3, quatre: 4, cinq: 5 },
  ...{
    ein: 1,
    einem: 1,
    zwei: 2,
    drei: 3,
    vier: 4,
    fünf: 5,
    tres: 3,
    cuatro: 4,
    três: 3,
    quatro: 4,
    vijf: 5,
    a: 1,
    an: 1,
    uno: 1,
  },
};
const years = new RegExp(
  `\\b(\\d|${Object.keys(numbers).join('|')})[- ]?(?:years?|yrs?|jahren?|ans?|años|anos|jaar|年)(?![\\p{sc=Latin}])`,
  'giu',
);

const countOf = (word: string) => numbers[word.toLowerCase()] ?? Number(word);

/** In which rhythm it vests; null where that is not said. */
function everyOf(text: string): VestStep['every'] | null {
  if (/quarter|vierteljähr|trimestr|kwartaal|四半期/i.test(text)) return 3;
  if (/month|monat|mensuel|mensual|mensal|maand|毎月/i.test(text)) return 1;
  return /annual|yearly|each year|every year|per year|a year\b|(?:end|anniversary) of (?:each|every)|jährlich|pro jahr|annuel|par an\b|anual/i.test(
    text,
  )
    ? 12
    : null;
}

/** The parts of a grant by year, `5/15/40/40`, where they make up the whole of it. */
function byYear(text: string): { from: number; to: number; steps: VestStep[] } | null {
  for (const found of text.matchAll(shares)) {
    const parts = found[0].match(/\d+(?:[.,]\d+)?/g) ?? [];
    const sum = parts.reduce((so, part) => so + Number(part.replace(',', '.')), 0);
    if (parts.length < 2 || Math.abs(sum - 100) > 1e-9) continue;
    const every = /quarter|month|vierteljähr|monat|trimestr|mensu/i.test(text) ? (everyOf(text) ?? 12) : 12;
    const steps = parts.map((part): VestStep => ({ months: 12, percent: part.replace(',', '.'), every }));
    return { from: found.index, to: found.index + found[0].trimEnd().length, steps };
  }
  return null;
}

const numberOf: Record<string, number> = {
  'one-forty-eighth': 48,
  'one-thirty-sixth': 36,
  'one-sixteenth': 16,
  'one-twelfth': 12,
};
const fraction =
  /(?:(?<![\d/])1\/(?<of>\d{1,2})(?:th|st|nd|rd)?|(?<words>one-(?:forty-eighth|thirty-sixth|sixteenth|twelfth)))(?![\d/])/giu;
const instalments =
  /(?<![\d.,])(?<of>\d{1,2}) (?:equal |substantially |successive |consecutive |approximately )*(?:monthly|quarterly|annual)/iu;
const rest =
  /remain(?:ing|der)|balance|\brest\b|restlich\p{L}*|verbleibend\p{L}*|restant\p{L}*|(?:following|next|subsequent) \S+ years/iu;
const firstYear =
  /cliff|(?:25\s?%|one[- ](?:quarter|fourth)|1\/4(?:th)?|a quarter) (?:of [^.;]{0,40})?(?:after|on|at|vest|will vest|shall vest)|first anniversary|one[- ]year anniversary/i;

const partsIn = ({ groups }: RegExpMatchArray) => numberOf[groups?.words?.toLowerCase() ?? ''] ?? Number(groups?.of);

/** How long it takes in all, where that is told by its parts: `1/48th each month`, `36 equal monthly instalments` of the rest. */
function lengthByParts(text: string): { months: number; from: number; to: number } | null {
  // a quarter at first, then 1/48 a month: the smallest part is what comes again
  const parts = [...text.matchAll(fraction)].sort((a, b) => partsIn(b) - partsIn(a));
  const found = parts[0] ?? instalments.exec(text);
  const every = everyOf(text);
  if (!found || every === null) return null;
  const count = partsIn(found);
  // What vests at the first anniversary comes before the parts of what is left then.
  const months = count * every + (rest.test(text) && firstYear.test(text) ? 12 : 0);
  return months % 12 === 0 ? { months, from: found.index, to: found.index + found[0].length } : null;
}

/** A third after the first year: what is left takes two more, however that is told. */
const thirdFirst =
  /(?:(?<![\d.,])33(?:[.,]\d+)?\s?%|(?<![\d/])1\/3|one[- ]third)[^.;]{0,40}(?:after|at|on)[^.;]{0,12}(?:year one|first (?:year|anniversary)|(?:1|one) year|12 months)/i;

const cliffs = /(?<![\d.,\p{L}])(?<count>\d{1,2}|three|six|nine|eighteen)[- ]months?(?:['’])? cliff/iu;
const cliffWords: Record<string, number> = { three: 3, six: 6, nine: 9, eighteen: 18 };

/** Months until the first of it vests: a year, unless they are named. */
function cliffOf(text: string): number {
  const count = cliffs.exec(text)?.groups?.count?.toLowerCase();
  return count === undefined ? 12 : (cliffWords[count] ?? Number(count));
}

/** How a grant vests: its parts by year, or its length, its rhythm and its cliff. */
export function vestingIn({ passage, text }: Scene): Finding[] {
  if (!vests.test(text)) return [];
  const parts = byYear(text);
  const found = (from: number, to: number, saying: Saying): Finding => ({
    passage,
    from,
    to,
    currency: null,
    saying,
    others: [],
  });
  if (parts) return [found(parts.from, parts.to, { of: 'vesting', steps: parts.steps, cliff: null })];
  const lengths = [...text.matchAll(years)].map((one) => ({
    from: one.index,
    to: one.index + one[0].length,
    years: countOf(one[1] ?? ''),
  }));
  const whole = lengths.reduce<(typeof lengths)[number] | null>(
    (most, one) => (most && most.years >= one.years ? most : one),
    null,
  );
  const inMonths = /\b(36|48|60)[- ](?:months?|monate?n?|mois|meses|mesi|maanden|miesi\p{L}+)/iu.exec(text);
  const byParts = lengthByParts(text);
  const told = inMonths ? Number(inMonths[1]) : (whole?.years ?? 0) * 12;
  // three years of what is left after the first are four
  const isAfterFirst = told === 36 && firstYear.test(text) && rest.test(text);
  const isThirds = thirdFirst.test(text);
  const months = isThirds ? 36 : (byParts?.months ?? told + (isAfterFirst ? 12 : 0));
  if (months < 12 || months > 120) return [];
  const hasCliff =
    firstYear.test(text) && !/(?:\bno|without(?: an?)?|ohne|sans|sin|sem|senza|zonder) (?:one-year )?cliff/i.test(text);
  const [from, to] = byParts
    ? [byParts.from, byParts.to]
    : inMonths
      ? [inMonths.index, inMonths.index + inMonths[0].length]
      : [whole?.from ?? 0, whole?.to ?? 0];
  const cliff = hasCliff || isThirds ? cliffOf(text) : null;
  // how long the cliff is says nothing of the rhythm after it
  const said = everyOf(text.replace(cliffs, ''));
  const rhythms: VestStep['every'][] = said === null ? [1, 3, 12] : [said];
  const fitting = rhythms.filter((every) => months % every === 0);
  const [saying, ...others] = fitting.map(
    (every): Saying => ({ of: 'vesting', steps: [{ months, percent: '100', every }], cliff }),
  );
  return saying ? [{ ...found(from, to, saying), others }] : [];
}
