import { useEffect, useState } from 'react';

/**
 * Whoever comes by a link to a section arrives there: what stands above it grows while it loads, so the page follows
 * until the person moves it themselves or three seconds have passed.
 */
export function useArrival(isReady: boolean): void {
  useEffect(() => {
    const id = window.location.hash.slice(1);
    if (!isReady || id === '' || window.scrollY > 0) return undefined;
    const follow = () => document.getElementById(id)?.scrollIntoView();
    const watch = new ResizeObserver(follow);
    watch.observe(document.body);
    const stop = () => {
      watch.disconnect();
      clearTimeout(timer);
      for (const act of acts) window.removeEventListener(act, stop);
    };
    const timer = setTimeout(stop, 3000);
    for (const act of acts) window.addEventListener(act, stop, { passive: true });
    return stop;
  }, [isReady]);
}

const acts = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/** The section of the page that is being read: the last whose top has passed below the header. */
export function useSection(ids: readonly string[]): string | null {
  const [current, setCurrent] = useState<string | null>(null);
  const key = ids.join(' ');
  useEffect(() => {
    const look = () => {
      const line = window.innerHeight / 3;
      const passed = key.split(' ').filter((id) => {
        const top = document.getElementById(id)?.getBoundingClientRect().top;
        return top !== undefined && top <= line;
      });
      setCurrent(passed.at(-1) ?? null);
    };
    look();
    window.addEventListener('scroll', look, { passive: true });
    window.addEventListener('resize', look);
    return () => {
      window.removeEventListener('scroll', look);
      window.removeEventListener('resize', look);
    };
  }, [key]);
  return current;
}

/** Keeps `--page-top` at the height of what is sticky at the top: panels stick below it, links to a section stop below it. */
export function measurePageTop(node: HTMLElement | null): (() => void) | undefined {
  if (!node) return undefined;
  const page = document.documentElement.style;
  const watch = new ResizeObserver(() => page.setProperty('--page-top', `${node.getBoundingClientRect().height}px`));
  watch.observe(node);
  return () => {
    watch.disconnect();
    page.removeProperty('--page-top');
  };
}
