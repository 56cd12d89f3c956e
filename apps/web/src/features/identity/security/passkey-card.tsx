import { canDropPassword, canRemovePasskey } from '@parley/domain/identity/passkey';
import { useMutation, useQuery } from '@tanstack/react-query';
import KeyRound from 'lucide-react/icons/key-round';
import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { Card } from '../../../components/card.tsx';
import { Chip } from '../../../components/chip.tsx';
import { Failed } from '../../../components/feedback/failed.tsx';
import { Notice } from '../../../components/feedback/notice.tsx';
import { Skeleton } from '../../../components/feedback/skeleton.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { knowsPasskeys, useShowPasskey } from '../../../components/form/use-self.tsx';
import { Confirm } from '../../../components/overlay/dialog.tsx';
import { failureOf } from '../../../lib/failure.ts';
import { useFormat } from '../../../lib/format.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import { PasskeyDialog } from './passkey-dialog.tsx';

type Passkey = { passkeyId: string; name: string; createdAt: string; usedAt: string | null; doubted: boolean };
type Kept = { password: boolean; passkeys: readonly Passkey[] };

const waysOf = ({ password, passkeys }: Kept) => ({
  password,
  passkeys: passkeys.map(({ passkeyId, doubted }) => ({ id: passkeyId, doubtedAt: doubted ? new Date(0) : null })),
});
const reasonOf = (decision: ReturnType<typeof canDropPassword>) => (decision.allowed ? null : decision.reason);

/** The passkeys of the person, and whether a password opens the account too. */
export function PasskeyCard() {
  const trpc = useTRPC();
  const [adding, setAdding] = useState(false);
  const kept = useQuery(trpc.passkey.list.queryOptions());
  const data = kept.data;
  return (
    <Card title="Passkeys" flush>
      <div className="flex flex-col gap-3 px-4 py-4 sm:px-5">
        <p className="max-w-prose text-ink-soft">
          Sign in with what unlocks your device: a fingerprint, your face, a PIN or a security key. Nothing to remember, and
          nothing that a fake page could trick you out of.
        </p>
        {kept.isPending ? <Skeleton lines={2} what="your passkeys" /> : null}
        {kept.isLoadingError ? <Failed error={kept.error} what="your passkeys" retry={() => void kept.refetch()} /> : null}
        {data ? <Where possible={data.possible} origin={data.origin} /> : null}
      </div>
      {data && data.passkeys.length > 0 ? (
        <ul className="divide-y divide-line border-t border-line">
          {data.passkeys.map((passkey) => (
            <PasskeyRow
              key={passkey.passkeyId}
              passkey={passkey}
              why={reasonOf(canRemovePasskey(waysOf(data), passkey.passkeyId))}
            />
          ))}
        </ul>
      ) : null}
      {data?.possible.allowed && knowsPasskeys() ? (
        <div className="flex flex-wrap items-start gap-2 border-t border-line px-4 py-4 sm:px-5">
          <Button onClick={() => setAdding(true)}>Add a passkey</Button>
          {data.password && data.passkeys.length > 0 ? <DropPassword why={reasonOf(canDropPassword(waysOf(data)))} /> : null}
        </div>
      ) : null}
      {data && !data.password ? (
        <p className="border-t border-line px-4 py-4 sm:px-5">Your account has no password: only a passkey opens it.</p>
      ) : null}
      {adding ? <PasskeyDialog onClose={() => setAdding(false)} /> : null}
    </Card>
  );
}

/** Why none can be added here, if so. */
function Where({ possible, origin }: { possible: { allowed: boolean; reason?: string }; origin: string }) {
  if (!possible.allowed) return <Notice title={possible.reason} />;
  if (origin !== window.location.origin)
    return <Notice title={`Passkeys are kept for ${origin}. Open Parley there to add one or to sign in by one.`} />;
  return knowsPasskeys() ? null : <Notice title="This browser knows no passkeys." />;
}

function PasskeyRow({ passkey, why }: { passkey: Passkey; why: string | null }) {
  const trpc = useTRPC();
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const remove = useMutation(trpc.passkey.remove.mutationOptions({ onSuccess: () => setAsking(false) }));
  const { name, createdAt, usedAt, doubted, passkeyId } = passkey;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 sm:px-5">
      <KeyRound aria-hidden="true" className="size-5 shrink-0 text-ink-soft" />
      <div className="min-w-0 flex-1 basis-40">
        <p className="font-medium break-words">
          {name} {doubted ? <Chip tone="bad">May have been copied</Chip> : null}
        </p>
        <p className="text-sm text-ink-soft">
          Since {format.instant(createdAt)}, {usedAt === null ? 'not used yet' : `last used ${format.relative(usedAt)}`}
        </p>
        {doubted ? <p className="text-sm">Its counter ran backwards, as a copy’s does. Nobody signs in by it any more.</p> : null}
      </div>
      <Button why={why} onClick={() => setAsking(true)} aria-label={`Remove the passkey ${name}`}>
        Remove
      </Button>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title="Remove a passkey"
        consequence={`“${name}” opens your account no more. Your device may go on offering it; delete it there too.`}
        act="Remove the passkey"
        onAct={() => remove.mutate({ passkeyId })}
        pending={remove.isPending}
        error={remove.isError ? <FormFailure failure={failureOf(remove.error)} /> : null}
      />
    </li>
  );
}

function DropPassword({ why }: { why: string | null }) {
  const trpc = useTRPC();
  const [asking, setAsking] = useState(false);
  const show = useShowPasskey();
  const drop = useMutation(trpc.identity.dropPassword.mutationOptions());
  const both = useMutation({
    mutationFn: async () => drop.mutateAsync({ passkey: await show() }),
    onSuccess: () => setAsking(false),
  });
  return (
    <>
      <Button kind="quiet" why={why} onClick={() => setAsking(true)}>
        Give up the password
      </Button>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title="Give up the password"
        consequence="Only a passkey opens your account then. Whoever loses all of them needs a link to a new password: by mail where this Parley sends mail, else from the person who runs it."
        act="Show a passkey and give up the password"
        onAct={() => both.mutate()}
        pending={both.isPending}
        error={both.isError ? <FormFailure failure={failureOf(both.error)} /> : null}
      />
    </>
  );
}
