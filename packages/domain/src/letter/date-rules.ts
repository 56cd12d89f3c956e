import { Temporal } from 'temporal-polyfill';
import { type ClockSpot, clocksIn } from './clock.ts';
import { type DateSpot, datesOf } from './dates.ts';
import type { Finding, Saying } from './letter.ts';
import { sameDigits } from './passages.ts';
import type { Scene } from './scene.ts';
import type { Tongue } from './spots.ts';
import { nearest } from './topics.ts';

/** Days of the week by the words of letters, Monday first. */
const weekdays: readonly string[] = [
  'monday|mon|montag|lundi|lunes|lunedì|maandag|segunda(?:-feira)?|måndag|poniedział(?:ek|ku)|月|월|星期一|周一',
  'tuesday|tues?|dienstag|mardi|martes|martedì|dinsdag|terça(?:-feira)?|tisdag|wtor(?:ek|ku)|火|화|星期二|周二',
  'wednesday|wed|mittwoch|mercredi|miércoles|mercoledì|woensdag|quarta(?:-feira)?|onsdag|środ[aęy]|水|수|星期三|周三',
  'thursday|thur?s?|donnerstag|jeudi|jueves|giovedì|donderdag|quinta(?:-feira)?|torsdag|czwart(?:ek|ku)|木|목|星期四|周四',
  'friday|fri|freitag|vendredi|viernes|venerdì|vrijdag|sexta(?:-feira)?|fredag|piąt(?:ek|ku)|金|금|星期五|周五',
  'saturday|sat|samstag|sonnabend|samedi|sábado|sabato|zaterdag|lördag|sobot[aęy]|土|토|星期六|周六',
  'sunday|sun|sonntag|dimanche|domingo|domenica|zondag|söndag|niedziel[aęi]|日|일|星期日|周日',
];
const before = weekdays.map(
  (words) => new RegExp(`(?<!\\p{L})(?:${words})\\.?,?\\s(?:den |dem |der |le |el |the |il |op |o |dia )?$`, 'iu'),
);
const behind = weekdays.map((words) => new RegExp(`^\\s?,?\\s?[(（](?:${words})(?:曜日?|요일)?[)）]`, 'iu'));

/** Only the days that fall on the weekday which stands beside the date; none where the letter contradicts itself. */
function onWeekday(text: string, { from, to, days }: DateSpot): string[] {
  const [ahead, after] = [text.slice(0, from), text.slice(to)];
  const at = Math.max(
    before.findIndex((words) => words.test(ahead)),
    behind.findIndex((words) => words.test(after)),
  );
  return at < 0 ? days : days.filter((day) => Temporal.PlainDate.from(day).dayOfWeek === at + 1);
}

/** Until some day: by itself that may be the end of anything. */
const anyEnd =
  /^(?:until|by|bis.*|avant le.*|antes del?|até|entro.*|uiterlijk|vóór|senast|do|前|قبل|no later than|on or before|au plus tard.*)$/iu;
const answers =
  /respon[ds]|repl(?:y|ies)|answer|accept|decision|decide|confirm(?!ation)|your confirmation|hear from you|\bsign|offer|angebot|antwort|rückmeldung|zusage|entscheid|bescheid|réponse|répondre|accord|proposition|respuesta|respond|oferta|resposta|proposta|risposta|rispond|offerta|reactie|aanbod|svar|erbjudande|odpowied|回答|返答|回复|答复|회신|답변|الرد|העסקה|ההצעה|أ?جاب/iu;
/** What begins or ends besides the work itself. */
const besides =
  /vest|fiscal|plan year|coverage|insur|benefits? (?:start|begin|commenc)|bonus (?:period|year)|probation|probezeit|periodo di prova|période d['’]essai|proeftijd|versicher|geschäftsjahr/iu;

/** "by the Board at its meeting on 4 December" is by no day. */
const farthest = 36;
const aloof = /\b(?:board|meeting|its|our|their)\b/i;
const farOf = (near: { from: number; to: number }, spot: DateSpot) => Math.max(spot.from - near.to, near.from - spot.to);

/** The nearest time of day that is told with the date; none where two are. */
function clockAt(text: string, { from, to }: DateSpot, tongue: Tongue): ClockSpot | null {
  const gap = (clock: ClockSpot) => (clock.from >= to ? clock.from - to : from - clock.to);
  const near = clocksIn(text, tongue).filter((clock) => gap(clock) >= 0 && gap(clock) <= 48);
  return near.length === 1 ? (near[0] ?? null) : null;
}

/** The first day of work, and by when they want an answer: the day, and the hour where one is named. */
export function datesIn({ passage, text, hits }: Scene, tongue: Tongue, reference: string | null): Finding[] {
  const plain = sameDigits(text);
  const ends = hits.filter(({ topic }) => topic === 'start' || topic === 'deadline');
  return datesOf(plain, tongue.locale, reference).flatMap((spot): Finding[] => {
    const near = nearest(text, ends, spot.from, spot.to);
    const days = onWeekday(plain, spot);
    if (near === null || days.length === 0) return [];
    if (besides.test(text) && (near.topic === 'start' || !answers.test(text))) return [];
    const isAny = near.topic === 'deadline' && anyEnd.test(text.slice(near.from, near.to));
    if (isAny && (!answers.test(text) || farOf(near, spot) > farthest || aloof.test(text.slice(near.to, spot.from)))) return [];
    const clock = near.topic === 'deadline' ? clockAt(plain, spot, tongue) : null;
    const times = clock?.times ?? [null];
    const [saying, ...others] = days.flatMap((on) =>
      times.map(
        (at): Saying =>
          near.topic === 'start' ? { of: 'startDate', on } : { of: 'deadline', on, at, zone: clock?.zone ?? null },
      ),
    );
    const [from, to] = [Math.min(spot.from, clock?.from ?? spot.from), Math.max(spot.to, clock?.to ?? spot.to)];
    return saying ? [{ passage, from, to, currency: null, saying, others }] : [];
  });
}
