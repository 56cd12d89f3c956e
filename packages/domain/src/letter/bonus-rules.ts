import { parseExact, rank } from '../figure/exact.ts';
import type { Finding, Saying } from './letter.ts';
import { foundAt, inRange, type Scene } from './scene.ts';
import type { Spot } from './spots.ts';
import { nearest } from './topics.ts';

/** What follows a percentage of the target, which is none of base. */
const ofTarget =
  /^[\s)]{0,2}(?:(?:ziel)?erreichung|zielerfüllung|(?:target )?(?:attainment|achievement)|of (?:the |your )?target|(?:des|deines|Ihres) zielbonus|d['’]atteinte|de atingimento|realizacji)/iu;
const cappedBefore =
  /(?:maximal|(?:maximum|max\.?)(?: (?:payout|payment|bonus|opportunity|award))?(?: (?:of|is|at))?|höchstens|capped at|limited to|begrenzt auf|plafonné\p{L}* à|auf|max\.?)\s*$/iu;
const cappedBehind = /^\s?(?:begrenzt|gedeckelt|maximal|maximum|cap\b)/i;

const whole = parseExact('100');

/** A commission's share of what is sold, which is none of base. */
const ofSales =
  /^\s?(?:of|on|auf|vom|des|sur|de|sobre) (?:the |all |any |net |new |gross |your |annual |first[- ]year )*(?:[AT]CV|ARR|MRR|revenue|sales|bookings|profits?|deals?|margin|contract value|umsatz|chiffre d['’]affaires|ventas|vendas)/iu;

/** What a percentage beside the word of a bonus says: the target, the most of it that is paid, or nothing here. */
function saysShare(text: string, { from, to }: Spot, isFirst: boolean): (percent: string) => Saying | null {
  const isCap = cappedBefore.test(text.slice(0, from)) || cappedBehind.test(text.slice(to));
  return (percent) => {
    const isAbove = rank(parseExact(percent), whole) > 0;
    if (isCap && isAbove) return { of: 'cap', percent };
    // "30 %, maximum 60 %": the most of it, told by base and not by the target
    if (isCap && !isFirst) return null;
    if (ofTarget.test(text.slice(to)) || ofSales.test(text.slice(to))) return null;
    return isCap && percent === '100' ? { of: 'cap', percent } : { of: 'bonus', percent };
  };
}

/** A bonus as a share of pay: the percentage that stands with its word, and the most that is paid of it. */
export function bonusIn(scene: Scene): Finding[] {
  const { text, spots } = scene;
  const hits = scene.hits.filter(({ topic }) => topic !== 'base' && topic !== 'total');
  return spots
    .filter(({ is, from, to }) => is === 'percent' && nearest(text, hits, from, to)?.topic === 'bonus')
    .filter((spot) => !inRange(scene, spot))
    .flatMap((spot) => foundAt(scene, spot, saysShare(text, spot, spots.find(({ is }) => is === 'percent') === spot)));
}

const partTime =
  /(?:pensum|arbeitspensum|part[- ]time|teilzeit|temps partiel|deeltijd|jornada|employment level|\bFTE\b)[^.;\d]{0,25}(?<before>\d{1,3}(?:[.,]\d+)?)\s?%|(?<behind>\d{1,3}(?:[.,]\d+)?)\s?%[^.;\d]{0,12}(?:pensum|part[- ]time|teilzeit|of full[- ]time|temps partiel|\bFTE\b)/iu;

/** `0.8 FTE`: a share of one. */
const ofOne = /(?<![\d.,])0[.,](?<tenths>\d{1,2})\s?FTE\b|\bFTE\s?(?:of|:)?\s?0[.,](?<behind>\d{1,2})(?!\d)/iu;

/** Which share of full time is mine, where it is not all of it. */
export function shareIn({ passage, text }: Scene): Finding[] {
  const part = ofOne.exec(text);
  const said = part ?? partTime.exec(text);
  const percent = part
    ? String(Number((part.groups?.tenths ?? part.groups?.behind ?? '').padEnd(2, '0')))
    : (said?.groups?.before ?? said?.groups?.behind)?.replace(',', '.');
  if (!said || !percent || rank(parseExact(percent), whole) >= 0) return [];
  const [from, to] = [said.index, said.index + said[0].length];
  return [{ passage, from, to, currency: null, saying: { of: 'share', percent }, others: [] }];
}
