/** What it costs to begin a stretch that is removed or added: one long edit is likelier than two short ones. */
const opening = 3;

const never = 1 << 28;

export type Pieces = readonly string[];

type Side = { pieces: Int32Array; lengths: Int32Array };
/** The least cost by how it ends: with a piece that both have, with one removed, in any way. */
type Row = { matched: Int32Array; removed: Int32Array; best: Int32Array };

/** Pieces as numbers that are equal where the pieces are: comparing them is most of the work. */
function numbered(before: Pieces, after: Pieces): [Side, Side] {
  const known = new Map<string, number>();
  const numberOf = (piece: string) => {
    const number = known.get(piece) ?? known.size;
    known.set(piece, number);
    return number;
  };
  const sideOf = (pieces: Pieces) => ({
    pieces: Int32Array.from(pieces, numberOf),
    lengths: Int32Array.from(pieces, ({ length }) => length),
  });
  return [sideOf(before), sideOf(after)];
}

const turned = ({ pieces, lengths }: Side): Side => ({ pieces: pieces.toReversed(), lengths: lengths.toReversed() });

function firstRow({ pieces, lengths }: Side): Row {
  const width = pieces.length + 1;
  const [matched, removed, best] = [new Int32Array(width).fill(never), new Int32Array(width).fill(never), new Int32Array(width)];
  matched[0] = 0;
  for (let j = 1, cost = opening; j < width; j += 1) {
    cost += lengths[j - 1] ?? 0;
    best[j] = cost;
  }
  return { matched, removed, best };
}

function nextRow(above: Row, piece: number, length: number, { pieces, lengths }: Side): Row {
  const width = pieces.length + 1;
  const [matched, removed, best] = [new Int32Array(width), new Int32Array(width), new Int32Array(width)];
  let added = never;
  for (let j = 0; j < width; j += 1) {
    const same = j > 0 && piece === pieces[j - 1] ? (above.best[j - 1] ?? never) : never;
    const gone = Math.min(above.removed[j] ?? never, (above.best[j] ?? never) + opening) + length;
    if (j > 0) added = Math.min(added, (best[j - 1] ?? never) + opening) + (lengths[j - 1] ?? 0);
    matched[j] = same;
    removed[j] = gone;
    best[j] = Math.min(same, gone, added);
  }
  return { matched, removed, best };
}

/** The least cost to write the first `i` pieces into the first `j` of the others, for the wanted rows `i` (Gotoh 1982). */
function fillRows(before: Side, after: Side, wanted: (row: number) => boolean): Map<number, Row> {
  const rows = new Map<number, Row>();
  let row = firstRow(after);
  if (wanted(0)) rows.set(0, row);
  before.pieces.forEach((piece, at) => {
    row = nextRow(row, piece, before.lengths[at] ?? 0, after);
    if (wanted(at + 1)) rows.set(at + 1, row);
  });
  return rows;
}

/** What may have become of one piece: where it may stand in the newer text, where most likely, and whether it may be gone. */
export type Fate = { places: number[]; best: number | null; gone: boolean };

/**
 * The fate of the wanted pieces of `before`, among all ways to write it into `after` that cost at most `margin` more than the
 * cheapest (Vingron and Argos 1990): where those ways disagree, nobody knows where a piece stands.
 */
export function followPieces(
  before: Pieces,
  after: Pieces,
  wanted: (piece: number) => boolean,
  margin: number,
): (piece: number) => Fate {
  const [older, newer] = numbered(before, after);
  const count = before.length;
  const ahead = fillRows(older, newer, (row) => row > 0 && wanted(row - 1));
  const back = fillRows(turned(older), turned(newer), (row) => row < count && wanted(count - row - 1));
  return (piece) => fateOf(ahead.get(piece + 1), back.get(count - piece - 1), margin);
}

function fateOf(ahead: Row | undefined, back: Row | undefined, margin: number): Fate {
  if (!ahead || !back) return { places: [], best: null, gone: true };
  const last = ahead.best.length - 1;
  const costs = ahead.matched.map((cost, j) => cost + (back.best[last - j] ?? never));
  const ends = ahead.removed.map(
    (cost, j) => cost + Math.min(back.best[last - j] ?? never, (back.removed[last - j] ?? never) - opening),
  );
  const [kept, gone] = [costs.reduce((a, b) => Math.min(a, b)), ends.reduce((a, b) => Math.min(a, b))];
  const limit = Math.min(kept, gone) + margin;
  const places = [...costs.keys()].filter((j) => (costs[j] ?? never) <= limit).map((j) => j - 1);
  return { places, best: kept <= gone ? costs.indexOf(kept) - 1 : null, gone: gone <= limit };
}
