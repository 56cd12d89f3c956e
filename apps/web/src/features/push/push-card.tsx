import type { AppRouter } from '@parley/api/router';
import { useQuery } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import BellRing from 'lucide-react/icons/bell-ring';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { Failed } from '../../components/feedback/failed.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { useFormat } from '../../lib/format.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { sayRefused, usePush, whyNot } from './use-push.ts';

/** Notices on this device although Parley is closed: on by a press and the browser's leave, off by a press or with the session. */
export function PushCard() {
  const trpc = useTRPC();
  const push = useQuery(trpc.push.get.queryOptions());
  return (
    <Card title="Notices on this device">
      {push.isPending ? <Skeleton what="your devices" lines={2} /> : null}
      {push.isLoadingError ? <Failed error={push.error} what="your devices" retry={() => void push.refetch()} /> : null}
      {push.data ? <PushParts push={push.data} /> : null}
    </Card>
  );
}

type Push = inferRouterOutputs<AppRouter>['push']['get'];

const sayUnable = 'This browser cannot show notices of a page. On an iPhone, add Parley to the home screen first.';
const sayNone = 'This Parley sends no notices to devices.';

const sayElsewhere = (others: number) => (others === 1 ? 'one other device' : `${others} other devices`);

function PushParts({ push: { key, since, others } }: { push: Push }) {
  const format = useFormat();
  const { turnOn, end, pending, failure } = usePush(key);
  const barred = whyNot();
  const why = { unable: sayUnable, refused: sayRefused }[barred ?? 'unable'];
  return (
    <div className="flex flex-col gap-3">
      <p className="max-w-prose text-ink-soft">
        They come as you chose above, whether or not you get mail, and say only “Parley” and that something is waiting: no name,
        no title, no figure. They travel sealed through your browser’s maker, which learns when one is sent but not what it is
        about. They stop when you sign out.
      </p>
      {key === null ? <p>{sayNone}</p> : null}
      {key !== null && since === null && barred ? <p>{why}</p> : null}
      {since === null ? null : <p>{`They are shown here since ${format.instant(since)}.`}</p>}
      {others === 0 ? null : <p>{`They are shown on ${sayElsewhere(others)} of yours.`}</p>}
      <FormFailure failure={failure} />
      <div className="flex flex-wrap gap-2">
        {key !== null && since === null && !barred ? (
          <Button icon={<BellRing aria-hidden="true" />} pending={pending} onClick={turnOn}>
            Show notices here
          </Button>
        ) : null}
        {since === null ? null : (
          <Button pending={pending} onClick={() => end(false)}>
            No more here
          </Button>
        )}
        {others === 0 ? null : (
          <Button kind="quiet" pending={pending} onClick={() => end(true)}>
            No more on any device
          </Button>
        )}
      </div>
    </div>
  );
}
