import { canClose, canLeave } from '@parley/domain/council/policy';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { Card } from '../../../components/card.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { Confirm } from '../../../components/overlay/dialog.tsx';
import { failureOf } from '../../../lib/failure.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import { type Council, factsOf, whyNot } from '../use-council.ts';

type Way = 'land' | 'leave' | 'close';

const words = {
  land: {
    title: 'I have landed',
    act: 'Become an alumnus',
    consequence:
      'You stay on the page as somebody who landed, and your comments stay; you lose access now, and what you shared here disappears. To come back you need an invitation.',
  },
  leave: {
    title: 'Leave the council',
    act: 'Leave the council',
    consequence:
      'You lose access now, and what you shared here disappears from the council; it stays yours. To come back you need an invitation.',
  },
  close: {
    title: 'Close the council',
    act: 'Close it for everybody',
    consequence:
      'The council ends for everybody now: nothing shared in it can be read any more except by its owner, and open invitations stop working. This cannot be undone.',
  },
} satisfies Record<Way, { title: string; act: string; consequence: string }>;

/** The ways out, each with its consequence and a deliberate press. */
export function LeavePanel({ council }: { council: Council }) {
  const [way, setWay] = useState<Way | null>(null);
  const facts = factsOf(council);
  // who landed goes as who leaves: what keeps one keeps the other, and is said once
  const why = whyNot(canLeave(facts, council.viewerId));
  const chairs = canClose(facts, council.viewerId).allowed;
  return (
    <Card title="Leaving">
      <div className="flex flex-wrap items-start gap-3">
        {why ? (
          <p className="basis-full">{why}</p>
        ) : (
          <>
            <Button onClick={() => setWay('land')}>I have landed</Button>
            <Button onClick={() => setWay('leave')}>Leave the council</Button>
          </>
        )}
        {chairs ? (
          <Button kind="danger" onClick={() => setWay('close')}>
            Close the council
          </Button>
        ) : null}
      </div>
      {way ? <Out key={way} way={way} councilId={council.councilId} onClose={() => setWay(null)} /> : null}
    </Card>
  );
}

function Out({ way, councilId, onClose }: { way: Way; councilId: string; onClose: () => void }) {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const gone = async () => {
    // away first: this page is no longer theirs to fetch
    await navigate({ to: '/council', replace: true });
  };
  const acts = {
    land: useMutation(trpc.council.becomeAlumnus.mutationOptions({ onSuccess: gone })),
    leave: useMutation(trpc.council.leave.mutationOptions({ onSuccess: gone })),
    close: useMutation(trpc.council.close.mutationOptions({ onSuccess: gone })),
  };
  const act = acts[way];
  return (
    <Confirm
      open
      onClose={onClose}
      {...words[way]}
      onAct={() => act.mutate({ councilId })}
      pending={act.isPending}
      error={act.isError ? <FormFailure failure={failureOf(act.error)} /> : null}
    />
  );
}
