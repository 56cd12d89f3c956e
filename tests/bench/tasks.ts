import type { Page } from '@playwright/test';

type Event = {
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  pid: number;
  tid: number;
  args?: { name?: string; data?: unknown };
};

const isEvent = (one: unknown): one is Event => typeof one === 'object' && one !== null && 'name' in one && 'ts' in one;

/**
 * The milliseconds that the page's main thread worked from each beat to the next, on a processor so many times slower. A frame
 * is made of a part of it, so no frame took longer.
 */
export async function tasksWhile(page: Page, slowdown: number, act: (beat: () => void) => Promise<void>): Promise<number[]> {
  const session = await page.context().newCDPSession(page);
  const events: Event[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const one of value) if (isEvent(one)) events.push(one);
  });
  const ended = new Promise<void>((done) => session.on('Tracing.tracingComplete', () => done()));
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const categories = 'devtools.timeline,disabled-by-default-devtools.timeline,toplevel,blink.user_timing,__metadata';
  await session.send('Tracing.start', { transferMode: 'ReportEvents', categories });
  const beats: Promise<void>[] = [];
  await act(() => beats.push(page.evaluate(() => void performance.mark('bench beat'))));
  await Promise.all(beats);
  await session.send('Tracing.end');
  await ended;
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await session.detach();
  const marks = events.filter(({ name }) => name === 'bench beat').toSorted((one, other) => one.ts - other.ts);
  const [mark] = marks;
  if (!mark) throw new Error('The page told of no beat.');
  const isTask = ({ name, ph }: Event) => ph === 'X' && (name === 'RunTask' || name === 'ThreadControllerImpl::RunTask');
  const tasks = events.filter((one) => isTask(one) && one.pid === mark.pid && one.tid === mark.tid);
  const [kind] = tasks.map(({ name }) => name);
  return marks.slice(0, -1).map(({ ts }, index) => {
    const until = marks[index + 1]?.ts ?? ts;
    const within = tasks.filter((task) => task.name === kind && task.ts > ts && task.ts < until);
    return within.reduce((sum, { dur = 0 }) => sum + dur, 0) / 1000;
  });
}
