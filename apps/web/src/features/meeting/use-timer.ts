import { readTimer, type Turn } from '@parley/domain/meeting/agenda';
import { useSyncExternalStore } from 'react';

function eachSecond(changed: () => void): () => void {
  const timer = setInterval(changed, 1000);
  return () => clearInterval(timer);
}

/**
 * How the time of a turn stands, second by second, by the server's clock: every screen at the table shows the same.
 * `now` is what the server said it was when this machine's clock showed `heardAt`.
 */
export function useTimer(turn: Turn, turnAt: string, { now, heardAt }: { now: string; heardAt: number }) {
  const ahead = Date.parse(now) - heardAt;
  const seconds = useSyncExternalStore(eachSecond, () => Math.floor((Date.now() + ahead) / 1000));
  return readTimer(new Date(turnAt), turn, new Date(seconds * 1000));
}

/** Seconds as `4:05`, also of what is over. */
export function sayMinutes(seconds: number): string {
  const size = Math.abs(seconds);
  return `${Math.floor(size / 60)}:${String(size % 60).padStart(2, '0')}`;
}
