import type { Page, Request } from '@playwright/test';
import { type FreeField, inSight, type Press, press } from './opened.ts';

export const isAct = (request: Request) => request.headers()['x-parley-key'] !== undefined;

/** A page that says when nothing is on its way any more. */
export function createWaiter(page: Page) {
  const underway = new Set<Request>();
  const isStream = (request: Request) => request.resourceType() === 'eventsource' || request.url().includes('/trpc/stream.');
  page.on('request', (request) => !isStream(request) && underway.add(request));
  page.on('requestfinished', (request) => underway.delete(request));
  page.on('requestfailed', (request) => underway.delete(request));
  return async () => {
    for (let looks = 0, all = 0; looks < 2 && all < 100; all += 1, looks = underway.size === 0 ? looks + 1 : 0)
      await page.waitForTimeout(40);
  };
}

/** An address without whose it is. */
export const kindOf = (path: string) => path.replaceAll(/[0-9a-f-]{36}/g, ':id').replace(/\?.*/, '');
/** What a press does, without on what: `Remove …`. */
const deedOf = (name: string) =>
  name
    .replaceAll(/[\d“”]+/g, '')
    .split(' ')
    .slice(0, 3)
    .join(' ');

/** A press of the frame is the same on every screen. */
const keyOf = (kind: string, { name, isOwn }: Press) => `${isOwn ? kind : ''} ${deedOf(name)}`;

/** After these there is nothing left to write into, or nobody to write. */
const ends =
  /sign out|log out|this device|other devices|delete my|delete the account|leave|close the council|erase|landed|^end\b|withdraw/i;
/** These take away what others could be tried on, so they come late. */
const takes = /remove|delete|discard|stop sharing|revoke|cancel/i;

export type Walk = ReturnType<typeof createWalk>;

/** One person's walk: how often each place was seen, each press made and each field written, by their kind. */
export function createWalk(page: Page) {
  return { page, quiet: createWaiter(page), places: new Map<string, number>(), done: new Map<string, number>() };
}

const countOf = (counts: Map<string, number>, key: string) => counts.get(key) ?? 0;
const note = (counts: Map<string, number>, key: string) => counts.set(key, countOf(counts, key) + 1);

/** What to press next: what was made the fewest times here, and at most so often. */
function nextPress(walk: Walk, kind: string, presses: Press[], most: number): Press | undefined {
  const weigh = (one: Press) => countOf(walk.done, keyOf(kind, one)) + (takes.test(one.name) ? most - 1 : 0);
  const open = presses.filter((one) => !ends.test(one.name) && weigh(one) < most);
  return open.sort((a, b) => weigh(a) - weigh(b))[0];
}

type Write = (round: number) => Promise<void>;

/** Writes into what is in sight and was not written so often in this kind of place; false when there is nothing new. */
async function writeNew(walk: Walk, kind: string, fields: FreeField[], most: number, write: Write): Promise<boolean> {
  const keys = fields.map((field) => `${kind} ${field.kind} ${field.label}`);
  const round = Math.min(...keys.map((key) => countOf(walk.done, key)));
  if (fields.length === 0 || round >= most) return false;
  for (const key of keys) note(walk.done, key);
  await write(round);
  await walk.quiet();
  return true;
}

/** How many steps one look at a screen may take. */
const mostSteps = 30;

/** One screen: writes into everything new, and presses what was pressed least, for as long as there is something. */
async function walkScreen(walk: Walk, at: string, pass: number, onWrite: (at: string) => Write, isOver: () => boolean) {
  const { page, quiet } = walk;
  const kind = kindOf(at);
  await page.goto(at);
  await quiet();
  const found = new Set<string>();
  // what the frame opens is the same on every screen
  let from = kind;
  for (let step = 0; step < mostSteps && !isOver(); step += 1) {
    const { presses, fields, links, isOver: isModal } = await inSight(page);
    if (!isModal) from = kind;
    for (const link of links) found.add(link);
    if (await writeNew(walk, from, fields, 1 + pass * 2, onWrite(at))) continue;
    const next = nextPress(walk, kind, presses, pass + 1);
    if (!next) break;
    note(walk.done, keyOf(kind, next));
    from = next.isOwn ? from : 'frame';
    await press(page, next).catch(() => false);
    await quiet();
    const here = new URL(page.url());
    if (here.pathname === new URL(at, page.url()).pathname) continue;
    found.add(here.pathname + here.search);
    await page.goto(at);
    await quiet();
  }
  return found;
}

type Round = { only: RegExp; isOver: () => boolean; onWrite: (at: string) => Write };

/** Walks a person's screens by their links, those of the kind least seen first, until the time is over. What is pressed happens. */
export async function walkScreens(walk: Walk, from: string[], { only, isOver, onWrite }: Round): Promise<void> {
  const known = new Set(from);
  const seen = new Map<string, number>();
  while (!isOver()) {
    const weigh = (at: string) => countOf(walk.places, kindOf(at)) * 1000 + countOf(seen, at);
    const [at] = [...known].sort((a, b) => weigh(a) - weigh(b));
    if (at === undefined) return;
    note(walk.places, kindOf(at));
    const pass = countOf(walk.places, kindOf(at)) - 1;
    note(seen, at);
    for (const link of await walkScreen(walk, at, Math.min(pass, 4), onWrite, isOver)) if (only.test(link)) known.add(link);
  }
}
