import { hash, verify } from '@node-rs/argon2';
import { DomainError } from '@parley/domain/kernel/error';

/** argon2id (the package's default), 19 MiB, two passes, one lane: 17 ms here. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash of a thrown-away random password at the same cost: an unknown address is as much work as a known one. */
const decoy = '$argon2id$v=19$m=19456,t=2,p=1$tTctHL0/PHA5QWA0R+AQ4A$iuMpTvhPBsfcTJkPUpsgdSahn31SCOVjGIGbQA0g+UI';

const atOnce = 2;
const waitingAtMost = 64;
let running = 0;
let runs = 0;
const waiting: (() => void)[] = [];

/** How many hashes have been computed since the start. */
export function hashRuns(): number {
  return runs;
}

/** Two at a time: each takes 19 MiB and a core. A queue that cannot be served in a second or two is refused. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (waiting.length >= waitingAtMost)
      throw new DomainError('unavailable', 'Many people are signing in just now. Try again in a moment.');
    await new Promise<void>((turn) => waiting.push(turn));
  } else {
    running += 1;
  }
  runs += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}

/** The hash to store. Composed first, so that one password typed on two keyboards is one. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFKC'), cost));
}

/** Whether the password fits. With no stored hash it does the same work and says no. */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  const fits = await inTurn(() => verify(stored ?? decoy, password.normalize('NFKC')));
  return stored !== null && fits;
}
