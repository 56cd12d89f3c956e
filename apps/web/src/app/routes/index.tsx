import { createFileRoute } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { TodayPage } from '../../features/today/today-page.tsx';

// The last thing on the page: it comes in beside the first load.
const MovedPanel = lazy(() =>
  import('../../features/notification/moved-panel.tsx').then((file) => ({ default: file.MovedPanel })),
);

export const Route = createFileRoute('/')({ component: Screen });

function Screen() {
  return (
    <TodayPage
      moved={(entries, now) => (
        <Suspense fallback={null}>
          <MovedPanel entries={entries} now={now} />
        </Suspense>
      )}
    />
  );
}
