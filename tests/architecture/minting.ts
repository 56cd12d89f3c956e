import { importsOf, isTest, resolveImport, type Source, visitNodes } from './source.ts';
import type { Exceptions } from './style.ts';

const guard = 'packages/api/src/guard.ts';
const mint = 'mintViewer';

/** Places that say who calls and are no guard: whoever does could see as another. */
export function viewerMints(sources: Source[], minters: Exceptions): string[] {
  const found: string[] = [];
  for (const source of sources.filter(({ path }) => !isTest(path) && !(path in minters))) {
    const known =
      source.path === guard || importsOf(source).some(({ specifier }) => resolveImport(source.path, specifier) === guard);
    if (!known) continue;
    visitNodes(source, (node) => {
      if (node.type === 'Identifier' && node.name === mint) found.push(`${source.path}: ${mint}`);
    });
  }
  return [...new Set(found)];
}
