import type { Finding } from './letter.ts';
import type { Scene } from './scene.ts';

const name = String.raw`["“„«]?(?<text>[\p{Lu}\p{Lo}][^.,;:()"”\n]{1,60}?)["”»]?`;
const ends = String.raw`(?=\s(?:at|with|in|reporting|based|on|within|bei|im|aan|en régimen|em regime|en|chez|à|zu|an(?=zubieten)|anzubieten|aan|te|that)\b|[.,;:("”\n]|$)`;

/** A level as companies name theirs: `L5`, `IC6`, `Level 5`, `Band 6B`, `Stufe 4`. */
const code = String.raw`(?:(?:SDE|SWE|IC|PM|[LEGMPT])[ -]?\d{1,2}|[IVX]{1,4})`;
const step = String.raw`(?:(?:level|grade|band|stufe|niveau|nível|nivel|livello|schaal|career level|job level|poziom)\s(?:${code}|\d{1,2}[A-Z]?)|\d[°ºª]? livello)`;
const level = String.raw`(?:${step}|${code})(?![\p{L}\d]|\.\d)`;
const gender = String.raw`m\/w|f\/m|w\/m|d\/m|h\/f|f\/h`;
/** What may stand behind a title without being of it. */
const tail = String.raw`(?=\s?[,;(–-]\s?(?:pensum|statut|\d+ ?%|${gender}|${level})|$)`;

const titles = [
  `(?:position|role|post|job|title) of(?: an?)? ${name}${ends}`,
  String.raw`\b(?:employment|offer you (?:a|the) position) as (?:an? |our |the )?${name}${ends}`,
  `Angebot als ${name}(?= zu machen)`,
  `stanowisk(?:o|u) ${name}${ends}`,
  String.raw`\bjoin\b[^.]{0,60}?\bas (?:an? |our |the )?${name}${ends}`,
  `(?:Position|Stelle|Tätigkeit|Funktion) als ${name}${ends}`,
  `(?:poste|puesto|cargo|functie|posto|posição|vaga) (?:(?:de|van|di) |d['’])${name}${ends}`,
  String.raw`^(?:Title|Position|Role|Job title|Designation|Funktion|Functie|Puesto|Cargo|Stanowisko|職位|職種|役職)\s?[:：]\s*(?<text>.{2,80}?)${tail}`,
  String.raw`(?:תפקיד|وظيفة)\s(?<text>[^.,:\n]{2,60})`,
];
/** Only where a role is spoken of: level 3 of a building is none. */
const levels = [
  String.raw`(?:position|role|title|job|grade|designation|stelle|poste|puesto|cargo|functie|vaga)\b[^.\n]{3,80}?[,(–-]\s?(?<text>${level})`,
  String.raw`^(?:job |career )?(?:level|grade|band|stufe|niveau|nível|nivel|livello|schaal|等級|グレード|职级|직급)\s?[:：]\s*(?<text>[\p{L}\d][\p{L}\d .-]{0,20})(?=[,;(]|$)`,
  String.raw`\b(?<text>entgeltgruppe (?:EG |E )?\d{1,2}[a-z]?)(?![\p{L}\d])`,
  String.raw`\b(?:ingeschaald|eingestuft|hired|inquadra\p{L}*|categoría)\b[^.\n]{0,40}?(?<text>${step})(?![\p{L}\d])`,
  String.raw`\bcadre, (?<text>position \d\.\d(?:, coefficient \d{2,3})?)(?![\d])`,
];
const places = [
  String.raw`\b(?:standplaats|Arbeitsort) (?<text>\p{Lu}[\p{L} -]{1,30}?)(?=[,.;]|$)`,
  String.raw`place of work (?:is|will be|:)\s*(?<text>[^.;\n]{2,80})`,
  String.raw`\bbased in (?<text>\p{Lu}[^.;,\n]{1,60})`,
  String.raw`^(?:Location|Arbeitsort|Standort|Lieu de travail|Lugar de trabajo|Local|Standplaats|Miejsce pracy|勤務地|就業場所)\s?[:：]\s*(?<text>.{2,80}?)(?=[,;(] ?(?:modelo|hybrid|híbrid|remote|télétravail)|$)`,
];

/** So many days a week, as each language says it. */
const weekly = [
  String.raw`(?:at least |up to |a minimum of )?(?:\d|one|two|three|four|five) days? (?:a|per|each) week`,
  String.raw`(?:bis zu |an |mindestens )*(?:\d|einem|einen|zwei|drei|vier) Tage?n? (?:pro|die|je|in der) Woche`,
  String.raw`(?:\d|un|deux|trois|quatre) jours?(?: de télétravail)? (?:par|la) semaine`,
  String.raw`(?:\d|un|dos|tres|cuatro) días? (?:a la|por|de) semana`,
  String.raw`(?:\d|un|due|tre|quattro) giorn[io] (?:a|alla|per) settimana`,
  String.raw`(?:\d|um|dois|três|quatro) dias? por semana`,
  String.raw`(?:\d|een|één|twee|drie|vier) dag(?:en)? (?:per|in de) week`,
  String.raw`\d dni w tygodniu`,
  String.raw`(?:\d|en|två|tre|fyra) dag(?:ar)? i veckan`,
  String.raw`週[\d一二三四]日(?:まで)?(?:可|以上)?`,
].join('|');
const where = String.raw`(?:(?:in|at|from|im|von zu|à|en|em|no|na|op|w|hemifrån|al|dal)\s(?:the |our |de |het |la |el )?)?(?:office|home|on[- ]site|remote(?:ly)?|büro|hause|homeoffice|home ?office|bureau|domicile|oficina|casa|escritório|kantoor|thuis|biurze|zdalnie|kontoret|ufficio|sede)`;
const remotely =
  'remote|mobile[sn]? arbeiten|hybrid|télétrav|teletrab|smart working|lavoro agile|híbrid|homeoffice|zdaln|hybryd|在宅|リモート|テレワーク|出社';

const remote = [
  String.raw`(?<text>(?:fully |100\s?% )remote\b[^.;\n]{0,80}|modelo híbrido[^.;\n]{0,80}|(?<=^Télétravail\s?:\s*)[^.;\n]{3,80})`,
  `(?<text>(?:work(?:ing)? )?(?:in|from|at) (?:the |our )?(?:office|home) (?:${weekly}))`,
  String.raw`(?<text>(?:${weekly}) ${where}(?![\p{L}])(?:, the other[^.;\n]{0,40})?)`,
  String.raw`(?:${remotely})[^.;\n]{0,40}?(?<text>(?:${weekly}))`,
  String.raw`(?<text>(?:${weekly}))(?=[^.;\n]{0,20}(?:${remotely}))`,
  String.raw`(?<text>hybrid\b[^.;\n]{0,80})`,
];

const several = String.raw`(?:\d{1,3}|one|two|three|four|six|twelve)`;
const notice = [
  String.raw`(?:notice period|kündigungsfrist|opzegtermijn|okres wypowiedzenia)(?:\s?:\s*| (?:is|will be|of|beträgt|danach|thereafter|bedraagt|wynosi) )(?<text>[^.;\n]{2,60}?)(?=[.;]|$)`,
  String.raw`preavviso (?:è )?di (?<text>[^.,;\n]{2,40})`,
  String.raw`préavis (?:est )?(?:fixé )?(?:à|de|:) (?<text>[^.,;\n]{2,40})`,
  String.raw`(?<text>${several} (?:days?|weeks?|months?)['’]?(?: written| prior| advance){0,2} notice)\b`,
];

const rules = (
  [
    ['title', titles],
    ['level', levels],
    ['location', places],
    ['remote', remote],
    ['notice', notice],
  ] as const
).flatMap(([of, list]) => list.map((source) => ({ of, pattern: new RegExp(source, 'iu') })));

/** A bracket that closes what began before the words is none of them. */
const withoutLoneEnd = (words: string) => (words.includes('(') ? words : words.replace(/\).*$/u, ''));

/** Title, level, place, remote rule and notice as the letter words them. */
export function wordsIn({ passage, text }: Scene): Finding[] {
  const found = new Map<string, Finding>();
  for (const { of, pattern } of rules) {
    const said = found.has(of) ? undefined : pattern.exec(text);
    const words = withoutLoneEnd(said?.groups?.text?.trim() ?? '');
    if (!said || !words || (of === 'location' && /remote/i.test(words))) continue;
    const from = said.index + said[0].lastIndexOf(words);
    found.set(of, { passage, from, to: from + words.length, currency: null, saying: { of, text: words }, others: [] });
  }
  return [...found.values()];
}
