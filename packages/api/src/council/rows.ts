import { content } from '@parley/db/memory';
import type { Ring } from '@parley/db/ring';
import { int, maybe, type RowIn, sealed, statement, time, uuid, word, wrapped } from '@parley/db/statement';
import { CharterContent, CouncilContent, FarewellContent } from '@parley/domain/council/input';
import type { CouncilDocument } from './store.ts';

export const councilContent = content('council', CouncilContent);
export const charterContent = content('charter', CharterContent);
export const farewellContent = content('membership', FarewellContent);
const role = word('council_role', ['member', 'moderator']);

/** The councils in which the viewer sits, in the order in which they joined, with the charter that they accepted. */
export const ownCouncils = statement({
  name: 'own_councils',
  takes: [],
  gives: {
    ownerId: uuid,
    rev: int,
    closedAt: maybe(time),
    charterVersion: int,
    acceptedCharter: int,
    role,
    sealed,
    wrapped,
  },
  text: `select c.id as owner_id, c.rev, c.closed_at, c.charter_version, m.accepted_charter, m.role, c.sealed, k.wrapped
    from membership m join council c on c.id = m.council_id join sealing_key k on k.owner_id = c.id
    where m.account_id = viewer() and m.state = 'active' order by m.joined_at`,
});

/** A council in which the viewer sits. */
export const councilOf = statement({
  name: 'council_of',
  takes: [uuid],
  gives: { ownerId: uuid, rev: int, closedAt: maybe(time), charterVersion: int, createdAt: time, sealed, wrapped },
  text: `select c.id as owner_id, c.rev, c.closed_at, c.charter_version, c.created_at, c.sealed, k.wrapped
    from council c join sealing_key k on k.owner_id = c.id where c.id = $1`,
});

/** Its charter in force. */
export const charterOf = statement({
  name: 'charter_of',
  takes: [uuid],
  gives: { version: int, createdAt: time, sealed },
  text: `select h.version, h.created_at, h.sealed from charter h
    join council c on c.id = h.council_id and c.charter_version = h.version where h.council_id = $1`,
});

/** Its charters, the newest first, with the council's key. */
export const chartersOf = statement({
  name: 'charters_of',
  takes: [uuid],
  gives: { version: int, createdAt: time, sealed, ownerId: uuid, wrapped },
  text: `select h.version, h.created_at, h.sealed, k.owner_id, k.wrapped
    from charter h join sealing_key k on k.owner_id = h.council_id where h.council_id = $1 order by h.version desc limit 40`,
});

/** Those who sit there or have landed, in the order in which they joined. */
export const membersOf = statement({
  name: 'members_of',
  takes: [uuid],
  gives: { accountId: uuid, role, state: word('membership_state', ['active', 'alumnus']), acceptedCharter: int },
  text: `select account_id, role, state, accepted_charter from membership
    where council_id = $1 and state in ('active', 'alumnus') order by joined_at, account_id`,
});

/** How many of its invitations still wait. */
export const promisedIn = statement({
  name: 'promised_in',
  takes: [uuid],
  gives: { count: int },
  text: `select count(*)::int as count from invitation
    where council_id = $1 and used_at is null and revoked_at is null and expires_at > moment()`,
});

/** What others said when they ended a seat of the viewer's, newest first. */
export const ownFarewells = statement({
  name: 'own_farewells',
  takes: [],
  gives: { accountId: uuid, endedAt: maybe(time), farewell: sealed, ownerId: uuid, wrapped },
  text: `select m.account_id, m.ended_at, m.farewell, k.owner_id, k.wrapped
    from membership m join sealing_key k on k.owner_id = m.council_id
    where m.account_id = viewer() and m.state in ('left', 'removed') and m.farewell is not null order by m.ended_at desc`,
});

type CouncilRow = { ownerId: string; rev: number; sealed: string };
type CharterRow = RowIn<typeof charterOf>;
type FarewellRow = RowIn<typeof ownFarewells>;

/** What a council says about itself. */
export const openAbout = (open: Ring['open'], { ownerId: id, rev, sealed: bytes }: CouncilRow) =>
  open(councilContent, { id, owner: id, rev }, bytes);

/** The council as its members read it. */
export function openCouncil(open: Ring['open'], row: RowIn<typeof councilOf>): CouncilDocument {
  const { ownerId: councilId, rev, closedAt, charterVersion, createdAt } = row;
  const facts = { councilId, rev, closed: closedAt !== null, charterVersion, createdAt: createdAt.toISOString() };
  return { ...openAbout(open, row), ...facts };
}

/** A version of the charter. */
export function openCharter(open: Ring['open'], councilId: string, { version, createdAt, sealed: bytes }: CharterRow) {
  const { text } = open(charterContent, { id: councilId, owner: councilId, rev: version }, bytes);
  return { version, text, writtenAt: createdAt.toISOString() };
}

/** What was said to the viewer when a council ended their seat. */
export function openFarewell(open: Ring['open'], { accountId, endedAt, farewell, ownerId: councilId }: FarewellRow) {
  const words = open(farewellContent, { id: accountId, owner: councilId, rev: 1 }, farewell);
  return { councilId, endedAt: endedAt?.toISOString() ?? null, ...words };
}

/** The names of the councils in which the viewer sits, by id. */
export function councilNames(open: Ring['open'], rows: readonly CouncilRow[]): Map<string, string> {
  return new Map(rows.map((row) => [row.ownerId, openAbout(open, row).name]));
}
