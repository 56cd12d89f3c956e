import { readFileSync } from 'node:fs';
import { type ProcedurePath, policy } from '@parley/api/policy';
import { appRouter } from '@parley/api/router';
import { z } from 'zod';
import { type RelationName, relations } from './stage.ts';
import type { Answer } from './world.ts';

/** What every procedure answers to every relation, by its code. */
export type Golden = Record<string, Partial<Record<RelationName, string>>>;

const Written = z.record(z.string(), z.record(z.enum(relations), z.string()));
const isPath = (path: string): path is ProcedurePath => path in policy;

export const goldenFile = new URL('../access.golden.json', import.meta.url);
export const procedurePaths = Object.keys(appRouter._def.procedures).sort().filter(isPath);

/** The golden file as somebody has read and committed it. */
export const readGolden = (): Golden => Written.parse(JSON.parse(readFileSync(goldenFile, 'utf8')));

/** One line a procedure, so that a change is a change of lines. */
export function printGolden(golden: Golden): string {
  const lines = Object.entries(golden).map(([path, cells]) => `  ${JSON.stringify(path)}: ${JSON.stringify(cells)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

const cellsOf = (codes: Golden[string] | undefined) =>
  relations.map((relation) => [relation, codes?.[relation] ?? 'nothing'] as const);

/** Cells that are otherwise, one sentence each. */
export function goldenChanges(before: Golden, after: Golden): string[] {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return paths.flatMap((path) => {
    if (!after[path]) return [`${path}  is gone`];
    const was = new Map(cellsOf(before[path]));
    const changed = cellsOf(after[path]).filter(([relation, code]) => was.get(relation) !== code);
    return changed.map(([relation, code]) => `${path}  ${relation}  ${was.get(relation)} → ${code}`);
  });
}

/** The code that an answer bears. */
export function codeOf(answer: Answer): string {
  if (answer.status === 200) return 'OK';
  return z.object({ error: z.object({ data: z.object({ code: z.string() }) }) }).parse(JSON.parse(answer.body)).error.data.code;
}
