import type { Anchor } from '@parley/domain/anchor/anchor';
import { createContext, use } from 'react';

/** What the panel is open at: one block of one item, words in it (to comment on or to suggest others), or a conversation on it. */
export type Block = { itemId: string; blockId: string; label: string; quote?: Anchor; threadId?: string; suggest?: boolean };

export type ThreadPanelState = {
  place: Block | null;
  open: (place: Block) => void;
  close: () => void;
  /** The conversation that has the focus: its words are lit. */
  active: string | null;
  light: (threadId: string) => void;
  /** Comments deleted on this screen whose undo is still offered. */
  held: ReadonlySet<string>;
  hold: (commentId: string) => void;
  release: (commentId: string) => void;
};

const nobody: ThreadPanelState = {
  place: null,
  open: () => undefined,
  close: () => undefined,
  active: null,
  light: () => undefined,
  held: new Set(),
  hold: () => undefined,
  release: () => undefined,
};

export const ThreadPanelContext = createContext<ThreadPanelState>(nobody);

/** The thread panel of this page. */
export function useThreadPanel(): ThreadPanelState {
  return use(ThreadPanelContext);
}

/** The name by which a block's mark is found on the page. */
export function markName({ itemId, blockId }: Pick<Block, 'itemId' | 'blockId'>): string {
  return `${itemId} ${blockId}`;
}

/** Gives the focus back to the mark from which the panel was opened. */
export function focusMark(place: Block): void {
  document.querySelector<HTMLElement>(`[data-thread-mark="${CSS.escape(markName(place))}"]`)?.focus();
}

/** Opens the mark of the block in which the focus is, else the first one on the screen. */
export function pressNearestMark(): void {
  const marks = [...document.querySelectorAll<HTMLElement>('[data-thread-mark]')];
  const visible = marks.find((mark) => mark.getBoundingClientRect().top > 0);
  (nearestMark(document.activeElement) ?? visible ?? marks[0])?.click();
}

function nearestMark(from: Element | null): HTMLElement | null {
  if (!from || from === document.body) return null;
  return from.querySelector<HTMLElement>('[data-thread-mark]') ?? nearestMark(from.parentElement);
}

/** Opens the next conversation of the page, or the one before, from where the focus is; from nowhere the first, or the last. */
export function pressNextMark(step: 1 | -1): void {
  const marks = [...document.querySelectorAll<HTMLElement>('[data-thread-mark]:not([data-empty])')];
  const from = document.activeElement;
  const way = step === 1 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
  const isAhead = (mark: HTMLElement) => from !== null && from !== mark && (from.compareDocumentPosition(mark) & way) !== 0;
  const ordered = step === 1 ? marks : marks.toReversed();
  (ordered.find(isAhead) ?? ordered[0])?.click();
}
