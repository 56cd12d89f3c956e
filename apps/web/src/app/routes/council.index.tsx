import { createFileRoute } from '@tanstack/react-router';
import { Page } from '../../components/page.tsx';
import { Skeleton } from '../../components/skeleton.tsx';

export const Route = createFileRoute('/council/')({ component: Screen });

function Screen() {
  return (
    <Page title="Council">
      <Skeleton />
    </Page>
  );
}
