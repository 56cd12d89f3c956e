import { findCircles } from './circles.ts';
import type { Import, Source } from './source.ts';
import { importsOf, isTest, resolveImport } from './source.ts';

type Area = 'domain' | 'db' | 'api' | 'server' | 'web' | 'story';
const roots: [string, Area][] = [
  ['packages/domain/src/', 'domain'],
  ['packages/db/src/', 'db'],
  ['packages/api/src/', 'api'],
  ['apps/server/src/', 'server'],
  ['apps/web/src/', 'web'],
  ['prisma/', 'story'],
];
const mayImport: Record<Area, Area[]> = {
  domain: [],
  db: [],
  api: ['db', 'domain'],
  server: ['api', 'db', 'story'],
  web: ['domain'],
  story: ['api', 'db', 'domain'],
};
const domainPackages = ['zod', 'temporal-polyfill', 'diff', 'ical-generator', 'n2words'];

function areaOf(path: string): Area | null {
  return roots.find(([root]) => path.startsWith(root))?.[1] ?? null;
}

function refusal(path: string, found: Import): string | null {
  const from = areaOf(path);
  if (!from) return null;
  const target = resolveImport(path, found.specifier);
  if (target === null) {
    const pure = from !== 'domain' || domainPackages.includes(found.specifier.split('/')[0] ?? '');
    return pure ? null : `${path}: domain may not import ${found.specifier}`;
  }
  const to = areaOf(target);
  const allowed = to !== null && (to === from || mayImport[from].includes(to));
  // the demo's story is in no package: who tells it names its file
  const leaves = found.specifier.startsWith('.') && to !== from && !(to === 'story' && allowed);
  if (leaves) return `${path}: ${found.specifier} leaves the package`;
  const typesOnly = from === 'web' && to === 'api' && found.typeOnly;
  return allowed || typesOnly ? null : `${path}: ${from} may not import ${found.specifier}`;
}

/** Imports that go against web → domain, api (types) · api → db, domain · server → api, db, story · story → api, db, domain · domain → zod. */
export function againstDirection(sources: Source[]): string[] {
  const code = sources.filter((source) => !isTest(source.path));
  return code.flatMap((source) => importsOf(source).flatMap((found) => refusal(source.path, found) ?? []));
}

const store = /^packages\/api\/src\/([\w-]+)\/(?:.+\/)?(?:[\w-]+-)?store\.ts$/;

/** Stores that reach into another noun's store, or into any router. */
export function reachingStores(sources: Source[]): string[] {
  return sources.flatMap((source) => {
    const noun = store.exec(source.path)?.[1];
    if (!noun) return [];
    return importsOf(source).flatMap(({ specifier }) => {
      const target = resolveImport(source.path, specifier) ?? '';
      const other = store.exec(target)?.[1] ?? noun;
      const reaches = other !== noun || /^packages\/api\/src\/(.+\/)?(?:[\w-]+-)?router\.ts$/.test(target);
      return reaches ? `${source.path}: imports ${target}` : [];
    });
  });
}

const layer = /^apps\/web\/src\/(app|features\/([\w-]+)|components|lib)\//;

/** Features that import another feature or the app; components and lib that know a feature or the app. */
export function crossingFeatures(sources: Source[]): string[] {
  return sources.flatMap((source) => {
    const [, from, noun] = layer.exec(source.path) ?? [];
    if (!from || from === 'app') return [];
    return importsOf(source).flatMap(({ specifier }) => {
      const [, to, other] = layer.exec(resolveImport(source.path, specifier) ?? '') ?? [];
      const crosses = to === 'app' || (other !== undefined && other !== noun);
      return crosses ? `${source.path}: imports ${specifier}` : [];
    });
  });
}

/** Every file that can be reached from itself, type imports included, as one path a cycle. */
export function importCycles(sources: Source[]): string[] {
  const known = new Set(sources.map((source) => source.path));
  const graph = new Map(
    sources.map((source) => {
      const targets = importsOf(source).map(({ specifier }) => resolveImport(source.path, specifier) ?? '');
      return [source.path, targets.filter((target) => known.has(target))] as const;
    }),
  );
  return findCircles(graph).map((circle) => circle.join(' → '));
}
