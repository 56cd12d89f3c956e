/** Every circle of a graph once, as the nodes that one passes until the first is met again. */
export function findCircles(graph: ReadonlyMap<string, Iterable<string>>): string[][] {
  const done = new Set<string>();
  const circles: string[][] = [];
  const walk = (node: string, trail: string[]) => {
    if (trail.includes(node)) circles.push([...trail.slice(trail.indexOf(node)), node]);
    if (trail.includes(node) || done.has(node)) return;
    for (const next of graph.get(node) ?? []) walk(next, [...trail, node]);
    done.add(node);
  };
  for (const node of graph.keys()) walk(node, []);
  return circles;
}
