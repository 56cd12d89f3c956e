import { toldBy } from '@parley/api/told/told';
import type { Line } from '@parley/db/line';
import type { Bound } from '@parley/db/statement';

const told = new Map(Object.entries(toldBy));
const named = (changes: readonly Bound<unknown>[], name: string) => changes.filter(({ declared }) => declared.name === name);

/** Which kinds an act tells, against what the table says of it. */
function refuseUntold(changes: readonly Bound<unknown>[]): void {
  const path = String(named(changes, 'tell')[0]?.values[0] ?? '');
  if (path === '') return;
  const row = told.get(path);
  const allowed: readonly string[] = row && 'tells' in row ? row.tells : [];
  const kinds = named(changes, 'add_notices').flatMap(({ values }) => String(values[2]).replaceAll(/[{}"]/g, '').split(','));
  const others = kinds.filter((kind) => !allowed.includes(kind));
  if (others.length > 0) throw new Error(`${path} tells ${others.join(', ')}, of which the table of who is told says nothing.`);
}

/** A line that holds every act of a test to the table of whom it tells. */
export function holdToTold(line: Line): Line {
  return {
    ...line,
    of: (person) => holdToTold(line.of(person)),
    hold: (work) =>
      line.hold((held) =>
        work({
          ...held,
          async commit(changes) {
            refuseUntold(changes);
            await held.commit(changes);
          },
        }),
      ),
  };
}
