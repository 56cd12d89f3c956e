import type { ProcedurePath } from '@parley/api/policy';
import { newId } from '@parley/db/id';
import { calls } from '../support/calls.ts';
import { shuffled } from '../support/dice.ts';
import { procedurePaths } from '../support/golden.ts';
import type { Attacker, Ground } from './ground.ts';
import { bentText, idSpots, putAt, type Spot } from './inputs.ts';
import type { Tally } from './tally.ts';
import type { Reply } from './wire.ts';

type Dice = (sides: number) => number;
export type Front = { ground: Ground; tally: Tally; dice: Dice };

/** What would end the attacker and not the attack is tried with a password that is not theirs. */
const spared: Partial<Record<ProcedurePath, unknown>> = {
  'departure.end': { password: 'not the right one' },
  'identity.changePassword': { current: 'not the right one', next: 'a long sentence of words' },
};
const endsSession = /^identity\.(signOut|signOutEverywhere|endOthers|signIn|endSession|resetPassword)$/;

const inputOf = ({ stage }: Ground, path: ProcedurePath, { things }: Attacker): unknown =>
  spared[path] ?? calls[path](things.things, stage);

async function sendCall({ ground, tally }: Front, part: string, attacker: Attacker, path: ProcedurePath, body: string) {
  const reply = await ground.wire.call(path, attacker.cookie, body);
  tally.hear(part, `${path} as ${attacker.name} ${body.slice(0, 200)}`, reply, attacker.forbidden);
  if (endsSession.test(path) && reply.status === 200 && attacker.cookie !== '') await ground.signInAgain(attacker);
  return reply;
}

/** An answer without what is new in each: ids and moments that the call itself has made. */
const plainly = ({ status, body, headers }: Reply) =>
  `${status} ${/x-parley-stale\n.*/i.exec(headers)?.[0] ?? ''} ${body
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id')
    .replace(/[0-9a-f]{64}/g, 'session')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'moment')}`;

export type Pair = { path: ProcedurePath; attacker: Attacker; spot: Spot; foreign: string; unknown: () => string };

const randomHex = () => [newId(), newId(), newId()].join('').replaceAll('-', '').slice(0, 64);

/** Every id of the other council's in every id field of every procedure, for everybody; those of the same noun come first. */
export function pairsOf(ground: Ground, dice: Dice): Pair[] {
  const { things: foreign } = ground.stage.foreigner;
  const names = Object.entries(foreign);
  const near: Pair[] = [];
  const far: Pair[] = [];
  for (const path of procedurePaths)
    for (const attacker of ground.attackers)
      for (const { spot, kind } of idSpots(inputOf(ground, path, attacker))) {
        const pair = { path, attacker, spot };
        if (kind === 'session') near.push({ ...pair, foreign: ground.foreignSession, unknown: randomHex });
        else
          for (const [name, id] of names) {
            const field = String(spot.findLast((key) => typeof key === 'string') ?? '');
            const alike = name.toLowerCase().includes(field.toLowerCase()) || field.toLowerCase().includes(name.toLowerCase());
            (alike ? near : far).push({ ...pair, foreign: id, unknown: newId });
          }
      }
  return [...shuffled(near, dice), ...mixed(far, dice)];
}

/** In another order, without a copy for each: the list is long. */
function mixed<T>(things: T[], dice: Dice): T[] {
  for (let at = things.length - 1; at > 0; at--) {
    const other = dice(at + 1);
    const [one, two] = [things[at], things[other]];
    if (one !== undefined && two !== undefined) [things[at], things[other]] = [two, one];
  }
  return things;
}

/** The same call about something foreign and about nothing at all: whoever can tell them apart has learned that it is there. */
export async function tryPair(front: Front, { path, attacker, spot, foreign, unknown }: Pair): Promise<void> {
  const about = async (id: string) => {
    const body = JSON.stringify(putAt(inputOf(front.ground, path, attacker), spot, id));
    return plainly(await sendCall(front, 'pairs of ids', attacker, path, body));
  };
  const look = async () =>
    front.dice(2) === 0
      ? [await about(foreign), await about(unknown())]
      : [await about(unknown()), await about(foreign)].reverse();
  const [one, other] = await look();
  if (one === other) return;
  // others are under way: it counts when it is so again, and two unknown ones are alike
  const [again, ...unknowns] = [await about(foreign), await about(unknown()), await about(unknown())];
  if (new Set(unknowns).size > 1 || again === unknowns[0]) return;
  front.tally.found(
    'unlike',
    `${path} as ${attacker.name} at ${spot.join('.')}: ${again?.slice(0, 400)} ≠ ${unknowns[0]?.slice(0, 400)}`,
  );
}

const pick = <T>(things: readonly T[], dice: Dice): T => {
  const found = things[dice(things.length)];
  if (found === undefined) throw new Error('There is nothing to pick from.');
  return found;
};

/** Something hostile in one place of an input that would do. */
export async function tryBent(front: Front): Promise<void> {
  const path = pick(procedurePaths, front.dice);
  const attacker = pick(front.ground.attackers, front.dice);
  await sendCall(front, 'wrong inputs', attacker, path, bentText(inputOf(front.ground, path, attacker), front.dice));
}

/** A call about Owen's things that nothing is wrong with, but perhaps who makes it. */
export async function tryPlain(front: Front): Promise<void> {
  const path = pick(procedurePaths, front.dice);
  const attacker = pick(front.ground.attackers, front.dice);
  await sendCall(front, 'plain calls', attacker, path, JSON.stringify(inputOf(front.ground, path, attacker)) ?? '');
}
