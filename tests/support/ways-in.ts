import { createResetLink } from '@parley/api/identity/store';
import { asIdentity } from '@parley/db/as-user';
import { addressHash } from '@parley/db/seal';
import type { Person, World } from './world.ts';

/** The same person at another browser. */
export async function enterElsewhere(world: World, person: Person, password = person.password): Promise<Person> {
  const other = world.anonymous();
  await other.api.identity.signIn.mutate({ email: person.email, password });
  return { ...person, ...other, id: person.id, email: person.email, password };
}

/** The token of a fresh reset link; empty where no account has the address. */
export async function makeResetToken(world: World, email: string): Promise<string> {
  const link = await asIdentity(world.client, (db, now) => createResetLink({ db, now }, addressHash(world.keys, email)));
  return link?.split('token=')[1] ?? '';
}

/** Which fields an answer refuses, and with which words. */
export const refusedFields = (answer: { body: string }): { path: string; message: string }[] =>
  JSON.parse(answer.body).error.data.fields;
