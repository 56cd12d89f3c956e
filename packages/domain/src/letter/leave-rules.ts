import { multiply, parseExact, placesOf, rank, toText } from '../figure/exact.ts';
import type { Finding, Saying } from './letter.ts';
import { foundAt, type Scene } from './scene.ts';
import type { Spot } from './spots.ts';
import { type Hit, nearest } from './topics.ts';

const days =
  /^(?:['’]|\s|semester|arbeits|werk|working|business|calendar|paid|laborables|hábiles|úteis|vakantie|urlaubs)*(?:days?|tage?n?|jours|días|dias|dagen|giorni|dager?|dagar|dagars|dage|päivää?|zile|nap|dn[íiů]|gün|дн\p{L}+|ngày|日|天|일|ימים|ימי|يوم)/iu;
/** Whether the words before a number name the days that it counts, `Vakantiedagen: 28`. */
const isCountOf = (before: string): boolean => /(?:days?|dagen|tage|jours|días|dias|日数)\s?[:：]\s?$/i.test(before);
const unlimited = /\bunlimited\b|unbegrenzt\w*|illimité\w*/i;

/** What others get, or I later: days that come with years of service. */
const withService = /years? of service|service of|after \S+ years?|betriebszugehörigkeit|ancienneté|antigüedad|anzianità|勤続/i;

const sevenths: Record<string, number> = {
  ...{ one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, deux: 2, trois: 3, quatre: 4, cinq: 5, zwei: 2, drei: 3, vier: 4 },
  ...{ fünf: 5, sechs: 6, dos: 2, tres: 3, cuatro: 4, cinco: 5, due: 2, tre: 3, quattro: 4, twee: 2, drie: 3, vijf: 5 },
};
const weeks =
  /(?<![\d.,\p{L}])(?<count>\d|\p{L}+)(?: \(\d\))?(?: full| calendar)? (?:weeks?['’]?|wochen|semaines|semanas|settimane|weken|veckor|uker|uger|tygodni\p{L}*)(?= |['’])/giu;
/** What stands between weeks and the word of leave: nothing that says something else. */
const ofLeave = /^(?: (?:of|de|di|van|paid|bezahlten|annual|accrued|der|your))* ?$/iu;

/** `three weeks of paid vacation`: five days of each, where nothing is said of how many days are worked. */
function weeksIn({ text, hits, passage }: Scene): Finding[] {
  for (const found of text.matchAll(weeks)) {
    const word = found.groups?.count ?? '';
    const count = sevenths[word.toLowerCase()] ?? Number(word);
    const [from, to] = [found.index, found.index + found[0].length];
    const isNext = hits.some(({ topic, from: at }) => topic === 'leave' && at >= to && ofLeave.test(text.slice(to, at)));
    const saying: Saying = { of: 'leave', days: String(count * 5) };
    if (isNext && count >= 1) return [{ passage, from, to, currency: null, saying, others: [] }];
  }
  return [];
}

/** Days of paid leave, or the word that there is no limit. */
export function leaveIn(scene: Scene): Finding[] {
  const { text, hits, passage } = scene;
  if (!hits.some(({ topic }) => topic === 'leave')) return [];
  const word = unlimited.exec(text);
  if (word) {
    const [from, to] = [word.index, word.index + word[0].length];
    return [{ passage, from, to, currency: null, saying: { of: 'leave', days: 'unlimited' }, others: [] }];
  }
  const near = hits.filter(({ topic }) => topic !== 'start' && topic !== 'deadline');
  const inDays = daysIn(scene, near);
  if (inDays.length > 0) return inDays;
  const inHours = hoursIn(scene, near);
  return inHours.length > 0 ? inHours : weeksIn(scene);
}

const hours = /^\s?(?:paid )?(?:hours?|hrs?\.?|stunden|heures|horas)(?!\p{L})/iu;
/** Hours that come with each pay period are no year's. */
const asOneWorks =
  /^[^.;]{0,40}(?:(?:per|each|every|a) (?:(?:semi-?|bi-?)?(?:pay|payroll|month|week)\p{L}*|bi-?weekly)|for (?:each|every)|worked)/iu;

/** `80 hours of PTO`: eight of them are a day, where nothing is said of how long one is. */
function hoursIn(scene: Scene, near: readonly Hit[]): Finding[] {
  const { text, spots } = scene;
  return spots
    .filter((spot) => spot.is === 'number' && hours.test(text.slice(spot.to)) && !asOneWorks.test(text.slice(spot.to)))
    .filter((spot) => nearest(text, near, spot.from, spot.to)?.topic === 'leave')
    .filter(({ from }) => !withService.test(text.slice(0, from)))
    .slice(0, 1)
    .flatMap((spot) => foundAt(scene, spot, (value) => inEights(value)));
}

const eighth = parseExact('0.125');
const one = parseExact('1');

function inEights(count: string): Saying | null {
  const days = multiply(parseExact(count), eighth);
  return rank(days, one) < 0 || placesOf(days) > 1 ? null : { of: 'leave', days: toText(days) };
}

/** The word that days are of: `25 jours de congés` before any word ahead. */
function wordOf(text: string, near: readonly Hit[], { from, to }: Spot): Hit | null {
  const behind = days.exec(text.slice(to))?.[0].length ?? 0;
  const own = near.find((hit) => behind > 0 && hit.from >= to && ofLeave.test(text.slice(to + behind, hit.from)));
  return own ?? nearest(text, near, from, to);
}

/** Days that come with each month are no year's. */
const monthly =
  /^[^.;]{0,40}(?:(?:per|each|every|a) month|monthly|par mois|(?:pro|im) monat|al mes|por mês|per maand|miesięcznie)/iu;

const monthlyBefore = /\b(?:monthly|each month|every month|per month)\b[^.;,]{0,20}$/iu;

function daysIn(scene: Scene, near: readonly Hit[]): Finding[] {
  const { text, spots } = scene;
  return spots
    .filter((spot) => {
      const hit = spot.is === 'number' ? wordOf(text, near, spot) : null;
      return hit?.topic === 'leave' && (days.test(text.slice(spot.to)) || isCountOf(text.slice(hit.from, spot.from)));
    })
    .filter(
      ({ from, to }) =>
        !withService.test(text.slice(0, from)) && !monthly.test(text.slice(to)) && !monthlyBefore.test(text.slice(0, from)),
    )
    .slice(0, 1)
    .flatMap((spot) => foundAt(scene, spot, (value) => (value.length <= 5 ? { of: 'leave', days: value } : null)));
}
