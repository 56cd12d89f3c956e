import type { Line } from '@parley/db/line';

/** The line that is chosen anew at every call. */
export function chosenLine(choose: () => Line): Line {
  return {
    get role() {
      return choose().role;
    },
    ask: (...groups) => choose().ask(...groups),
    hold: (work) => choose().hold(work),
    of: (person) => chosenLine(() => choose().of(person)),
    close: async () => {},
  };
}

/** Whatever is done is answered and then undone. */
export function undoneLine(line: Line): Line {
  return {
    ...line,
    of: (person) => undoneLine(line.of(person)),
    hold: (work) =>
      line.hold((held) => {
        // sent, so that the database judges it, and not committed
        const commit: typeof held.commit = async (changes) => {
          await held.ask(Object.fromEntries(changes.map((change, at) => [String(at), change])));
        };
        return work({ ...held, commit });
      }),
  };
}
