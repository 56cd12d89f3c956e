import { createFileRoute } from '@tanstack/react-router';
import { GuidePage } from '../../features/guide/guide-page.tsx';

export const Route = createFileRoute('/method')({ component: GuidePage });
