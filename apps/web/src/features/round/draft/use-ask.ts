import { SaveRound } from '@parley/domain/round/input';
import { useParleyForm } from '../../../lib/form.ts';
import type { Round } from '../use-round.ts';

/** The form over a draft, kept in this browser until it is saved. */
export function useAskForm({ roundId, rev, document, deadlineAt, quorum, named }: Round) {
  return useParleyForm({
    schema: SaveRound,
    defaultValues: { roundId, rev, document, deadlineAt, quorum, named },
    draft: `round:${roundId}`,
  });
}

export type AskControl = ReturnType<typeof useAskForm>['form'];
