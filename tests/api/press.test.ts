import type { ProcedurePath } from '@parley/api/policy';
import { stale } from '@parley/api/stale';
import { newId } from '@parley/db/id';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calls } from '../support/calls.ts';
import { procedurePaths, readGolden } from '../support/golden.ts';
import { type KeptTables, keepTables } from '../support/kept-tables.ts';
import { createStage, relations, type Stage } from '../support/stage.ts';

let stage: Stage;
let kept: KeptTables;
beforeAll(async () => {
  stage = await createStage();
  kept = await keepTables(stage.world.adminUrl);
}, 180_000);
afterAll(async () => {
  await kept.close();
  await stage.world.close();
});

const golden = readGolden();
const isMutation = (path: string) => path in stale;

/** Each makes something new by what it is: a session, something to sign, or a line in the log of who opened what. */
const anew: readonly ProcedurePath[] = ['identity.signIn', 'passkey.ask', 'offer.open', 'attachment.open'];
/** Ends the very session that presses: who presses again is nobody, and is asked to sign in. */
const last: readonly ProcedurePath[] = ['identity.signOutEverywhere', 'departure.end'];
/** Without mail, a link, an offer, a device, an app for codes, an archive or days in process that are there: tried by their own tests. */
const elsewhere: readonly ProcedurePath[] = [
  ...(['identity.resetPassword', 'identity.endSession', 'archive.bring', 'overlap.look', 'invitation.merge'] as const),
  ...(['passkey.enter', 'passkey.begin', 'passkey.add', 'identity.dropPassword'] as const),
  ...(['totp.confirm', 'totp.remake'] as const),
  ...(['address.askReset', 'address.askVerify', 'address.change', 'address.confirm'] as const),
];
const others = [...anew, ...last, ...elsewhere];
const paths = procedurePaths.filter((path) => isMutation(path) && !others.includes(path));

/** Presses so many times at once, as somebody who may, and once more when all is done; says what stands in the database then. */
async function press(path: ProcedurePath, atOnce: number) {
  await kept.restore();
  const relation = relations.find((name) => golden[path]?.[name] === 'OK');
  if (!relation) throw new Error(`Nobody may call ${path}.`);
  const key = { 'x-parley-key': `press-${newId()}` };
  const input = calls[path](stage.owen.things, stage);
  const once = () => stage.people[relation].twin().post(path, input, key);
  const answers = await Promise.all(Array.from({ length: atOnce }, once));
  if (atOnce > 1) answers.push(await once());
  return { answers: answers.map(({ status, body }) => `${status} ${body}`), counts: await kept.counts() };
}

describe('the same press, three times at once and once more', () => {
  it.each(paths)('%s has one effect and one answer', async (path) => {
    const alone = await press(path, 1);
    expect(alone.answers[0]).toMatch(/^200 /);
    const { answers, counts } = await press(path, 3);
    expect(answers[0]).toMatch(/^200 /);
    expect(new Set(answers).size).toBe(1);
    expect(counts).toEqual(alone.counts);
  });
});
