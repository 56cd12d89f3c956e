import { explainState, type InvitationState } from '@parley/domain/invitation/invitation';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Chip, type ChipTone } from '../../components/chip.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { failureOf } from '../../lib/failure.ts';
import { useFormat } from '../../lib/format.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { type FreshLink, LinkCard } from './link-card.tsx';

type Entry = {
  invitationId: string;
  email: string;
  merges: boolean;
  state: InvitationState;
  createdAt: string;
  expiresAt: string;
};

const states = {
  open: { word: 'Waiting', tone: 'accent' },
  used: { word: 'Joined', tone: 'good' },
  expired: { word: 'Expired', tone: 'warn' },
  revoked: { word: 'Withdrawn', tone: 'plain' },
  declined: { word: 'Declined', tone: 'plain' },
} satisfies Record<InvitationState, { word: string; tone: ChipTone }>;

/** The invitations that have not led to a seat, newest first. */
export function InvitationList({ invitations }: { invitations: readonly Entry[] }) {
  return (
    <ul className="divide-y divide-line">
      {invitations.map((invitation) => (
        <InvitationRow key={invitation.invitationId} invitation={invitation} />
      ))}
    </ul>
  );
}

function InvitationRow({ invitation }: { invitation: Entry }) {
  const trpc = useTRPC();
  const format = useFormat();
  const { invitationId, email, state } = invitation;
  const [fresh, setFresh] = useState<FreshLink | null>(null);
  const onSettled = () => {};
  const resend = useMutation(
    trpc.invitation.resend.mutationOptions({ onSuccess: (made) => setFresh({ ...made, email }), onSettled }),
  );
  const revoke = useMutation(trpc.invitation.revoke.mutationOptions({ onSuccess: () => setFresh(null), onSettled }));
  const failed = resend.error ?? revoke.error;
  const alive = state === 'open' || state === 'expired';
  return (
    <li className="flex flex-col gap-2 px-4 py-3 sm:px-5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-0 font-medium break-all">{email}</span>
        <Chip tone={states[state].tone}>{states[state].word}</Chip>
        {invitation.merges ? <Chip>Offer to merge</Chip> : null}
        <span className="text-sm text-ink-soft" title={state === 'open' ? undefined : explainState(state)}>
          {state === 'open' ? `until ${format.dayTime(invitation.expiresAt)}` : `invited ${format.dayOf(invitation.createdAt)}`}
        </span>
      </div>
      {alive ? (
        <div className="flex flex-wrap gap-2">
          <Button
            onClick={() => resend.mutate({ invitationId })}
            pending={resend.isPending}
            aria-label={`Make a new link for ${email}`}
          >
            New link
          </Button>
          <Button
            kind="quiet"
            onClick={() => revoke.mutate({ invitationId })}
            pending={revoke.isPending}
            aria-label={`Withdraw the ${invitation.merges ? 'offer to merge' : 'invitation'} for ${email}`}
          >
            Withdraw
          </Button>
        </div>
      ) : null}
      {fresh && state === 'open' ? <LinkCard key={fresh.link} fresh={fresh} /> : null}
      {failed ? <FormFailure failure={failureOf(failed)} /> : null}
    </li>
  );
}
