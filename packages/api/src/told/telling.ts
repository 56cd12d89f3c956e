import type { NotificationKind } from '@parley/domain/notification/notification';

/** Whom an act tells by a notice, and so by mail; or why it tells nobody. */
export type Told = { readonly tells: readonly NotificationKind[] } | { readonly nobody: string };

export const tells = (...kinds: NotificationKind[]): Told => ({ tells: kinds });
export const nobody = (why: string): Told => ({ nobody: why });
