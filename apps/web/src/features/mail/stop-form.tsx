import { stopToken } from '@parley/domain/mail/input';
import { useMutation } from '@tanstack/react-query';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { LinkButton } from '../../components/link-button.tsx';

async function stop(token: string): Promise<void> {
  const answer = await fetch(`/mail/stop/${token}`, { method: 'POST' });
  if (!answer.ok) throw new Error(`It answered ${answer.status}.`);
}

/** Ends all mail by the link of a mail, without signing in. Opening the link changes nothing; the press does. */
export function StopForm({ token }: { token: string }) {
  const stopping = useMutation({ mutationFn: () => stop(token) });
  if (stopping.isSuccess)
    return (
      <Notice tone="good" title="No more mail will come." action={<LinkButton to="/me">Choose otherwise</LinkButton>}>
        Your notices stand in Parley as before.
      </Notice>
    );
  if (!stopToken.safeParse(token).success)
    return (
      <Notice tone="warn" title="This link is incomplete." action={<LinkButton to="/me">Choose when mail comes</LinkButton>}>
        Copy the whole link, to its last character, into the address bar.
      </Notice>
    );
  return (
    <div className="flex max-w-dialog flex-col items-start gap-4">
      <p>Parley will send you no more mail about any of your councils. You still read every notice in Parley itself.</p>
      {stopping.isError ? (
        <Notice tone="bad" title="That did not work.">
          The server could not be reached, or does not know this link. Try once more, or choose it on your own page.
        </Notice>
      ) : null}
      <Button kind="primary" pending={stopping.isPending} onClick={() => stopping.mutate()}>
        No more mail
      </Button>
    </div>
  );
}
