import type { ProcedurePath } from '@parley/api/policy';
import { newId } from '@parley/db/id';
import { calls } from '../support/calls.ts';
import type { Front } from './calls.ts';
import { idSpots, putAt } from './inputs.ts';
import { type Rank, signedRank } from './rank.ts';

/** One of each way in which something is looked up. */
export const timed: ProcedurePath[] = [
  'mission.get',
  'offer.open',
  'negotiation.get',
  'round.get',
  'debrief.get',
  'thread.list',
  'council.page',
  'attachment.open',
  'share.revoke',
  'comment.add',
  'round.seal',
  'ask.save',
  'invitation.revoke',
  'rehearsal.get',
];

export type Timed = Rank & { what: string };

/** How long a foreign id takes beside an unknown one, pair by pair, each side first half of the time; microseconds. */
export async function timePairs({ ground, tally, dice }: Front, pairs: number): Promise<Timed[]> {
  const { stage, wire, attackers } = ground;
  const attacker = attackers.find(({ name }) => name === 'member');
  if (!attacker) throw new Error('Time is taken by a member of another council.');
  const measure = async (path: string, body: string) => {
    const began = process.hrtime.bigint();
    const reply = await wire.call(path, attacker.cookie, body);
    const took = Number(process.hrtime.bigint() - began) / 1_000;
    tally.hear('timed', path, reply, attacker.forbidden);
    return took;
  };
  const ask = async (what: string, path: string, foreign: () => string, unknown: () => string): Promise<Timed> => {
    const differences: number[] = [];
    for (let at = -20; at < pairs; at++) {
      const foreignFirst = dice(2) === 0;
      const one = await measure(path, foreignFirst ? foreign() : unknown());
      const other = await measure(path, foreignFirst ? unknown() : foreign());
      if (at >= 0) differences.push(foreignFirst ? one - other : other - one);
    }
    return { what, ...signedRank(differences) };
  };
  const results: Timed[] = [];
  for (const path of timed) {
    const [place] = idSpots(calls[path](stage.owen.things, stage));
    if (!place) throw new Error(`${path} names nothing.`);
    const about = (id: string) => JSON.stringify(putAt(calls[path](stage.foreigner.things, stage), place.spot, id));
    const theirs = JSON.stringify(calls[path](stage.foreigner.things, stage));
    results.push(
      await ask(
        path,
        path,
        () => theirs,
        () => about(newId()),
      ),
    );
  }
  const wrong = (email: string) => JSON.stringify({ email, password: 'not the right one' });
  const { email } = stage.foreigner.owner;
  results.push(
    await ask(
      'identity.signIn by address',
      'identity.signIn',
      () => wrong(email),
      () => wrong(`x${newId().slice(-6)}${email}`),
    ),
  );
  return results;
}
