import { createFileRoute } from '@tanstack/react-router';
import { HuntPage } from '../../../features/hunt/hunt-page.tsx';

export const Route = createFileRoute('/opportunities/hunt')({ component: HuntPage });
