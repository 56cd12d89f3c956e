import type { Ask } from '@parley/domain/negotiation/asks/ask';
import type { KeptMove } from '@parley/domain/negotiation/ledger/move';
import type { Plan } from '@parley/domain/negotiation/negotiation';
import { nameThem } from '@parley/domain/negotiation/script/slot';
import type { TextFacts } from '@parley/domain/negotiation/texts/text';
import { dayOf } from '@parley/domain/offer/deadline';
import { dayToAsk } from '@parley/domain/offer/extension';
import { useQuery } from '@tanstack/react-query';
import { type Format, useFormat } from '../../../lib/format.ts';
import { usePerson } from '../../../lib/person.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import { useDaysOff } from '../../../lib/use-days-off.ts';
import { useDecision } from '../use-evidence.ts';

export type TextProps = {
  negotiationId: string;
  opportunityId: string;
  plan: Plan;
  asks: readonly Ask[];
  moves: readonly KeptMove[];
};

const writerOf = (format: Format) => ({
  money: format.money,
  percent: format.percent,
  number: (count: number) => format.number(count),
  day: format.day,
  dayOf: (at: string) => format.dayOf(at),
});

/** What a text can be made of; null until all of it is known. */
export function useTextFacts({ negotiationId, opportunityId, plan, asks, moves }: TextProps): TextFacts | null {
  const trpc = useTRPC();
  const format = useFormat();
  const { name, locale } = usePerson();
  const off = useDaysOff();
  const decision = useDecision(negotiationId);
  const page = useQuery(trpc.opportunity.page.queryOptions({ opportunityId }));
  const terms = useQuery(trpc.term.list.queryOptions({ negotiationId }));
  const outcome = useQuery(trpc.outcome.get.queryOptions({ negotiationId }));
  const details = page.data?.own?.details;
  if (!decision.data || !details || !terms.data || !outcome.data) return null;
  const { deadline, receivedOn } = decision.data;
  return {
    ...{ me: name, theirName: nameThem(details.people), company: details.company, role: details.role },
    ...{ plan, asks, moves, terms: terms.data, outcome: outcome.data.outcome?.kind ?? null },
    deadline: deadline && dayOf(deadline),
    laterDay: deadline && dayToAsk(deadline, receivedOn, off),
    write: writerOf(format),
    locale,
  };
}
