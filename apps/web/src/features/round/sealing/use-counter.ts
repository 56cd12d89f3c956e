import { SealCounter } from '@parley/domain/round/input';
import { type Counter, findMisfit, type RoundDocument } from '@parley/domain/round/round';
import { useParleyForm } from '../../../lib/form.ts';

/** The form's schema knows what this round asks: the first missing number is named beside its field. */
function schemaFor(document: RoundDocument) {
  return SealCounter.superRefine(({ counter }, context) => {
    const wrong = findMisfit(document, counter.package);
    if (wrong) context.addIssue({ code: 'custom', path: ['counter', ...wrong.path.split('.')], message: wrong.sentence });
  });
}

type Asked = { roundId: string; document: RoundDocument; own: Counter | null };

/** The form of an envelope: what was sealed before, or empty; kept in this browser until it is sealed. */
export function useCounterForm({ roundId, document, own }: Asked) {
  const amountFor = (name: string) => own?.package.others.find((other) => other.name === name)?.amount;
  const others = document.others.filter((other) => other.inPlay);
  return useParleyForm({
    schema: schemaFor(document),
    defaultValues: {
      roundId,
      counter: {
        package: {
          base: own?.package.base ?? null,
          bonusPercent: own?.package.bonusPercent ?? null,
          signOn: own?.package.signOn ?? null,
          equity: own?.package.equity ?? null,
          others: others.map(({ name, every }) => ({ name, every, amount: amountFor(name) })),
        },
        reason: own?.reason ?? '',
      },
    },
    draft: `counter:${roundId}`,
  });
}

export type CounterControl = ReturnType<typeof useCounterForm>['form']['control'];
