import { createMember, type Member, type Product, type StoryClock } from './stage.ts';

/** Five people of five trades; the first to open is Ana, in the middle of it. */
export const people = [
  {
    key: 'ana',
    name: 'Ana Ferreira',
    email: 'ana@example.org',
    part: 'a product lead, in the middle of a negotiation',
    place: { timeZone: 'Europe/Vienna', locale: 'en-GB', currency: 'EUR' },
  },
  {
    key: 'ben',
    name: 'Ben Okafor',
    email: 'ben@example.org',
    part: 'a data engineer who has landed and left the council',
    place: { timeZone: 'Europe/London', locale: 'en-GB', currency: 'GBP' },
  },
  {
    key: 'chiara',
    name: 'Chiara Conti',
    email: 'chiara@example.org',
    part: 'runs hospital wards; moderates the council',
    place: { timeZone: 'Europe/Rome', locale: 'en-IE', currency: 'EUR' },
  },
  {
    key: 'dev',
    name: 'Dev Malhotra',
    email: 'dev@example.org',
    part: 'builds wind turbines; has an offer that names no deadline',
    place: { timeZone: 'Europe/Lisbon', locale: 'en-GB', currency: 'EUR' },
  },
  {
    key: 'eva',
    name: 'Eva Lindqvist',
    email: 'eva@example.org',
    part: 'comes from museums and joined two days ago',
    place: { timeZone: 'Europe/Stockholm', locale: 'en-SE', currency: 'EUR' },
  },
] as const;

/** Everybody's in the demo, where there is nothing to hide. */
export const passphrase = 'listen first, then ask';

export type Key = (typeof people)[number]['key'];
export type Founders = Record<'ana' | 'ben' | 'chiara' | 'dev', Member>;
export type Cast = Founders & { councilId: string };

/** Makes the person's account and signs them in. */
export async function arrive(product: Product, key: Key): Promise<Member> {
  const person = people.find((one) => one.key === key);
  if (!person) throw new Error(`Nobody in the story is called ${key}.`);
  const { name, email, place } = person;
  const member = createMember(product, email);
  await member.api.identity.signUp.mutate({ email, password: passphrase, displayName: name, ...place });
  await member.api.identity.signIn.mutate({ email, password: passphrase });
  const { id } = await member.api.identity.me.query();
  return { ...member, id };
}

/** The four who founded the council. */
export async function meet(product: Product, clock: StoryClock): Promise<Founders> {
  clock.go(44);
  return {
    chiara: await arrive(product, 'chiara'),
    ana: await arrive(product, 'ana'),
    ben: await arrive(product, 'ben'),
    dev: await arrive(product, 'dev'),
  };
}
