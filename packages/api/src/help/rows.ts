import { content } from '@parley/db/memory';
import type { Ring } from '@parley/db/ring';
import {
  bytes,
  holdTurn,
  int,
  maybe,
  mustChange,
  type RowIn,
  sealed,
  statement,
  time,
  uuid,
  wrapped,
} from '@parley/db/statement';
import type { HelpAnswer, HelpRequest } from '@parley/domain/help/help';
import { AnswerContent, HelpContent } from '@parley/domain/help/input';
import { seatColumns, seatsText } from '../council/change-rows.ts';

export const helpContent = content('help_request', HelpContent);
export const answerContent = content('help_answer', AnswerContent);

const request = { id: uuid, ownerId: uuid, rev: int, sealed, createdAt: time, settledAt: maybe(time), wrapped };
const requestColumns = 'h.id, h.asker_id as owner_id, h.rev, h.sealed, h.created_at, h.settled_at, k.wrapped';
const requests = 'help_request h join sealing_key k on k.owner_id = h.asker_id';
const answer = { id: uuid, helpId: uuid, ownerId: uuid, authorId: uuid, sealed, createdAt: time };
const answerText = `select a.id, a.help_id, h.asker_id as owner_id, a.author_id, a.sealed, a.created_at
  from help_answer a join help_request h on h.id = a.help_id`;

/** What is asked at a table, newest last. */
export const helpOf = statement({
  name: 'help_of',
  takes: [uuid],
  gives: request,
  text: `select ${requestColumns} from ${requests} where h.council_id = $1 and h.withdrawn_at is null order by h.id`,
});

/** The answers to all of it. */
export const answersOf = statement({
  name: 'answers_of',
  takes: [uuid],
  gives: answer,
  text: `${answerText} where a.council_id = $1 order by a.id`,
});

/** One request with its council. */
export const helpIn = statement({
  name: 'help_in',
  takes: [uuid],
  gives: { ...request, councilId: uuid, closedAt: maybe(time) },
  text: `select ${requestColumns}, h.council_id, c.closed_at
    from ${requests} join council c on c.id = h.council_id
    where h.id = $1 and h.withdrawn_at is null`,
});

/** The answers to one. */
export const answersTo = statement({
  name: 'answers_to',
  takes: [uuid],
  gives: answer,
  text: `${answerText} where a.help_id = $1 order by a.id`,
});

/** All places at the table where it is asked. */
export const seatsBesideHelp = statement({
  name: 'seats_beside_help',
  takes: [uuid],
  gives: seatColumns,
  text: `${seatsText} where council_id = (select h.council_id from help_request h where h.id = $1)`,
});

/** One change of a request at a time. */
export const holdHelp = holdTurn({ name: 'hold_help', turn: 'hashtextextended($1::uuid::text, 41)' });

export const addHelp = statement({
  name: 'add_help',
  takes: [uuid, uuid, bytes, time],
  gives: {},
  text: 'insert into help_request (id, council_id, asker_id, sealed, created_at) values ($1, $2, viewer(), $3, $4)',
});

export const replaceHelp = mustChange({
  name: 'replace_help',
  takes: [uuid, int, bytes, maybe(time)],
  text: 'update help_request set rev = $2 + 1, sealed = $3, settled_at = $4 where id = $1 and rev = $2',
});

export const dropHelp = mustChange({
  name: 'drop_help',
  takes: [uuid],
  text: 'delete from help_request where id = $1',
});

export const addAnswer = statement({
  name: 'add_answer',
  takes: [uuid, uuid, uuid, bytes, time],
  gives: {},
  text: 'insert into help_answer (id, help_id, council_id, author_id, sealed, created_at) values ($1, $2, $3, viewer(), $4, $5)',
});

export const dropAnswer = mustChange({
  name: 'drop_answer',
  takes: [uuid],
  text: 'delete from help_answer where id = $1',
});

type RequestRow = RowIn<typeof helpOf>;
type AnswerRow = RowIn<typeof answersOf>;

/** An answer under its asker's key. */
export function openAnswer(open: Ring['open'], { id, ownerId: owner, authorId, sealed: kept, createdAt }: AnswerRow): HelpAnswer {
  return { answerId: id, authorId, at: createdAt.toISOString(), ...open(answerContent, { id, owner, rev: 1 }, kept) };
}

/** A request as the table reads it. */
export function openHelp(open: Ring['open'], row: RequestRow, answers: readonly AnswerRow[]): HelpRequest {
  const { id: helpId, ownerId: askerId, rev, createdAt, settledAt } = row;
  const said = open(helpContent, { id: helpId, owner: askerId, rev }, row.sealed);
  const mine = answers.filter((one) => one.helpId === helpId).map((one) => openAnswer(open, one));
  return {
    helpId,
    askerId,
    rev,
    at: createdAt.toISOString(),
    settledAt: settledAt?.toISOString() ?? null,
    ...said,
    answers: mine,
  };
}
