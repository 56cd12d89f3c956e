import { createFileRoute } from '@tanstack/react-router';
import { CouncilsPage } from '../../features/council/councils-page.tsx';

export const Route = createFileRoute('/council/')({ component: CouncilsPage });
