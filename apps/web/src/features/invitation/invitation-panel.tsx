import { useQuery } from '@tanstack/react-query';
import UserPlus from 'lucide-react/icons/user-plus';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { EmptyState } from '../../components/feedback/empty-state.tsx';
import { Failed } from '../../components/feedback/failed.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { InvitationList } from './invitation-list.tsx';
import { InviteDialog } from './invite-dialog.tsx';

export type InvitationPanelProps = {
  councilId: string;
  /** Why nobody can be invited now, or null. */
  why: string | null;
  /** Nobody sits there but the moderator: inviting is the next act. */
  alone: boolean;
};

/** For the moderator: who is invited, and inviting. */
export function InvitationPanel({ councilId, why, alone }: InvitationPanelProps) {
  const trpc = useTRPC();
  const [inviting, setInviting] = useState(false);
  const invitations = useQuery(trpc.invitation.list.queryOptions({ councilId }));
  const invite = (
    <Button kind={alone ? 'primary' : 'plain'} icon={<UserPlus aria-hidden="true" />} onClick={() => setInviting(true)} why={why}>
      Invite somebody
    </Button>
  );
  const shown = invitations.data?.filter((invitation) => invitation.state !== 'used') ?? [];
  const empty = invitations.data !== undefined && shown.length === 0;
  return (
    <Card title="Invitations" aside={empty ? null : invite} flush={!empty}>
      {invitations.isPending ? (
        <div className="px-5 py-3">
          <Skeleton lines={2} what="the invitations" />
        </div>
      ) : null}
      {invitations.isError ? (
        <Failed error={invitations.error} what="the invitations" retry={() => void invitations.refetch()} />
      ) : null}
      {empty ? (
        <EmptyState title={alone ? 'Invite your first peer' : 'No open invitations'} action={invite}>
          You get a link to pass on by chat or e-mail. It works once, for one address only.
        </EmptyState>
      ) : (
        <InvitationList invitations={shown} />
      )}
      {inviting ? <InviteDialog councilId={councilId} onClose={() => setInviting(false)} /> : null}
    </Card>
  );
}
