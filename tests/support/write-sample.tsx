import { writeFileSync } from 'node:fs';
import { createMemoryHistory } from '@tanstack/react-router';
import { act, cleanup, render } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { openWindow, Providers } from '../../apps/web/src/app/providers.tsx';
import { callOf } from '../../apps/web/src/app/sample-answers.ts';
import { makeTRPCClient } from '../../apps/web/src/lib/trpc.ts';
import { seedDemo, signIns } from '../../prisma/seed.ts';
import { createWorld, type Person } from './world.ts';

const file = new URL('../../apps/web/src/app/sample.json', import.meta.url);
const rooms = ['', '/mission', '/debriefs', '/offer', '/negotiation', '/rounds', '/backchannel'];
const parts = ['plan', 'ledger', 'terms', 'outcome', 'texts', 'script', 'asks', 'decision', 'prepare'];

type Answered = { result?: { data: unknown } };

/** A line to the API on which every answer to a question is kept. */
function keepAnswers(person: Person, answers: Map<string, unknown>) {
  let underway = 0;
  const send = async (url: RequestInfo | URL | string, init: RequestInit = {}): Promise<Response> => {
    const { pathname, search } = new URL(String(url), 'http://localhost');
    underway += 1;
    const answer = await person.fetch(`${pathname}${search}`, init);
    const body: Answered[] = await answer.clone().json();
    underway -= 1;
    const inputs: Record<string, unknown> = JSON.parse(String(init.body ?? '{}'));
    const paths = pathname.replace('/trpc/', '').split(',');
    for (const [at, path] of paths.entries()) {
      const result = body[at]?.result;
      if (result) answers.set(callOf(path, inputs[at]), result.data);
    }
    return answer;
  };
  return { send, isQuiet: () => underway === 0 };
}

const pause = (milliseconds: number) => act(() => new Promise<void>((done) => setTimeout(done, milliseconds)));

// `npm run sample`: the demo's story is told to an empty database, and what its first person's screens ask for is kept.
it('writes the sample', async () => {
  const world = await createWorld();
  await seedDemo(world.deps);
  const at = await world.now();
  await world.setClock(at);
  vi.useFakeTimers({ toFake: ['Date'], now: at });
  const ana = world.anonymous();
  const password = /password {2}(.+)$/.exec(signIns())?.[1] ?? '';
  await ana.api.identity.signIn.mutate({ email: 'ana@example.org', password });
  const answers = new Map<string, unknown>();
  const { send, isQuiet } = keepAnswers(ana, answers);
  const visit = async (address: string) => {
    render(<Providers opened={openWindow(send, { history: createMemoryHistory({ initialEntries: [address] }) })} />, {
      onCaughtError: () => undefined,
    });
    for (let quiet = 0; quiet < 6; quiet = isQuiet() ? quiet + 1 : 0) await pause(100);
    cleanup();
  };
  const [council] = await ana.api.council.list.query();
  const councilId = council?.councilId ?? '';
  const table = [`/council/${councilId}`, `/council/${councilId}/meeting`];
  for (const address of ['/', '/council?all=true', ...table, '/me', '/notices', '/method']) await visit(address);
  for (const address of ['/opportunities', '/opportunities/hunt', '/opportunities/compare', '/opportunities/import'])
    await visit(address);
  const calls = makeTRPCClient(send);
  const seen = new Set(
    (JSON.stringify([...answers]).match(/"opportunityId":"[0-9a-f-]{36}"/g) ?? []).map((one) => one.slice(17, 53)),
  );
  for (const opportunityId of seen) {
    const page = await calls.opportunity.page.query({ opportunityId }).catch(() => null);
    if (!page) continue;
    const house = `/opportunities/${opportunityId}`;
    for (const room of rooms) await visit(`${house}${room}`);
    if (page.header.mine && page.parts.negotiation.length > 0)
      for (const part of parts) await visit(`${house}/negotiation/${part}`);
    for (const debriefId of page.parts.debrief) await calls.debrief.get.query({ debriefId }).catch(() => null);
    for (const roundId of page.parts.round) await calls.round.get.query({ roundId }).catch(() => null);
    for (const itemId of Object.values(page.parts).flat()) {
      await calls.thread.list.query({ itemId }).catch(() => null);
      await calls.share.glance.query({ itemId }).catch(() => null);
    }
  }
  vi.useRealTimers();
  const lines = [...answers]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([call, data]) => `${JSON.stringify(call)}:${JSON.stringify(data)}`);
  expect(lines.length).toBeGreaterThan(50);
  writeFileSync(file, `{"at":${JSON.stringify(at.toISOString())},"answers":{\n${lines.join(',\n')}\n}}\n`);
  process.stdout.write(`\nThe sample has ${lines.length} answers.\n`);
  await world.close();
});
