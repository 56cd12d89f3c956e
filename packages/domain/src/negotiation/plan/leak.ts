import { exponentOf } from '../../kernel/currency.ts';
import { fromUnits } from '../../kernel/money.ts';
import type { Figures } from '../negotiation.ts';
import { findNumbers, type NumberSpot } from './number-spot.ts';
import { findSpelled } from './said-figure.ts';

/** A place in a text (offsets) where the walk-away shows: one of its figures, or the word itself. */
export type Leak = { from: number; to: number; what: 'base' | 'total' | 'word' };

/** The walk-away's figures in minor units of the plan's currency, and by whose rules its owner reads numbers. */
export type Guarded = { walkAway: Figures; currency: string; locale: string };

const least = '(?:floor|minimum|limit|lowest|bottom(?![ -]?line))';
const would = `(?:would|will|['’](?:d|ll))`;
const wordPattern = new RegExp(
  String.raw`(?<!\p{L})(?:walk(?:s|ed|ing)?[\s\u00a0-\u2011]?away|walk-?aways?|bottom[\s-]?line|reservation (?:price|point|value)|batna` +
    `|my (?:absolute |own )?${least}|(?:lowest|least|minimum)(?: that)? i(?: ${would}|['’](?:d|ll))? (?:take|accept|go)` +
    String.raw`|(?<=\bi(?: would| will|['’]d|['’]ll) )walk(?=\s*(?:$|[.,;:!?)]|if|unless|below|under|at)(?!\p{L}))` +
    String.raw`|schmerzgrenze|meine untergrenze|mein minimum|mon minimum|prix plancher|mi mínimo|meu mínimo|il mio minimo)(?!\p{L})`,
  'giu',
);
const digits = /\p{Nd}|[〇一二三四五六七八九十百千万萬億亿]/u;
const spelled =
  /(?<!\p{L})(?:hundred|thousand|million|lakh|crore|ten|eleven|twelve|\p{L}+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)|hundert|tausend|zig(?!\p{L})|(?<!\p{L})(?:cent|mille|cien|ciento|cento|honderd|hundra|vingt)|ent[ao]s?(?!\p{L})|duizend|tusen|mil(?:a)?(?!\p{L})|(?<!\p{L})(?:(?:one|two|three|four|five|six|seven|eight|nine|zero)\s){2}/iu;

/** Whether a text can hold the walk-away at all: only then the walk-away itself has to be looked up. */
export function mayLeak(text: string): boolean {
  return digits.test(text) || spelled.test(text) || text.search(wordPattern) >= 0;
}

/** Below that a bare number counts something, or is a day. */
const leastBare = 20;

const monthly =
  /^\s?(?:€|£|\$)?\s?(?:(?:a|per|each|every|im|pro|par|al|por)\s+(?:month|monat|mois|mese|mes|mês)|\/\s?(?:month|mo|monat|mois)|monthly|p\.?\s?m\.?(?!\p{L}))/iu;

type Said = Pick<NumberSpot, 'bare'> & { value: string; rest: string };

/** Whether a value is the amount, a twelfth of it said of a month, or its thousands (in rupees its lakhs) where only those are said. */
function meets({ value, bare, rest }: Said, minor: number, currency: string): boolean {
  const said = fromUnits(value, currency);
  if (said === minor) return true;
  const unit = 10 ** exponentOf(currency);
  if (said !== null && monthly.test(rest) && Math.abs(said * 12 - minor) < 12 * unit) return true;
  if (!bare) return false;
  const times = (factor: number) => Math.round(Number(value) * 100) * (factor / 100) * unit === minor;
  if (/^\d{2,3}(?:\.\d{1,2})?$/.test(value) && Number(value) >= leastBare && times(1_000)) return true;
  return currency === 'INR' && /^\d{1,2}(?:\.\d{1,2})?$/.test(value) && times(100_000);
}

/**
 * The places where the walk-away shows in a text, first to last and none in another: its figures in whatever writing (`180k`,
 * `180 000`, `1.8 lakh`, `18万`, `one hundred and eighty thousand`, a bare `180` that counts nothing), and its word.
 */
export function findLeaks(text: string, { walkAway, currency, locale }: Guarded): Leak[] {
  const figures = (['base', 'total'] as const).flatMap((what) => {
    const minor = walkAway[what];
    return minor === null || minor === 0 ? [] : [{ what, minor }];
  });
  const found: Leak[] =
    figures.length === 0
      ? []
      : findNumbers(text, locale).flatMap(({ from, to, values, bare }) => {
          const rest = text.slice(to, to + 20);
          const met = figures.find(({ minor }) => values.some((value) => meets({ value, bare, rest }, minor, currency)));
          return met ? [{ from, to, what: met.what }] : [];
        });
  const spelledOut = figures.flatMap(({ what, minor }) =>
    findSpelled(text, minor, currency).map((place) => ({ ...place, what })),
  );
  const words = [...text.matchAll(wordPattern)].map(({ index, 0: word }) => ({
    from: index,
    to: index + word.length,
    what: 'word' as const,
  }));
  return [...found, ...spelledOut, ...words].sort((a, b) => a.from - b.from);
}

/** What was found, as a sentence. */
export function leakSentence(leaks: readonly Leak[]): string {
  const figure = leaks.some(({ what }) => what !== 'word');
  const word = leaks.some(({ what }) => what === 'word');
  if (figure && word) return 'Your walk-away stands here, with its figure.';
  return figure ? 'This is the figure of your walk-away.' : 'This speaks of your walk-away.';
}
