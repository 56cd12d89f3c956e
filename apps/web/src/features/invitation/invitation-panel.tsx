import { useQuery } from '@tanstack/react-query';
import Merge from 'lucide-react/icons/merge';
import UserPlus from 'lucide-react/icons/user-plus';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { Failed } from '../../components/feedback/failed.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { InvitationList } from './invitation-list.tsx';
import { InviteForm } from './invite-form.tsx';
import { OfferForm } from './offer-form.tsx';

export type InvitationPanelProps = {
  councilId: string;
  /** Why nobody can be invited now, or null. */
  why: string | null;
  /** Nobody sits there but the moderator: inviting is the next act, and its form stands open. */
  alone: boolean;
};

/** For the moderator: inviting, and who is invited. */
export function InvitationPanel({ councilId, why, alone }: InvitationPanelProps) {
  const trpc = useTRPC();
  const [asked, setAsked] = useState(false);
  const [offering, setOffering] = useState(false);
  const invitations = useQuery(trpc.invitation.list.queryOptions({ councilId }));
  const shown = invitations.data?.filter((invitation) => invitation.state !== 'used') ?? [];
  const waiting = new Set(shown.filter(({ state }) => state === 'open').map(({ email }) => email));
  const first = alone && invitations.data?.length === 0;
  // once links are shown they stay, though the first of them has become an invitation
  const [began, setBegan] = useState(false);
  if (first && !began) setBegan(true);
  const inviting = asked || began;
  const close = () => {
    setAsked(false);
    setBegan(false);
  };
  return (
    <Card
      title={first ? 'Invite your first peers' : 'Invitations'}
      flush
      aside={
        inviting ? null : (
          <div className="-mr-4 -ml-4 flex flex-wrap gap-1">
            <Button icon={<UserPlus aria-hidden="true" />} kind="quiet" onClick={() => setAsked(true)} why={why}>
              Invite people
            </Button>
            {offering ? null : (
              <Button icon={<Merge aria-hidden="true" />} kind="quiet" onClick={() => setOffering(true)} why={why}>
                Merge with a council
              </Button>
            )}
          </div>
        )
      }
    >
      {invitations.isPending ? (
        <div className="px-5 py-3">
          <Skeleton lines={2} what="the invitations" />
        </div>
      ) : null}
      {invitations.isError ? (
        <Failed error={invitations.error} what="the invitations" retry={() => void invitations.refetch()} />
      ) : null}
      {inviting ? <InviteForm councilId={councilId} why={why} waiting={waiting} onClose={first ? undefined : close} /> : null}
      {offering ? <OfferForm councilId={councilId} why={why} onClose={() => setOffering(false)} /> : null}
      {shown.length > 0 ? (
        <div className={inviting || offering ? 'border-t border-line' : ''}>
          <InvitationList invitations={shown} />
        </div>
      ) : null}
      {invitations.data && shown.length === 0 && !inviting && !offering ? (
        <p className="px-4 py-4 text-ink-soft sm:px-5">
          Nobody is invited just now. You get a link to pass on by chat or e-mail; it works once, for one address.
        </p>
      ) : null}
    </Card>
  );
}
