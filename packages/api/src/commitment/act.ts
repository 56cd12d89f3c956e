import { newId } from '@parley/db/id';
import { canCommit, canEditCommitment, countMoves } from '@parley/domain/commitment/commitment';
import type {
  CommitmentRef,
  CreateCommitment,
  MarkCommitment,
  SaveCommitment,
  TakeCommitment,
} from '@parley/domain/commitment/input';
import { allow } from '@parley/domain/kernel/decision';
import { conflict, notFound } from '@parley/domain/kernel/error';
import type { z } from 'zod';
import { ownCouncils } from '../council/rows.ts';
import { ownKey } from '../identity/rows.ts';
import { act, type Facts } from '../write.ts';
import {
  addCommitment,
  commitmentContent,
  commitmentIn,
  dropCommitment,
  holdCommitment,
  markCommitment,
  openCommitment,
  ownCommitments,
  replaceCommitment,
} from './rows.ts';

const ownFacts = () => ({ key: ownKey(), own: ownCommitments(), councils: ownCouncils() });

type Own = Facts<ReturnType<typeof ownFacts>>;
type New = { text: string; dueOn: string; debriefId: string | null; councilId: string | null };

function take({ rows, seal, viewer }: Own, { text, dueOn, debriefId, councilId }: New) {
  allow(canCommit(rows.own.filter(({ state }) => state === 'open').length));
  const id = newId();
  const sealed = seal(commitmentContent, { id, owner: viewer.id, rev: 1 }, { text, debriefId });
  return { changes: [addCommitment(id, councilId, dueOn, sealed)], answer: { commitmentId: id } };
}

/** Commits to something that nobody else sees. */
export const committing = act({
  facts: ownFacts,
  decide: (given: Own, { commitment, debriefId }: z.output<typeof CreateCommitment>) =>
    take(given, { ...commitment, debriefId, councilId: null }),
});

/** Commits to something before a council. */
export const committingBefore = act({
  facts: ownFacts,
  decide: (given: Own, { commitment, councilId }: z.output<typeof TakeCommitment>) =>
    take(given, { ...commitment, debriefId: null, councilId }),
});

const facts = (commitmentId: string) => ({
  held: holdCommitment(commitmentId),
  commitment: commitmentIn(commitmentId),
  councils: ownCouncils(),
});

/** The commitment that an act is about. Throws not-found where row-level security gave none. */
function openTaken({ rows, open, viewer }: Facts<ReturnType<typeof facts>>) {
  const [row] = rows.commitment;
  if (!row) throw notFound();
  return openCommitment(open, viewer.id, row);
}

/** Keeps other words or another day, and who sees it. A conflict brings the newer one. */
export const savingCommitment = act({
  facts: ({ commitmentId }: z.output<typeof SaveCommitment>) => facts(commitmentId),
  decide(given, { commitmentId, rev, commitment: { text, dueOn }, councilId }) {
    const { rows, seal, viewer } = given;
    const before = openTaken(given);
    allow(canEditCommitment(before, viewer.id));
    if (councilId !== null && !rows.councils.some(({ ownerId }) => ownerId === councilId)) throw notFound();
    if (before.rev !== rev) throw conflict(before);
    const { debriefId } = before;
    const sealed = seal(commitmentContent, { id: commitmentId, owner: viewer.id, rev: rev + 1 }, { text, debriefId });
    const moves = countMoves(before, dueOn);
    return { changes: [replaceCommitment(commitmentId, rev, councilId, dueOn, moves, sealed)], answer: { rev: rev + 1 } };
  },
});

/** Says whether it was kept, or opens it again. */
export const markingCommitment = act({
  facts: ({ commitmentId }: z.output<typeof MarkCommitment>) => facts(commitmentId),
  decide(given, { commitmentId, rev, state }) {
    const before = openTaken(given);
    const { text, debriefId } = before;
    allow(canEditCommitment({ ...before, state: 'open' }, given.viewer.id));
    if (before.rev !== rev) throw conflict(before);
    const bind = { id: commitmentId, owner: given.viewer.id, rev: rev + 1 };
    const sealed = given.seal(commitmentContent, bind, { text, debriefId });
    return { changes: [markCommitment(commitmentId, rev, state, sealed)], answer: { rev: rev + 1 } };
  },
});

/** Takes it away. */
export const removingCommitment = act({
  facts: ({ commitmentId }: z.output<typeof CommitmentRef>) => facts(commitmentId),
  decide(given, { commitmentId }) {
    allow(canEditCommitment({ ...openTaken(given), state: 'open' }, given.viewer.id));
    return { changes: [dropCommitment(commitmentId)], answer: { commitmentId } };
  },
});
