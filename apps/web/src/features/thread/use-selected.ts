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

/** The text of a block as it is drawn; of one in pieces as it is kept, null while what is drawn is an older one. */
function drawnText(pieces: readonly HTMLElement[], name: string): string | null {
  const [first] = pieces;
  if (!first?.dataset.label) return first?.textContent ?? null;
  const text = textOf(name) ?? '';
  return pieces.every(({ dataset, textContent }) => text.startsWith(textContent, Number(dataset.from ?? 0))) ? text : null;
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
  const touched = [...document.querySelectorAll<HTMLElement>('[data-quotable]')].filter((piece) => range.intersectsNode(piece));
  for (const name of new Set(touched.map(({ dataset }) => dataset.quotable ?? ''))) {
    const pieces = touched.filter(({ dataset }) => dataset.quotable === name);
    const [itemId, blockId] = name.split(' ');
    const of = drawnText(pieces, name) ?? '';
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
