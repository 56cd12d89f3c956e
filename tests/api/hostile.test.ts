import { type ProcedurePath, policy } from '@parley/api/policy';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { calls } from '../support/calls.ts';
import { createStage, type Stage } from '../support/stage.ts';
import { createUndo } from '../support/undo.ts';
import { createWorld } from '../support/world.ts';

const isPath = (path: string): path is ProcedurePath => path in policy;
const callsEach = 64;
const paths = Object.keys(policy).sort().filter(isPath);
const undo = createUndo();
let stage: Stage;
let sent = 0;

/** Somebody whom the table lets in, so that it is the input that is judged. */
/** The owner of things, who may but chair a council or review their own mission. */
function caller(path: ProcedurePath) {
  if (path === 'review.give') return stage.people.reader.twin();
  return stage.people[/^(council|invitation)\./.test(path) ? 'moderator' : 'owner'].twin();
}

beforeAll(async () => {
  stage = await createStage(await createWorld(undo));
}, 120_000);
afterAll(() => stage.world.close());

const nasty = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    0.5,
    1e21,
    -0,
    2 ** 53,
    1e308,
    '',
    ' ',
    '1,000',
    'NaN',
    '-1',
    '1e5',
    '33.3333333',
    '2023-02-29',
    '1999-01-01',
    '2026-11-22T24:61:00Z',
    '../../etc/passwd',
    "'; drop table account; --",
    '\u0000',
    'a\u0000b',
    '\u202egnp.exe',
    'a\u200bb',
    '\ud800',
    'x'.repeat(20_000),
    [],
    {},
    [[[[]]]],
    [null],
    { state: 'known' },
    { state: 'known', value: -1 },
    { kind: 'date' },
    '0197f7a0-0000-7000-8000-000000000000',
    '00000000-0000-0000-0000-000000000000',
  ),
  fc.json().map((text): unknown => JSON.parse(text)),
  fc.array(fc.constant('x'), { minLength: 300, maxLength: 600 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

/** Replaces, removes or adds something at a random place of a valid input. */
function bend(input: unknown, at: number, value: unknown, how: 'replace' | 'remove' | 'add'): unknown {
  let left = at;
  const walk = (node: unknown): unknown => {
    if (left-- === 0 && how === 'replace') return value;
    if (Array.isArray(node)) return how === 'add' && left === 0 ? [...node, value] : node.map(walk);
    if (typeof node !== 'object' || node === null) return node;
    const entries = Object.entries(node).flatMap(([key, inner]): [string, unknown][] => {
      if (left === 0 && how === 'remove') {
        left = -1;
        return [];
      }
      return [[key, walk(inner)]];
    });
    if (left === 0 && how === 'add') entries.push(['surprise', value]);
    return Object.fromEntries(entries);
  };
  return walk(input);
}

const size = (node: unknown): number =>
  typeof node === 'object' && node !== null ? 1 + Object.values(node).reduce((sum: number, inner) => sum + size(inner), 0) : 1;

const Refusal = z.object({
  error: z.object({ data: z.object({ fields: z.array(z.object({ path: z.string(), message: z.string() })) }) }),
});

async function expectAnswer(path: ProcedurePath, input: unknown): Promise<void> {
  sent += 1;
  const answer = await undo.during(() => caller(path).post(path, input));
  expect(
    [200, 400, 403, 404, 409, 413],
    `${path} ${JSON.stringify(input)?.slice(0, 400)} → ${answer.body.slice(0, 300)}`,
  ).toContain(answer.status);
  expect(stage.world.faults).toEqual([]);
  if (answer.status !== 400) return;
  const { fields } = Refusal.parse(JSON.parse(answer.body)).error.data;
  for (const { message } of fields) expect(message, `${path}: ${message}`).toMatch(/^[A-Z“].*[.?!”]$/s);
  expect(answer.body).not.toMatch(/Invalid input|expected (string|number|object)|ZodError|prisma/i);
}

describe('hostile calls', () => {
  it.each(paths)('%s answers every input without a fault of ours', { timeout: 120_000 }, async (path) => {
    const valid = calls[path](stage.owen.things, stage);
    const how = fc.constantFrom('replace' as const, 'replace' as const, 'remove' as const, 'add' as const);
    const bent = fc
      .record({ at: fc.nat(Math.max(0, size(valid) - 1)), value: nasty, how })
      .map(({ at, value, how: way }) => bend(valid, at, value, way));
    await fc.assert(
      fc.asyncProperty(fc.oneof({ arbitrary: bent, weight: 4 }, { arbitrary: nasty, weight: 1 }), (input) =>
        expectAnswer(path, input),
      ),
      { numRuns: callsEach, endOnFailure: true },
    );
  });

  it('were at least five thousand', () => {
    expect(sent).toBeGreaterThanOrEqual(5_000);
  });

  it.each(paths)('%s refuses a key it does not know', async (path) => {
    const valid = calls[path](stage.owen.things, stage);
    if (typeof valid !== 'object' || valid === null) return;
    const answer = await undo.during(() => caller(path).post(path, { ...valid, surprise: 1 }));
    expect(answer.status, answer.body).toBe(400);
  });
});
