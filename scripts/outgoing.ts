import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { linkPurposes } from '@parley/domain/address/address';
import { composeLinkLetter } from '@parley/domain/address/letter';
import { buildFeed } from '@parley/domain/feed/feed';
import { composeLetter } from '@parley/domain/mail/letter';
import { notificationKinds } from '@parley/domain/notification/notification';
import { composePush } from '@parley/domain/push/push';
import PostalMime from 'postal-mime';

// Reads all that left the house in a run of the tests, and finds every line that Parley does not say by itself: a name, a title,
// a company, a number, a quoted word. It knows what may be said, not what may not, so it needs to know of no canary.

type Kept = { kind: 'mail' | 'push' | 'calendar'; text: string };

const address = 'https://address';
const withoutAddresses = (text: string) => text.replaceAll(/https?:\/\/[^\s"<>]+/g, address);
const linesOf = (text: string) =>
  withoutAddresses(text)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

const ways = { notices: address, settings: address, stop: address };
const letters = [
  composeLetter(notificationKinds, ways),
  // of one thing it says the thing
  ...notificationKinds.map((kind) => composeLetter([kind], ways)),
  ...linkPurposes.map((purpose) => composeLinkLetter(purpose, address)),
];
const subjects = letters.map(({ subject }) => subject);
const said = new Set([
  ...letters.flatMap(({ subject, text, html }) => [`Subject: ${subject}`, ...linesOf(text), ...linesOf(html)]),
  ...subjects.map((subject) => `<title>${subject}</title>`),
]);

const shown = new Set([
  ...notificationKinds.map((kind) => composePush([kind])),
  composePush(['joined', 'left']),
  composePush(notificationKinds),
]);

const day = '2026-11-27';
const entries = buildFeed(
  {
    openings: [
      {
        opportunityId: '',
        rev: 1,
        calls: [
          {
            id: '',
            kind: 'interview',
            at: `${day}T09:00:00.000Z`,
            zone: 'UTC',
            minutes: 60,
            withWhom: 'x',
            link: 'x',
            note: 'x',
            outcome: null,
          },
        ],
        next: { act: 'x', on: day },
      },
    ],
    offers: [{ offerId: '', deadline: { kind: 'date', on: day, zone: 'UTC' } }],
    councils: [],
    commitments: [{ commitmentId: '', rev: 1, dueOn: day }],
  },
  new Date(`${day}T00:00:00Z`),
);
const words = new Set([
  ...entries.flatMap(({ title, notes }) => [title, notes]),
  'Parley',
  'Council meeting',
  'What waits for it is in Parley.',
  'Council meetings',
]);
const spoken = /^(SUMMARY|DESCRIPTION|NAME|X-WR-CALNAME|LOCATION|COMMENT|URL|ORGANIZER|ATTENDEE|CATEGORIES|CONTACT)[;:]/;

async function strangeInMail(raw: string): Promise<string[]> {
  const mail = await PostalMime.parse(raw);
  const lines = [`Subject: ${mail.subject}`, ...linesOf(mail.text ?? ''), ...linesOf(mail.html ?? '')];
  return lines.filter((line) => !said.has(line));
}

function strangeInPush(text: string): string[] {
  const { id, body, ...more } = JSON.parse(text);
  const others = Object.keys(more);
  return /^[0-9a-f-]{36}$/.test(id) && shown.has(body) && others.length === 0 ? [] : [text];
}

function strangeInCalendar(text: string): string[] {
  const lines = text.replaceAll(/\r\n[ \t]/g, '').split('\r\n');
  return lines.filter((line) => spoken.test(line) && !words.has(line.slice(line.indexOf(':') + 1).replaceAll('\\', '')));
}

const strangeIn = { mail: strangeInMail, push: strangeInPush, calendar: strangeInCalendar };

const [folder = ''] = process.argv.slice(2);
const kept: Kept[] = readdirSync(folder).flatMap((name) =>
  readFileSync(join(folder, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line)),
);
const strange = new Set<string>();
for (const { kind, text } of kept) for (const line of await strangeIn[kind](text)) strange.add(`${kind}: ${line}`);
const count = (kind: Kept['kind']) => kept.filter((one) => one.kind === kind).length;
process.stdout.write(
  `${count('mail')} mails, ${count('push')} pushes and ${count('calendar')} calendars left the house; ${strange.size} lines in them are not Parley’s own\n`,
);
for (const line of strange) process.stdout.write(`  ${line}\n`);
// a run that kept nothing has read nothing
process.exitCode = strange.size === 0 && kept.length > 0 ? 0 : 1;
