import type { AppRouter } from '@parley/api/router';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { type ReactNode, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { Failed } from '../../components/feedback/failed.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { Checkbox } from '../../components/form/choice-field.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { failureOf } from '../../lib/failure.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { MergeAnswer, type Merged, MergedLinks } from './merge-panel.tsx';

type Shown = Extract<inferRouterOutputs<AppRouter>['invitation']['look'], { state: 'open' }>;

export type InvitationPageProps = {
  /** From the link, behind the `#`. */
  token: string;
  /** Sign-up and sign-in for the invited address, filled in by the app. */
  entry: (email: string | null, onDone: () => void) => ReactNode;
  /** The charter as it reads, filled in by the app. */
  charter: (text: string) => ReactNode;
  rhythm: (shown: Shown['council']) => ReactNode;
  onJoined: (councilId: string) => void;
};

/** What a link shows: who invites, to what, on which terms; and the two answers. */
export function InvitationPage(props: InvitationPageProps) {
  const trpc = useTRPC();
  const whole = /^[A-Za-z0-9_-]{43}$/.test(props.token);
  // links are shown this once: that the offer is spent, which the window hears next, does not take them away
  const [merged, setMerged] = useState<Merged | null>(null);
  const look = useQuery({
    ...trpc.invitation.look.queryOptions({ token: props.token }),
    enabled: whole,
    throwOnError: false,
  });
  if (!whole)
    return <Ended title="This link is incomplete." words="Copy the whole link, to its last character, into the address bar." />;
  if (merged) return <MergedLinks {...merged} />;
  if (look.data?.state === 'open')
    return <Open {...props} shown={look.data} again={() => void look.refetch()} onMerged={setMerged} />;
  if (look.data) return <Ended title="This invitation no longer works." words={look.data.sentence} />;
  if (!look.isError) return <Skeleton what="the invitation" />;
  if (failureOf(look.error).code === 'NOT_FOUND') {
    return (
      <Ended
        title="This link does not work."
        words="A newer link replaces an older one. Ask the person who invited you for the latest."
      />
    );
  }
  return <Failed error={look.error} what="the invitation" retry={() => void look.refetch()} />;
}

function Ended({ title, words }: { title: string; words: string }) {
  return (
    <Notice tone="warn" title={title} action={<LinkButton to="/council">Go to my councils</LinkButton>}>
      {words}
    </Notice>
  );
}

type OpenProps = InvitationPageProps & { shown: Shown; again: () => void };
type OpenPageProps = OpenProps & { onMerged: (merged: Merged) => void };

function Open({ shown, again, onMerged, ...props }: OpenPageProps) {
  return (
    <>
      <div className="flex flex-col gap-1">
        <p className="text-lg">
          {shown.mergeable ? (
            <>
              {shown.invitedBy} offers to merge your council into <strong>{shown.council.name}</strong>.
            </>
          ) : (
            <>
              {shown.invitedBy} invites you to the council <strong>{shown.council.name}</strong>.
            </>
          )}
        </p>
        <p className="text-ink-soft">{props.rhythm(shown.council)}</p>
        {shown.council.purpose ? <p className="max-w-prose whitespace-pre-wrap">{shown.council.purpose}</p> : null}
      </div>
      {shown.viewer === 'nobody' ? props.entry(shown.email, again) : null}
      {shown.viewer === 'somebodyElse' ? <WrongPerson whom={shown.email ?? shown.name ?? 'somebody else'} /> : null}
      <Card title={shown.mergeable ? 'The charter that each of you would accept' : 'The charter you would accept'}>
        {props.charter(shown.charter.text)}
      </Card>
      {shown.viewer === 'invited' && shown.mergeable ? (
        <MergeAnswer
          token={props.token}
          council={shown.council.name}
          mergeable={shown.mergeable}
          again={again}
          onMerged={onMerged}
        />
      ) : null}
      {shown.viewer === 'invited' && !shown.mergeable ? <Answer {...props} shown={shown} again={again} /> : null}
    </>
  );
}

function WrongPerson({ whom }: { whom: string }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const signOut = useMutation(trpc.identity.signOut.mutationOptions({ onSuccess: () => client.resetQueries() }));
  return (
    <Notice
      tone="warn"
      title={`This invitation is for ${whom}, and you are signed in with another address.`}
      action={
        <Button onClick={() => signOut.mutate()} pending={signOut.isPending}>
          Sign out, then answer as {whom}
        </Button>
      }
    >
      {signOut.isError ? failureOf(signOut.error).message : null}
    </Notice>
  );
}

function Answer({ token, shown, again, onJoined }: OpenProps) {
  const trpc = useTRPC();
  const [agreed, setAgreed] = useState(false);
  const accept = useMutation(
    trpc.invitation.accept.mutationOptions({
      onSuccess: ({ councilId }) => {
        onJoined(councilId);
      },
      onError: (error) => {
        setAgreed(false);
        if (failureOf(error).code !== 'OFFLINE') again();
      },
    }),
  );
  const decline = useMutation(trpc.invitation.decline.mutationOptions({ onSuccess: again }));
  const failure = accept.error || decline.error ? failureOf(accept.error ?? decline.error) : null;
  return (
    <div className="flex flex-col items-start gap-3">
      <Checkbox
        label="I have read the charter and accept it."
        hint="Above all: what is said and shared in this council stays in it."
        checked={agreed}
        onChange={(event) => setAgreed(event.currentTarget.checked)}
      />
      {failure?.code === 'CONFLICT' ? <Notice tone="warn" title={failure.message} /> : <FormFailure failure={failure} />}
      <div className="flex flex-wrap items-start gap-2">
        <Button
          kind="primary"
          onClick={() => accept.mutate({ token, charterVersion: shown.charter.version })}
          pending={accept.isPending}
          why={agreed ? null : 'Accept the charter first.'}
        >
          Join the council
        </Button>
        <Button kind="quiet" onClick={() => decline.mutate({ token })} pending={decline.isPending}>
          Decline
        </Button>
      </div>
    </div>
  );
}
