import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDice, sequences } from '../support/dice.ts';
import { createTable, type Table } from '../support/round-table.ts';
import { baseCounter } from '../support/rounds.ts';
import type { Person } from '../support/world.ts';

let table: Table;
let world: Table['world'];
let ana: Person;
let members: Person[];

beforeAll(async () => {
  table = await createTable();
  ({ world, ana } = table);
  members = [table.ben, table.cara, table.dan];
});
afterAll(() => world.close());

/** One round among four, with the marks of everything that was sealed or said in it. */
type Game = {
  roundId: string;
  negotiationId: string;
  quorum: number;
  asked: Set<string>;
  marks: { who: string; mark: string }[];
  /** Those of them that it had while it was open. */
  held: { who: string; mark: string }[];
  gone: Person[];
  warned: boolean;
};

type Seen = { state: string; asked: number; frozen: string | null; count: number };

let spoken = 0;

async function begin(dice: (sides: number) => number, on: string): Promise<Game> {
  const quorum = 2 + dice(2);
  const roundId = await table.draft({ quorum, named: dice(2) === 0 }, on);
  const asked = members.slice(0, 2 + dice(2));
  await table.shareWith(roundId, ...asked);
  await table.open(roundId);
  const ids = new Set(asked.map(({ id }) => id));
  return { roundId, negotiationId: on, quorum, asked: ids, marks: [], held: [], gone: [], warned: false };
}

async function revoke(itemId: string, readerId: string): Promise<void> {
  const { shares } = await ana.api.share.get.query({ itemId });
  for (const share of shares) if (share.readerId === readerId) await ana.post('share.revoke', { shareId: share.shareId });
}

/** One deed of somebody. What is refused changes nothing, and is no fault. */
async function play(game: Game, dice: (sides: number) => number): Promise<void> {
  const { roundId } = game;
  const person = members[dice(members.length)];
  if (!person) return;
  game.warned = false;
  const fate = dice(20);
  if (fate < 8) {
    spoken += 1;
    const base = 70_000_000 + spoken;
    const { status } = await person.post('round.seal', { roundId, counter: baseCounter(base, `WHY-${spoken}.`) });
    if (status === 200) game.marks.push({ who: person.id, mark: String(base) }, { who: person.id, mark: `WHY-${spoken}.` });
    return;
  }
  if (fate < 12) {
    spoken += 1;
    const said = { itemId: roundId, blockId: 'item', label: 'All', text: `SAYS-${spoken}.`, mentions: [] };
    const { status } = await person.post('thread.start', said);
    if (status === 200) game.marks.push({ who: person.id, mark: `SAYS-${spoken}.` });
    return;
  }
  if (fate < 14) return revoke(roundId, person.id);
  if (fate < 15 && !game.gone.includes(person)) {
    await table.shareWith(roundId, person);
    game.asked.add(person.id);
    return;
  }
  if (fate < 16 && game.gone.length === 0) {
    await person.post('council.leave', { councilId: table.councilId });
    game.gone.push(person);
    return;
  }
  if (fate < 17) {
    await world.client.round.updateMany({ where: { id: roundId, deadlineAt: null }, data: { deadlineAt: new Date(0) } });
    await world.tick();
    return;
  }
  if (fate < 18) return void (await ana.post('round.remind', { roundId }));
  if (fate < 19) {
    const { stage } = await ana.api.round.get.query({ roundId });
    if (stage.state !== 'open') return;
    const { status } = await ana.post('round.reveal', {
      roundId,
      missing: (stage.owner?.missing ?? 0) + (dice(3) === 0 ? 1 : 0),
    });
    game.warned = status === 200;
    return;
  }
  await ana.post('round.cancel', { roundId });
}

/** While it is open: nobody has anything of what another of those asked sealed or said. */
async function refuseLeaks(game: Game): Promise<void> {
  for (const viewer of [ana, ...members]) {
    const round = await viewer.post('round.get', { roundId: game.roundId });
    const talk = await viewer.post('thread.list', { itemId: game.roundId });
    for (const { who, mark } of game.marks) {
      if (who === viewer.id) continue;
      expect(round.body, mark).not.toContain(mark);
      if (viewer !== ana) expect(talk.body, mark).not.toContain(mark);
    }
  }
}

async function look(game: Game): Promise<Seen> {
  const { stage } = await ana.api.round.get.query({ roundId: game.roundId });
  if (stage.state === 'open') return { state: 'open', asked: stage.owner?.asked ?? 0, frozen: null, count: 0 };
  if (stage.state !== 'revealed') return { state: stage.state, asked: 0, frozen: null, count: 0 };
  // whose they are is not what was frozen
  const nobodys = { name: null, gone: null, mine: null };
  const plain = stage.counters.map((counter) => JSON.stringify({ ...counter, ...nobodys })).sort();
  return { state: 'revealed', asked: 0, frozen: JSON.stringify([plain, stage.summary]), count: stage.summary?.count ?? 0 };
}

/** Rounds of this negotiation that were cancelled, and who is asked in one that was revealed since. */
let waiting: { game: Game; settled: Set<string> }[] = [];

/** What was said beside a cancelled round is read by nobody who was asked in it, until a later one of theirs is revealed. */
async function refuseWaiting(): Promise<void> {
  for (const { game, settled } of waiting.slice(-3))
    for (const viewer of members.filter(({ id }) => game.asked.has(id) && !settled.has(id))) {
      const talk = await viewer.post('thread.list', { itemId: game.roundId });
      for (const { who, mark } of game.held) if (who !== viewer.id) expect(talk.body, mark).not.toContain(mark);
    }
}

/** How the round ended, for what waits beside the cancelled ones. */
async function note(game: Game): Promise<void> {
  const { stage } = await ana.api.round.get.query({ roundId: game.roundId });
  if (stage.state === 'cancelled') waiting.push({ game, settled: new Set() });
  if (stage.state === 'revealed') for (const { settled } of waiting) for (const id of game.asked) settled.add(id);
}

async function comeBack(game: Game): Promise<void> {
  for (const person of game.gone) {
    const { link } = await ana.api.invitation.create.mutate({ councilId: table.councilId, email: person.email });
    await person.api.invitation.accept.mutate({ token: link.split('token=')[1] ?? '', charterVersion: 1 });
  }
}

async function run(seed: number, on: string): Promise<void> {
  const dice = createDice(seed);
  const game = await begin(dice, on);
  let before = await look(game);
  await refuseWaiting();
  for (let turn = 0; turn < 7; turn += 1) {
    await play(game, dice);
    const now = await look(game);
    if (now.state === 'open') {
      expect(now.asked).toBeGreaterThanOrEqual(before.asked);
      game.held = [...game.marks];
      await refuseLeaks(game);
    }
    if (before.state === 'open' && now.state === 'revealed' && !game.warned)
      expect(now.count).toBeGreaterThanOrEqual(game.quorum);
    if (before.frozen !== null) expect(now.frozen).toBe(before.frozen);
    before = now;
  }
  await comeBack(game);
  if (before.frozen !== null) expect((await look(game)).frozen).toBe(before.frozen);
  // who came back may have made it due: the clock reveals it, and then there is nothing to cancel
  await world.tick();
  await ana.post('round.cancel', { roundId: game.roundId });
  await note(game);
  await refuseWaiting();
}

it(`over HTTP, ${sequences} times: nothing early, nothing under the quorum without the warned act, frozen afterwards, held after a cancel`, {
  timeout: 3_600_000,
}, async () => {
  let on = '';
  for (let seed = 1; seed <= sequences; seed += 1) {
    if (seed % 18 === 1) {
      if (on !== '') await ana.api.negotiation.remove.mutate({ negotiationId: on });
      on = (await table.begin()).negotiationId;
      waiting = [];
    }
    await run(seed, on).catch((error: unknown) => {
      throw new Error(`Sequence ${seed} broke a promise.`, { cause: error });
    });
  }
  expect(world.faults).toEqual([]);
});
