import { createFileRoute } from '@tanstack/react-router';
import { FarewellList } from '../../features/council/members/farewell-list.tsx';
import { MePage } from '../../features/identity/me-page.tsx';
import { MailCard } from '../../features/mail/mail-form.tsx';
import { GratitudePanel } from '../../features/prep/gratitude-panel.tsx';
import { ProofList } from '../../features/proof/proof-list.tsx';
import { SharingList } from '../../features/share/share-list.tsx';

export const Route = createFileRoute('/me')({ component: Screen });

function Screen() {
  return (
    <MePage>
      <FarewellList />
      <ProofList />
      <GratitudePanel />
      <SharingList />
      <MailCard />
    </MePage>
  );
}
