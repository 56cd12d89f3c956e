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

type Ground = {
  ana: Member;
  dev: Member;
  eva: Member;
  opportunityId: string;
  missionId: string;
  offerId: string;
  roundId: string;
};

/** Thirty openings of Ana's; of what she has: an offer with its opportunity, a mission, and the round that is open. */
async function findGround(url: string): Promise<Ground> {
  const [ana, dev, eva] = [
    await enter(url, 'ana@example.org'),
    await enter(url, 'dev@example.org'),
    await enter(url, 'eva@example.org'),
  ];
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
  const rounds = await Promise.all(first('round').map((roundId) => ana.api.round.get.query({ roundId })));
  const roundId = rounds.find(({ stage }) => stage.state === 'open')?.roundId ?? '';
  return { ana, dev, eva, opportunityId, missionId, offerId, roundId };
}

/** A conversation with so many comments of Ana's. */
async function talk({ ana }: Ground, itemId: string, comments: number): Promise<string> {
  const { threadId } = await ana.api.thread.start.mutate({ itemId, blockId: 'item', label: 'All', text: words, mentions: [] });
  for (let count = 1; count < comments; count += 1) await ana.api.comment.add.mutate({ threadId, text: words, mentions: [] });
  return threadId;
}

async function readCalls({ ana, eva, opportunityId, missionId, offerId, roundId }: Ground): Promise<Call[]> {
  const call = (name: string, who: Member, path: string, input: unknown, answer: unknown): Call => {
    return { name, shot: who.shot(path, () => input), plain: `read/${path}`, rows: rowsOf(answer) };
  };
  const [one, mission, item, offer, round] = [{ opportunityId }, { missionId }, { itemId: missionId }, { offerId }, { roundId }];
  return [
    call('Today', ana, 'today.page', undefined, await ana.api.today.page.query()),
    call('list of 30 opportunities', ana, 'opportunity.list', undefined, await ana.api.opportunity.list.query()),
    call('opportunity, head', ana, 'opportunity.page', one, await ana.api.opportunity.page.query(one)),
    call('mission', ana, 'mission.get', mission, await ana.api.mission.get.query(mission)),
    call('threads, 50 comments', ana, 'thread.list', item, await ana.api.thread.list.query(item)),
    call('offer, year table', ana, 'offer.get', offer, await ana.api.offer.get.query(offer)),
    call('read a round', eva, 'round.get', round, await eva.api.round.get.query(round)),
  ];
}

async function writeCalls(ground: Ground): Promise<Call[]> {
  const { ana, dev, eva, opportunityId, offerId, roundId } = ground;
  const threads: string[] = [];
  for (let count = 0; count < 10; count += 1) threads.push(await talk(ground, opportunityId, 1));
  let turn = 0;
  const posted = () => ({ threadId: threads[turn++ % threads.length], text: words, mentions: [] });
  const { stage } = await dev.api.round.get.query({ roundId });
  // what he sealed already, sealed anew
  const counter = stage.state === 'open' ? stage.own : null;
  const [councilId = ''] = (await ana.api.council.list.query()).map((council) => council.councilId);
  const { expiresAt } = await ana.api.share.options.query({ itemId: offerId });
  const levels = wholeLevels('exact');
  await ana.api.share.set.mutate({ itemId: offerId, councilId, readerId: null, levels, expiresAt });
  const opened = await eva.api.offer.open.mutate({ offerId });
  const comment = {
    name: 'post a comment',
    shot: ana.shot('comment.add', posted),
    plain: 'write/comment',
    plainInput: { told: 0 },
  };
  return [
    { ...comment, rows: [] },
    { name: 'seal a counter', shot: dev.shot('round.seal', () => ({ roundId, counter })), plain: 'write/seal', rows: [] },
    { name: 'open an offer', shot: eva.shot('offer.open', () => ({ offerId })), plain: 'write/open', rows: rowsOf(opened) },
  ];
}

/** Fifty comments under one mission, thirty openings, an offer to open, a round to seal: what the table measures. */
export async function prepareCalls(url: string): Promise<Call[]> {
  const ground = await findGround(url);
  await talk(ground, ground.missionId, 50);
  return [...(await readCalls(ground)), ...(await writeCalls(ground))];
}
