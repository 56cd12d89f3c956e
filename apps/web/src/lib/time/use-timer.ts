import { readTimer, type Turn } from '@parley/domain/meeting/agenda';
import { useSyncExternalStore } from 'react';

function eachSecond(changed: () => void): () => void {
  const timer = setInterval(changed, 1000);
  return () => clearInterval(timer);
}

/** What the server said the time was, when this machine's clock showed `heardAt`. */
export type Heard = { now: string; heardAt: number };

/** What time it is by the server's clock, second by second. */
function useServerTime({ now, heardAt }: Heard): Date {
  const ahead = Date.parse(now) - heardAt;
  const seconds = useSyncExternalStore(eachSecond, () => Math.floor((Date.now() + ahead) / 1000));
  return new Date(seconds * 1000);
}

/** How the time of a turn stands, by the server's clock: every screen at the table shows the same. */
export function useTimer(turn: Pick<Turn, 'minutes'>, turnAt: string, heard: Heard) {
  return readTimer(new Date(turnAt), turn, useServerTime(heard));
}

/** Whole seconds since a moment, by the server's clock. */
export function useElapsed(since: string, heard: Heard): number {
  return Math.max(0, Math.floor((useServerTime(heard).getTime() - Date.parse(since)) / 1000));
}

/** Seconds as `4:05`, also of what is over. */
export function sayMinutes(seconds: number): string {
  const size = Math.abs(seconds);
  return `${Math.floor(size / 60)}:${String(size % 60).padStart(2, '0')}`;
}
