import type { ItemKind } from '../item/item.ts';

/** Something that waits for this person. Each kind ends when the person has answered: nobody is reminded of what is done. */
export type Waiting =
  | { what: 'charter'; councilId: string; council: string }
  | { what: 'read'; opportunityId: string; debriefId: string; owner: string; role: string }
  | { what: 'mention'; opportunityId: string; itemId: string; kind: ItemKind; threadId: string; actor: string; role: string }
  | { what: 'reveal'; opportunityId: string; debriefId: string; role: string }
  | { what: 'counter'; opportunityId: string; roundId: string; owner: string; role: string; by: string | null }
  | { what: 'counters'; opportunityId: string; roundId: string; role: string; enough: boolean }
  | { what: 'outcome'; opportunityId: string; debriefId: string; role: string }
  | { what: 'terms'; opportunityId: string; negotiationId: string; role: string; missing: number }
  | { what: 'deadline'; opportunityId: string; offerId: string; role: string };

const order: Record<Waiting['what'], number> = {
  charter: 0,
  counter: 1,
  read: 2,
  mention: 3,
  counters: 4,
  reveal: 5,
  outcome: 6,
  terms: 7,
  deadline: 8,
};

/** What others wait for comes first; entries of one kind keep their order. */
export function sortWaiting(entries: readonly Waiting[]): Waiting[] {
  return [...entries].sort((a, b) => order[a.what] - order[b.what]);
}

/** One line in the product's words. */
export function waitingSentence(entry: Waiting): string {
  switch (entry.what) {
    case 'charter':
      return `Accept the charter of ${entry.council}`;
    case 'read':
      return `Seal your read of ${entry.owner}’s debrief · ${entry.role}`;
    case 'mention':
      return `${entry.actor} mentioned you · ${entry.role}`;
    case 'reveal':
      return `All reads are in: reveal them · ${entry.role}`;
    case 'counter':
      return `Seal your counter for ${entry.owner} · ${entry.role}`;
    case 'counters':
      if (entry.enough) return `The counters are in: look at them · ${entry.role}`;
      return `Too few have sealed by the deadline: wait, extend or reveal · ${entry.role}`;
    case 'outcome':
      return `It has moved since: say how the conversation turned out · ${entry.role}`;
    case 'terms':
      return `${entry.missing === 1 ? '1 term is' : `${entry.missing} terms are`} not confirmed in writing · ${entry.role}`;
    case 'deadline':
      return `An offer without a deadline: ask how long it stands · ${entry.role}`;
    default:
      return entry satisfies never;
  }
}

/** A mention as it was written. */
export type Mention = { threadId: string; at: string };

/**
 * Mentions that still wait: the newest of each open thread, unless the person has written there since. `ownLatest` has
 * one entry for each open thread: when the person last wrote there (ISO), '' for never.
 */
export function findUnanswered<M extends Mention>(mentions: readonly M[], ownLatest: ReadonlyMap<string, string>): M[] {
  const newest = new Map<string, M>();
  for (const mention of mentions) {
    const known = newest.get(mention.threadId);
    if (!known || known.at < mention.at) newest.set(mention.threadId, mention);
  }
  return [...newest.values()].filter(({ threadId, at }) => {
    const latest = ownLatest.get(threadId);
    return latest !== undefined && latest < at;
  });
}
