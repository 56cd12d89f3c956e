type Store = Pick<Storage, 'key' | 'length'>;

/** What the beginning of a draft's name says that it is. What is kept without being meant for sending is not among them. */
const words: Record<string, string> = {
  agreed: 'a term',
  ask: 'an ask',
  backchannel: 'what an insider said',
  call: 'a call',
  brief: 'a brief for a rehearsal',
  charter: 'a charter',
  checklist: 'a checklist',
  comment: 'a comment',
  commitment: 'a commitment',
  council: 'a council',
  counter: 'a counter',
  debrief: 'a debrief',
  edit: 'a comment',
  evidence: 'a piece of evidence',
  gratitude: 'your gratitude house',
  hunt: 'the plan of your hunt',
  help: 'a request for help',
  'help-answer': 'an answer',
  'help-settle': 'what came of a request',
  invite: 'whom to invite',
  letter: 'a term',
  'meeting-delta': 'a note of a meeting',
  'meeting-note': 'a note of a meeting',
  'meeting-plus': 'a note of a meeting',
  merge: 'an offer to merge',
  mission: 'a mission',
  move: 'a move of the ledger',
  negotiation: 'a negotiation',
  objection: 'an objection',
  offer: 'an offer',
  opportunity: 'an opportunity',
  outcome: 'an outcome',
  presence: 'what you say about yourself',
  proof: 'a proof',
  pulse: 'how you came in',
  quick: 'a note for the ledger',
  read: 'a read',
  rehearsed: 'your answers after a rehearsal',
  remove: 'the reason of a removal',
  review: 'a review',
  round: 'a counter round',
  said: 'a line of a rehearsal',
  suggestion: 'a suggestion',
  term: 'a term',
  thread: 'a comment',
  waived: 'a term',
};

/** What this person has typed in this browser and not sent, in words, each once; the names of other things are `something else`. */
export function listUnsent(store: Store, person: string): string[] {
  const prefix = `parley:draft:${person}:`;
  const names = Array.from({ length: store.length }, (_, at) => store.key(at) ?? '').filter((name) => name.startsWith(prefix));
  const kinds = names
    .map((name) => name.slice(prefix.length).split(':', 1).join(''))
    .filter((kind) => kind !== 'compare' && kind !== 'recent');
  return [...new Set(kinds.map((kind) => words[kind] ?? 'something else'))].sort();
}

/** `a comment, a debrief and an offer`. */
export function joinWords(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
