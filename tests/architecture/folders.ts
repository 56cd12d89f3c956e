import type { Source } from './source.ts';
import { importsOf, isTest, resolveImport } from './source.ts';

const most = 25;

/** Drawers that hold more files than somebody can survey: they want parts. Tests beside their file do not count. */
export function fullDrawers(sources: Source[]): string[] {
  const count = new Map<string, number>();
  for (const { path } of sources.filter((source) => !isTest(source.path))) {
    const folder = path.slice(0, path.lastIndexOf('/'));
    if (/^(packages|apps)\/\w+\/src\/./.test(folder)) count.set(folder, (count.get(folder) ?? 0) + 1);
  }
  return [...count].filter(([, files]) => files > most).map(([folder, files]) => `${folder}: ${files} files`);
}

const place = /^((?:packages\/\w+\/src|apps\/web\/src\/features)\/[\w-]+)(?:\/([\w-]+))?\/[\w.-]+$/;

/** Parts that have fewer than three files at every layer, and so are no folder yet. One word is one part everywhere. */
export function thinParts(sources: Source[]): string[] {
  const count = new Map<string, number>();
  for (const { path } of sources.filter((source) => !isTest(source.path))) {
    const [, noun, part] = place.exec(path) ?? [];
    if (noun && part) count.set(`${noun}/${part}`, (count.get(`${noun}/${part}`) ?? 0) + 1);
  }
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

/** Every circle of a graph once, as one path with the import that makes each arrow. */
function findCircles(graph: Graph): string[] {
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (node: string, trail: string[]) => {
    if (trail.includes(node)) {
      const circle = [...trail.slice(trail.indexOf(node)), node];
      circles.push(
        circle.map((one, at) => `${one}${at > 0 ? ` (${graph.get(circle[at - 1] ?? '')?.get(one)})` : ''}`).join(' → '),
      );
      return;
    }
    if (done.has(node)) return;
    for (const next of graph.get(node)?.keys() ?? []) walk(next, [...trail, node]);
    done.add(node);
  };
  for (const node of graph.keys()) walk(node, []);
  return circles;
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
  return findCircles(graph);
}

/** Views that hold a router, and files called router that hold none. */
export function misnamedRouters(sources: Source[]): string[] {
  const makes = (text: string) => /\brouter\(\{/.test(text);
  return sources
    .filter(({ path }) => /^packages\/api\/src\/.+\/(?:[\w-]+-)?(?:router|view|store)\.ts$/.test(path))
    .filter(({ path, text }) => path.endsWith('router.ts') !== makes(text))
    .map(({ path }) => path);
}
