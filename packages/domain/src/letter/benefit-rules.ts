import { add, parseExact, toText } from '../figure/exact.ts';
import type { Finding } from './letter.ts';
import { foundAt, type Scene } from './scene.ts';
import type { Spot } from './spots.ts';
import { nearest } from './topics.ts';

/** Whose percentage it is: what the employer adds, or what I put in. */
const theirs =
  /arbeitgeber|arbejdsgiver|arbetsgivar|arbeidsgiver|datore di lavoro|azienda|zaměstnavatel|işveren|entidade patronal|employer|company|we (?:contribute|match)|werkgever|employeur|empresa|pracodawc|会社/gi;
const mine =
  /you contribute|you pay|arbeitnehmer|employee|eigen bijdrage|your (?:own )?contribution|deinem beitrag|from you\b|fra deg|fra dig|från dig|von ihnen|von dir|de ta part|de votre part|van jou|medarbejder|arbetstagar|arbeidstaker|dipendente|trabajador|trabalhador|zaměstnan|çalışan|salarié|colaborador|pracownik|本人/gi;
/** Added to what I put in by as much as I do. */
const asMuch = /\bmatch|mesmo percentual|same percentage|in gleicher höhe|même (?:taux|montant)/i;

/** How far from the figure the nearest of the words stands, on either side. */
function farFrom(words: RegExp, text: string, { from, to }: Spot): number {
  const gaps = [...text.matchAll(words)].map(({ index, 0: word }) => {
    const between = index >= to ? text.slice(to, index) : text.slice(index + word.length, from);
    const isOverlap = index < to && index + word.length > from;
    // what stands in brackets, or behind a comma, is about another figure
    return isOverlap ? -1 : between.length + 40 * (between.match(/[,;(]/g)?.length ?? 0);
  });
  return Math.min(Number.POSITIVE_INFINITY, ...gaps.filter((gap) => gap >= 0));
}

/** Whether the percentage is called mine: my word stands nearer to it than theirs. */
const isMine = (text: string, spot: Spot): boolean => farFrom(mine, text, spot) < farFrom(theirs, text, spot);

const forEach = /\b(?:if|when|provided|as long as|for your|against your|wenn|sofern|si vous|als je)\b/i;

/** What makes the second percentage the part of pay that the first is paid on. */
const ontoWords =
  /\b(?:up to|of|on|to|first|max\p{L}*|bis|von|auf|jusqu|dans la limite|de|hasta|até|fino|sul|tot|over|do|op)\b|まで|上限|最大|עד|حتى/iu;

/** Between which limits pay counts for the pension: qualifying earnings. */
function qualifyingIn({ text, spots, passage }: Scene): Finding[] {
  const [lower, upper] = /qualifying earnings/i.test(text) ? spots.filter(({ is }) => is === 'money') : [];
  if (!lower || !upper) return [];
  const saying = { of: 'qualifying', lower: lower.values[0] ?? '0', upper: upper.values[0] ?? '0' } as const;
  return [{ passage, from: lower.from, to: upper.to, currency: upper.currency, saying, others: [] }];
}

/** What they add to retirement saving: a match of what I put in, or a share of pay, and on which pay. */
export function retirementIn(scene: Scene): Finding[] {
  return [...addedIn(scene), ...qualifyingIn(scene)];
}

function addedIn(scene: Scene): Finding[] {
  const { text, hits, passage } = scene;
  const at = hits.find(({ topic }) => topic === 'retirement');
  if (!at) return [];
  const both = scene.spots.filter(({ is, from, to }) => is === 'percent' && nearest(text, hits, from, to)?.topic !== 'bonus');
  // "employer 12 %, employee 8 %": each has its own, and neither waits for the other
  const isSplit =
    both.length === 2 && both.filter((spot) => isMine(text, spot)).length === 1 && !forEach.test(text) && !asMuch.test(text);
  const [first, second] = both.length === 1 || isSplit ? both.filter((spot) => !isMine(text, spot)) : both;
  // what goes off my pay is mine
  if (!first || /\b(?:less|minus|deduct\w*)\s?$/i.test(text.slice(0, first.from))) return [];
  const [a = '', b = ''] = [first.values[0], second?.values[0]];
  if (!second) {
    // Part of a contribution is no share of pay.
    if (
      /(?:of|der|des|of the|zu|to) (?:the |your |deinem |ihrem )?(?:total |401\s?\(?k\)? )?(?:contributions?|beiträge|beitrag|premie|cotisations)/i.test(
        text.slice(first.to),
      )
    )
      return [];
    const isMatch = asMuch.test(text);
    return foundAt(scene, first, (value) =>
      isMatch ? { of: 'match', rate: '100', upTo: value, next: null } : { of: 'pension', percent: value },
    );
  }
  const between = text.slice(first.to, second.from);
  // "8 %, own 4 %": two figures, and nothing says that one is paid on the other
  if (!forEach.test(between) && !ontoWords.test(between)) return [];
  // "4 % matched up to 8 %": of pay or of what I put in is not said
  if (/\bmatched\b/i.test(between) && Number(a) < 25) return [];
  const rate = forEach.test(between) ? shareOf(a, b) : a;
  if (rate === null) return [];
  const further = stepAfter(text, second, both.slice(2));
  const next = further && { rate: further.rate, upTo: further.upTo };
  const from = Math.min(first.from, second.from);
  const to = further?.to ?? Math.max(first.to, second.to);
  return [{ passage, from, to, currency: null, saying: { of: 'match', rate, upTo: b, next }, others: [] }];
}

/** The second step of a match: `50 % on the next 2 %` of pay, or `50 % between 3 % and 5 %`. */
function stepAfter(text: string, before: Spot, [rate, width, upper]: readonly Spot[]) {
  const [share, wide] = [rate?.values[0], width?.values[0]];
  if (!rate || !width || !share || !wide) return null;
  if (upper?.values[0] && /\bbetween\b/i.test(text.slice(rate.to, width.from)))
    return { rate: share, upTo: upper.values[0], to: upper.to };
  if (!/\b(?:next|following|nächsten|suivants)\b/i.test(text.slice(before.to, width.from))) return null;
  return { rate: share, upTo: toText(add(parseExact(before.values[0] ?? '0'), parseExact(wide))), to: width.to };
}

/** 8 for 5 is 160 percent of what I put in; null where it comes out even at no four decimals. */
function shareOf(added: string, own: string): string | null {
  const [a, b] = [parseExact(added), parseExact(own)];
  if (b.digits === 0n) return null;
  const power = 6 + b.places;
  const scaled = a.digits * 10n ** BigInt(power);
  const divisor = b.digits * 10n ** BigInt(a.places);
  const rounded = (scaled + divisor / 2n) / divisor;
  return toText(add({ digits: rounded, places: 4 }, parseExact('0')));
}
