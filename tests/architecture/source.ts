import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { parseAst } from 'vitest/node';

export type Source = { path: string; text: string };
export type Import = { specifier: string; typeOnly: boolean; reExport: boolean };
export type Node = { type: string; start: number; end: number; [field: string]: unknown };

const ignoredFolders = new Set(['node_modules', 'generated', 'dist', 'data', 'data-demo', 'coverage']);

/** Every file below the given folders whose name ends in one of the endings, with its path from the root. */
export function readSources(root: string, folders: string[], endings: string[]): Source[] {
  const found: Source[] = [];
  const walk = (folder: string) => {
    for (const entry of readdirSync(`${root}/${folder}`, { withFileTypes: true })) {
      const path = posix.join(folder, entry.name);
      if (entry.isDirectory() && !ignoredFolders.has(entry.name) && !entry.name.startsWith('.')) walk(path);
      if (!entry.isFile() || !endings.some((ending) => path.endsWith(ending)) || path.includes('.gen.')) continue;
      found.push({ path, text: readFileSync(`${root}/${path}`, 'utf8') });
    }
  };
  for (const folder of folders) walk(folder);
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

type Place = readonly [node: Node, parent: Node | null];
const places = new WeakMap<Source, readonly Place[]>();

/** Every node of a file, parents before children. Parsed and walked once, however many checks ask. */
function placesOf(source: Source): readonly Place[] {
  const known = places.get(source);
  if (known) return known;
  const found: Place[] = [];
  const walk = (value: unknown, parent: Node | null) => {
    if (Array.isArray(value)) for (const part of value) walk(part, parent);
    if (!isNode(value)) return;
    found.push([value, parent]);
    for (const part of Object.values(value)) walk(part, value);
  };
  const lang = source.path.endsWith('x') ? 'tsx' : 'ts';
  walk(parseAst(source.text, { lang, astType: 'ts' }, source.path), null);
  places.set(source, found);
  return found;
}

/** Calls visit for every node of the file's syntax tree, parents before children. */
export function visitNodes(source: Source, visit: (node: Node, parent: Node | null) => void): void {
  for (const [node, parent] of placesOf(source)) visit(node, parent);
}

function sourceOf(node: Node): string | null {
  const literal = node.source;
  return isNode(literal) && typeof literal.value === 'string' ? literal.value : null;
}

const imports = new WeakMap<Source, Import[]>();

/** What a file imports, dynamic imports, re-exports and `import('x').T` types included. */
export function importsOf(source: Source): Import[] {
  const known = imports.get(source);
  if (known) return known;
  const found: Import[] = [];
  visitNodes(source, (node) => {
    const specifier = sourceOf(node);
    if (specifier === null) return;
    const typeOnly = node.importKind === 'type' || node.exportKind === 'type' || node.type === 'TSImportType';
    found.push({ specifier, typeOnly, reExport: node.type.startsWith('Export') });
  });
  imports.set(source, found);
  return found;
}

const packageFolders: Record<string, string> = {
  domain: 'packages/domain/src',
  db: 'packages/db/src',
  api: 'packages/api/src',
};

/** The path from the root that a specifier leads to, or null for a package from the registry. */
export function resolveImport(from: string, specifier: string): string | null {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier);
  const own = /^@parley\/(\w+)\/(.+)$/.exec(specifier);
  const folder = own?.[1] ? packageFolders[own[1]] : undefined;
  return folder ? `${folder}/${own?.[2]}.ts` : null;
}

export function isTest(path: string): boolean {
  return /\.(test|spec)\.tsx?$/.test(path) || path.startsWith('tests/');
}

export function lineOf(source: Source, offset: number): number {
  return source.text.slice(0, offset).split('\n').length;
}
