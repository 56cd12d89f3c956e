/**
 * Who is told of an act. `mine`: the person's own other windows; `owner`: the item's owner too; `item`: all whom it reaches;
 * `talk`: who follows the conversation; `blind`: nobody else until it is shown; `opening`: all whom a part of it reaches;
 * `sharing`: those who had it as well; `council`, `seats`: its members, with `seats` also who has just left.
 * `pair`: of a rehearsal, its owner and who plays the employer.
 * `desk`: acts of the identity desk, which tell by themselves where there is something to tell.
 */
export type Whom = 'mine' | 'owner' | 'item' | 'talk' | 'blind' | 'opening' | 'sharing' | 'council' | 'seats' | 'pair' | 'desk';

/** What an act makes stale: `here` what is about the same item, opening or council, `also` wherever; or everything. */
export type Stale<Q extends string = string> = { whom: Whom; here: readonly Q[]; also: readonly Q[]; everything: boolean };
export type StaleTable = Readonly<Record<string, Stale>>;

/** What an act makes stale. The start checks that there is a line for each. */
export function staleOf(table: StaleTable, path: string): Stale {
  const row = table[path];
  if (!row) throw new Error(`Nothing says what ${path} makes stale.`);
  return row;
}

/** Questions, or nouns with all of theirs, that are asked again. */
export type WhatIsStale<Q extends string> = { readonly here?: readonly Q[]; readonly also?: readonly Q[] };

/** These are told, and ask this again. */
export function told<const Q extends string>(whom: Whom, { here = [], also = [] }: WhatIsStale<Q>): Stale<Q> {
  return { whom, here, also, everything: false };
}

/** These are told, and ask everything again. */
export const all = (whom: Whom): Stale<never> => ({ whom, here: [], also: [], everything: true });
