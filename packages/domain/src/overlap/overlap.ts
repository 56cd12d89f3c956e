import { type Decision, no, yes } from '../kernel/decision.ts';
import type { Stage, StageEntry } from '../opportunity/opportunity.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** How long an opportunity has been in process before it is compared: a name that is only tried costs as long. */
const settled = 2 * day;
/** How long a member waits from one look to the next. */
const pause = 20 * hour;
/** How long "there is one" stands, whatever is looked for meanwhile. */
const toldFor = 30 * day;
/** How many employers are compared in one look. */
export const mostEmployers = 12;

const inProcess: ReadonlySet<Stage> = new Set<Stage>(['screen', 'interview', 'final', 'offer', 'negotiating']);

/** Legal forms that one person writes and another leaves out. */
const forms = new Set(
  'ag bv co company corp corporation ek ev gmbh group holding inc incorporated kg kgaa limited llc llp ltd mbh nv oy plc pty sa sarl sas se spa srl the ug'.split(
    ' ',
  ),
);

/** An employer's name as it is compared: `The Acme, Inc.` and `acme` are one. Empty when nothing of it is left. */
export function employerKey(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const telling = words.filter((word) => !forms.has(word));
  return (telling.length > 0 ? telling : words).join(' ');
}

type Pursuit = { stage: Stage; history: readonly Pick<StageEntry, 'stage' | 'at'>[] };

/** Since when an opportunity is in process, by the server's stamps; null when it is not. Days that somebody enters do not count. */
function inProcessSince({ stage, history }: Pursuit): Date | null {
  if (!inProcess.has(stage)) return null;
  const [first] = history
    .filter((entry) => inProcess.has(entry.stage))
    .map(({ at }) => at)
    .toSorted();
  return first === undefined ? null : new Date(first);
}

/** The opportunities that are compared: two days in process at least, those first that have been longest, twelve at most. */
export function pickCompared<P extends Pursuit>(pursuits: readonly P[], now: Date): P[] {
  return pursuits
    .flatMap((pursuit) => ({ pursuit, since: inProcessSince(pursuit)?.getTime() ?? Number.POSITIVE_INFINITY }))
    .filter(({ since }) => since <= now.getTime() - settled)
    .toSorted((a, b) => a.since - b.since)
    .slice(0, mostEmployers)
    .map(({ pursuit }) => pursuit);
}

/** A member looks once in twenty hours, and only with something to compare. */
export function canLook(lookedAt: Date | null, compared: number, now: Date): Decision {
  if (compared === 0) return no('Nothing of yours has been in process for two days yet.');
  if (lookedAt !== null && now.getTime() - lookedAt.getTime() < pause)
    return no('You have looked within the last day. Look again tomorrow.');
  return yes;
}

/** Whether "there is one" still stands. */
export function isTold(toldAt: Date | null, now: Date): boolean {
  return toldAt !== null && now.getTime() - toldAt.getTime() < toldFor;
}
