import { useMutation } from '@tanstack/react-query';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { failureOf } from '../../lib/failure.ts';
import { useTRPC } from '../../lib/trpc.ts';
import type { Rehearsal } from './use-rehearsal.ts';

/** What the employer says, from the deck: one card a press, the same after a reload. */
export function CardDraw({ rehearsalId, lines, cards }: Rehearsal) {
  const trpc = useTRPC();
  const draw = useMutation(trpc.rehearsal.draw.mutationOptions());
  const drawn = lines.flatMap((line) => (line.kind === 'card' ? [line.says] : []));
  const last = drawn.at(-1);
  const empty = drawn.length >= cards;
  return (
    <Card title="They say">
      <div aria-live="polite">
        {last === undefined ? (
          <p className="max-w-prose text-ink-soft">Nothing yet. Begin, then draw a card when it is their turn.</p>
        ) : (
          <blockquote className="max-w-prose text-xl">{last}</blockquote>
        )}
      </div>
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <Button
          pending={draw.isPending}
          why={empty ? 'There are no more cards. Close the call.' : null}
          onClick={() => draw.mutate({ rehearsalId, drawn: drawn.length })}
        >
          {last === undefined ? 'Draw a card' : 'Draw the next card'}
        </Button>
        <p className="text-sm text-ink-soft tabular-nums">
          {drawn.length} of {cards} drawn
        </p>
        <FormFailure failure={draw.isError ? failureOf(draw.error) : null} />
      </div>
    </Card>
  );
}
