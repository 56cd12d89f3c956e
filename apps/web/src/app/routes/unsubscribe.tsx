import { createFileRoute, useLocation } from '@tanstack/react-router';
import { EntryPanel } from '../../features/identity/entry-panel.tsx';
import { StopForm } from '../../features/mail/stop-form.tsx';

export const Route = createFileRoute('/unsubscribe')({ staticData: { open: true }, component: Screen });

function Screen() {
  const token = useLocation({ select: ({ hash }) => hash });
  return (
    <EntryPanel title="No more mail">
      <StopForm key={token} token={token} />
    </EntryPanel>
  );
}
