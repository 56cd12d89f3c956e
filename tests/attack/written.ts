import type { Page } from '@playwright/test';
import { naughty } from './inputs.ts';
import { sentTexts } from './leaves.ts';
import { isAct, type Walk } from './walked.ts';

/** What belongs in a field of another kind, so that the naughty one beside it is sent. */
const fitting: Record<string, string> = { figure: '12', email: 'naughty@example.org', url: 'https://example.org/1' };

/** No schema takes these: controls, marks of direction, half of a pair. They are tried by themselves. */
const refused = /[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]/u;
const fair = naughty.filter((text) => text.trim() !== '' && !refused.test(text));
const foul = naughty.filter((text) => refused.test(text));

/** As many strings as a field holds, from a place of the list on. */
function batch(from: number, most: number): { text: string; strings: string[] } {
  const strings: string[] = [];
  let length = 0;
  for (let at = 0; at < fair.length; at += 1) {
    const next = fair[(from + at) % fair.length] ?? '';
    if (length + next.length + 3 > most) {
      if (strings.length > 0) break;
      continue;
    }
    strings.push(next);
    length += next.length + 3;
  }
  return { text: strings.join(' · '), strings };
}

type Wrote = { typed: string[]; used: string[]; sent: { leaf: string; text: string }[] };

/** How many forms of one screen are written at one look. */
const mostForms = 8;

/** `foulest`: what no schema takes; `isLong`: more than a line holds. */
type Size = { foulest: boolean; isLong: boolean };

/** Writes into every form in sight, chooses where something has to be chosen, and sends each; answers what was typed and what went out. */
export async function writeAll(walk: Walk, from: number, { foulest, isLong }: Size): Promise<Wrote> {
  const { page } = walk;
  const wrote: Wrote = { typed: [], used: [], sent: [] };
  const hear = (request: Parameters<typeof isAct>[0]) => {
    if (!isAct(request)) return;
    const path = new URL(request.url()).pathname.replace('/trpc/', '');
    const body: unknown = JSON.parse(request.postData() || 'null');
    wrote.sent.push(...sentTexts(path, body));
  };
  page.on('request', hear);
  for (let nth = 0; nth < mostForms; nth += 1) {
    const fields = await nextForm(page);
    if (fields.length === 0) break;
    await chooseAll(page);
    for (const [at, { mark, kind, most }] of fields.entries()) {
      const own = ownText(kind, from + (nth * 8 + at) * 37, isLong ? most * 16 : most, foulest);
      await page.fill(`[data-naughty="${mark}"]`, own.text, { timeout: 1_000 }).catch(() => undefined);
      wrote.typed.push(own.text);
      wrote.used.push(...own.strings);
    }
    await submit(page, fields.at(-1)?.mark ?? '');
    await walk.quiet();
  }
  page.off('request', hear);
  return wrote;
}

/** The fields of the next form in sight that was not written yet, each marked so that it is found again. */
function nextForm(page: Page): Promise<{ mark: string; kind: string; most: number }[]> {
  return page.evaluate(() => {
    const kinds = ['text', 'search', 'email', 'url', 'tel', 'textarea'];
    const top = [...document.querySelectorAll('dialog[open], [role=dialog]')].at(-1) ?? document.body;
    const free = [...top.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')].filter(
      (node) => kinds.includes(node.type) && !node.readOnly && !node.disabled && node.checkVisibility() && !node.dataset.naughty,
    );
    const form = free[0]?.form ?? null;
    const own = form === null ? free.slice(0, 1) : free.filter((node) => node.form === form);
    return own.map((node) => {
      const mark = crypto.randomUUID();
      node.dataset.naughty = mark;
      const isFigure = node.inputMode === 'numeric' || node.inputMode === 'decimal';
      const most = node.maxLength > 0 ? node.maxLength : 56;
      return { mark, kind: isFigure ? 'figure' : node.type, most };
    });
  });
}

/** Days, times, and the first of each choice that was not made. */
async function chooseAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    const top =
      [...document.querySelectorAll('dialog[open], [role=dialog]')].at(-1) ?? document.querySelector('main') ?? document.body;
    const set = (node: HTMLInputElement | HTMLSelectElement, value: string) => {
      const proto = node instanceof HTMLSelectElement ? HTMLSelectElement.prototype : HTMLInputElement.prototype;
      Object.getOwnPropertyDescriptor(proto, 'value')?.set?.call(node, value);
      node.dispatchEvent(new Event('input', { bubbles: true }));
      node.dispatchEvent(new Event('change', { bubbles: true }));
    };
    for (const node of top.querySelectorAll<HTMLInputElement>('input')) {
      if (node.disabled || node.value !== '' || !node.checkVisibility()) continue;
      if (node.type === 'date') set(node, '2027-03-01');
      if (node.type === 'time') set(node, '10:30');
      if (node.type === 'datetime-local') set(node, '2027-03-01T10:30');
    }
    for (const node of top.querySelectorAll('select'))
      if (node.value === '' && !node.disabled) set(node, [...node.options].find(({ value }) => value !== '')?.value ?? '');
    const radios = [...top.querySelectorAll<HTMLInputElement>('input[type=radio]')];
    for (const name of new Set(radios.map((node) => node.name))) {
      const group = radios.filter((node) => node.name === name && !node.disabled);
      if (group.length > 0 && !group.some((node) => node.checked)) group[0]?.click();
    }
  });
}

/** What goes into one field: one foul string, what fits a field of its kind, or as many fair ones as it holds. */
function ownText(kind: string, from: number, most: number, foulest: boolean): { text: string; strings: string[] } {
  const worst = foul[from % foul.length] ?? '';
  if (foulest) return { text: worst.slice(0, most), strings: [worst] };
  const fits = fitting[kind];
  return fits === undefined ? batch(from, most) : { text: fits, strings: [] };
}

/** The way out of a form that sends it: its button, or the keys for it. */
async function submit(page: Page, mark: string): Promise<void> {
  const field = page.locator(`[data-naughty="${mark}"]`);
  const send = page.locator('form', { has: field }).locator('button[type=submit]:not([disabled])').last();
  const [isThere, isForm] = [(await field.count()) > 0, (await send.count()) > 0];
  if (isForm) await send.click({ timeout: 1_000 }).catch(() => undefined);
  else if (isThere) await field.press('Control+Enter', { timeout: 1_000 }).catch(() => undefined);
  if (!isForm && isThere) await field.blur({ timeout: 1_000 }).catch(() => undefined);
  await page.waitForTimeout(60);
}

/** Without white space and the marks of Markdown: how a text looks is not what it says. */
export const bare = (text: string) => text.normalize('NFC').replaceAll(/[\s*_`#>\-[\]()\\~|!+.]+/g, '');

/** All that the page shows and all that stands in its fields. */
export const shownOn = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')];
    return [document.body.textContent, ...fields.map(({ value }) => value)].join('\n');
  });
