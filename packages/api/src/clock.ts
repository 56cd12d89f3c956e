import type { Line } from '@parley/db/line';
import { bool, int, statement, text } from '@parley/db/statement';

const standAsClock = statement({
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

/**
 * Does what is due by now, as nobody: reveals rounds. `lately` looks only at deadlines that have just passed, which costs
 * one look into an index; else at everything that is open. Answers how many rounds were revealed.
 */
export async function doWhatIsDue(line: Line, lately: boolean): Promise<number> {
  const [{ rounds }] = await line.ask({ role: standAsClock(), rounds: revealDueRounds(lately) });
  return rounds[0]?.count ?? 0;
}
