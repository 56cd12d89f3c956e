import { invalid } from '../../kernel/error.ts';
import { type Component, emptyPackage, layOver, listNamed, type Package } from '../package.ts';

export const parties = ['candidate', 'employer'] as const;
export type Party = (typeof parties)[number];

export const moveKinds = ['propose', 'best-and-final', 'talk', 'accept', 'decline'] as const;
/** `talk` is words without a figure; it does not pass the turn. `decline` says no to what is on the table. */
export type MoveKind = (typeof moveKinds)[number];

export const moveChannels = ['call', 'video', 'meeting', 'mail', 'message'] as const;
export type MoveChannel = (typeof moveChannels)[number];

export const firmnesses = ['fixed', 'difficult', 'possible', 'unclear'] as const;
export type Firmness = (typeof firmnesses)[number];

/** The channel of a move, as it stands beside its time. */
export const channelWords: Record<MoveChannel, string> = {
  call: 'call',
  video: 'video',
  meeting: 'in person',
  mail: 'mail',
  message: 'message',
};

/** How firm they sounded about one component in particular. */
export type Heard = { component: Component; firmness: Firmness };

/**
 * A competing offer that is named: one that there was, of the same owner, when it was cited. `as` is the alias of its
 * employer then, which is all that others get; for them `offerId` is empty.
 */
export type Cited = { offerId: string; as: string };

/** A citation as somebody else than its owner reads it. */
export function blurCited(cites: Cited | null): Cited | null {
  return cites && { offerId: '', as: cites.as };
}

/** What one step of the ledger says. `words` are the exact words; `heard` refines `firmness` for single components. */
export type MoveContent = {
  party: Party;
  kind: MoveKind;
  channel: MoveChannel;
  package: Package;
  words: string;
  firmness: Firmness;
  heard: Heard[];
  cites: Cited | null;
};

export type Move = MoveContent & { moveId: string; at: string };

/** A move with the revision that a correction is based on. */
export type KeptMove = Move & { rev: number };

/** Whose turn it is, and since when. */
export type Turn =
  | { state: 'not-begun' }
  | { state: 'theirs' | 'yours'; since: string }
  | { state: 'accepted'; by: Party; since: string };

/** Moves in the order in which they were made; those of one moment keep the order in which they were written down. */
export function orderMoves(moves: readonly Move[]): Move[] {
  return [...moves].sort((a, b) => (a.at === b.at ? (a.moveId < b.moveId ? -1 : 1) : a.at < b.at ? -1 : 1));
}

/** True for a move that puts figures on the table. */
export function proposes(move: MoveContent): boolean {
  return move.kind === 'propose' || move.kind === 'best-and-final';
}

/** The package of one side after these moves, or null when it has put nothing on the table. */
export function findStanding(moves: readonly Move[], party: Party): Package | null {
  const theirs = moves.filter((move) => move.party === party && proposes(move));
  const stands = theirs.reduce((sum, move) => layOver(sum, move.package), emptyPackage);
  return listNamed(stands).length > 0 ? stands : null;
}

/** Whose turn it is after these moves (in order). Talk passes nothing; acceptance ends it. */
export function findTurn(moves: readonly Move[]): Turn {
  const steps = moves.filter((move) => move.kind !== 'talk');
  const last = steps.at(-1);
  if (!last) return { state: 'not-begun' };
  if (last.kind === 'accept') return { state: 'accepted', by: last.party, since: last.at };
  const lastOfOther = steps.findLastIndex((move) => move.party !== last.party);
  const since = steps[lastOfOther + 1]?.at ?? last.at;
  return { state: last.party === 'candidate' ? 'theirs' : 'yours', since };
}

const clockGrace = 5 * 60_000;

/** A move is something that happened. Throws `invalid` beside `move.at` for a time in the future. */
export function refuseFuture(at: string, now: Date): void {
  if (Date.parse(at) > now.getTime() + clockGrace)
    throw invalid('move.at', 'This is in the future. A move is written down once it has been made.');
}
