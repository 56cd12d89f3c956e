import type { Page } from '@playwright/test';
import { naughty } from './inputs.ts';
import { sentTexts } from './leaves.ts';
import type { FreeField } from './opened.ts';
import { isAct, type Opened, type Walk } from './walked.ts';

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

/** Writes into every field in sight, chooses where something has to be chosen, and sends; answers what was typed and what went out. */
export async function writeAll(walk: Walk, opened: Opened, from: number, foulest: boolean): Promise<Wrote> {
  const { page } = walk;
  const sent: Wrote['sent'] = [];
  const hear = (request: Parameters<typeof isAct>[0]) => {
    if (!isAct(request)) return;
    const path = new URL(request.url()).pathname.replace('/trpc/', '');
    const body: unknown = JSON.parse(request.postData() || 'null');
    sent.push(...sentTexts(path, body));
  };
  page.on('request', hear);
  await chooseAll(page);
  const filled = await fillAll(page, opened.fields, from, foulest);
  await submit(page);
  await walk.quiet();
  page.off('request', hear);
  return { ...filled, sent };
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

/** The fields in sight, in their order, each with its batch; answers what now stands in them. */
async function fillAll(page: Page, fields: FreeField[], from: number, foulest: boolean): Promise<Omit<Wrote, 'sent'>> {
  const scope = page.locator('dialog[open], [role=dialog]').last();
  const within = (await scope.count()) > 0 ? scope : page.locator('body');
  const all = await within.locator('input, textarea').all();
  const typed: string[] = [];
  const used: string[] = [];
  let nth = 0;
  for (const node of all) {
    if (!(await node.isVisible()) || !(await node.isEditable())) continue;
    const kind = await node.evaluate((it) => {
      if (!(it instanceof HTMLInputElement)) return 'textarea';
      return it.inputMode === 'numeric' || it.inputMode === 'decimal' ? 'figure' : it.type;
    });
    if (!['text', 'search', 'email', 'url', 'tel', 'textarea', 'figure'].includes(kind)) continue;
    nth += 1;
    const most = Number(await node.getAttribute('maxlength')) || (kind === 'textarea' ? 900 : 56);
    const own = ownText(kind, from + nth * 37, most, foulest);
    await node.fill(own.text).catch(() => undefined);
    typed.push(own.text);
    used.push(...own.strings);
    if (nth >= fields.length + 4) break;
  }
  return { typed, used };
}

/** The way out of a form that sends it. */
async function submit(page: Page): Promise<void> {
  const scope = page.locator('dialog[open], [role=dialog]').last();
  const within = (await scope.count()) > 0 ? scope : page.locator('main');
  const focused = page.locator('form:has(:focus) button[type=submit]:not([disabled])').first();
  const send = (await focused.count()) > 0 ? focused : within.locator('button[type=submit]:not([disabled])').last();
  if ((await send.count()) > 0) await send.click({ timeout: 2_000 }).catch(() => undefined);
  else await page.keyboard.press('Control+Enter');
  await page.waitForTimeout(100);
}

/** Without white space and the marks of Markdown: how a text looks is not what it says. */
export const bare = (text: string) => text.normalize('NFC').replaceAll(/[\s*_`#>\-[\]()\\~|!+.]+/g, '');

/** All that the page shows and all that stands in its fields. */
export const shownOn = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')];
    return [document.body.textContent, ...fields.map(({ value }) => value)].join('\n');
  });
