import type { Page, Request, Route } from '@playwright/test';
import { type FreeField, inSight, type Press, press } from './opened.ts';

/** A place with fields, and the presses that open it. */
export type Opened = { at: string; presses: Press[]; fields: FreeField[] };

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
      await page.waitForTimeout(50);
  };
}

/** An address without whose it is. */
const kindOf = (path: string) => path.replaceAll(/[0-9a-f-]{36}/g, ':id').replace(/\?.*/, '');
/** What a press does, without on what: `Remove …`. */
const deedOf = ({ name }: Press) =>
  name
    .replaceAll(/[\d“”]+/g, '')
    .split(' ')
    .slice(0, 2)
    .join(' ');

export type Walk = ReturnType<typeof createWalk>;

/** How one person comes to places: by an address and some presses. */
export function createWalk(page: Page) {
  const quiet = createWaiter(page);
  let acts = 0;
  page.on('request', (request) => {
    if (isAct(request)) acts += 1;
  });
  const arrive = async (at: string, presses: readonly Press[]): Promise<boolean> => {
    await page.goto(at);
    await quiet();
    for (const one of presses) {
      if (!(await press(page, one).catch(() => false))) return false;
      await quiet();
    }
    return true;
  };
  return { page, quiet, arrive, acts: () => acts, known: new Set<string>(), deeds: new Map<string, number>() };
}

/** The fields that were not seen before in this kind of place. */
function isNew(walk: Walk, at: string, fields: FreeField[]): boolean {
  const keys = fields.map(({ label, kind }) => `${kindOf(at)} ${kind} ${label}`).filter((key) => !walk.known.has(key));
  for (const key of keys) walk.known.add(key);
  return keys.length > 0;
}

/** Back from what a press brought up, by Escape or by the same press, without a new start; false when that did not do it. */
async function comeBack({ page, quiet }: Walk, one: Press, before: string): Promise<boolean> {
  const isBack = async () => JSON.stringify((await inSight(page)).presses) === before;
  await page.keyboard.press('Escape');
  await quiet();
  if (await isBack()) return true;
  await press(page, one).catch(() => false);
  await quiet();
  return isBack();
}

/** How many presses that look the same in the same surroundings are tried: lines of a list differ in their words alone. */
const mostAlike = 5;

/** Whether this was not pressed yet in this kind of place, nor enough that is like it. */
function isFresh(walk: Walk, kind: string, path: Press[], one: Press): boolean {
  const before = path.map(deedOf).join(' ');
  const [deed, alike] = [`${kind} ${before} ${deedOf(one)}`, `${kind} ${before} ${one.look}`];
  const count = walk.deeds.get(alike) ?? 0;
  if (walk.deeds.has(deed) || count >= mostAlike) return false;
  walk.deeds.set(deed, 1).set(alike, count + 1);
  return true;
}

/** Presses all that can be pressed here, and what that brings up, until so deep. */
async function pressAll(walk: Walk, at: string, path: Press[], depth: number, seen: Set<string>): Promise<Opened[]> {
  const { presses } = await inSight(walk.page);
  const before = JSON.stringify(presses);
  const nameOf = (one: Press) => `${one.name}#${one.nth}`;
  const fresh = presses.filter((one) => !seen.has(nameOf(one)));
  const all = new Set([...seen, ...presses.map(nameOf)]);
  const opened: Opened[] = [];
  let isHere = true;
  for (const one of fresh) {
    if (!isFresh(walk, kindOf(at), path, one)) continue;
    if (!isHere && !(await walk.arrive(at, path))) return opened;
    const [was, acts] = [walk.page.url(), walk.acts()];
    isHere = false;
    if (!(await press(walk.page, one).catch(() => false))) continue;
    await walk.quiet();
    if (walk.acts() > acts || new URL(walk.page.url()).pathname !== new URL(was).pathname) continue;
    const to = [...path, one];
    const { fields } = await inSight(walk.page);
    if (isNew(walk, at, fields)) opened.push({ at, presses: to, fields });
    if (depth > 1) {
      const deeper = await pressAll(walk, at, to, depth - 1, all);
      opened.push(...deeper);
    }
    isHere = await comeBack(walk, one, before);
  }
  return opened;
}

/** Every act is spoilt on its way: what a press would change stays as it is. */
async function spoil(route: Route): Promise<void> {
  if (isAct(route.request())) return route.continue({ postData: '{"walked' });
  return route.continue();
}

/** What can be written on one screen, and the links away from it. Nothing is changed by the looking. */
async function walkScreen(walk: Walk, at: string, depth: number): Promise<{ opened: Opened[]; links: string[] }> {
  await walk.page.route('**/trpc/**', spoil);
  await walk.arrive(at, []);
  const { fields, links } = await inSight(walk.page);
  const opened: Opened[] = isNew(walk, at, fields) ? [{ at, presses: [], fields }] : [];
  opened.push(...(await pressAll(walk, at, [], depth, new Set())));
  await walk.page.unroute('**/trpc/**', spoil);
  return { opened, links };
}

type Round = {
  depth: number;
  mostOfAKind: number;
  isOver: () => boolean;
  only: RegExp;
  onScreen: (opened: Opened[], at: string) => Promise<void>;
};

/** Walks a person's screens by their links; answers those for which there was no time. */
export async function walkScreens(
  walk: Walk,
  from: string[],
  { depth, mostOfAKind, isOver, only, onScreen }: Round,
): Promise<string[]> {
  const queue = [...from];
  const counts = new Map<string, number>();
  /** A kind that was not walked yet comes first. */
  const take = () => {
    const at = queue.findIndex((path) => !counts.has(kindOf(path)));
    return queue.splice(Math.max(0, at), 1)[0];
  };
  for (let at = take(); at !== undefined; at = take()) {
    const count = counts.get(kindOf(at)) ?? 0;
    if (count >= mostOfAKind || !only.test(at)) continue;
    if (isOver()) return [...new Set([at, ...queue].map(kindOf))].filter((kind) => !counts.has(kind));
    counts.set(kindOf(at), count + 1);
    const { opened, links } = await walkScreen(walk, at, depth);
    queue.push(...links.filter((link) => !queue.includes(link) && link.split('?')[0] !== at.split('?')[0]));
    await onScreen(opened, at);
  }
  return [];
}
