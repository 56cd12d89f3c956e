import { content } from '@parley/db/memory';
import type { Ring } from '@parley/db/ring';
import { bool, int, maybe, type RowIn, sealed, statement, time, uuid, word, wrapped } from '@parley/db/statement';
import { CounterFields, RoundFields } from '@parley/domain/round/input';
import { type Counter, type RoundDocument, type RoundState, roundStates } from '@parley/domain/round/round';
import type { RoundStanding, Tally } from '@parley/domain/round/seats';

/** A round without anything that was sealed in it. */
export type Round = {
  roundId: string;
  negotiationId: string;
  opportunityId: string;
  ownerId: string;
  number: number;
  rev: number;
  state: RoundState;
  quorum: number;
  named: boolean;
  deadlineAt: string | null;
  document: RoundDocument;
};

/** `frozen`: it was among what was revealed, and stays. */
export type AuthoredCounter = Counter & { authorId: string; late: boolean; frozen: boolean };

export const roundContent = content('round', RoundFields);
export const counterContent = content('sealed_counter', CounterFields);
export const stateWord = word('round_state', roundStates);

/** The rounds that the viewer may read and that are open, oldest first. */
export const openRounds = statement({
  name: 'open_rounds',
  takes: [],
  gives: { id: uuid, opportunityId: uuid, ownerId: uuid, quorum: int, deadlineAt: maybe(time) },
  text: `select r.id, i.opportunity_id, r.owner_id, r.quorum, r.deadline_at from round r join item i on i.id = r.id
    where r.state = 'open' order by r.id`,
});

/** In which of them the viewer has sealed. */
export const sealedOpenRounds = statement({
  name: 'sealed_open_rounds',
  takes: [],
  gives: { roundId: uuid },
  text: `select s.round_id from sealed_counter s join round r on r.id = s.round_id and r.state = 'open' where s.author_id = viewer()`,
});

/** How many others sit in a council with the viewer: the most that a round of theirs can ask. */
export const countPeers = statement({
  name: 'count_peers',
  takes: [],
  gives: { count: int },
  text: `select count(distinct o.account_id)::int as count from membership o join membership m on m.council_id = o.council_id
    where m.account_id = viewer() and m.state = 'active' and o.state = 'active' and o.account_id <> viewer()`,
});

const tally = { asked: int, answered: int, given: int };

/** How far the viewer's own open rounds are, in numbers alone. */
export const ownTallies = statement({
  name: 'own_tallies',
  takes: [],
  gives: { roundId: uuid, ...tally },
  text: `select r.id as round_id, t.asked, t.answered, t.given from round r, round_tally(r.id) t
    where r.state = 'open' and r.owner_id = viewer()`,
});

const wholeRound = {
  id: uuid,
  negotiationId: uuid,
  opportunityId: uuid,
  ownerId: uuid,
  number: int,
  rev: int,
  state: stateWord,
  quorum: int,
  named: bool,
  deadlineAt: maybe(time),
  remindedAt: maybe(time),
  sealed,
  wrapped,
};
const wholeText = `select r.id, r.negotiation_id, i.opportunity_id, r.owner_id, r.number, r.rev, r.state, r.quorum, r.named,
    r.deadline_at, r.reminded_at, r.sealed, k.wrapped
  from round r join item i on i.id = r.id join sealing_key k on k.owner_id = r.owner_id`;

/** A round that the viewer may read, with its owner's key. */
export const roundOf = statement({ name: 'round_of', takes: [uuid], gives: wholeRound, text: `${wholeText} where r.id = $1` });

/** The rounds of one negotiation, oldest first. */
export const roundsBeside = statement({
  name: 'rounds_beside',
  takes: [uuid],
  gives: wholeRound,
  text: `${wholeText} where r.negotiation_id = $1 order by r.number`,
});

/** The rounds of an opportunity that the viewer may read, oldest first. */
export const roundsOf = statement({
  name: 'rounds_of',
  takes: [uuid],
  gives: { id: uuid, negotiationId: uuid, ownerId: uuid, number: int, state: stateWord },
  text: `select r.id, r.negotiation_id, r.owner_id, r.number, r.state from round r join item i on i.id = r.id
    where i.opportunity_id = $1 order by r.id`,
});

/** How far a round is now, in numbers alone: for the rules, and no answer's. */
export const tallyOf = statement({
  name: 'tally_of',
  takes: [uuid],
  gives: tally,
  text: 'select asked, answered, given from round_tally($1)',
});

/** How far a round of the viewer's own was at the last set moment: what happened since has no number yet. */
export const shownTallyOf = statement({
  name: 'shown_tally_of',
  takes: [uuid],
  gives: tally,
  text: 'select asked, answered, given from shown_tally($1)',
});

/** What the viewer may see of what was sealed: their own until the reveal, all after it. */
export const countersOf = statement({
  name: 'counters_of',
  takes: [uuid],
  gives: { authorId: uuid, late: bool, frozen: bool, abstained: bool, rev: int, sealed },
  text: 'select author_id, late, frozen, abstained, rev, sealed from sealed_counter where round_id = $1 order by author_id',
});

/** How many other rounds of the same negotiation are open. */
export const othersOpen = statement({
  name: 'others_open',
  takes: [uuid],
  gives: { count: int },
  text: `select count(*)::int as count from round r
    where r.state = 'open' and r.id <> $1 and r.negotiation_id = (select of.negotiation_id from round of where of.id = $1)`,
});

type RoundRow = RowIn<typeof roundOf>;
type CounterRow = RowIn<typeof countersOf>;

/** A round under its owner's key. */
export function openRound(open: Ring['open'], row: RoundRow): Round {
  const { id, negotiationId, opportunityId, ownerId, number, rev, quorum, named } = row;
  const document = open(roundContent, { id, owner: ownerId, rev }, row.sealed);
  const deadlineAt = row.deadlineAt?.toISOString() ?? null;
  const facts = { roundId: id, negotiationId, opportunityId, ownerId, number, rev, state: row.state, quorum, named };
  return { ...facts, deadlineAt, document };
}

/** Of which row and revision a round's content is. */
export const roundBind = ({ id, ownerId }: { id: string; ownerId: string }, rev: number) => ({ id, owner: ownerId, rev });

export const counterBind = (roundId: string, authorId: string, owner: string, rev: number) => ({
  id: `${roundId}:${authorId}`,
  owner,
  rev,
});

/** What was sealed in a round, under its owner's key. */
export function openCounter(open: Ring['open'], round: Round, row: CounterRow): AuthoredCounter {
  const { authorId, late, frozen, rev } = row;
  const counter = open(counterContent, counterBind(round.roundId, authorId, round.ownerId, rev), row.sealed);
  return { authorId, late, frozen, ...counter };
}

type Facts = { state: RoundState; ownerId: string; quorum: number; deadlineAt: Date | null };
type Ids = readonly { id: string }[];

/** What tells who can read a round, whose seal the viewer may know, how far it is, and what is asked beside it. */
export type Around = { readers: Ids; seats: Ids; tally: readonly Tally[]; beside: readonly { asked: boolean }[] };

/** A round as the rules ask for it. */
export function standingOf(
  { state: now, ownerId, quorum, deadlineAt }: Facts,
  { readers, seats, tally: [far], beside }: Around,
): RoundStanding {
  const readerIds = readers.map(({ id }) => id).filter((id) => id !== ownerId);
  const sealedIds = seats.map(({ id }) => id);
  const by = deadlineAt?.toISOString() ?? null;
  const how = {
    tally: far ?? { asked: 0, answered: 0, given: 0 },
    elsewhere: now !== 'open' && beside.some(({ asked }) => asked),
  };
  return { state: now, ownerId, readerIds, sealedIds, quorum, deadlineAt: by, ...how };
}
