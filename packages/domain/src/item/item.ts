/** What can be shared. */
export const itemKinds = ['opportunity', 'mission', 'offer', 'negotiation', 'debrief', 'round'] as const;
export type ItemKind = (typeof itemKinds)[number];
