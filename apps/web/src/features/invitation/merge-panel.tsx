import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { SelectField } from '../../components/form/select-field.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { failureOf } from '../../lib/failure.ts';
import { useFormat } from '../../lib/format.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { FreshLinks } from './link-list.tsx';

type Mergeable = { councilId: string; name: string; invited: string[] };
type Props = {
  token: string;
  council: string;
  mergeable: readonly Mergeable[];
  again: () => void;
  onMerged: (merged: Merged) => void;
};
export type Merged = { invitations: readonly Made[]; council: string };

/** The other moderator's answer: for which council, who would be invited, and then the links to pass on. */
export function MergeAnswer({ token, council, mergeable, again, onMerged }: Props) {
  const trpc = useTRPC();
  const [chosen, setChosen] = useState(mergeable[0]?.councilId ?? '');
  const merge = useMutation(
    trpc.invitation.merge.mutationOptions({ onSuccess: ({ invitations }) => onMerged({ invitations, council }) }),
  );
  const decline = useMutation(trpc.invitation.decline.mutationOptions({ onSuccess: again }));
  const own = mergeable.find(({ councilId }) => councilId === chosen) ?? mergeable[0];
  const error = merge.error ?? decline.error;
  return (
    <div className="flex max-w-prose flex-col gap-4">
      {own === undefined ? <Notice tone="warn" title="You chair no other council that could be merged into this one." /> : null}
      {mergeable.length > 1 ? (
        <SelectField
          label="For which council do you answer?"
          value={own?.councilId}
          onChange={(event) => setChosen(event.currentTarget.value)}
          options={mergeable.map(({ councilId, name }) => ({ value: councilId, label: name }))}
        />
      ) : null}
      {own ? <Consequence own={own} council={council} /> : null}
      {error ? <FormFailure failure={failureOf(error)} /> : null}
      <div className="flex flex-wrap items-start gap-2">
        {own ? (
          <Button
            kind="primary"
            onClick={() => merge.mutate({ token, councilId: own.councilId })}
            pending={merge.isPending}
            why={own.invited.length === 0 ? 'Everybody sits there already, or is invited.' : null}
          >
            Answer for {own.name}
          </Button>
        ) : null}
        <Button kind="quiet" onClick={() => decline.mutate({ token })} pending={decline.isPending}>
          Decline
        </Button>
      </div>
    </div>
  );
}

/** What the press will do, before it. */
function Consequence({ own, council }: { own: Mergeable; council: string }) {
  const format = useFormat();
  if (own.invited.length === 0) {
    return (
      <p>
        All members of {own.name} sit in {council} already, or are invited to it.
      </p>
    );
  }
  return (
    <div className="flex flex-col gap-2">
      <p>
        Your answer invites {format.list(own.invited)} to {council}. You get a link for each to pass on; each reads the charter
        and decides alone. The moderator of {council} sees their names, and no address.
      </p>
      <p className="text-ink-soft">
        Nothing that is shared moves: what was shared in {own.name} stays there, and {own.name} stays until you close it.
      </p>
    </div>
  );
}

type Made = { name: string; link: string; expiresAt: string };

/** The links of a merger, to pass on. */
export function MergedLinks({ invitations, council }: Merged) {
  return (
    <div className="flex flex-col items-start gap-4">
      <Notice title={`The members are invited to ${council}.`}>
        Pass the links on, and open your own. Who loses a link asks the moderator of {council} for a new one.
      </Notice>
      <FreshLinks links={invitations.map(({ name, ...link }) => ({ email: name, ...link }))} />
      <LinkButton to="/council">Go to my councils</LinkButton>
    </div>
  );
}
