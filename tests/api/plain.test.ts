import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorld, type Person, type World } from '../support/world.ts';

/*
 * Calls by POST are answered without tRPC's fetch layer. Whatever else stands in the address leads to that layer, so that each
 * request can be sent both ways.
 */
let world: World;
let ana: Person;
let opportunityId: string;

beforeAll(async () => {
  world = await createWorld();
  ana = await world.person('Ana');
  const opening = { company: 'Borealis', role: 'Engineer', alias: '', stage: 'applied', on: '2026-11-02' } as const;
  ({ opportunityId } = await ana.api.opportunity.create.mutate(opening));
});
afterAll(() => world.close());

type Sent = { path: string; query?: string; body: string; headers?: Record<string, string> };

async function send({ path, query = '', body, headers = {} }: Sent, long: boolean) {
  const search = [query, ...(long ? ['long=1'] : [])].filter(Boolean).join('&');
  const response = await world.app.request(`/trpc/${path}${search ? `?${search}` : ''}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', cookie: ana.cookie(), ...headers },
    body,
  });
  const kept = [...response.headers].filter(([name]) => name !== 'content-length');
  return { status: response.status, text: await response.text(), headers: kept };
}

/** What a fault of ours is called differs each time. */
const settled = ({ text, ...rest }: Awaited<ReturnType<typeof send>>) => ({
  ...rest,
  text: text.replaceAll(/"id":"[^"]+"/g, '"id":"…"'),
});

const head = () => ({ opportunityId });
const batch = (...inputs: unknown[]) => JSON.stringify(Object.fromEntries(inputs.map((input, at) => [at, input])));
const unknownId = '01900000-0000-7000-8000-000000000000';

const cases: Record<string, () => Sent> = {
  'a query alone': () => ({ path: 'opportunity.list', body: '' }),
  'a query about something': () => ({ path: 'opportunity.page', body: JSON.stringify(head()) }),
  'a batch of one': () => ({ path: 'opportunity.list', query: 'batch=1', body: '{}' }),
  'a batch of three, one of them refused': () => ({
    path: 'opportunity.page,opportunity.list,opportunity.page',
    query: 'batch=1',
    body: batch(head(), undefined, { opportunityId: unknownId }),
  }),
  'a batch without one of its inputs': () => ({
    path: 'opportunity.page,opportunity.page',
    query: 'batch=1',
    body: batch(head()),
  }),
  'more paths without a batch': () => ({ path: 'opportunity.list,opportunity.list', body: '{}' }),
  'eleven calls': () => ({ path: Array.from({ length: 11 }, () => 'opportunity.list').join(','), query: 'batch=1', body: '{}' }),
  'an input that does not fit': () => ({ path: 'opportunity.page', body: '{"opportunityId":7}' }),
  'no input where one is due': () => ({ path: 'opportunity.page', body: '' }),
  'a batch of nothing': () => ({ path: 'opportunity.list', query: 'batch=1', body: '' }),
  null: () => ({ path: 'opportunity.page', body: 'null' }),
  'half of a JSON': () => ({ path: 'opportunity.page', body: '{"opportunityId":' }),
  'a list for a batch': () => ({ path: 'opportunity.page', query: 'batch=1', body: '[1]' }),
  'a word for a batch': () => ({ path: 'opportunity.page', query: 'batch=1', body: '"x"' }),
  'a procedure that is none': () => ({ path: 'opportunity.nothing', body: '{}' }),
  'a name of every object': () => ({ path: 'constructor', body: '{}' }),
  'one that is none among those that are': () => ({ path: 'opportunity.list,toString', query: 'batch=1', body: '{}' }),
  'a path in escapes': () => ({ path: 'opportunity%2Elist', body: '' }),
  'a path in bad escapes': () => ({ path: 'opportunity%E0%A4%A', body: '' }),
  'a query and a mutation together': () => ({ path: 'opportunity.list,identity.signOut', query: 'batch=1', body: '{}' }),
  'an event stream by POST': () => ({ path: 'stream.follow', body: '{}' }),
  'another who asks': () => ({ path: 'opportunity.list', body: '', headers: { cookie: '' } }),
  'what a mutation refuses': () => ({ path: 'mission.save', body: JSON.stringify({ missionId: unknownId }) }),
  'a press that was heard': () => ({
    path: 'opportunity.setStage',
    body: JSON.stringify({ ...head(), stage: 'screening', on: '2026-11-05' }),
    headers: { 'x-parley-key': 'the-same-press-the-same-answer-01' },
  }),
};

it.each(Object.entries(cases))('says the same as the protocol’s own layer: %s', async (_, make) => {
  const sent = make();
  const [plain, long] = [await send(sent, false), await send(sent, true)];
  expect(settled(plain)).toEqual(settled(long));
});

it('says what a mutation makes stale, and lets nobody keep it', async () => {
  const { headers, status } = await send(
    { path: 'council.create', body: '{"name":"Tuesday"}', headers: { 'x-parley-key': 'a-press-of-its-own-0001' } },
    false,
  );
  const told = new Map(headers);
  expect([status, told.get('cache-control'), told.has('x-parley-stale')]).toEqual([status, 'no-store', true]);
});
