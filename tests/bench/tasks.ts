import type { Page } from '@playwright/test';

type Event = {
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  tdur?: number;
  pid: number;
  tid: number;
  args?: { name?: string; data?: unknown };
};

/** Work in milliseconds: from each beat to the next, and for each frame that was drawn meanwhile. */
export type Work = { beats: number[]; frames: number[] };

const isEvent = (one: unknown): one is Event => typeof one === 'object' && one !== null && 'name' in one && 'ts' in one;

/**
 * What the page's main thread worked on a processor so many times slower: so many times its own time, without waiting, for a
 * frame or for the machine. A browser that is told to be slower spins by the clock, and counts what other processes take as well.
 */
export async function workWhile(page: Page, slowdown: number, act: (beat: () => void) => Promise<void>): Promise<Work> {
  const session = await page.context().newCDPSession(page);
  const events: Event[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const one of value) if (isEvent(one)) events.push(one);
  });
  const ended = new Promise<void>((done) => session.on('Tracing.tracingComplete', () => done()));
  const categories = 'devtools.timeline,disabled-by-default-devtools.timeline,toplevel,blink.user_timing,__metadata';
  await session.send('Tracing.start', { transferMode: 'ReportEvents', categories });
  const beats: Promise<void>[] = [];
  await act(() => beats.push(page.evaluate(() => void performance.mark('bench beat'))));
  await Promise.all(beats);
  await session.send('Tracing.end');
  await ended;
  await session.detach();
  const marks = events.filter(({ name }) => name === 'bench beat').toSorted((one, other) => one.ts - other.ts);
  const work = workIn(events, marks);
  const slower = (one: number) => one * slowdown;
  return { beats: work.beats.map(slower), frames: work.frames.map(slower) };
}

const isTask = ({ name, ph }: Event) => ph === 'X' && (name === 'RunTask' || name === 'ThreadControllerImpl::RunTask');
const endOf = ({ ts, dur = 0 }: Event) => ts + dur;
const own = ({ tdur = 0 }: Event) => tdur / 1000;

function workIn(events: readonly Event[], marks: readonly Event[]): Work {
  const [mark] = marks;
  if (!mark) throw new Error('The page told of no beat.');
  const here = events.filter(({ pid, tid }) => pid === mark.pid && tid === mark.tid);
  const [kind] = here.filter(isTask).map(({ name }) => name);
  // the task that makes the mark is the bench's own
  const tasks = here
    .filter((one) => one.name === kind && isTask(one) && !marks.some(({ ts }) => ts >= one.ts && ts <= endOf(one)))
    .toSorted((one, other) => one.ts - other.ts);
  const beats = marks.slice(0, -1).map(({ ts }, index) => {
    const until = marks[index + 1]?.ts ?? ts;
    return tasks.filter((task) => task.ts > ts && task.ts < until).reduce((sum, task) => sum + own(task), 0);
  });
  const drawn = here.filter(({ name, ph }) => name === 'Commit' && ph === 'X').map(({ ts }) => ts);
  return { beats, frames: framesOf(tasks, drawn, mark.ts) };
}

/**
 * A frame is what was done since the one before until its commit: the key's events, what waited, style, layout, paint. What was
 * done and over a whole frame's time earlier is left out.
 */
function framesOf(tasks: readonly Event[], drawn: readonly number[], from: number): number[] {
  const frames: number[] = [];
  let [sum, last] = [0, 0];
  for (const task of tasks.filter(({ ts }) => ts > from)) {
    sum = task.ts - last > 16_667 ? own(task) : sum + own(task);
    last = endOf(task);
    if (!drawn.some((ts) => ts >= task.ts && ts <= last)) continue;
    frames.push(sum);
    sum = 0;
  }
  return frames;
}
