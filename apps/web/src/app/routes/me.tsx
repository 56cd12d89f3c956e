import { createFileRoute, Link } from '@tanstack/react-router';
import { Card } from '../../components/card.tsx';
import { AddressForm } from '../../features/address/address-form.tsx';
import { ArchiveCard } from '../../features/archive/archive-card.tsx';
import { OwnCommitments } from '../../features/commitment/commitment-list.tsx';
import { FarewellList } from '../../features/council/members/farewell-list.tsx';
import { CalibrationPanel } from '../../features/debrief/calibration-panel.tsx';
import { DepartureCard } from '../../features/departure/departure-card.tsx';
import { FeedCard } from '../../features/feed/feed-card.tsx';
import { MePage } from '../../features/identity/me-page.tsx';
import { LandingCard } from '../../features/landing/landing-form.tsx';
import { MailCard } from '../../features/mail/mail-form.tsx';
import { ServerCard } from '../../features/operator/server-card.tsx';
import { GratitudePanel } from '../../features/prep/gratitude-panel.tsx';
import { ProofList } from '../../features/proof/proof-list.tsx';
import { PushCard } from '../../features/push/push-card.tsx';
import { SharingList } from '../../features/share/share-list.tsx';

export const Route = createFileRoute('/me')({ component: Screen });

function Screen() {
  return (
    <MePage
      end={
        <>
          <Card title="E-mail address">
            <AddressForm />
          </Card>
          <LandingCard />
          <ArchiveCard />
          <DepartureCard />
          <ServerCard />
        </>
      }
    >
      <FarewellList />
      <OwnCommitments />
      <ProofList />
      <GratitudePanel />
      <CalibrationPanel />
      <SharingList />
      <MailCard />
      <PushCard />
      <FeedCard />
      <p>
        <Link to="/method" className="inline-flex min-h-11 items-center text-accent underline">
          How councils search and negotiate: the method
        </Link>
      </p>
    </MePage>
  );
}
