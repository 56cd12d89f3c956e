import { add, parseExact, toText } from '../figure/exact.ts';
import type { Finding } from './letter.ts';
import { foundAt, type Scene } from './pay-rules.ts';
import type { Spot } from './spots.ts';
import { nearest } from './topics.ts';

const days =
  /^(?:['’]|\s|semester|arbeits|werk|working|business|calendar|paid|laborables|hábiles|úteis|vakantie|urlaubs)*(?:days?|tage?n?|jours|días|dias|dagen|giorni|dagar|dni|日|天|일|ימים|ימי|يوم)/i;
/** Whether the words before a number name the days that it counts, `Vakantiedagen: 28`. */
const isCountOf = (before: string): boolean => /(?:days?|dagen|tage|jours|días|dias|日数)\s?[:：]\s?$/i.test(before);
const unlimited = /\bunlimited\b|unbegrenzt\w*|illimité\w*/i;

/** What others get, or I later: days that come with years of service. */
const withService = /years? of service|service of|after \S+ years?|betriebszugehörigkeit|ancienneté|antigüedad|anzianità|勤続/i;

/** Days of paid leave, or the word that there is no limit. */
export function leaveIn(scene: Scene): Finding[] {
  const { text, hits, spots, passage } = scene;
  if (!hits.some(({ topic }) => topic === 'leave')) return [];
  const word = unlimited.exec(text);
  if (word) {
    const [from, to] = [word.index, word.index + word[0].length];
    return [{ passage, from, to, currency: null, saying: { of: 'leave', days: 'unlimited' }, others: [] }];
  }
  const near = hits.filter(({ topic }) => topic !== 'start' && topic !== 'deadline');
  return spots
    .filter(({ is, from, to }) => {
      const hit = is === 'number' ? nearest(text, near, from, to) : null;
      return hit?.topic === 'leave' && (days.test(text.slice(to)) || isCountOf(text.slice(hit.from, from)));
    })
    .filter(({ from }) => !withService.test(text.slice(0, from)))
    .slice(0, 1)
    .flatMap((spot) => foundAt(scene, spot, (value) => (value.length <= 5 ? { of: 'leave', days: value } : null)));
}

/** Whose percentage it is: what the employer adds, or what I put in. */
const theirs = /arbeitgeber|employer|company|we (?:contribute|match)|werkgever|employeur|empresa|pracodawc|会社/gi;
const mine =
  /you contribute|you pay|arbeitnehmer|employee|eigen bijdrage|your (?:own )?contribution|deinem beitrag|salarié|colaborador|pracownik|本人/gi;
/** Added to what I put in by as much as I do. */
const asMuch = /\bmatch|mesmo percentual|same percentage|in gleicher höhe|même (?:taux|montant)/i;

/** How far from the figure the nearest of the words stands, on either side. */
function farFrom(words: RegExp, text: string, { from, to }: Spot): number {
  const gaps = [...text.matchAll(words)].map(({ index, 0: word }) => (index >= to ? index - to : from - index - word.length));
  return Math.min(Number.POSITIVE_INFINITY, ...gaps.filter((gap) => gap >= 0));
}

/** Whether the percentage is called mine: my word stands nearer to it than theirs. */
const isMine = (text: string, spot: Spot): boolean => farFrom(mine, text, spot) < farFrom(theirs, text, spot);

const forEach = /\b(?:if|when|provided|as long as|for your|against your|wenn|sofern|si vous|als je)\b/i;

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
  if (!first) return [];
  const [a = '', b = ''] = [first.values[0], second?.values[0]];
  if (!second) {
    // Part of a contribution is no share of pay.
    if (
      /(?:of|der|des|of the|zu|to) (?:the |your |deinem |ihrem )?(?:total )?(?:contributions?|beiträge|beitrag|premie|cotisations)/i.test(
        text.slice(first.to),
      )
    )
      return [];
    const isMatch = asMuch.test(text);
    return foundAt(scene, first, (value) =>
      isMatch ? { of: 'match', rate: '100', upTo: value, next: null } : { of: 'pension', percent: value },
    );
  }
  const span: Spot = { ...first, from: Math.min(first.from, second.from), to: Math.max(first.to, second.to) };
  const between = text.slice(first.to, second.from);
  const rate = forEach.test(between) ? shareOf(a, b) : a;
  if (rate === null) return [];
  const [third, fourth] = both.slice(2);
  // "50 % on the next 2 %": of the percentages of pay after the first ones
  const isStepped = third && fourth && /\b(?:next|following|nächsten|suivants)\b/i.test(text.slice(second.to, fourth.from));
  const upTo = isStepped ? toText(add(parseExact(b), parseExact(fourth.values[0] ?? '0'))) : '';
  const next = isStepped ? { rate: third.values[0] ?? '0', upTo } : null;
  const to = isStepped ? fourth.to : span.to;
  return [{ passage, from: span.from, to, currency: null, saying: { of: 'match', rate, upTo: b, next }, others: [] }];
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
