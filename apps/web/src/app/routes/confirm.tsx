import { createFileRoute, useLocation } from '@tanstack/react-router';
import { ConfirmForm } from '../../features/address/confirm-form.tsx';
import { EntryPanel } from '../../features/identity/entry-panel.tsx';

export const Route = createFileRoute('/confirm')({ staticData: { open: true }, component: Screen });

function Screen() {
  const token = useLocation({ select: ({ hash }) => new URLSearchParams(hash).get('token') ?? '' });
  return (
    <EntryPanel title="Your address">
      <ConfirmForm key={token} token={token} />
    </EntryPanel>
  );
}
