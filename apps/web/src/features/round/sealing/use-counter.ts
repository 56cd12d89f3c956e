import { keyOfOther } from '@parley/domain/negotiation/package';
import { SealCounter } from '@parley/domain/round/input';
import { buildOnTable, type Column, type Counter, findMisfit, type RoundDocument, sameName } from '@parley/domain/round/round';
import { useParleyForm } from '../../../lib/form.ts';
import { fresh } from '../../../lib/use-draft.ts';

/** The form's schema knows what this round asks: the first missing number is named beside its field. */
function schemaFor(document: RoundDocument) {
  return SealCounter.superRefine(({ counter }, context) => {
    const wrong = findMisfit(document, counter);
    if (wrong) context.addIssue({ code: 'custom', path: ['counter', ...wrong.path.split('.')], message: wrong.sentence });
  });
}

type Asked = { roundId: string; document: RoundDocument; own: Counter | null };

/** What stands in the fields at first: what was sealed before, else what is on the table, for what is in play. */
function packageAtFirst(document: RoundDocument, own: Counter | null) {
  const from = own?.package ?? buildOnTable(document);
  const at = <C extends Column>(column: C) => (document[column].inPlay ? from[column] : null);
  const others = document.others
    .filter((other) => other.inPlay && !own?.abstains.includes(keyOfOther(other.name)))
    .map((asked) => ({ name: asked.name, every: asked.every, amount: from.others.find((one) => sameName(one, asked))?.amount }));
  return { base: at('base'), bonusPercent: at('bonusPercent'), signOn: at('signOn'), equity: at('equity'), others };
}

/** The form of an envelope: what was sealed before, or the offer as it is on the table; kept in this browser until it is sealed. */
export function useCounterForm({ roundId, document, own }: Asked) {
  return useParleyForm({
    schema: schemaFor(document),
    defaultValues: {
      roundId,
      counter: {
        package: packageAtFirst(document, own),
        reason: own?.reason ?? '',
        abstains: own?.abstains ?? [],
        confidence: own?.confidence ?? null,
      },
    },
    draft: { name: `counter:${roundId}`, rev: fresh },
  });
}

export type CounterForm = ReturnType<typeof useCounterForm>['form'];
