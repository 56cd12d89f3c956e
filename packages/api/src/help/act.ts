import { newId } from '@parley/db/id';
import { listActiveSeats } from '@parley/domain/council/council';
import { canAnswerHelp, canAskForHelp, canDropAnswer, canEditHelp, canRemoveHelp, canSettleHelp } from '@parley/domain/help/help';
import type { AnswerHelp, AnswerRef, CreateHelp, HelpRef, SaveHelp, SettleHelp } from '@parley/domain/help/input';
import { allow } from '@parley/domain/kernel/decision';
import { conflict, notFound } from '@parley/domain/kernel/error';
import type { z } from 'zod';
import { holdSeats, seatsOf } from '../council/change-rows.ts';
import { councilOf } from '../council/rows.ts';
import { ownKey } from '../identity/rows.ts';
import { settleAbout } from '../notification/rows.ts';
import { tell } from '../tell.ts';
import { act, type Facts } from '../write.ts';
import {
  addAnswer,
  addHelp,
  answerContent,
  answersTo,
  dropAnswer,
  dropHelp,
  helpContent,
  helpIn,
  helpOf,
  holdHelp,
  openHelp,
  replaceHelp,
  seatsBesideHelp,
} from './rows.ts';

/** Asks the table for something, under the asker's own key. */
export const askingForHelp = act({
  facts: ({ councilId }: z.output<typeof CreateHelp>) => ({
    held: holdSeats(councilId),
    council: councilOf(councilId),
    seats: seatsOf(councilId),
    requests: helpOf(councilId),
    key: ownKey(),
  }),
  decide({ rows, seal, viewer, now }, { councilId, help }) {
    const [council] = rows.council;
    if (!council) throw notFound();
    const open = rows.requests.filter(({ ownerId, settledAt }) => ownerId === viewer.id && settledAt === null);
    allow(canAskForHelp({ closed: council.closedAt !== null, seats: rows.seats }, viewer.id, open.length));
    const id = newId();
    const sealed = seal(helpContent, { id, owner: viewer.id, rev: 1 }, { ...help, verdict: null });
    const others = listActiveSeats(rows).filter(({ accountId }) => accountId !== viewer.id);
    const told = others.map(({ accountId }) => ({ id: accountId, kind: 'helpAsked' as const }));
    const changes = [addHelp(id, councilId, sealed, now), ...tell(told, { councilId, aboutId: id }, now)];
    return { changes, answer: { helpId: id } };
  },
});

const helpFacts = (helpId: string) => ({
  held: holdHelp(helpId),
  help: helpIn(helpId),
  answers: answersTo(helpId),
  seats: seatsBesideHelp(helpId),
});

/** The request that an act is about, and its row. Throws not-found where row-level security gave none. */
function openAsked({ rows, open }: Pick<Facts<ReturnType<typeof helpFacts>>, 'rows' | 'open'>) {
  const [row] = rows.help;
  if (!row) throw notFound();
  return { row, request: openHelp(open, row, rows.answers), council: { closed: row.closedAt !== null, seats: rows.seats } };
}

/** Keeps other words. A conflict brings the newer ones. */
export const savingHelp = act({
  facts: ({ helpId }: z.output<typeof SaveHelp>) => helpFacts(helpId),
  decide(given, { helpId, rev, help }) {
    const { request } = openAsked(given);
    allow(canEditHelp(request, given.viewer.id));
    if (request.rev !== rev) throw conflict(request);
    const sealed = given.seal(helpContent, { id: helpId, owner: given.viewer.id, rev: rev + 1 }, { ...help, verdict: null });
    return { changes: [replaceHelp(helpId, rev, sealed, null)], answer: { rev: rev + 1 } };
  },
});

/** Closes a request with whether it changed anything; said anew, the last one counts. */
export const settlingHelp = act({
  facts: ({ helpId }: z.output<typeof SettleHelp>) => helpFacts(helpId),
  decide(given, { helpId, rev, verdict }) {
    const { row, request } = openAsked(given);
    allow(canSettleHelp(request, given.viewer.id));
    if (request.rev !== rev) throw conflict(request);
    const { text, length, feedback } = request;
    const said = { text, length, feedback, verdict };
    const sealed = given.seal(helpContent, { id: helpId, owner: given.viewer.id, rev: rev + 1 }, said);
    return { changes: [replaceHelp(helpId, rev, sealed, row.settledAt ?? given.now)], answer: { rev: rev + 1 } };
  },
});

/** Takes a request away, and what was answered with it. */
export const removingHelp = act({
  facts: ({ helpId }: z.output<typeof HelpRef>) => helpFacts(helpId),
  decide(given, { helpId }) {
    allow(canRemoveHelp(openAsked(given).request, given.viewer.id));
    return { changes: [dropHelp(helpId)], answer: { helpId } };
  },
});

/** Answers, under the asker's key: it is theirs to keep and to end. */
export const answeringHelp = act({
  facts: ({ helpId }: z.output<typeof AnswerHelp>) => helpFacts(helpId),
  decide(given, { helpId, text }) {
    const { row, request, council } = openAsked(given);
    allow(canAnswerHelp(council, request, given.viewer.id, request.answers.length));
    const id = newId();
    const sealed = given.seal(answerContent, { id, owner: request.askerId, rev: 1 }, { text });
    const { councilId } = row;
    const told = request.askerId === given.viewer.id ? [] : [{ id: request.askerId, kind: 'helpAnswered' as const }];
    return {
      changes: [
        addAnswer(id, helpId, councilId, sealed, given.now),
        settleAbout(helpId),
        ...tell(told, { councilId, aboutId: helpId }, given.now),
      ],
      answer: { answerId: id },
    };
  },
});

/** Takes an answer of one's own back. */
export const droppingAnswer = act({
  facts: ({ helpId }: z.output<typeof AnswerRef>) => helpFacts(helpId),
  decide(given, { answerId }) {
    const answer = openAsked(given).request.answers.find((one) => one.answerId === answerId);
    if (!answer) throw notFound();
    allow(canDropAnswer(answer.authorId, given.viewer.id));
    return { changes: [dropAnswer(answerId)], answer: { answerId } };
  },
});
