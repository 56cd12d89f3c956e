import { orderCommitments } from '@parley/domain/commitment/commitment';
import type { CommitmentsOf } from '@parley/domain/commitment/input';
import type { z } from 'zod';
import { knownPeople, namesOf } from '../identity/rows.ts';
import { question } from '../read.ts';
import { commitmentsOf, openCommitment, ownCommitments } from './rows.ts';

/** The viewer's own commitments, open ones first. */
export const ownCommitmentsQuestion = question({
  ask: () => ({ commitments: ownCommitments() }),
  answer: ({ rows, open, viewer }) => orderCommitments(rows.commitments.map((row) => openCommitment(open, viewer.id, row))),
});

/** What members show to a council, and who they are. */
export const commitmentsQuestion = question({
  ask: ({ councilId }: z.output<typeof CommitmentsOf>) => ({ commitments: commitmentsOf(councilId), people: knownPeople() }),
  answer({ rows, open, viewer }) {
    const commitments = orderCommitments(rows.commitments.map((row) => openCommitment(open, viewer.id, row)));
    const owners = commitments.map(({ ownerId }) => ownerId);
    return { commitments, names: namesOf(rows.people, open, owners), viewerId: viewer.id };
  },
});
