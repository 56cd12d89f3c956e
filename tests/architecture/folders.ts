import { findCircles } from './circles.ts';
import type { Source } from './source.ts';
import { importsOf, isTest, resolveImport } from './source.ts';

const most = 25;

/** How many files that are no tests there are for each key; null counts nowhere. */
function countFiles(sources: Source[], keyOf: (path: string) => string | null): Map<string, number> {
  const count = new Map<string, number>();
  for (const key of sources.filter(({ path }) => !isTest(path)).flatMap(({ path }) => keyOf(path) ?? []))
    count.set(key, (count.get(key) ?? 0) + 1);
  return count;
}

/** Drawers that hold more files than somebody can survey: they want parts. Tests beside their file do not count. */
export function fullDrawers(sources: Source[]): string[] {
  const count = countFiles(sources, (path) => {
    const folder = path.slice(0, path.lastIndexOf('/'));
    return /^(packages|apps)\/\w+\/src(\/|$)/.test(folder) ? folder : null;
  });
  return [...count].filter(([, files]) => files > most).map(([folder, files]) => `${folder}: ${files} files`);
}

const place = /^((?:packages\/\w+\/src|apps\/web\/src\/features)\/[\w-]+)(?:\/([\w-]+))?\/[\w.-]+$/;

/** Parts that have fewer than three files at every layer, and so are no folder yet. One word is one part everywhere. */
export function thinParts(sources: Source[]): string[] {
  const count = countFiles(sources, (path) => {
    const [, noun, part] = place.exec(path) ?? [];
    return noun && part ? `${noun}/${part}` : null;
  });
  const nounAndPart = (folder: string) => folder.split('/').slice(-2).join('/');
  const thick = new Set([...count].filter(([, files]) => files >= 3).map(([folder]) => nounAndPart(folder)));
  return [...count].filter(([folder]) => !thick.has(nounAndPart(folder))).map(([folder, files]) => `${folder}: ${files} files`);
}

type Graph = Map<string, Map<string, string>>;

function addArrow(graph: Graph, from: string, to: string, because: string): void {
  const arrows = graph.get(from) ?? new Map<string, string>();
  if (!arrows.has(to)) arrows.set(to, because);
  graph.set(from, arrows);
}

/** Each circle in words: who imports whom, and in which file. */
function circlesOf(graph: Graph): string[] {
  const arrowTo = (from: string, to: string) => `→ ${to} (${graph.get(from)?.get(to)})`;
  const targets = new Map([...graph].map(([from, arrows]) => [from, arrows.keys()]));
  return findCircles(targets).map((circle) =>
    circle.map((one, at) => (at === 0 ? one : arrowTo(circle[at - 1] ?? '', one))).join(' '),
  );
}

/** Parts of one noun that import each other both ways, or in a ring. What two of them share stands in the noun's own files. */
export function partsInCircles(sources: Source[]): string[] {
  const graph: Graph = new Map();
  for (const source of sources.filter(({ path }) => !isTest(path))) {
    const [, noun, part] = place.exec(source.path) ?? [];
    if (!noun || !part) continue;
    for (const { specifier } of importsOf(source)) {
      const [, otherNoun, other] = place.exec(resolveImport(source.path, specifier) ?? '') ?? [];
      if (otherNoun === noun && other && other !== part) addArrow(graph, `${noun}/${part}`, `${noun}/${other}`, source.path);
    }
  }
  return circlesOf(graph);
}

const drawer = /^((?:packages|apps)\/\w+\/src)\/([\w-]+(?:\/|\.tsx?$))/;

/** Folders of a layer, and the files beside them, that import each other both ways or in a ring, type imports included. */
export function foldersInCircles(sources: Source[]): string[] {
  const graph: Graph = new Map();
  for (const source of sources.filter(({ path }) => !isTest(path))) {
    const [from, layer] = drawer.exec(source.path) ?? [];
    if (!from) continue;
    for (const { specifier } of importsOf(source)) {
      const [to, other] = drawer.exec(resolveImport(source.path, specifier) ?? '') ?? [];
      if (to && other === layer && to !== from) addArrow(graph, from, to, source.path);
    }
  }
  return circlesOf(graph);
}

/** Views that hold a router, and files called router that hold none. */
export function misnamedRouters(sources: Source[]): string[] {
  const makes = (text: string) => /\brouter\(\{/.test(text);
  return sources
    .filter(({ path }) => /^packages\/api\/src\/.+\/(?:[\w-]+-)?(?:router|view|store)\.ts$/.test(path))
    .filter(({ path, text }) => path.endsWith('router.ts') !== makes(text))
    .map(({ path }) => path);
}
