import { type Anchor, anchorQuote } from '@parley/domain/anchor/anchor';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Block } from './use-thread-panel.ts';

/** Words that are selected in one block, and where on the window a button for them stands. */
export type Selected = Block & { quote: Anchor; top: number; left: number };

function lengthTo(block: Element, container: Node, offset: number): number {
  const range = document.createRange();
  range.setStart(block, 0);
  range.setEnd(container, offset);
  return range.toString().length;
}

/** Words of the page, not of a field that is typed in. */
function isSelecting(): boolean {
  const selection = window.getSelection();
  return selection !== null && !selection.isCollapsed && selection.rangeCount > 0;
}

/** What is selected now; of a selection over several blocks, the part in the first of them. Null when there are no words. */
export function readSelection(): Selected | null {
  const selection = window.getSelection();
  if (!selection || !isSelecting()) return null;
  const range = selection.getRangeAt(0);
  for (const block of document.querySelectorAll<HTMLElement>('[data-quotable]')) {
    if (!range.intersectsNode(block)) continue;
    const of = block.textContent;
    const from = block.contains(range.startContainer) ? lengthTo(block, range.startContainer, range.startOffset) : 0;
    const to = block.contains(range.endContainer) ? lengthTo(block, range.endContainer, range.endOffset) : of.length;
    const quote = anchorQuote(of, from, to);
    const [itemId, blockId] = block.dataset.quotable?.split(' ') ?? [];
    if (!quote || from === to || !itemId || !blockId) continue;
    const box = range.getBoundingClientRect();
    return { itemId, blockId, label: of, quote, top: box.bottom, left: box.left + box.width / 2 };
  }
  return null;
}

/** The selected words, followed as the selection and the page move. */
export function useSelected(): Selected | null {
  const [selected, setSelected] = useState<Selected | null>(null);
  useEffect(() => {
    let asked = 0;
    const follow = () => {
      cancelAnimationFrame(asked);
      // typing moves the selection too, and a frame that is asked for is drawn: a second one for each key
      if (isSelecting()) asked = requestAnimationFrame(() => setSelected(readSelection()));
      else setSelected(null);
    };
    document.addEventListener('selectionchange', follow);
    window.addEventListener('scroll', follow, { passive: true, capture: true });
    return () => {
      cancelAnimationFrame(asked);
      document.removeEventListener('selectionchange', follow);
      window.removeEventListener('scroll', follow, { capture: true });
    };
  }, []);
  return selected;
}

const followers = new Set<() => void>();
let selected = false;

/** Each block follows, and typing moves the selection: they are told while words are selected, and once when no more are. */
function tellFollowers(): void {
  const before = selected;
  selected = isSelecting();
  if (selected || before) for (const changed of followers) changed();
}

function followSelection(changed: () => void): () => void {
  if (followers.size === 0) document.addEventListener('selectionchange', tellFollowers);
  followers.add(changed);
  return () => {
    followers.delete(changed);
    if (followers.size === 0) document.removeEventListener('selectionchange', tellFollowers);
  };
}

/** Whether words of this block are selected now. */
export function useSelecting(block: HTMLElement | null): boolean {
  return useSyncExternalStore(followSelection, () => {
    const selection = window.getSelection();
    return block !== null && selection !== null && !selection.isCollapsed && selection.containsNode(block, true);
  });
}
