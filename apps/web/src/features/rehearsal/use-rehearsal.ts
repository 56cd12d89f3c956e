import type { AppRouter } from '@parley/api/router';
import type { RehearsalState } from '@parley/domain/rehearsal/rehearsal';
import type { inferRouterOutputs } from '@trpc/server';

type Answers = inferRouterOutputs<AppRouter>['rehearsal'];

/** A rehearsal as one of the two sees it. `heardAt`: when this machine heard it, for the shared clock. */
export type Rehearsal = Answers['get'] & { heardAt: number };
export type Line = Rehearsal['lines'][number];
export type Entry = Answers['list']['rehearsals'][number];

/** Who plays the employer, as a sentence begins. */
export const employerOf = ({ employer, peerId }: Pick<Rehearsal, 'employer' | 'peerId'>): string =>
  peerId === null ? 'The employer' : (employer ?? 'Somebody who left');

/** The other of the two, by name. */
export function otherOf(one: Pick<Rehearsal, 'role' | 'employer' | 'candidate' | 'peerId'>): string {
  if (one.role === 'employer') return one.candidate ?? 'The candidate';
  return employerOf(one);
}

/** How far an entry of the list is, in words. */
export function sayState({ state, role, peerId }: Pick<Entry, 'role' | 'peerId'> & { state: RehearsalState }): string {
  switch (state) {
    case 'asked':
      return role === 'employer' ? 'Your brief is missing' : 'Waits for their brief';
    case 'ready':
      return 'Ready to begin';
    case 'live':
      return 'Goes on';
    case 'reflecting':
      return 'Three questions are left';
    case 'opened':
      return peerId === null ? 'Played with cards' : 'Played';
    case 'declined':
      return 'Not this time';
    default:
      return state satisfies never;
  }
}
