import type { Page } from '@playwright/test';

/** A press by what stands on it: the so-many-th of that name; `isOwn` where it is the screen's and not the frame's. */
export type Press = { name: string; nth: number; isOwn: boolean };
export type FreeField = { label: string; kind: string };

/** `isOver`: a dialog or a menu stands over the screen. */
export type Sight = { presses: Press[]; fields: FreeField[]; links: string[]; isOver: boolean };

/** What a person can press. */
const pressable = 'button, summary, [role=tab], [role=menuitem], [role=option], [type=checkbox], [type=radio]';

/** What can be pressed and what can be written now, as a person sees it: behind a dialog nothing. */
export function inSight(page: Page): Promise<Sight> {
  return page.evaluate((pressable) => {
    const top = [...document.querySelectorAll('dialog[open], [role=dialog], [role=menu]')].at(-1) ?? document.body;
    const seen = (node: Element) =>
      node.checkVisibility({ visibilityProperty: true }) && node.closest('[inert], [hidden]') === null;
    const named = (node: Element) =>
      [node.getAttribute('aria-label') ?? node.textContent, node instanceof HTMLInputElement ? node.labels?.[0]?.textContent : '']
        .join(' ')
        .replaceAll(/\s+/g, ' ')
        .trim();
    const counts = new Map<string, number>();
    const presses = [...top.querySelectorAll(pressable)]
      .filter((node) => seen(node) && !node.matches(':disabled, [aria-disabled=true]'))
      .map((node) => {
        const name = named(node);
        const nth = counts.get(name) ?? 0;
        counts.set(name, nth + 1);
        return {
          name,
          nth,
          isOwn: node.closest('main, dialog, [role=dialog], [role=menu]') !== null && node.closest('main header') === null,
        };
      });
    const fields = [...top.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')]
      .filter((node) => seen(node) && !node.readOnly && !node.disabled)
      .filter(({ type }) => ['text', 'search', 'email', 'url', 'tel', 'password', 'textarea'].includes(type))
      .map((node) => ({
        label: node.getAttribute('aria-label') ?? node.labels?.[0]?.textContent ?? node.placeholder,
        kind: node.inputMode === 'numeric' || node.inputMode === 'decimal' ? 'figure' : node.type,
      }));
    const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
      .filter((node) => node.origin === location.origin && node.target === '' && !node.download)
      .map((node) => node.pathname + node.search);
    return { presses, fields, links: [...new Set(links)], isOver: top !== document.body };
  }, pressable);
}

/** Presses it as a person would; false when it is not there. */
export async function press(page: Page, { name, nth }: Omit<Press, 'isOwn'>): Promise<boolean> {
  const found = await page.evaluateHandle(
    ([wanted, at, pressable]) => {
      const top = [...document.querySelectorAll('dialog[open], [role=dialog], [role=menu]')].at(-1) ?? document.body;
      const named = (node: Element) =>
        [
          node.getAttribute('aria-label') ?? node.textContent,
          node instanceof HTMLInputElement ? node.labels?.[0]?.textContent : '',
        ]
          .join(' ')
          .replaceAll(/\s+/g, ' ')
          .trim();
      const seen = (node: Element) =>
        node.checkVisibility({ visibilityProperty: true }) && node.closest('[inert], [hidden]') === null;
      return [...top.querySelectorAll(pressable)].filter(
        (node) => seen(node) && !node.matches(':disabled, [aria-disabled=true]') && named(node) === wanted,
      )[at];
    },
    [name, nth, pressable] as const,
  );
  const node = found.asElement();
  if (!node) return false;
  await node.click({ timeout: 700 });
  return true;
}
