import type { AppRouter } from '@parley/api/router';
import { wholeLevels } from '@parley/domain/item/levels';
import { createTRPCClient, httpLink, type TRPCClient } from '@trpc/client';
import { passphrase } from '../../prisma/story/cast.ts';
import type { Shot } from './load.ts';

type Row = { part: string; body: unknown };
/** One call as somebody of the demo makes it, and the rows of its answer for the bare handler at `plain`. */
export type Call = { name: string; shot: Shot; plain: string; plainInput?: unknown; rows: Row[] };

type Member = { api: TRPCClient<AppRouter>; shot: (path: string, input: () => unknown) => Shot };

async function enter(url: string, email: string): Promise<Member> {
  let cookie = '';
  const send: typeof fetch = async (to, init) => {
    const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', cookie };
    const response = await fetch(to, { ...init, headers: { ...headers, 'x-parley-key': crypto.randomUUID() } });
    cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    return response;
  };
  const api = createTRPCClient<AppRouter>({ links: [httpLink({ url: `${url}/trpc`, methodOverride: 'POST', fetch: send })] });
  await api.identity.signIn.mutate({ email, password: passphrase });
  const shot = (path: string, input: () => unknown): Shot => ({
    url: `${url}/trpc/${path}`,
    headers: { cookie },
    body: () => JSON.stringify(input()) ?? '',
  });
  return { api, shot };
}

function hasComments(value: unknown): value is { comments: unknown[] } {
  return typeof value === 'object' && value !== null && 'comments' in value && Array.isArray(value.comments);
}

/** One element of a list; what hangs below it in a list of its own is rows of its own. */
function elementRows(part: string, body: unknown): Row[] {
  if (!hasComments(body)) return [{ part, body }];
  return [{ part, body: { ...body, comments: [] } }, ...body.comments.map((comment) => ({ part: 'comments', body: comment }))];
}

/** An answer as the rows of which it consists: one for each element of a list in it, one for all that is no list. */
function rowsOf(answer: unknown): Row[] {
  if (Array.isArray(answer)) return answer.map((body) => ({ part: 'list', body }));
  const entries = Object.entries(typeof answer === 'object' && answer !== null ? answer : {});
  const lists = entries.flatMap(([part, value]) =>
    Array.isArray(value) ? value.flatMap((body: unknown) => elementRows(part, body)) : [],
  );
  return [{ part: '', body: Object.fromEntries(entries.filter(([, value]) => !Array.isArray(value))) }, ...lists];
}

const words = 'I like how the second result follows from the first one; I wonder who owns the budget for it.';

/** Fifty comments under one mission, thirty openings, an offer to open, a round to seal: what the table measures. */
export async function prepareCalls(url: string): Promise<Call[]> {
  const ana = await enter(url, 'ana@example.org');
  const eva = await enter(url, 'eva@example.org');
  const dev = await enter(url, 'dev@example.org');
  const board = await ana.api.opportunity.list.query();
  for (let count = board.length; count < 30; count += 1) {
    const opening = {
      company: `Company ${count}`,
      role: 'Head of product',
      alias: '',
      stage: 'applied',
      on: '2026-11-02',
    } as const;
    await ana.api.opportunity.create.mutate(opening);
  }
  const places = await Promise.all(board.map(({ opportunityId }) => ana.api.opportunity.page.query({ opportunityId })));
  const first = (kind: 'mission' | 'offer' | 'round') => places.flatMap(({ parts }) => parts[kind]);
  const [missionId, offerId] = [first('mission')[0] ?? '', first('offer')[0] ?? ''];
  const opportunityId = places.find(({ parts }) => parts.offer.includes(offerId))?.header.opportunityId ?? '';
  const threads = await Promise.all(
    Array.from({ length: 10 }, () =>
      ana.api.thread.start.mutate({ itemId: opportunityId, blockId: 'item', label: 'All', text: words, mentions: [] }),
    ),
  );
  let turn = 0;
  const begun = await ana.api.thread.start.mutate({
    itemId: missionId,
    blockId: 'statement',
    label: 'Statement',
    text: words,
    mentions: [],
  });
  for (let count = 1; count < 50; count += 1)
    await ana.api.comment.add.mutate({ threadId: begun.threadId, text: words, mentions: [] });
  const [councilId = ''] = (await ana.api.council.list.query()).map((council) => council.councilId);
  const shared = { councilId, readerId: null, levels: wholeLevels('exact') };
  const rounds = await Promise.all(first('round').map((roundId) => ana.api.round.get.query({ roundId })));
  const roundId = rounds.find(({ stage }) => stage.state === 'open')?.roundId ?? '';
  const { stage } = await dev.api.round.get.query({ roundId });
  // what he sealed already, sealed anew
  const counter = stage.state === 'open' ? stage.own : null;
  const reads: [string, Member, string, unknown, unknown][] = [
    ['Today', ana, 'today.page', undefined, await ana.api.today.page.query()],
    ['list of 30 opportunities', ana, 'opportunity.list', undefined, await ana.api.opportunity.list.query()],
    ['opportunity, head', ana, 'opportunity.page', { opportunityId }, await ana.api.opportunity.page.query({ opportunityId })],
    ['mission', ana, 'mission.get', { missionId }, await ana.api.mission.get.query({ missionId })],
    ['threads, 50 comments', ana, 'thread.list', { itemId: missionId }, await ana.api.thread.list.query({ itemId: missionId })],
    ['offer, year table', ana, 'offer.get', { offerId }, await ana.api.offer.get.query({ offerId })],
    ['read a round', eva, 'round.get', { roundId }, await eva.api.round.get.query({ roundId })],
  ];
  const calls = reads.map(
    ([name, who, path, input, answer]): Call => ({
      name,
      shot: who.shot(path, () => input),
      plain: `read/${path}`,
      rows: rowsOf(answer),
    }),
  );
  const readers = (await ana.api.thread.readers.query({ itemId: missionId })).readers.length;
  const itemId = offerId;
  const { expiresAt } = await ana.api.share.options.query({ itemId });
  await ana.api.share.set.mutate({ itemId, ...shared, expiresAt });
  const opened = await eva.api.offer.open.mutate({ offerId });
  return [
    ...calls,
    {
      name: 'post a comment',
      shot: ana.shot('comment.add', () => ({ threadId: threads[turn++ % 10]?.threadId, text: words, mentions: [] })),
      plain: 'write/comment',
      plainInput: { told: Math.min(1, readers) },
      rows: [],
    },
    { name: 'seal a counter', shot: dev.shot('round.seal', () => ({ roundId, counter })), plain: 'write/seal', rows: [] },
    { name: 'open an offer', shot: eva.shot('offer.open', () => ({ offerId })), plain: 'write/open', rows: rowsOf(opened) },
  ];
}
