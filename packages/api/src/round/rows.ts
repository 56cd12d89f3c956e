import { content } from '@parley/db/memory';
import type { Ring } from '@parley/db/ring';
import { bool, bytes, int, maybe, type RowIn, sealed, statement, text, time, uuid, word, wrapped } from '@parley/db/statement';
import { CounterFields, RoundFields } from '@parley/domain/round/input';
import { type RoundState, roundStates } from '@parley/domain/round/round';
import type { RoundStanding } from '@parley/domain/round/seats';
import type { AuthoredCounter } from './counter-store.ts';
import type { Round } from './store.ts';

export const roundContent = content('round', RoundFields);
export const counterContent = content('sealed_counter', CounterFields);
const state = word('round_state', roundStates);

/** The rounds that the viewer may read and that are open, oldest first. */
export const openRounds = statement({
  name: 'open_rounds',
  takes: [],
  gives: { id: uuid, opportunityId: uuid, ownerId: uuid, quorum: int, deadlineAt: maybe(time) },
  text: `select r.id, i.opportunity_id, r.owner_id, r.quorum, r.deadline_at from round r join item i on i.id = r.id
    where r.state = 'open' order by r.id`,
});

/** Who can read each of them, as far as the viewer may know. */
export const openRoundReaders = statement({
  name: 'open_round_readers',
  takes: [],
  gives: { roundId: uuid, accountId: uuid },
  text: `select r.id as round_id, one as account_id from round r, item_readers(r.id) one where r.state = 'open'`,
});

/** Who has sealed and not left since; neither when nor in which order. */
export const openRoundSeats = statement({
  name: 'open_round_seats',
  takes: [],
  gives: { roundId: uuid, accountId: uuid },
  text: `select r.id as round_id, one as account_id from round r, round_seats(r.id) one where r.state = 'open'`,
});

/** A round that the viewer may read, with its owner's key. */
export const roundOf = statement({
  name: 'round_of',
  takes: [uuid],
  gives: {
    id: uuid,
    negotiationId: uuid,
    opportunityId: uuid,
    ownerId: uuid,
    number: int,
    rev: int,
    state,
    quorum: int,
    named: bool,
    deadlineAt: maybe(time),
    sealed,
    wrapped,
  },
  text: `select r.id, r.negotiation_id, i.opportunity_id, r.owner_id, r.number, r.rev, r.state, r.quorum, r.named, r.deadline_at,
      r.sealed, k.wrapped
    from round r join item i on i.id = r.id join sealing_key k on k.owner_id = r.owner_id where r.id = $1`,
});

/** The rounds of an opportunity that the viewer may read, oldest first. */
export const roundsOf = statement({
  name: 'rounds_of',
  takes: [uuid],
  gives: { id: uuid, negotiationId: uuid, ownerId: uuid, number: int, state },
  text: `select r.id, r.negotiation_id, r.owner_id, r.number, r.state from round r join item i on i.id = r.id
    where i.opportunity_id = $1 order by r.id`,
});

/** Who has sealed in a round and not left since; neither when nor in which order. */
export const roundSeats = statement({
  name: 'round_seats',
  takes: [uuid],
  gives: { id: uuid },
  text: 'select r as id from round_seats($1) r',
});

/** What the viewer may see of what was sealed: their own until the reveal, all after it. */
export const countersOf = statement({
  name: 'counters_of',
  takes: [uuid],
  gives: { authorId: uuid, late: bool, rev: int, sealed },
  text: 'select author_id, late, rev, sealed from sealed_counter where round_id = $1 order by author_id',
});

/** How many other rounds of the same negotiation are open. */
export const othersOpen = statement({
  name: 'others_open',
  takes: [uuid],
  gives: { count: int },
  text: `select count(*)::int as count from round r
    where r.state = 'open' and r.id <> $1 and r.negotiation_id = (select of.negotiation_id from round of where of.id = $1)`,
});

/** Holds the round until the end of the transaction: sealing, revealing and opening happen one after the other. */
export const holdRound = statement({
  name: 'hold_round',
  takes: [uuid],
  gives: { state: maybe(state) },
  text: 'select hold_round($1) as state',
});

/** Reveals the round if that is due, and tells its owner and those asked whom the viewer knows. The database looks for itself. */
export const settleRound = statement({
  name: 'settle_round',
  takes: [uuid],
  gives: {},
  text: `with done as (select reveal_round_when_due($1) as revealed)
    insert into notification (id, recipient_id, actor_id, kind, item_id, at)
    select gen_random_uuid(), person.id, viewer(), 'roundRevealed', $1, moment()
    from done, (select i.owner_id as id from item i where i.id = $1 union select r from item_readers($1) r) person
    where done.revealed and person.id <> viewer() and sits_with(person.id)`,
});

export const addCounter = statement({
  name: 'add_counter',
  takes: [uuid, bool, bytes],
  gives: {},
  text: 'insert into sealed_counter (round_id, author_id, late, rev, sealed) values ($1, viewer(), $2, 1, $3)',
});

export const replaceCounter = statement({
  name: 'replace_counter',
  takes: [uuid, int, bytes],
  gives: { hit: text },
  text: `with hit as (
      update sealed_counter set rev = $2 + 1, sealed = $3 where round_id = $1 and author_id = viewer() and rev = $2 returning 1)
    select must_hit(count(*))::text as hit from hit`,
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

export const counterBind = (roundId: string, authorId: string, owner: string, rev: number) => ({
  id: `${roundId}:${authorId}`,
  owner,
  rev,
});

/** What was sealed in a round, under its owner's key. */
export function openCounter(open: Ring['open'], round: Round, row: CounterRow): AuthoredCounter {
  const { authorId, late, rev } = row;
  const counter = open(counterContent, counterBind(round.roundId, authorId, round.ownerId, rev), row.sealed);
  return { authorId, late, ...counter };
}

type Facts = { state: RoundState; ownerId: string; quorum: number; deadlineAt: Date | string | null };
type Ids = readonly { id: string }[];

/** A round as the rules ask for it. */
export function standingOf({ state: now, ownerId, quorum, deadlineAt }: Facts, readers: Ids, seats: Ids): RoundStanding {
  const by = deadlineAt instanceof Date ? deadlineAt.toISOString() : deadlineAt;
  const readerIds = readers.map(({ id }) => id).filter((id) => id !== ownerId);
  return { state: now, ownerId, readerIds, sealedIds: seats.map(({ id }) => id), quorum, deadlineAt: by };
}
