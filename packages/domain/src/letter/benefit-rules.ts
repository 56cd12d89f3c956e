import { add, parseExact, toText } from '../figure/exact.ts';
import type { Finding } from './letter.ts';
import { foundAt, type Scene } from './pay-rules.ts';
import type { Spot } from './spots.ts';
import { nearest } from './topics.ts';

const days =
  /^(?:['’]|\s|arbeits|werk|working|business|calendar|paid|laborables|hábiles|úteis|vakantie|urlaubs)*(?:days?|tage?n?|jours|días|dias|dagen|giorni|dagar|日|天|일|ימים|ימי|يوم)/i;
const unlimited = /\bunlimited\b|unbegrenzt\w*|illimité\w*/i;

/** Days of paid leave, or the word that there is no limit. */
export function leaveIn(scene: Scene): Finding[] {
  const { text, hits, spots, passage } = scene;
  if (!hits.some(({ topic }) => topic === 'leave')) return [];
  const word = unlimited.exec(text);
  if (word) {
    const [from, to] = [word.index, word.index + word[0].length];
    return [{ passage, from, to, currency: null, saying: { of: 'leave', days: 'unlimited' }, others: [] }];
  }
  return spots
    .filter(
      ({ is, from, to }) => is === 'number' && days.test(text.slice(to)) && nearest(text, hits, from, to)?.topic === 'leave',
    )
    .slice(0, 1)
    .flatMap((spot) => foundAt(scene, spot, (value) => (value.length <= 5 ? { of: 'leave', days: value } : null)));
}

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
  const [first, second] = scene.spots.filter(
    ({ is, from, to }) => is === 'percent' && nearest(text, hits, from, to)?.topic !== 'bonus',
  );
  if (!first) return [];
  const [a = '', b = ''] = [first.values[0], second?.values[0]];
  if (!second) {
    // Part of a contribution is no share of pay.
    if (/(?:of|der|des|of the) (?:the )?(?:total )?(?:contributions?|beiträge|premie|cotisations)/i.test(text.slice(first.to)))
      return [];
    const isMatch = /\bmatch/i.test(text);
    return foundAt(scene, first, (value) =>
      isMatch ? { of: 'match', rate: '100', upTo: value } : { of: 'pension', percent: value },
    );
  }
  const span: Spot = { ...first, from: Math.min(first.from, second.from), to: Math.max(first.to, second.to) };
  const between = text.slice(first.to, second.from);
  const rate = forEach.test(between) ? shareOf(a, b) : a;
  if (rate === null) return [];
  return [{ passage, from: span.from, to: span.to, currency: null, saying: { of: 'match', rate, upTo: b }, others: [] }];
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
