import { content } from '@parley/db/memory';
import type { Ring } from '@parley/db/ring';
import { civil, int, type RowIn, sealed, statement, time, uuid, word, wrapped } from '@parley/db/statement';
import type { Part } from '@parley/domain/item/reach';
import { notFound } from '@parley/domain/kernel/error';
import { groupBy } from '@parley/domain/kernel/group';
import { employerFor, type Header } from '@parley/domain/opportunity/header';
import { opportunityDetails } from '@parley/domain/opportunity/input';
import {
  type OpportunityDetails,
  orderHistory,
  type Stage,
  type StageEntry,
  stages,
} from '@parley/domain/opportunity/opportunity';
import { profile } from '../identity/rows.ts';

export const opportunityContent = content('opportunity', opportunityDetails);
export const stageWord = word('stage', stages);

const opportunity = { id: uuid, ownerId: uuid, rev: int, stage: stageWord, sealed, wrapped };
export const stageEntry = { id: uuid, opportunityId: uuid, stage: stageWord, on: civil, at: time };
const head = { ...opportunity, accountRev: int, accountSealed: sealed };

/** Opportunities with their owner's name and key, for a statement that says which. */
export const headText = `select o.id, o.owner_id, o.rev, o.stage, o.sealed, k.wrapped, a.rev as account_rev, a.sealed as account_sealed
  from opportunity o join account a on a.id = o.owner_id join sealing_key k on k.owner_id = o.owner_id`;

export const headColumns = head;
export const opportunityColumns = opportunity;

/** One opportunity of which the viewer may read something. */
export const headOf = statement({ name: 'head_of', takes: [uuid], gives: head, text: `${headText} where o.id = $1` });

/** The opportunity on which an item hangs. */
export const headBeside = statement({
  name: 'head_beside',
  takes: [uuid],
  gives: head,
  text: `${headText} where o.id = (select i.opportunity_id from item i where i.id = $1)`,
});

/** The viewer's own opportunities. */
export const ownOpportunities = statement({
  name: 'own_opportunities',
  takes: [],
  gives: opportunity,
  text: `select o.id, o.owner_id, o.rev, o.stage, o.sealed, k.wrapped
    from opportunity o join sealing_key k on k.owner_id = o.owner_id where o.owner_id = viewer() order by o.id`,
});

/** The dated history of all of the viewer's own opportunities. */
export const ownStages = statement({
  name: 'own_stages',
  takes: [],
  gives: stageEntry,
  text: 'select id, opportunity_id, stage, "on", at from stage_change where owner_id = viewer()',
});

/** The dated history of one: row-level security shows it to nobody who may not read the opportunity itself. */
export const stagesOf = statement({
  name: 'stages_of',
  takes: [uuid],
  gives: stageEntry,
  text: 'select id, opportunity_id, stage, "on", at from stage_change where opportunity_id = $1',
});

/** An opportunity as its owner has it. */
export type Opportunity = {
  opportunityId: string;
  ownerId: string;
  rev: number;
  stage: Stage;
  details: OpportunityDetails;
  history: StageEntry[];
};

type OpportunityRow = RowIn<typeof ownOpportunities>;
type HeadRow = RowIn<typeof headOf>;
type EntryRow = RowIn<typeof stagesOf>;

/** A history as screens get it. */
export function historyOf(entries: readonly EntryRow[]): StageEntry[] {
  return orderHistory(entries.map(({ id, stage: reached, on, at }) => ({ id, stage: reached, on, at: at.toISOString() })));
}

/** An opportunity as its owner has it. */
export function openOpportunity(
  open: Ring['open'],
  row: Omit<OpportunityRow, 'wrapped'>,
  entries: readonly EntryRow[],
): Opportunity {
  const { id, ownerId, rev } = row;
  const details = open(opportunityContent, { id, owner: ownerId, rev }, row.sealed);
  return { opportunityId: id, ownerId, rev, stage: row.stage, details, history: historyOf(entries) };
}

/**
 * An opportunity as the viewer may see it. The company is there for its owner, and for who has a live share of one of
 * its items that says so; everybody else gets the alias. Throws not-found for who may read none of it.
 */
export function openHeader(open: Ring['open'], viewerId: string, row: HeadRow | undefined, parts: readonly Part[]): Header {
  if (!row) throw notFound();
  const { id, ownerId, rev } = row;
  const mine = ownerId === viewerId;
  if (!mine && parts.length === 0) throw notFound();
  const details = open(opportunityContent, { id, owner: ownerId, rev }, row.sealed);
  const { displayName } = open(profile, { id: ownerId, owner: ownerId, rev: row.accountRev }, row.accountSealed);
  const employer = employerFor(details, mine || parts.some(({ levels }) => levels?.company === 'exact'));
  return { opportunityId: id, ownerId, ownerName: displayName, role: details.role, employer, stage: row.stage, mine };
}

/** The header beside an item of which the viewer may know. */
export type HeaderOf = (item: { id: string; ownerId: string; opportunityId: string }) => Header | undefined;

/** Headers for items of these opportunities; an item that is out of the viewer's reach gets none. */
export function headersFrom(
  open: Ring['open'],
  viewerId: string,
  heads: readonly HeadRow[],
  parts: readonly (Part & { opportunityId: string })[],
): HeaderOf {
  const rows = new Map(heads.map((row) => [row.id, row]));
  const shown = groupBy(parts, ({ opportunityId }) => opportunityId);
  const headers = new Map<string, Header>();
  return ({ id, ownerId, opportunityId }) => {
    const here = shown.get(opportunityId) ?? [];
    const row = rows.get(opportunityId);
    if (!row || (ownerId !== viewerId && !here.some((part) => part.id === id))) return undefined;
    const header = headers.get(opportunityId) ?? openHeader(open, viewerId, row, here);
    headers.set(opportunityId, header);
    return header;
  };
}
