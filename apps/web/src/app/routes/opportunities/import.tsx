import { createFileRoute } from '@tanstack/react-router';
import { BringPage } from '../../../features/opportunity/capture/bring-page.tsx';

export const Route = createFileRoute('/opportunities/import')({ component: BringPage });
