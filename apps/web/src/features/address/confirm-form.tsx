import type { LinkPurpose } from '@parley/domain/address/address';
import { resetToken } from '@parley/domain/identity/input';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { failureOf } from '../../lib/failure.ts';
import { useTRPC } from '../../lib/trpc.ts';

const on = <LinkButton to="/me">Go to your page</LinkButton>;

const asks: Readonly<Record<LinkPurpose, { words: string; act: string }>> = {
  verify: { words: 'Say that this address is yours. Then links and notices reach you, and nobody else.', act: 'It is mine' },
  reset: { words: '', act: '' },
  leave: { words: 'Your account leaves this address once the new one is confirmed too.', act: 'Let it change' },
  take: { words: 'Your account takes this address once the old one has confirmed it too.', act: 'It is mine' },
};

const became = {
  verified: { title: 'Your address is confirmed.', words: 'Nothing else changes.' },
  half: { title: 'One of two is done.', words: 'Open the link at the other address too. Until then everything stays.' },
  changed: { title: 'Your address has changed.', words: 'From now on you sign in with the new one.' },
} as const;

/** What a link by mail asks. Opening it changes nothing; the press does. */
export function ConfirmForm({ token }: { token: string }) {
  const trpc = useTRPC();
  const whole = resetToken.safeParse(token).success;
  const look = useQuery({ ...trpc.address.look.queryOptions({ token }), enabled: whole, throwOnError: false });
  const confirm = useMutation(trpc.address.confirm.mutationOptions());
  if (!whole)
    return (
      <Notice tone="warn" title="This link is incomplete." action={on}>
        Copy the whole link, to its last character, into the address bar.
      </Notice>
    );
  if (confirm.data) {
    const { title, words } = became[confirm.data.became];
    return (
      <Notice tone="good" title={title} action={on}>
        {words}
      </Notice>
    );
  }
  if (look.isPending) return <Skeleton what="this link" lines={2} />;
  if (look.data?.use.allowed === false) return <Notice tone="warn" title={look.data.use.reason} action={on} />;
  const { words, act } = asks[look.data?.purpose ?? 'verify'];
  return (
    <div className="flex max-w-dialog flex-col items-start gap-4">
      <p>{words}</p>
      <FormFailure failure={confirm.isError ? failureOf(confirm.error) : null} />
      <Button kind="primary" pending={confirm.isPending} onClick={() => confirm.mutate({ token })}>
        {act}
      </Button>
    </div>
  );
}
