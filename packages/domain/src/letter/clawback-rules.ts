import type { Finding, Saying } from './letter.ts';

const owed =
  /repa(?:y|id)|recoverable|repayable|pay (?:it )?back|claw|zurück(?:zu)?zahl|rückzahl|rückerstatt|rembours|devolver|reintegr|terugbetal|terug te betalen|zwrotn|返還/i;
/** Owed back too, and no part of what is paid. */
const others =
  /\bloans?\b|\badvances?\b|vorschuss|darlehen|training|course|tuition|fortbildung|weiterbildung|ausbildung|formation\b|studiekosten|szkole/i;
const monthWords = /\b(\d{1,2}|twelve|eighteen|twenty-four)\s?(?:months?|monaten?|mois|meses|maanden|miesi\p{L}+|か月|ヶ月)/iu;
const spelled: Record<string, number> = { twelve: 12, eighteen: 18, 'twenty-four': 24 };

/** How what was paid is owed back on leaving early. */
export function clawbackIn(passage: number, text: string): Finding[] {
  const months = owed.test(text) && !others.test(text) ? monthWords.exec(text) : null;
  if (!months) return [];
  const [all, count = ''] = months;
  const kind = /pro[ -]?rat(?:a|ed)|anteilig|au prorata|proporcional/i.test(text) ? 'monthly' : 'full-then-monthly';
  const saying: Saying = { of: 'clawback', months: spelled[count.toLowerCase()] ?? Number(count), kind };
  return [{ passage, from: months.index, to: months.index + all.length, currency: null, saying, others: [] }];
}
