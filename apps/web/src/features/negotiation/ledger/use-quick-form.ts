import { type Firmness, parties } from '@parley/domain/negotiation/ledger/move';
import { emptyPackage, largestAmount } from '@parley/domain/negotiation/package';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { useParleyForm } from '../../../lib/form.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import { fresh } from '../../../lib/use-draft.ts';

export const quickParts = ['base', 'signOn', 'equity'] as const;

const sayFigure = 'Write the figure that was named.';

/** What a thumb can write down while somebody speaks: whose figure, of what, how much. */
const QuickFields = z.strictObject({
  party: z.enum(parties),
  part: z.enum(quickParts),
  amount: z
    .int(sayFigure)
    .min(0, sayFigure)
    .max(largestAmount, 'This amount is too large.')
    .nullable()
    .refine((amount) => amount !== null, sayFigure),
});

export type QuickFields = z.input<typeof QuickFields>;
export type Noted = QuickFields & { firmness: Firmness };

const blank: QuickFields = { party: 'employer', part: 'base', amount: null };

/** A move in the making, whose words come later: `note(firmness)` writes it down as of now. */
export function useQuickForm(negotiationId: string) {
  const trpc = useTRPC();
  const add = useMutation(trpc.move.add.mutationOptions());
  const [noted, setNoted] = useState<Noted | null>(null);
  const keeping = useParleyForm({
    schema: QuickFields,
    defaultValues: blank,
    draft: { name: `quick:${negotiationId}`, rev: fresh },
  });
  const { form, submit } = keeping;
  const note = (firmness: Firmness) =>
    submit(
      async (fields) => {
        const { party, part, amount } = fields;
        await add.mutateAsync({
          negotiationId,
          move: {
            ...{ at: new Date().toISOString(), party, kind: 'propose', channel: 'call', words: '', firmness, heard: [] },
            package: { ...emptyPackage, [part]: amount },
          },
        });
        return { ...fields, firmness };
      },
      (done) => {
        setNoted(done);
        form.reset({ ...blank, party: done.party, part: done.part });
        form.setFocus('amount');
      },
    );
  return { keeping, noted, note };
}
