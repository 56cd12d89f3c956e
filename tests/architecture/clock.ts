import { lineOf, type Source, visitNodes } from './source.ts';
import type { Exceptions } from './style.ts';

// A screen shows a person what time it is where they sit; what a browser test or a measure needs is the time that passes.
const judged = /^(packages|prisma|apps\/server)\/|^tests\/(api\/|support\/|[\w-]+\.test\.ts$)/;

/** Places that ask the machine what time it is: in a call it is the call's `now`, in a test the world's. */
export function machineClocks(sources: Source[], exceptions: Exceptions): string[] {
  const found: string[] = [];
  for (const source of sources.filter(({ path }) => judged.test(path) && !(path in exceptions))) {
    visitNodes(source, (node) => {
      if (node.type !== 'NewExpression' && node.type !== 'CallExpression') return;
      const text = source.text.slice(node.start, node.end);
      if (/^(new )?Date(\(\))?$|^Date\.now\(\)$/.test(text)) found.push(`${source.path}:${lineOf(source, node.start)} ${text}`);
    });
  }
  return found;
}

/** Columns that Prisma's client would stamp, by its machine's clock. */
export function machineDefaults(models: Source[]): string[] {
  return models.flatMap((source) =>
    [...source.text.matchAll(/@default\(now\(\)\)|@updatedAt/g)].map(
      (match) => `${source.path}:${lineOf(source, match.index)} ${match[0]}`,
    ),
  );
}
