import { createFileRoute, useLocation } from '@tanstack/react-router';
import { CharterPanel } from '../../features/council/charter/charter-panel.tsx';
import { Rhythm } from '../../features/council/rhythm/meeting-card.tsx';
import { EntryForm } from '../../features/identity/entry-form.tsx';
import { EntryPanel } from '../../features/identity/entry-panel.tsx';
import { SignInForm } from '../../features/identity/sign-in-form.tsx';
import { InvitationPage } from '../../features/invitation/invitation-page.tsx';

export const Route = createFileRoute('/invitation')({ staticData: { open: true }, component: Screen });

function Screen() {
  const token = useLocation({ select: ({ hash }) => new URLSearchParams(hash).get('token') ?? '' });
  const navigate = Route.useNavigate();
  return (
    <EntryPanel title="An invitation">
      <InvitationPage
        key={token}
        token={token}
        entry={(email, onDone) => (email === null ? <SignInForm onDone={onDone} /> : <EntryForm email={email} onDone={onDone} />)}
        charter={(text) => <CharterPanel text={text} />}
        rhythm={({ cadence }) => <Rhythm cadence={cadence} />}
        onJoined={(councilId) => void navigate({ to: '/council/$councilId', params: { councilId }, replace: true })}
      />
    </EntryPanel>
  );
}
