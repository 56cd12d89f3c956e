import type { ItemKind } from '../item/item.ts';
import { groupBy } from '../kernel/group.ts';

/** Something that waits for this person. Each kind ends when the person has answered: nobody is reminded of what is done. */
export type Waiting =
  | { what: 'charter'; councilId: string; council: string }
  | { what: 'read'; opportunityId: string; debriefId: string; owner: string; role: string }
  | { what: 'mention'; opportunityId: string; itemId: string; kind: ItemKind; threadId: string; actor: string; role: string }
  | { what: 'play'; opportunityId: string; negotiationId: string; rehearsalId: string; owner: string; role: string }
  | { what: 'rehearse'; opportunityId: string; negotiationId: string; rehearsalId: string; peer: string; role: string }
  | { what: 'reveal'; opportunityId: string; debriefId: string; role: string }
  | { what: 'counter'; opportunityId: string; roundId: string; owner: string; role: string; by: string | null }
  | { what: 'counters'; opportunityId: string; roundId: string; role: string; enough: boolean }
  | { what: 'outcome'; opportunityId: string; debriefId: string; role: string }
  | { what: 'terms'; opportunityId: string; negotiationId: string; role: string; missing: number }
  | { what: 'deadline'; opportunityId: string; offerId: string; role: string }
  | { what: 'commitment'; commitmentId: string; text: string; dueOn: string };

/** The acts, in the order in which they are done: what others wait for comes first. */
const acts: Readonly<Record<Waiting['what'], string>> = {
  charter: 'Accept the charter',
  counter: 'Seal your counter',
  read: 'Give your read',
  play: 'Play the employer',
  rehearse: 'Rehearse',
  mention: 'Answer',
  counters: 'Look at the counters',
  reveal: 'Reveal the reads',
  commitment: 'Do what you took on',
  outcome: 'Say how it turned out',
  terms: 'Get it in writing',
  deadline: 'Ask how long the offer stands',
};

const order = Object.keys(acts);

/** What others wait for comes first; entries of one kind keep their order. */
export function sortWaiting(entries: readonly Waiting[]): Waiting[] {
  return [...entries].sort((a, b) => order.indexOf(a.what) - order.indexOf(b.what));
}

/** Sorted entries by what is to be done, each act once. */
export function groupWaiting(entries: readonly Waiting[]): { act: string; entries: Waiting[] }[] {
  return [...groupBy(entries, ({ what }) => what)].map(([what, same]) => ({ act: acts[what], entries: same }));
}

/** One line: `who` waits, if it is somebody else; what of; and `about`, the job that it hangs on. */
export type WaitingLine = { who: string | null; words: string; about: string };

/** Who waits, where it is somebody else. */
function whoWaits(entry: Waiting): string | null {
  if ('owner' in entry) return entry.owner;
  if ('actor' in entry) return entry.actor;
  return 'peer' in entry ? entry.peer : null;
}

function sayWaiting(entry: Waiting, who: string): string {
  switch (entry.what) {
    case 'charter':
      return `${entry.council}: the charter has changed since you accepted it`;
    case 'read':
      return `${who} shared their debrief and asks for your read`;
    case 'mention':
      return `${who} mentioned you`;
    case 'play':
      return `${who} asks you to play the employer`;
    case 'rehearse':
      return `${who} is ready to rehearse with you`;
    case 'reveal':
      return 'All reads are in';
    case 'counter':
      return `${who} asks what you would counter`;
    case 'counters':
      return entry.enough ? 'The counters are in' : 'Too few have sealed by the deadline: wait, extend or reveal';
    case 'outcome':
      return 'It has moved since this conversation';
    case 'terms':
      return `${entry.missing === 1 ? '1 term is' : `${entry.missing} terms are`} not confirmed in writing`;
    case 'deadline':
      return 'An offer without a deadline';
    case 'commitment':
      return entry.text;
    default:
      return entry satisfies never;
  }
}

/** An entry in the product's words. */
export function waitingLine(entry: Waiting): WaitingLine {
  const who = whoWaits(entry);
  return { who, words: sayWaiting(entry, who ?? ''), about: 'role' in entry ? entry.role : '' };
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
