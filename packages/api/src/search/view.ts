import type { RowsOf } from '@parley/db/line';
import type { Ring } from '@parley/db/ring';
import { type DebriefDocument, debriefTitle } from '@parley/domain/debrief/debrief';
import type { MissionDocument } from '@parley/domain/mission/mission';
import type { Header } from '@parley/domain/opportunity/header';
import type { OpportunityDetails } from '@parley/domain/opportunity/opportunity';
import type { Find } from '@parley/domain/search/input';
import { type Findable, type FoundKind, find, type Searched, searched } from '@parley/domain/search/search';
import type { z } from 'zod';
import { openAbout, ownCouncils } from '../council/rows.ts';
import { debriefContent } from '../debrief/rows.ts';
import type { Given } from '../guard.ts';
import { itemsShared, openSeats, pickParts, sharesReaching } from '../item/rows.ts';
import { missionContent } from '../mission/rows.ts';
import { type HeaderOf, headersFrom, opportunityContent } from '../opportunity/rows.ts';
import { openProof, ownProofs } from '../proof/rows.ts';
import { question } from '../read.ts';
import { askParts, listHeard, listHelp, listParts } from './part-view.ts';
import { debriefsReadable, headsReadable, itemsReadable, missionsReadable } from './rows.ts';
import { askSaid, listSaid } from './said-view.ts';
import { itemTitles, placeOf, wordsOf } from './text-view.ts';

/** How many fit on the first screen of the window that searches. */
const screenful = 30;

const ask = () => ({
  heads: headsReadable(),
  items: itemsReadable(),
  missions: missionsReadable(),
  debriefs: debriefsReadable(),
  proofs: ownProofs(),
  councils: ownCouncils(),
  shared: itemsShared(),
  shares: sharesReaching(),
  seats: openSeats(),
  ...askParts(),
  ...askSaid(),
});

const none = searched('');
type Rows = RowsOf<ReturnType<typeof ask>>;
type Open = Ring['open'];

function listOpportunities(
  rows: Rows['heads'],
  viewerId: string,
  open: Open,
  headerFor: (id: string) => Header | undefined,
): Findable[] {
  return rows.flatMap((row): Findable[] => {
    const header = headerFor(row.id);
    if (!header) return [];
    const shown = { kind: 'opportunity', id: row.id, opportunityId: row.id, title: header.role, within: null } as const;
    if (row.ownerId !== viewerId) return [{ ...shown, place: `${header.employer} · ${header.ownerName}`, text: none }];
    const details = open(opportunityContent, { id: row.id, owner: row.ownerId, rev: row.rev }, row.sealed);
    return [{ ...shown, place: header.employer, text: wordsOf(details, detailsText) }];
  });
}

function detailsText({ alias, level, place, source, next, people, posting }: OpportunityDetails): string {
  const named = people.map(({ name, note }) => `${name} ${note}`);
  return [alias, level, place, source, next?.act ?? '', ...named, posting].join('\n');
}

function missionText({ statement, objectives, questions, needs, corrections }: MissionDocument): string {
  const lines = objectives.flatMap(({ title, keyResults }) => [
    title,
    ...keyResults.flatMap(({ metric, proof }) => [metric, proof?.words ?? '']),
  ]);
  const asked = questions.flatMap(({ text, answer }) => [text, answer]);
  return [statement, ...lines, ...asked, ...needs.flatMap(({ text, proof }) => [text, proof?.words ?? '']), corrections].join(
    '\n',
  );
}

/** The words of it alone: how sure the owner felt is not among them. */
function debriefText({ said, felt, inferred, questions, change }: DebriefDocument): string {
  return [said, felt, inferred, ...questions.map(({ text }) => text), change].join('\n');
}

/** By their label alone: an offer is opened through the log, and a round keeps what it keeps. */
function listLabels(rows: Rows['items'], headerOf: HeaderOf): Findable[] {
  return rows.flatMap(({ id, kind, ownerId, opportunityId }): Findable[] => {
    const header = headerOf({ id, ownerId, opportunityId });
    if (!header || !(kind === 'offer' || kind === 'negotiation' || kind === 'round')) return [];
    return [{ kind, id, opportunityId, title: itemTitles[kind], place: placeOf(header), text: none, within: null }];
  });
}

type Kept = Rows['missions'][number];

function listWritten(
  rows: readonly Kept[],
  headerOf: HeaderOf,
  kind: FoundKind,
  read: (row: Kept) => { title: string; text: Searched },
): Findable[] {
  return rows.flatMap((row): Findable[] => {
    const { id, ownerId, opportunityId } = row;
    const header = headerOf({ id, ownerId, opportunityId });
    return header ? [{ kind, id, opportunityId, place: placeOf(header), within: null, ...read(row) }] : [];
  });
}

/** All that the viewer may read now, in the words in which they may read it; made for one answer and kept nowhere. */
export function listFindable({ rows, open, viewer, now }: Given<ReturnType<typeof ask>>): Findable[] {
  const parts = pickParts({ viewer, now }, { ...rows, items: rows.shared });
  const headerOf = headersFrom(open, viewer.id, rows.heads, parts);
  const partIn = (opportunityId: string) => parts.find((part) => part.opportunityId === opportunityId);
  const heads = new Map(rows.heads.map((row) => [row.id, row]));
  const headerFor = (id: string) => {
    const ownerId = heads.get(id)?.ownerId ?? '';
    return headerOf({ id: ownerId === viewer.id ? id : (partIn(id)?.id ?? ''), ownerId, opportunityId: id });
  };
  const bind = ({ id, ownerId: owner, rev }: Kept) => ({ id, owner, rev });
  const missions = listWritten(rows.missions, headerOf, 'mission', (row) => {
    return { title: 'Mission', text: wordsOf(open(missionContent, bind(row), row.sealed), missionText) };
  });
  const debriefs = listWritten(rows.debriefs, headerOf, 'debrief', (row) => {
    const document = open(debriefContent, bind(row), row.sealed);
    return { title: debriefTitle(document), text: wordsOf(document, debriefText) };
  });
  const proofs = rows.proofs.map((row): Findable => {
    const proof = openProof(open, row);
    const text = searched([proof.metric, proof.scope, proof.verify].join('\n'));
    return { kind: 'proof', id: row.id, opportunityId: null, title: proof.outcome, place: 'Proof', text, within: null };
  });
  const councils = rows.councils.map((row): Findable => {
    const { name, purpose } = openAbout(open, row);
    const text = searched(purpose);
    return { kind: 'council', id: row.ownerId, opportunityId: null, title: name, place: 'Council', text, within: null };
  });
  const openings = listOpportunities(rows.heads, viewer.id, open, headerFor);
  const heard = listHeard(rows, open, (id) => {
    const header = headerFor(id);
    return header ? placeOf(header) : '';
  });
  const help = listHelp(rows, open, new Map(councils.map(({ id, title }) => [id, title])));
  const said = [...listParts(rows, open, headerOf), ...heard, ...help, ...listSaid(rows, viewer.id, open, headerOf)];
  return [...openings, ...missions, ...debriefs, ...listLabels(rows.items, headerOf), ...proofs, ...councils, ...said];
}

/** What holds the words, of what the viewer may read. Without words, their opportunities, the newest first: places to go to. */
export const findQuestion = question({
  ask: (_input: z.output<typeof Find>) => ask(),
  answer(given: Given<ReturnType<typeof ask>>, { words, locale }) {
    const all = listFindable(given);
    const places = all.flatMap(({ kind, id, opportunityId, title, place }) =>
      kind === 'opportunity' ? [{ kind, id, opportunityId, title, place, within: null, passage: '' }] : [],
    );
    if (words.trim() === '') return { found: places.reverse(), count: 0 };
    return find(all, words, locale, screenful);
  },
});
