import type { AppRouter } from '@parley/api/router';
import type { Ask } from '@parley/domain/negotiation/asks/ask';
import type { KeptMove } from '@parley/domain/negotiation/ledger/move';
import type { RecordOutcome } from '@parley/domain/negotiation/outcome/input';
import type { Term } from '@parley/domain/negotiation/terms/term';
import type { inferRouterOutputs } from '@trpc/server';
import type { z } from 'zod';
import type { useParleyForm } from '../../../lib/form.ts';

/** The outcome as it is read, with the first offer and the gain against it. */
export type OutcomeSeen = inferRouterOutputs<AppRouter>['outcome']['get'];

/** What the parts of the end are about. */
export type OutcomeProps = {
  negotiationId: string;
  list: readonly Term[];
  moves: readonly KeptMove[];
  asks: readonly Ask[];
  currency: string;
  mine: boolean;
  seen: OutcomeSeen;
};

/** The form in which an outcome is written down. */
export type OutcomeKeeping = ReturnType<
  typeof useParleyForm<z.input<typeof RecordOutcome>, z.output<typeof RecordOutcome>>
>['form'];
