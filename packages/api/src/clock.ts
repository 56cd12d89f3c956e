import type { Line } from '@parley/db/line';
import { bool, int, statement, text } from '@parley/db/statement';

/** From here on the flush works as the clock. */
export const standAsClock = statement({
  name: 'stand_as_clock',
  takes: [],
  gives: { role: text },
  text: "select set_config('role', 'parley_clock', true) as role",
});

const revealDueRounds = statement({
  name: 'reveal_due_rounds',
  takes: [bool],
  gives: { count: int },
  text: 'select reveal_due_rounds($1) as count',
});

const tellRunOut = statement({ name: 'tell_run_out', takes: [], gives: { count: int }, text: 'select tell_run_out() as count' });
const tellSeats = statement({ name: 'tell_seats', takes: [], gives: { count: int }, text: 'select tell_seats() as count' });
const sweepEvents = statement({ name: 'sweep_events', takes: [], gives: { count: int }, text: 'select sweep_events() as count' });

/**
 * Does what is due by now, as nobody: reveals rounds, and tells whom it concerns of shares that have run out. `lately` looks only
 * at deadlines that have just passed, which costs one look into an index; else at everything that is open, and sweeps old events. Answers how many rounds were revealed.
 */
export async function doWhatIsDue(line: Line, lately: boolean): Promise<number> {
  const [{ rounds }] = await line.ask({ role: standAsClock(), rounds: revealDueRounds(lately) });
  await line.ask({ role: standAsClock(), shares: tellRunOut() });
  if (!lately) await line.ask({ role: standAsClock(), events: sweepEvents() });
  return rounds[0]?.count ?? 0;
}

/** Tells, of all blind rounds and reads together, that seats were taken since the last time; not by whom, nor in which order. */
export async function tellTakenSeats(line: Line): Promise<void> {
  await line.ask({ role: standAsClock(), seats: tellSeats() });
}
