import { allow } from '@parley/domain/kernel/decision';
import { notFound } from '@parley/domain/kernel/error';
import { traceOf } from '@parley/domain/negotiation/ledger/correction';
import type { RemoveMove, SaveMove } from '@parley/domain/negotiation/ledger/input';
import { type KeptMove, type MoveContent, refuseFuture } from '@parley/domain/negotiation/ledger/move';
import { emptyPackage } from '@parley/domain/negotiation/package';
import { canCorrect, type Settled } from '@parley/domain/negotiation/terms/resting';
import type { z } from 'zod';
import { act, type Facts } from '../write.ts';
import { acceptanceOfMove, holdTableOfMove, termsOfMove } from './correction-rows.ts';
import { citedBy } from './ledger/act.ts';
import { emptyMove, holdMove, replaceMove } from './ledger/change-rows.ts';
import { moveContent, openMoves } from './ledger/rows.ts';
import { openEdited } from './part-rows.ts';
import { processRows } from './plan/decision-view.ts';
import { openNegotiation } from './rows.ts';
import { openTermsOf } from './terms/rows.ts';

const settledRows = (moveId: string) => ({
  table: holdTableOfMove(moveId),
  move: holdMove(moveId),
  terms: termsOfMove(moveId),
  accepted: acceptanceOfMove(moveId),
});

type Given = Pick<Facts<ReturnType<typeof settledRows>>, 'rows' | 'open'>;

/** What is settled on the strength of the ledger that the move belongs to. */
function settledBy({ rows, open }: Given): Settled {
  const { ownerId, plan } = openNegotiation(open, rows.table);
  return { terms: openTermsOf(open, ownerId, rows.terms), accepted: rows.accepted.length > 0, currency: plan.currency };
}

const openOne =
  (open: Given['open']) =>
  (row: Given['rows']['move'][number]): KeptMove => {
    const [move] = openMoves(open, row.ownerId, [row]);
    if (!move) throw notFound();
    return move;
  };

/** Corrects a move, which keeps what it said before. A conflict brings the newer one. */
export const savingMove = act({
  facts: ({ moveId }: z.output<typeof SaveMove>) => ({ ...settledRows(moveId), ...processRows() }),
  decide(given, { moveId, rev, move }) {
    const { rows, open, seal, now } = given;
    const { row, part, bind } = openEdited(rows.move, rev, openOne(open));
    refuseFuture(move.at, now);
    const { at, ...said } = move;
    const next = { ...said, cites: citedBy(given, said.cites, part.cites, row.opportunityId) };
    allow(canCorrect(part, next, settledBy(given)));
    const content = { ...next, earlier: traceOf(part, { ...next, at }, now) };
    return {
      changes: [replaceMove(moveId, rev, new Date(at), seal(moveContent, bind, content))],
      answer: { moveId, rev: bind.rev },
    };
  },
});

const nothingSaid: MoveContent = {
  ...{ party: 'candidate', kind: 'talk', channel: 'call', counterpart: null, package: emptyPackage, words: '' },
  ...{ firmness: 'unclear', heard: [], about: null, cites: null },
};

/** Takes a move out of the ledger: what it said is gone, and a line says that there was one. */
export const removingMove = act({
  facts: ({ moveId }: z.output<typeof RemoveMove>) => settledRows(moveId),
  decide(given, { moveId }) {
    const { rows, open, seal, now } = given;
    const [row] = rows.move;
    if (!row) throw notFound();
    allow(canCorrect(openOne(open)(row), null, settledBy(given)));
    const bind = { id: moveId, owner: row.ownerId, rev: row.rev + 1 };
    const sealed = seal(moveContent, bind, { ...nothingSaid, earlier: [] });
    return { changes: [emptyMove(moveId, row.rev, sealed, now)], answer: { moveId } };
  },
});
