import { createFileRoute, useLocation } from '@tanstack/react-router';
import { AskResetForm } from '../../features/address/ask-reset-form.tsx';
import { EntryPanel } from '../../features/identity/entry-panel.tsx';
import { ResetForm } from '../../features/identity/reset-form.tsx';

export const Route = createFileRoute('/reset')({ staticData: { open: true }, component: Screen });

function Screen() {
  const token = useLocation({ select: ({ hash }) => new URLSearchParams(hash).get('token') ?? '' });
  return (
    <EntryPanel title="A new password">{token === '' ? <AskResetForm /> : <ResetForm key={token} token={token} />}</EntryPanel>
  );
}
