import { z } from 'zod';
import { civilDate, id, line, list, once, optionalLine, prose } from '../kernel/input.ts';

const sayTime = 'Give the hour as 09:30.';
const sayMinutes = 'Give its length in whole minutes, from 15 to 480.';

/** One change that is tried for two weeks, and what came of it. `extended`: how often by two more. */
const experiment = z.strictObject({
  id,
  change: line(200, 'what you change'),
  hypothesis: optionalLine(300, 'what you expect'),
  startsOn: civilDate,
  extended: z.int().min(0).max(12, 'This has been tried for half a year. Say what came of it.'),
  verdict: z.enum(['keep', 'drop'], 'Say whether you keep it.').nullable(),
  learned: prose(1_000, 'what you learned'),
});

/** What is sealed of a hunt: the week's plan, the level now, the weeks whose hour was kept (their Mondays), the experiments. */
export const HuntPlan = z.strictObject({
  target: optionalLine(200, 'what you look for'),
  block: z
    .strictObject({
      weekday: z.int().min(1, 'Choose a day.').max(7, 'Choose a day.'),
      time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, sayTime),
      minutes: z.int(sayMinutes).min(15, sayMinutes).max(480, sayMinutes),
    })
    .nullable(),
  kept: once(list(civilDate, 60, 'weeks')),
  level: optionalLine(80, 'your level'),
  experiments: list(experiment, 40, 'experiments').refine(
    (all) => all.filter(({ verdict }) => verdict === null).length < 2,
    'One change at a time. Say what came of the one under way first.',
  ),
});

/** hunt.save; `rev` is 0 while nothing has been kept yet. */
export const SaveHunt = z.strictObject({
  rev: z.int('A revision is a whole number.').min(0, 'A revision starts at 0.').max(2_000_000_000),
  plan: HuntPlan,
});
