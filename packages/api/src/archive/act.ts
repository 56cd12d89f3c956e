import { newId } from '@parley/db/id';
import { content } from '@parley/db/memory';
import type { Ring } from '@parley/db/ring';
import { type Bound, bytes, int, sealed, statement, uuid, wrapped } from '@parley/db/statement';
import { Archive, type ArchiveRow, canBring, countRows, largestArchive, replaceIds } from '@parley/domain/archive/archive';
import { type BringArchive, PieceContent, type SendPiece } from '@parley/domain/archive/input';
import { allow } from '@parley/domain/kernel/decision';
import { DomainError } from '@parley/domain/kernel/error';
import type { z } from 'zod';
import { ownKey } from '../identity/rows.ts';
import { act } from '../write.ts';
import type { KeptTable } from './rows.ts';
import { keptTables } from './view.ts';

const pieceContent = content('archive_piece', PieceContent);
const pieceId = (arrivalId: string, number: number) => `${arrivalId}:${number}`;

const addPiece = statement({
  name: 'add_archive_piece',
  takes: [uuid, int, bytes],
  gives: {},
  text: `insert into archive_piece (account_id, arrival_id, number, sealed) values (viewer(), $1, $2, $3)
    on conflict (account_id, arrival_id, number) do nothing`,
});

const piecesOf = statement({
  name: 'archive_pieces_of',
  takes: [uuid],
  gives: { ownerId: uuid, number: int, sealed, wrapped },
  text: `select p.account_id as owner_id, p.number, p.sealed, k.wrapped from archive_piece p
    join sealing_key k on k.owner_id = p.account_id where p.account_id = viewer() and p.arrival_id = $1 order by p.number`,
});

const dropPieces = statement({
  name: 'drop_archive_pieces',
  takes: [],
  gives: {},
  text: 'delete from archive_piece where account_id = viewer()',
});

const countPieces = statement({
  name: 'count_archive_pieces',
  takes: [],
  gives: { pieces: int },
  text: 'select count(*)::int as pieces from archive_piece where account_id = viewer()',
});

/** What the viewer keeps already, while nobody else of them adds to it. */
const ownHoldings = statement({
  name: 'own_holdings',
  takes: [],
  gives: { opportunities: int, lists: int },
  text: `select (select count(*) from item where owner_id = viewer())::int as opportunities,
    ((select count(*) from proof where owner_id = viewer()) + (select count(*) from commitment where owner_id = viewer())
      + (select count(*) from gratitude where account_id = viewer())
      + (select count(*) from hunt where account_id = viewer()))::int as lists
    from account where id = viewer() for update of account`,
});

const mostPieces = 1_200;

/** Keeps one piece of an archive on its way in; pieces that are never brought are swept after a day. */
export const sendingPiece = act({
  facts: () => ({ key: ownKey(), count: countPieces() }),
  decide({ rows, seal, viewer }, { arrivalId, number, text }: z.output<typeof SendPiece>) {
    if ((rows.count[0]?.pieces ?? 0) >= mostPieces) throw refusal('Too much is on its way already. Try again tomorrow.');
    const bind = { id: pieceId(arrivalId, number), owner: viewer.id, rev: 1 };
    return { changes: [addPiece(arrivalId, number, seal(pieceContent, bind, { text }))], answer: { done: true } };
  },
});

const refusal = (sentence: string) => new DomainError('invalid', sentence, { path: 'archive' });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal('This file is not whole: it cannot be read to its end. Take the archive again.');
  }
}

/** The archive in a text. Throws `invalid` with what is wrong with it. */
function readArchive(text: string): Archive {
  const parsed = Archive.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw refusal(parsed.error.issues[0]?.message ?? 'This file is not an archive of Parley.');
}

/** The rows of each table in the form that the table declares; what an archive does not have is empty. */
function checkRows({ tables }: Archive): Map<KeptTable, ArchiveRow[]> {
  const known = Object.values(keptTables).flat();
  const unknown = Object.keys(tables).find((name) => known.every(({ table }) => table !== name));
  if (unknown !== undefined) throw refusal(`This archive holds “${unknown.slice(0, 40)}”, which this Parley does not know.`);
  return new Map(
    known.map((one) => {
      const rows = (tables[one.table] ?? []).map((row, at) => {
        const parsed = one.form.safeParse(row);
        if (parsed.success) return parsed.data;
        const where = parsed.error.issues[0]?.path.join('.') ?? '';
        throw refusal(
          `Row ${at + 1} of “${one.table}” in this archive is not as it should be (${where}). Nothing was brought in.`,
        );
      });
      return [one, rows];
    }),
  );
}

/** Every row gets an id of its own here, in the order of the old ones; the old account's id becomes the viewer's. */
function freshIds({ tables }: Archive, viewerId: string): Map<string, string> {
  const old = new Set(
    Object.values(tables)
      .flat()
      .flatMap(({ id }) => (typeof id === 'string' ? [id] : [])),
  );
  const fresh = new Map([...old].sort().map((id) => [id, newId()]));
  for (const { id } of tables.account ?? []) if (typeof id === 'string') fresh.set(id, viewerId);
  return fresh;
}

/** Parents before what hangs on them; of items the opportunities first. */
const byParent = (table: string, rows: readonly ArchiveRow[]) =>
  table === 'item'
    ? rows.toSorted((one, other) => Number(one.kind !== 'opportunity') - Number(other.kind !== 'opportunity'))
    : rows;

/** What is written to put all of it back, in an order in which each row finds what it hangs on. */
function returning(checked: Map<KeptTable, ArchiveRow[]>, seal: Ring['seal'], viewerId: string) {
  const here = new Set<string>();
  const changes: Bound<unknown>[] = [];
  const afterwards: Bound<unknown>[] = [];
  const returned: Record<string, number> = {};
  for (const [{ table, returns }, rows] of checked) {
    if (!returns) continue;
    const { on, hold, settle } = returns;
    for (const row of byParent(table, rows)) {
      if (on !== undefined && !here.has(String(row[on]))) continue;
      changes.push(hold(seal, row, viewerId));
      afterwards.push(...settle(row));
      if (typeof row.id === 'string') here.add(row.id);
      returned[table] = (returned[table] ?? 0) + 1;
    }
  }
  return { changes: [...changes, ...afterwards], returned };
}

/** Where each file of an archive belongs now: its bytes come after it, because they are no text. */
const filesOf = ({ tables }: Archive, ids: ReadonlyMap<string, string>) =>
  (tables.attachment ?? []).flatMap(({ id, offerId }) => {
    const offer = ids.get(String(offerId));
    return typeof id === 'string' && offer !== undefined ? [{ attachmentId: id, offerId: offer }] : [];
  });

/** Brings a whole archive into an empty account, or refuses it and changes nothing. */
export const bringingArchive = act({
  facts: ({ arrivalId }: z.output<typeof BringArchive>) => ({ held: ownHoldings(), pieces: piecesOf(arrivalId) }),
  decide({ rows, open, seal, viewer }, { arrivalId, pieces }) {
    allow(canBring(rows.held[0] ?? { opportunities: 0, lists: 0 }));
    if (rows.pieces.length !== pieces) throw refusal('This archive did not arrive whole. Send it again.');
    const text = rows.pieces
      .map((row) => open(pieceContent, { id: pieceId(arrivalId, row.number), owner: row.ownerId, rev: 1 }, row.sealed).text)
      .join('');
    if (text.length > largestArchive) throw refusal('This archive is too large to be brought in at once.');
    const brought = readArchive(text);
    const ids = freshIds(brought, viewer.id);
    const archive = readArchive(replaceIds(text, ids));
    const { changes, returned } = returning(checkRows(archive), seal, viewer.id);
    return {
      changes: [...changes, dropPieces()],
      answer: { returned, held: countRows(archive.tables), files: filesOf(brought, ids) },
    };
  },
});
