import { type Allowance, type Counter, inDatabase, inMemory, inTurns, type SharedAttempts } from './limit/store.ts';

export type Attempt =
  | 'signIn'
  | 'signUp'
  | 'code'
  | 'askPasskey'
  | 'enter'
  | 'reset'
  | 'askReset'
  | 'askVerify'
  | 'look'
  | 'changePassword'
  | 'call'
  | 'file'
  | 'archive'
  | 'arrive'
  | 'depart'
  | 'feed';

const hour = 3_600;
const quarter = 900;

/** Per source: one household or office. Generous, because several people may share it. */
const perSource: Partial<Record<Attempt, Allowance>> = {
  signIn: { points: 60, duration: quarter },
  signUp: { points: 20, duration: hour },
  askPasskey: { points: 120, duration: quarter },
  enter: { points: 60, duration: quarter },
  reset: { points: 20, duration: hour },
  askReset: { points: 20, duration: hour },
  look: { points: 120, duration: quarter },
  changePassword: { points: 30, duration: quarter },
  depart: { points: 30, duration: quarter },
  // calendar programs of one household ask every few minutes; who guesses at addresses gets no further
  feed: { points: 120, duration: quarter },
};

/** One source guessing at one address. */
const perPair: Partial<Record<Attempt, Allowance>> = { signIn: { points: 10, duration: quarter } };

/** Per address from everywhere: wide enough that a stranger cannot easily lock its person out. */
const perAddress: Partial<Record<Attempt, Allowance>> = {
  signIn: { points: 60, duration: hour },
  signUp: { points: 5, duration: hour },
  // a code has a million forms, three of them right at a time; who tries has shown the password
  code: { points: 10, duration: hour },
  askReset: { points: 3, duration: hour },
  askVerify: { points: 5, duration: hour },
  changePassword: { points: 10, duration: quarter },
  depart: { points: 10, duration: quarter },
  // ten whole archives an hour
  archive: { points: 100, duration: hour },
  // one archive of the largest size, and one more try
  arrive: { points: 1_200, duration: hour },
  // every call of a signed-in person, by account
  call: { points: 1_200, duration: 60 },
  // those of them that carry a file of up to 5 MB
  file: { points: 60, duration: 300 },
};

/** Counts attempts: of all servers together, or in memory for one app. */
export type Limits = {
  /** Counts one attempt, before any work is done. Throws `too-many` with the time to wait. */
  count: (attempt: Attempt, source: string, address?: string) => Promise<void>;
  /** A success forgives the attempts of its address. */
  forgive: (attempt: Attempt, source: string, address: string) => Promise<void>;
};

/** An IPv6 household holds 2^64 addresses: they count as one source. */
export function sourceKey(source: string): string {
  const plain = source
    .replace(/^::ffff:(?=\d+\.)/, '')
    .split('%', 1)
    .join('');
  if (!plain.includes(':')) return plain;
  const [head = '', tail = ''] = plain.split('::', 2);
  const front = head === '' ? [] : head.split(':');
  const back = tail === '' ? [] : tail.split(':');
  const gap = plain.includes('::') ? Math.max(0, 8 - front.length - back.length) : 0;
  const groups = [...front, ...Array.from({ length: gap }, () => '0'), ...back];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

type Options = { scale?: number; shared?: SharedAttempts };

function table(
  kind: string,
  allowances: Partial<Record<Attempt, Allowance>>,
  { scale = 1, shared }: Options,
): Map<string, Counter> {
  return new Map(
    Object.entries(allowances).map(([attempt, { points, duration }]) => {
      const allowance = { points: Math.ceil(points * scale), duration };
      const prefix = `${kind}:${attempt}`;
      if (!shared) return [attempt, inMemory(prefix, allowance)];
      return [attempt, attempt === 'call' ? inTurns(prefix, allowance, shared) : inDatabase(prefix, allowance, shared)];
    }),
  );
}

/** The allowances above, times `scale` (tests that sign many people in from one source raise it); for all servers when `shared`. */
export function createLimits(options: Options = {}): Limits {
  const sources = table('source', perSource, options);
  const pairs = table('pair', perPair, options);
  const addresses = table('address', perAddress, options);

  return {
    async count(attempt, source, address) {
      // the source first: a flood from one place must neither fill the memory nor lock a person out
      await sources.get(attempt)?.consume(sourceKey(source));
      if (address === undefined) return;
      await pairs.get(attempt)?.consume(`${address}|${sourceKey(source)}`);
      await addresses.get(attempt)?.consume(address);
    },
    async forgive(attempt, source, address) {
      await pairs.get(attempt)?.forgive(`${address}|${sourceKey(source)}`);
      await addresses.get(attempt)?.forgive(address);
    },
  };
}

/** How many of each of these are under way at once; what would be one too many is refused. */
export function createUnderWay() {
  const now = new Map<string, number>();
  return {
    /** What to call when it has ended, or null when one of the keys has as many as it may. `most` by key. */
    enter(most: Readonly<Record<string, number>>): (() => void) | null {
      const keys = Object.keys(most);
      const held = (key: string) => now.get(key) ?? 0;
      if (keys.some((key) => held(key) >= (most[key] ?? 0))) return null;
      for (const key of keys) now.set(key, held(key) + 1);
      return () => {
        for (const key of keys) {
          if (held(key) > 1) now.set(key, held(key) - 1);
          else now.delete(key);
        }
      };
    },
  };
}
