/** What goes and what stays when an account ends, in numbers. */
export type DepartureCounts = {
  opportunities: number;
  offers: number;
  negotiations: number;
  debriefs: number;
  /** Said in others' conversations. */
  comments: number;
  /** To others' requests for help. */
  answers: number;
  /** Noted in meetings. */
  notes: number;
  checklists: number;
  /** Sealed in others' rounds that were revealed. */
  countersKept: number;
  /** Sealed in others' rounds that are open, or late. */
  countersGone: number;
  /** Sealed in others' debriefs. */
  readsGone: number;
  /** Openings of others' offers, in their log. */
  openings: number;
};

/** A council where the person sits. `successor`: who would chair it after them; null where nobody else sits. */
export type DepartureSeat = { name: string; others: number; chairs: boolean; successor: string | null; alone: boolean };

const some = (count: number, one: string, many = `${one}s`) => (count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]);

/** `a, b and c`. */
function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** What is deleted, a sentence each. */
export function sayGoes(counts: DepartureCounts): string[] {
  const own = [
    ...some(counts.opportunities, 'opportunity', 'opportunities'),
    ...some(counts.offers, 'offer'),
    ...some(counts.negotiations, 'negotiation'),
    ...some(counts.debriefs, 'debrief'),
  ];
  const sealed = [
    ...some(counts.countersGone, 'counter in a round that is not revealed', 'counters in rounds that are not revealed'),
    ...some(counts.readsGone, 'read of another’s debrief', 'reads of others’ debriefs'),
  ];
  return [
    own.length === 0
      ? 'Your profile, your lists and your settings.'
      : `${listed(own)}, with everything in them and everything that others said about them.`,
    ...(own.length === 0 ? [] : ['Your profile, your lists and your settings.']),
    ...(sealed.length === 0 ? [] : [`${listed(sealed)} that you sealed.`]),
  ];
}

/** What stays with others, without your name, a sentence each; empty when nothing does. */
export function sayStays(counts: DepartureCounts): string[] {
  const words = [
    ...some(counts.comments, 'comment'),
    ...some(counts.answers, 'answer to a request for help', 'answers to requests for help'),
    ...some(counts.notes, 'note of a meeting', 'notes of meetings'),
    ...some(counts.checklists, 'checklist'),
  ];
  return [
    ...(words.length === 0
      ? []
      : [`${listed(words)} that you wrote for others, as those of “A former member”. Delete them first if they should go.`]),
    ...(counts.countersKept === 0
      ? []
      : [
          `${listed(some(counts.countersKept, 'counter in a revealed round', 'counters in revealed rounds'))}: the numbers and reasons stay as they were, your name goes.`,
        ]),
    ...(counts.openings === 0
      ? []
      : [`In others’ logs, that “A former member” opened an offer: ${listed(some(counts.openings, 'line'))}.`]),
  ];
}

/** What becomes of a council. */
export function saySeat({ name, others, chairs, successor, alone }: DepartureSeat): string {
  if (alone) return `${name} is deleted: nobody else ever sat there.`;
  if (others === 0) return `${name} closes: you are the last one there.`;
  if (chairs && successor !== null)
    return `${name} goes on: ${successor}, who has sat there longest, chairs it from then on. Hand over the chair yourself if it should be another.`;
  return `${name} goes on without you.`;
}
