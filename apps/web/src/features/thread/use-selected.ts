import { type Anchor, anchorQuote } from '@parley/domain/anchor/anchor';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { textOf } from './use-quoted.ts';
import type { Block } from './use-thread-panel.ts';

/** Words that are selected in one block, and where on the window a button for them stands. */
export type Selected = Block & { quote: Anchor; top: number; left: number };

function lengthTo(block: Element, container: Node, offset: number): number {
  const range = document.createRange();
  range.setStart(block, 0);
  range.setEnd(container, offset);
  return range.toString().length;
}

type Ends = Pick<Range, 'startContainer' | 'startOffset' | 'endContainer' | 'endOffset'>;

/** From where to where in the text of a block, which may be drawn in several pieces. */
function offsetsIn(pieces: readonly HTMLElement[], ends: Ends): [number, number] | null {
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first || !last) return null;
  const begins = (piece: HTMLElement) => Number(piece.dataset.from ?? 0);
  const from = first.contains(ends.startContainer) ? lengthTo(first, ends.startContainer, ends.startOffset) : 0;
  const to = last.contains(ends.endContainer) ? lengthTo(last, ends.endContainer, ends.endOffset) : last.textContent.length;
  return [begins(first) + from, begins(last) + to];
}

/** What is selected now; of a selection over several blocks, the part in the first of them. Null when there are no words. */
export function readSelection(): Selected | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const touched = [...document.querySelectorAll<HTMLElement>('[data-quotable]')].filter((piece) => range.intersectsNode(piece));
  for (const name of new Set(touched.map(({ dataset }) => dataset.quotable ?? ''))) {
    const pieces = touched.filter(({ dataset }) => dataset.quotable === name);
    const [itemId, blockId] = name.split(' ');
    const of = textOf(name) ?? '';
    const [from, to] = offsetsIn(pieces, range) ?? [0, 0];
    const quote = anchorQuote(of, from, to);
    if (!quote || from === to || !itemId || !blockId) continue;
    const box = range.getBoundingClientRect();
    const label = pieces[0]?.dataset.label ?? of;
    return { itemId, blockId, label, quote, top: box.bottom, left: box.left + box.width / 2 };
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
      asked = requestAnimationFrame(() => setSelected(readSelection()));
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

function followSelection(changed: () => void): () => void {
  document.addEventListener('selectionchange', changed);
  return () => document.removeEventListener('selectionchange', changed);
}

/** Whether words of this block are selected now. */
export function useSelecting(block: HTMLElement | null): boolean {
  return useSyncExternalStore(followSelection, () => {
    const selection = window.getSelection();
    return block !== null && selection !== null && !selection.isCollapsed && selection.containsNode(block, true);
  });
}
