import type { Archive, ArchiveRow, ArchiveTables } from './archive.ts';
import { labelOf, writeValue } from './write-value.ts';

/** A file of the archive: where it stands, and what it says. */
export type Page = { path: string; text: string };

const textOf = (row: ArchiveRow | undefined, name: string): string => {
  const content = row?.content;
  const value: unknown = typeof content === 'object' && content !== null ? Reflect.get(content, name) : undefined;
  return typeof value === 'string' ? value : '';
};

/** A name that every file system takes: letters and digits of any script, the rest hyphens. */
function slug(text: string): string {
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return [...plain].slice(0, 60).join('') || 'untitled';
}

/** The currency that a row's content counts in, or that of what it hangs on. */
function currencyIn(row: ArchiveRow | undefined): string | null {
  const currency = textOf(row, 'currency');
  return currency === '' ? null : currency;
}

const inClear = new Set(['rev', 'content', 'updatedAt', 'number', 'rank']);

function writeRow(row: ArchiveRow, currency: string | null): string[] {
  const clear = Object.fromEntries(Object.entries(row).filter(([name]) => !inClear.has(name)));
  const scope = { name: '', currency, depth: 0 };
  return [...writeValue(clear, scope), ...writeValue(row.content, scope)];
}

function section(title: string, rows: readonly ArchiveRow[], currency: string | null = null): string[] {
  if (rows.length === 0) return [];
  const several = rows.length > 1;
  return [
    `## ${title}`,
    '',
    ...rows.flatMap((row, at) => [...(several ? [`### ${at + 1}`, ''] : []), ...writeRow(row, currency), '']),
  ];
}

const rowsOf = (tables: ArchiveTables, table: string, test: (row: ArchiveRow) => boolean = () => true) =>
  (tables[table] ?? []).filter(test);

const negotiationParts = ['walk_away', 'ask', 'objection', 'script_version', 'evidence', 'move', 'term', 'outcome'] as const;
const partTitles: Record<(typeof negotiationParts)[number], string> = {
  walk_away: 'Walk-away',
  ask: 'Asks',
  objection: 'Objections',
  script_version: 'Versions of scripts',
  evidence: 'Evidence',
  move: 'Ledger',
  term: 'Terms',
  outcome: 'Outcome',
};

function negotiationSections(tables: ArchiveTables, ids: ReadonlySet<unknown>): string[] {
  return rowsOf(tables, 'negotiation', ({ id }) => ids.has(id)).flatMap((negotiation) => {
    const currency = currencyIn(negotiation);
    const parts = negotiationParts.flatMap((table) =>
      section(
        partTitles[table],
        rowsOf(tables, table, ({ negotiationId }) => negotiationId === negotiation.id),
        currency,
      ),
    );
    const rounds = rowsOf(tables, 'round', ({ negotiationId }) => negotiationId === negotiation.id);
    const asked = new Set(rounds.map(({ id }) => id));
    const targets = rowsOf(tables, 'sealed_counter', ({ roundId }) => asked.has(roundId));
    return [
      ...section('Negotiation', [negotiation], currency),
      ...parts,
      ...section('Counter rounds', rounds, currency),
      ...section('Your sealed target', targets, currency),
    ];
  });
}

/** One opportunity with all that hangs on it, as a page to read. */
function opportunityPage(tables: ArchiveTables, opportunity: ArchiveRow, at: number): Page {
  const items = rowsOf(tables, 'item', ({ opportunityId }) => opportunityId === opportunity.id);
  const ids = new Set(items.map(({ id }) => id));
  const here = ({ id }: ArchiveRow) => ids.has(id);
  const [company, role] = [textOf(opportunity, 'company'), textOf(opportunity, 'role')];
  const offers = rowsOf(tables, 'offer', here).flatMap((offer) => [
    ...section('Offer', [offer], currencyIn(rowsOf(tables, 'offer_version', ({ offerId }) => offerId === offer.id)[0])),
    ...section(
      'What was offered',
      rowsOf(tables, 'offer_version', ({ offerId }) => offerId === offer.id),
    ),
    ...section(
      'Files kept with it',
      rowsOf(tables, 'attachment', ({ offerId }) => offerId === offer.id),
    ),
  ]);
  const debriefs = rowsOf(tables, 'debrief', here);
  const said = new Set(debriefs.map(({ id }) => id));
  const text = [
    `# ${role} at ${company}`,
    '',
    ...writeRow(opportunity, null),
    '',
    ...section(
      'Stages',
      rowsOf(tables, 'stage_change', ({ opportunityId }) => opportunityId === opportunity.id),
    ),
    ...section('Mission', rowsOf(tables, 'mission', here)),
    ...section(
      'Versions of the mission',
      rowsOf(tables, 'mission_version', ({ missionId }) => ids.has(missionId)),
    ),
    ...offers,
    ...negotiationSections(tables, ids),
    ...section(
      'Back-channel',
      rowsOf(tables, 'backchannel', ({ opportunityId }) => opportunityId === opportunity.id),
    ),
    ...section('Debriefs', debriefs),
    ...section(
      'Your sealed reads',
      rowsOf(tables, 'read', ({ debriefId }) => said.has(debriefId)),
    ),
  ].join('\n');
  return { path: `opportunities/${String(at + 1).padStart(3, '0')}-${slug(`${company} ${role}`)}.md`, text };
}

const pageOf = (path: string, title: string, tables: ArchiveTables, names: readonly (readonly [string, string])[]): Page => ({
  path,
  text: [`# ${title}`, '', ...names.flatMap(([table, heading]) => section(heading, rowsOf(tables, table)))].join('\n'),
});

function frontPage({ madeAt, tables }: Archive): Page {
  const counts = Object.entries(tables).filter(([, rows]) => rows.length > 0);
  const text = [
    `# What ${textOf(tables.account?.[0], 'displayName') || 'you'} kept in Parley`,
    '',
    `Taken on ${madeAt.slice(0, 10)}. The pages beside this one are for reading. \`archive.json\` holds the same for programs, with every`,
    'id, and can be brought into another Parley: sign up there and choose “Bring an archive” under Me.',
    '',
    'What other people wrote is theirs and is not in here, also where it stands beside what you wrote.',
    '',
    '| Holds | Rows |',
    '|---|---|',
    ...counts.map(([table, rows]) => `| ${labelOf(table)} | ${rows.length} |`),
    '',
  ].join('\n');
  return { path: 'README.md', text };
}

/** The archive as pages of Markdown, an opportunity a page; figures stand with their currency. */
export function composePages(archive: Archive): Page[] {
  const { tables } = archive;
  return [
    frontPage(archive),
    pageOf('me.md', 'Me', tables, [
      ['account', 'Profile'],
      ['hunt', 'Job hunt'],
      ['gratitude', 'Gratitude house'],
      ['proof', 'Proof'],
      ['commitment', 'Commitments'],
      ['pulse', 'How you came into meetings'],
    ]),
    ...rowsOf(tables, 'opportunity').map((opportunity, at) => opportunityPage(tables, opportunity, at)),
    pageOf('conversations.md', 'What you said in conversations', tables, [
      ['thread', 'Conversations you began'],
      ['comment', 'What you wrote'],
      ['suggestion', 'Words you suggested'],
    ]),
    pageOf('councils.md', 'Councils', tables, [
      ['council', 'Where you sit'],
      ['membership', 'Your seats'],
      ['presence', 'What you said about yourself'],
      ['checklist', 'Checklists you wrote'],
      ['help_request', 'What you asked for'],
      ['help_answer', 'What you answered'],
      ['rehearsal_line', 'What you said in rehearsals'],
      ['rehearsal_note', 'What you wrote for rehearsals'],
      ['meeting_note', 'What you noted in meetings'],
    ]),
  ];
}
