import { createFileRoute } from '@tanstack/react-router';
import { Page } from '../../components/page.tsx';
import { Skeleton } from '../../components/skeleton.tsx';

export const Route = createFileRoute('/opportunities/$opportunityId')({ staticData: { live: true }, component: Screen });

function Screen() {
  return (
    <Page title="Opportunity">
      <Skeleton />
    </Page>
  );
}
