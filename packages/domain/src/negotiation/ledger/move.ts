import { invalid } from '../../kernel/error.ts';
import { type Component, emptyPackage, layOver, listSaid, type Package } from '../package.ts';

export const parties = ['candidate', 'employer'] as const;
export type Party = (typeof parties)[number];

export const moveKinds = ['propose', 'best-and-final', 'talk', 'accept', 'decline'] as const;
/** `talk` is words without a figure; it does not pass the turn. `decline` says no to what is on the table. */
export type MoveKind = (typeof moveKinds)[number];

export const moveChannels = ['call', 'video', 'meeting', 'mail', 'message'] as const;
export type MoveChannel = (typeof moveChannels)[number];

export const firmnesses = ['fixed', 'difficult', 'possible', 'unclear'] as const;
export type Firmness = (typeof firmnesses)[number];

export const counterparts = ['recruiter', 'manager', 'other'] as const;
/** Who it was said to, or who said it, on the employer's side. */
export type Counterpart = (typeof counterparts)[number];

/** Who it was, as it stands beside the time, and what differs with them. */
export const counterpartWords: Record<Counterpart, { label: string; hint: string }> = {
  recruiter: { label: 'the recruiter', hint: 'A recruiter carries it on: one sentence that can be repeated without you.' },
  manager: { label: 'the hiring manager', hint: 'With the manager, what you need to succeed comes first, then the money.' },
  other: { label: 'somebody else there', hint: 'Ask who decides, and say it to them too.' },
};

/** The channel of a move, as it stands beside its time. */
export const channelWords: Record<MoveChannel, string> = {
  call: 'call',
  video: 'video',
  meeting: 'in person',
  mail: 'mail',
  message: 'message',
};

export const leanings = ['first', 'second'] as const;
/** Which of two packages. */
export type Leaning = (typeof leanings)[number];

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

/** A move as somebody reads it who has read the ledger since then: not what was corrected away before. */
export function moveForReader(move: KeptMove, since: Date): KeptMove {
  const earlier = move.earlier.filter(({ until }) => Date.parse(until) >= since.getTime());
  return { ...move, earlier, cites: blurCited(move.cites) };
}

/**
 * What one step of the ledger says. `words` are the exact words; `about` says to which components they and `firmness` belong,
 * null when nobody chose; `heard` says it of single components otherwise.
 */
export type MoveContent = {
  party: Party;
  kind: MoveKind;
  channel: MoveChannel;
  /** null when nobody said. */
  counterpart: Counterpart | null;
  package: Package;
  /** Another package of the same worth, laid beside the first for the other side to choose. */
  second?: Package | null | undefined;
  /** To which of the two the other side leaned; null while nobody could tell. */
  leaned?: Leaning | null | undefined;
  words: string;
  firmness: Firmness;
  heard: Heard[];
  about: Component[] | null;
  cites: Cited | null;
};

export type Move = MoveContent & { moveId: string; at: string };

/** What a move said until it was corrected, and when that was. A citation is not part of it. */
export type Earlier = { until: string; was: Omit<Move, 'moveId' | 'cites' | 'leaned'> };

/** A move with the revision that a correction is based on, and what it said before, oldest first. */
export type KeptMove = Move & { rev: number; earlier: Earlier[] };

/** A line in the place of a move that was taken out of the ledger. */
export type RemovedMove = { moveId: string; at: string; removedAt: string };

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

/** What a move puts on the table: of two packages the one that the other side leaned to, else the first. */
export function putOf(move: Pick<MoveContent, 'package' | 'second' | 'leaned'>): Package {
  return move.leaned === 'second' && move.second ? move.second : move.package;
}

/** The package of a move, or its two. */
export function putsOf({ package: first, second }: Pick<MoveContent, 'package' | 'second'>): Package[] {
  return second ? [first, second] : [first];
}

/** What the employer has put on the table: what a move does not name stays as they last said it. */
function offered(moves: readonly MoveContent[]): Package {
  const theirs = moves.filter((move) => move.party === 'employer' && proposes(move));
  return theirs.reduce((sum, move) => layOver(sum, putOf(move)), emptyPackage);
}

/** What each of two packages amounts to, with what stands as they had last offered it; null for a move with one. */
export function layTwo(earlier: readonly MoveContent[], move: MoveContent): { first: Package; second: Package } | null {
  if (!move.second || !proposes(move)) return null;
  const under = offered(earlier);
  return { first: layOver(under, move.package), second: layOver(under, move.second) };
}

/**
 * The package of one side after these moves (in order), or null when it has put nothing on the table. What an ask does not
 * name stands as the employer has offered it by now; an earlier ask stands for nothing.
 */
export function findStanding(moves: readonly MoveContent[], party: Party): Package | null {
  const last = moves.findLast((move) => move.party === party && proposes(move));
  if (!last) return null;
  const stands = party === 'employer' ? offered(moves) : layOver(offered(moves), putOf(last));
  return listSaid(stands).length > 0 ? stands : null;
}

/** The components that a move's words are about: those that were chosen, else the only one that it names. */
export function spokenOf({ about, package: figures, second }: Pick<MoveContent, 'about' | 'package' | 'second'>): Component[] {
  if (about !== null) return about;
  const all = [...new Set([figures, ...(second ? [second] : [])].flatMap(listSaid))];
  return all.length === 1 ? all : [];
}

/** Whether a move of the employer refuses something: a no, their last word, or a component that they call fixed. */
function refuses(move: MoveContent): boolean {
  if (move.kind === 'decline' || move.kind === 'best-and-final') return true;
  const fixed = move.firmness === 'fixed' && (spokenOf(move).length > 0 || move.words.trim() !== '');
  return fixed || move.heard.some((one) => one.firmness === 'fixed');
}

/** Whether something they have refused is still refused: they have offered nothing more since. */
export function hasRefused(earlier: readonly Move[]): boolean {
  const theirs = earlier.filter((one) => one.party === 'employer');
  const lastYes = theirs.findLastIndex((one) => proposes(one) && !refuses(one));
  return theirs.slice(lastYes + 1).some(refuses);
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
