import type { Page } from '@playwright/test';

/**
 * Frames while a slider was dragged. `dropped`: the share of a 60 Hz screen's frames that were not there; `redrawn`: how
 * often a second the tables were written anew.
 */
export type Drag = { perSecond: number; dropped: number; longest: number; redrawn: number };

/** As text: the compiler's own names for functions mean nothing in a page. */
const count = `{
  const seen = (globalThis.seen = { frames: [], moved: 0, redrawn: 0 });
  document.addEventListener('input', () => seen.moved++);
  seen.tables = new MutationObserver(() => seen.redrawn++);
  for (const table of document.querySelectorAll('table'))
    seen.tables.observe(table, { childList: true, characterData: true, subtree: true });
  requestAnimationFrame(function tick(at) {
    seen.frames.push(at);
    if (globalThis.seen === seen) requestAnimationFrame(tick);
  });
}`;
const counted =
  '{ const { frames, moved, redrawn, tables } = seen; tables.disconnect(); seen = null; ({ frames, moved, redrawn }) }';

const seconds = 2;

/** Drags a slider to and fro with the mouse for two seconds, on a processor so many times slower, and counts frames. */
export async function dragSlider(page: Page, name: string, slowdown: number): Promise<Drag> {
  const slider = page.getByRole('slider', { name });
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  if (!box) throw new Error(`There is no slider “${name}”.`);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const [middle, reach] = [box.x + box.width / 2, box.width * 0.4];
  const height = box.y + box.height / 2;
  await slider.fill(await slider.evaluate((node: HTMLInputElement) => String((Number(node.min) + Number(node.max)) / 2)));
  await page.mouse.move(middle, height);
  await page.mouse.down();
  await page.evaluate(count);
  const began = performance.now();
  for (let at = 0; at < seconds * 1000; at = performance.now() - began)
    await page.mouse.move(middle + reach * Math.sin((at / 1000) * Math.PI * 2), height);
  const { frames, moved, redrawn } = await page.evaluate<{ frames: number[]; moved: number; redrawn: number }>(counted);
  if (moved < 20) throw new Error(`The slider “${name}” hardly moved: ${moved} times.`);
  await page.mouse.up();
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await session.detach();
  const gaps = frames.slice(1).map((at, index) => at - (frames[index] ?? at));
  const lasted = gaps.reduce((sum, gap) => sum + gap, 0) / 1000;
  return {
    perSecond: gaps.length / lasted,
    dropped: Math.max(0, 1 - gaps.length / (lasted * 60)),
    longest: Math.max(...gaps),
    redrawn: redrawn / lasted,
  };
}
