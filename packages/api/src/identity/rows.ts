import { content } from '@parley/db/memory';
import type { Ring } from '@parley/db/ring';
import { bool, bytes, int, mustChange, type RowIn, sealed, statement, uuid, wrapped } from '@parley/db/statement';
import { ProfileContent } from '@parley/domain/identity/input';
import { PasskeyContent } from '@parley/domain/identity/ways-input';
import type { DaysOff } from '@parley/domain/offer/days-off';
import type { Account } from './store.ts';

export const profile = content('account', ProfileContent);
export const passkeyContent = content('passkey', PasskeyContent);

/** Everybody whose name the viewer may know, themselves included, with their keys: who is or was in a council of theirs. */
export const knownPeople = statement({
  name: 'known_people',
  takes: [],
  gives: { ownerId: uuid, rev: int, sealed, wrapped },
  text: `select a.id as owner_id, a.rev, a.sealed, k.wrapped from account a join sealing_key k on k.owner_id = a.id
    where a.id = (select viewer()) or a.id = any ((select reach_people())::uuid[])`,
});

const account = { ownerId: uuid, rev: int, operator: bool, verified: bool, sealed, wrapped };
const accountText = `select a.id as owner_id, a.rev, a.operator, a.verified_at is not null as verified, a.sealed, k.wrapped
  from account a join sealing_key k on k.owner_id = a.id where a.id = viewer()`;

/** The viewer's own account, with their key. */
export const ownAccount = statement({ name: 'own_account', takes: [], gives: account, text: accountText });

/** Whether this Parley sends mail at all. */
export const sendsMail = statement({
  name: 'sends_mail',
  takes: [],
  gives: { mails: bool },
  text: 'select mails from clock_hand where id = 1',
});

/** The same, which nothing else changes until the end of the transaction. */
export const holdAccount = statement({ name: 'hold_account', takes: [], gives: account, text: `${accountText} for update of a` });

/** The next revision of the viewer's own account. */
export const replaceAccount = mustChange({
  name: 'replace_account',
  takes: [int, bytes],
  text: 'update account set rev = $1 + 1, sealed = $2 where id = viewer() and rev = $1',
});

/** The viewer's own key, for what has no row yet. */
export const ownKey = statement({
  name: 'own_key',
  takes: [],
  gives: { ownerId: uuid, wrapped },
  text: 'select owner_id, wrapped from sealing_key where owner_id = viewer()',
});

/** An account under its own key. */
export function openAccount(open: Ring['open'], row: RowIn<typeof ownAccount>): Account {
  const { ownerId: id, rev, operator, verified } = row;
  return { id, rev, operator, verified, ...open(profile, { id, owner: id, rev }, row.sealed) };
}

/** By what the viewer counts days, their own zone and days off, from the row of their account among the people they know. */
export function calendarOf(people: readonly Person[], open: Ring['open'], viewerId: string): { zone: string; off: DaysOff[] } {
  const own = people.find(({ ownerId }) => ownerId === viewerId);
  if (!own) return { zone: 'UTC', off: [] };
  const { timeZone: zone, daysOff: off } = open(profile, { id: viewerId, owner: viewerId, rev: own.rev }, own.sealed);
  return { zone, off };
}

export type Person = { ownerId: string; rev: number; sealed: string };

/** Display names by account id. Every id gets one: whoever is out of the viewer's sight is a former member. */
export function namesOf(people: readonly Person[], open: Ring['open'], ids: Iterable<string>): Record<string, string> {
  const known = new Map(people.map((person) => [person.ownerId, person]));
  const name = (id: string) => {
    const person = known.get(id);
    if (!person) return 'A former member';
    return open(profile, { id, owner: id, rev: person.rev }, person.sealed).displayName;
  };
  return Object.fromEntries([...new Set(ids)].map((id) => [id, name(id)]));
}
