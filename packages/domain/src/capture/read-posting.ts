import { datesOf } from '../letter/dates.ts';

/** What was read from a pasted posting or its address; empty where nothing was found. `due`: by when to apply. */
export type PostingFindings = {
  role: string;
  company: string;
  place: string;
  pay: string;
  link: string;
  due: string | null;
};

const addressPattern = /https?:\/\/[^\s<>"'()]+[^\s<>"'().,;:!?]/i;
const trim = (text: string, most = 120) =>
  text
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s#*•·|–-]+|[\s*·|–:,-]+$/g, '')
    .trim()
    .slice(0, most)
    .trim();

const roleWords =
  /\b(engineer|developer|designer|manager|director|head|lead|analyst|scientist|architect|consultant|specialist|officer|president|vp|cto|ceo|cfo|coo|writer|editor|researcher|administrator|coordinator|recruiter|accountant|nurse|teacher|counsel|assistant|strategist|producer|programmer|marketer|buyer|planner|technician|owner|ingenieur(in)?|entwickler(in)?|leiter(in)?|berater(in)?|développeur|ingénieur)\b/iu;

/** Segments of an address that name no job and no employer. */
const boards: { host: RegExp; company: (url: URL) => string; role: (url: URL) => string }[] = [
  {
    host: /(^|\.)(greenhouse\.io|lever\.co|ashbyhq\.com|workable\.com|smartrecruiters\.com|recruitee\.com)$/i,
    company: boardCompany,
    role: lastWords,
  },
  { host: /(^|\.)linkedin\.com$/i, company: (url) => atParts(url)[1] ?? '', role: (url) => atParts(url)[0] ?? '' },
  { host: /(^|\.)myworkdayjobs\.com$/i, company: (url) => inWords(url.hostname.split('.')[0] ?? ''), role: lastWords },
];
const crowded = /(^|\.)(indeed|glassdoor|stepstone|xing|monster|ziprecruiter|wellfound|otta|google)\.[a-z.]+$/i;

function inWords(part: string): string {
  const plain = decodePart(part)
    .replaceAll(/[-_+]+/g, ' ')
    .trim();
  return plain === plain.toLowerCase() ? plain.replace(/^\p{L}/u, (first) => first.toUpperCase()) : plain;
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The parts of a path that are words, and no number, code or word that every board has. */
function wordParts(url: URL): string[] {
  return url.pathname
    .split('/')
    .map((part) => part.replace(/_[A-Z]{0,3}-?\d+(-\d+)?$/i, ''))
    .filter((part) => /^[\p{L}%][\p{L}\d%_+.-]*$/u.test(part))
    .filter(
      (part) =>
        !/^(jobs?|careers?|positions?|o|en|en-us|de|view|apply|details?|stellen|vacanc(y|ies)|openings?|job_app)$/i.test(part),
    )
    .filter((part) => !/^[\da-f-]{20,}$/i.test(part));
}

function boardCompany(url: URL): string {
  const [own = ''] = url.hostname.split('.');
  const shared = /^(www|jobs|boards|job-boards|apply|careers|api|eu)$/i.test(own);
  return inWords(shared ? (wordParts(url)[0] ?? '') : own);
}

function lastWords(url: URL): string {
  const last = wordParts(url).slice(1).at(-1) ?? '';
  return roleWords.test(inWords(last)) ? inWords(last) : '';
}

/** `staff-engineer-at-acme-4012345`, as LinkedIn writes it. */
function atParts(url: URL): string[] {
  const slug = url.pathname.split('/').findLast((part) => part.includes('-at-')) ?? '';
  return slug
    .replace(/-\d+$/, '')
    .split(/-at-(?!.*-at-)/)
    .map(inWords);
}

/** What an address alone says: a guess that the person sees and corrects. Nothing is fetched. */
function readAddress(link: string): Pick<PostingFindings, 'role' | 'company'> {
  const url = URL.canParse(link) ? new URL(link) : null;
  if (!url) return { role: '', company: '' };
  const known = boards.find(({ host }) => host.test(url.hostname));
  if (known) return { role: trim(known.role(url)), company: trim(known.company(url)) };
  const last = inWords(wordParts(url).at(-1) ?? '');
  const role = roleWords.test(last) ? trim(last) : '';
  if (crowded.test(url.hostname)) return { role, company: '' };
  const names = url.hostname.replace(/^(www|jobs?|careers?|apply|join|work)\./i, '').split('.');
  return { role, company: trim(inWords(names.at(names.length > 2 && (names.at(-2) ?? '').length < 4 ? -3 : -2) ?? '')) };
}

const label = (names: string) => new RegExp(`^\\s*(?:[*#•-]\\s*)?(?:${names})\\s*[:：|]\\s*(.+)$`, 'imu');
const labels = {
  role: label('job title|title|position|role|stelle|poste|puesto'),
  company: label('company|employer|organi[sz]ation|unternehmen|firma|arbeitgeber|entreprise|empresa'),
  place: label('location|place|office|standort|ort|arbeitsort|lieu|ubicaci[oó]n'),
  pay: label('salary(?: range)?|pay(?: range)?|compensation|base pay|gehalt|vergütung|salaire|salario'),
};

const sum = '(?:[$€£¥₹]|(?:US|CA|AU)\\$|\\b(?:EUR|USD|GBP|CHF|CAD|AUD|SEK|PLN|INR)\\b)';
const figure = "\\d[\\d.,’' ]{0,14}[kK]?\\+?";
const range = new RegExp(
  `(?:${sum}\\s?${figure}|${figure}\\s?${sum})(?:\\s?(?:-|–|—|to|bis)\\s?(?:${sum}\\s?)?${figure}(?:\\s?${sum})?)?(?:\\s?(?:\\/|per|a|an|pro)\\s?(?:year|yr|annum|hour|month|day|jahr|monat|stunde))?`,
  'iu',
);
const dueWords =
  /\b(apply by|apply before|deadline|closing date|closes(?: on)?|applications? (?:close|due|until|by)|bewerbungsfrist|bewerben bis|date limite)\b/iu;
const placeWords =
  /\b(fully remote|remote(?:[ -]first)?(?: ?[(,-] ?[\p{L} ]{2,30}\)?)?|hybrid(?: ?[(,-] ?[\p{L} ]{2,30}\)?)?|on-?site(?: ?[(,-] ?[\p{L} ]{2,30}\)?)?)/iu;

const labelled = (text: string, what: RegExp) => trim(what.exec(text)?.[1] ?? '');

/** The first line that reads like a job title, and what stands behind "at" or a bar in it. */
function readTitle(lines: readonly string[]): Pick<PostingFindings, 'role' | 'company'> {
  const line = lines.slice(0, 12).find((one) => one.length <= 110 && roleWords.test(one) && !/[.!?]$/.test(one));
  if (!line) return { role: '', company: '' };
  const [, role = line, company = ''] = /^(.{3,80}?)\s+(?:at|@|bei|chez|\|)\s+(\S.{0,60})$/iu.exec(line) ?? [];
  return { role: trim(role), company: trim(company.split(/\s[|–-]\s/, 1).join('')) };
}

const about =
  /^(?:about|über|join|why|work at|life at)\s+(?!the\b|us\b|you\b|this\b|role\b|our\b|uns\b)([\p{Lu}][\p{L}\d&.' -]{1,40})[:?!]?$/imu;
const hiring =
  /\b([\p{Lu}][\p{L}\d&.'-]{1,30}(?: [\p{Lu}][\p{L}\d&.'-]{1,20}){0,2}) (?:is (?:hiring|looking for|seeking)|sucht|recrute)\b/u;

/** The day by which to apply, where the text says one and it can be read one way. */
function readDue(lines: readonly string[], locale: string): string | null {
  const dated = lines.filter((line) => dueWords.test(line)).flatMap((line) => datesOf(line, locale));
  return dated.find(({ days }) => days.length === 1)?.days[0] ?? null;
}

/**
 * Reads a pasted posting, or only its address, by rules: title, company, place, pay as it says it, address, and the day by
 * which to apply. What is not found is empty. Works on the first 16,000 characters.
 */
export function readPosting(pasted: string, locale = 'en-GB'): PostingFindings {
  const text = pasted.slice(0, 16_000);
  const link = addressPattern.exec(text)?.[0] ?? '';
  const words = text.replaceAll(new RegExp(addressPattern, 'gi'), ' ');
  const lines = words
    .split(/\r?\n/)
    .map((line) => trim(line, 300))
    .filter(Boolean);
  const title = readTitle(lines);
  const from = readAddress(link);
  const named = about.exec(words)?.[1] ?? hiring.exec(words)?.[1] ?? '';
  return {
    role: labelled(words, labels.role) || title.role || from.role,
    company: labelled(words, labels.company) || title.company || trim(named) || from.company,
    place: labelled(words, labels.place) || trim(placeWords.exec(words)?.[0] ?? ''),
    pay: trim(labelled(words, labels.pay) || (range.exec(words)?.[0] ?? ''), 200),
    link: link.slice(0, 1_000),
    due: readDue(lines, locale),
  };
}
