import { datesOf } from './dates.ts';
import type { Finding, Saying } from './letter.ts';
import { sameDigits } from './passages.ts';
import type { Scene } from './pay-rules.ts';
import { nearest } from './topics.ts';

const name = String.raw`["“„«]?(?<text>[\p{Lu}\p{Lo}][^.,;:()"”\n]{1,60}?)["”»]?`;
const ends = String.raw`(?=\s(?:at|with|in|reporting|based|on|within|bei|im|aan|en régimen|em regime|en|chez|à|zu|an(?=zubieten)|anzubieten|aan|te|that)\b|[.,;:("”\n]|$)`;

const titles = [
  `(?:position|role|post|job|title) of(?: an?)? ${name}${ends}`,
  String.raw`\b(?:employment|offer you (?:a|the) position) as (?:an? |our |the )?${name}${ends}`,
  `Angebot als ${name}(?= zu machen)`,
  `stanowisk(?:o|u) ${name}${ends}`,
  String.raw`\bjoin\b[^.]{0,60}?\bas (?:an? |our |the )?${name}${ends}`,
  `(?:Position|Stelle|Tätigkeit|Funktion) als ${name}${ends}`,
  `(?:poste|puesto|cargo|functie|posto|posição|vaga) (?:de|van|di) ${name}${ends}`,
  String.raw`^(?:Title|Position|Role|Job title|Funktion|Functie|Cargo|Stanowisko|職位|職種|役職)\s?[:：]\s*(?<text>.{2,80}?)(?=[,;(] ?(?:pensum|\d+ ?%|m\/w|f\/m)|$)`,
  String.raw`(?:תפקיד|وظيفة)\s(?<text>[^.,:\n]{2,60})`,
];
const places = [
  String.raw`\b(?:standplaats|Arbeitsort) (?<text>\p{Lu}[\p{L} -]{1,30}?)(?=[,.;]|$)`,
  String.raw`place of work (?:is|will be|:)\s*(?<text>[^.;\n]{2,80})`,
  String.raw`\bbased in (?<text>\p{Lu}[^.;,\n]{1,60})`,
  String.raw`^(?:Location|Arbeitsort|Standort|Lieu de travail|Lugar de trabajo|Local|Standplaats|Miejsce pracy|勤務地|就業場所)\s?[:：]\s*(?<text>.{2,80}?)(?=[,;(] ?(?:modelo|hybrid|híbrid|remote|télétravail)|$)`,
];
const remote = [
  String.raw`(?<text>(?:fully |100\s?% )remote\b[^.;\n]{0,80}|hybrid\b[^.;\n]{0,80}|modelo híbrido[^.;\n]{0,80}|(?<=^Télétravail\s?:\s*)[^.;\n]{3,80}|bis zu \d Tage pro Woche remote|\b(?:\w+) days? (?:a|per) week (?:in the office|on site)[^.;\n]{0,40})`,
];

const notice = [
  String.raw`(?:notice period|kündigungsfrist|opzegtermijn|okres wypowiedzenia)(?:\s?:\s*| (?:is|will be|of|beträgt|danach|thereafter) )(?<text>[^.;\n]{2,60}?)(?=[.;]|$)`,
];

const rules = (
  [
    ['title', titles],
    ['location', places],
    ['remote', remote],
    ['notice', notice],
  ] as const
).flatMap(([of, list]) => list.map((source) => ({ of, pattern: new RegExp(source, 'iu') })));

/** Title, place and remote rule as the letter words them. */
export function wordsIn({ passage, text }: Scene): Finding[] {
  const found = new Map<string, Finding>();
  for (const { of, pattern } of rules) {
    const said = found.has(of) ? undefined : pattern.exec(text);
    const words = said?.groups?.text?.trim();
    if (!said || !words || (of === 'location' && /remote/i.test(words))) continue;
    const from = said.index + said[0].indexOf(words);
    found.set(of, { passage, from, to: from + words.length, currency: null, saying: { of, text: words }, others: [] });
  }
  return [...found.values()];
}

/** The first day of work, and the day by which they want an answer. */
export function datesIn({ passage, text, hits }: Scene, locale: string): Finding[] {
  return datesOf(sameDigits(text), locale).flatMap(({ from, to, days }): Finding[] => {
    const near = nearest(
      text,
      hits.filter(({ topic }) => topic === 'start' || topic === 'deadline'),
      from,
      to,
    );
    if (near === null) return [];
    const of = near.topic === 'start' ? 'startDate' : 'deadline';
    const [saying, ...others] = days.map((on): Saying => ({ of, on }));
    return saying ? [{ passage, from, to, currency: null, saying, others }] : [];
  });
}
