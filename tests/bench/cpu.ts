import { readdirSync, readFileSync } from 'node:fs';

const fields = (pid: number) =>
  readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
/** Clock ticks a second, on every Linux that Node runs on. */
const ticks = 100;

function stat(pid: number): { parent: number; seconds: number } | null {
  try {
    const found = fields(pid);
    return { parent: Number(found[1]), seconds: (Number(found[11]) + Number(found[12])) / ticks };
  } catch {
    return null;
  }
}

/** CPU seconds that these processes and all below them have used so far. Linux only. */
export function cpuOf(roots: readonly number[]): number {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const found = stat(Number(name));
      return found ? [{ pid: Number(name), ...found }] : [];
    });
  const counted = new Set(roots);
  // parents have smaller numbers than their children, but for a wrap: so until nothing changes
  for (let before = 0; before !== counted.size; ) {
    before = counted.size;
    for (const { pid, parent } of all) if (counted.has(parent)) counted.add(pid);
  }
  return all.filter(({ pid }) => counted.has(pid)).reduce((sum, { seconds }) => sum + seconds, 0);
}

/** CPU seconds that this process alone has used so far. Linux only. */
export const cpuAlone = (pid: number): number => stat(pid)?.seconds ?? Number.NaN;
