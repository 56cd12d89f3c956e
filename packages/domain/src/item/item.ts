/** What can be shared. */
export const itemKinds = ['opportunity', 'mission', 'offer', 'negotiation', 'debrief', 'round'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** What an item is: its kind, its owner, and the opportunity that it hangs on. */
export type ItemFacts = { id: string; kind: ItemKind; ownerId: string; opportunityId: string };
