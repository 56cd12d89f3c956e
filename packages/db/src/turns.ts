/** There is more to do than is done, and whoever waits has waited long enough: asked again in a moment it may go. */
export class Busy extends Error {
  constructor() {
    super('There are more calls than turns.');
    this.name = 'Busy';
  }
}

export type TurnOptions = {
  /** Turns that are taken at once. */
  slots: number;
  /** Milliseconds that somebody waits for theirs. */
  patience: number;
  /** How many may wait for one person. */
  most?: number;
};

type Waiter = { begin: () => void; late: NodeJS.Timeout };

/**
 * Who is served next when there is more to do than connections: people in turn, each one's calls in their order. One
 * person's thousand calls delay another's by one turn, not by a thousand. Throws `Busy` after `patience`, and at once when
 * `most` wait for the same person already.
 */
export function createTurns({ slots, patience, most = 200 }: TurnOptions) {
  // in the order in which people are served; whoever was goes to the end
  const waiting = new Map<string, Waiter[]>();
  let free = slots;

  const leave = (key: string, waiter: Waiter) => {
    const rest = (waiting.get(key) ?? []).filter((one) => one !== waiter);
    if (rest.length > 0) waiting.set(key, rest);
    else waiting.delete(key);
  };

  const wait = (key: string) =>
    new Promise<void>((begin, failed) => {
      const queue = waiting.get(key) ?? [];
      if (queue.length >= most) return failed(new Busy());
      const late = setTimeout(() => {
        leave(key, waiter);
        failed(new Busy());
      }, patience);
      const waiter = { begin, late };
      queue.push(waiter);
      waiting.set(key, queue);
    });

  function passOn(): void {
    const [next] = waiting;
    if (!next) {
      free += 1;
      return;
    }
    const [key, [waiter, ...rest]] = next;
    waiting.delete(key);
    if (rest.length > 0) waiting.set(key, rest);
    clearTimeout(waiter?.late);
    waiter?.begin();
  }

  /** Does the work of this person when it is their turn. */
  return async function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
    if (free > 0) free -= 1;
    else await wait(key);
    try {
      return await work();
    } finally {
      passOn();
    }
  };
}
