import type { Spot } from '@parley/domain/mission/move';
import type { DragEvent } from 'react';

/** Lines go among their own kind; a key result also under the heading of an objective. */
export type LineKind = 'objective' | 'result' | 'question' | 'need';

const typeOf = (kind: LineKind) => `application/x-parley-${kind}`;

/** The grip of a line. */
export function dragOf(kind: LineKind, id: string) {
  return {
    draggable: true,
    onDragStart: (event: DragEvent<HTMLElement>) => {
      const line = event.currentTarget.closest('[data-block]');
      event.dataTransfer.setData(typeOf(kind), id);
      event.dataTransfer.effectAllowed = 'move';
      if (line) event.dataTransfer.setDragImage(line, 8, 8);
      // what lies between the lines for the pointer that passes is out of the way
      document.documentElement.dataset.dragging = kind;
    },
    onDragEnd: () => {
      delete document.documentElement.dataset.dragging;
    },
  };
}

function spotOf(event: DragEvent<HTMLElement>, kind: LineKind, id: string): Spot | null {
  const { types } = event.dataTransfer;
  if (kind === 'objective' && types.includes(typeOf('result'))) return { id, side: 'before' };
  if (!types.includes(typeOf(kind))) return null;
  const { top, height } = event.currentTarget.getBoundingClientRect();
  return { id, side: event.clientY < top + height / 2 ? 'before' : 'after' };
}

/** A line as a place to put another one: it shows at which side. */
export function dropOf(kind: LineKind, id: string, onDrop: (dragged: string, spot: Spot) => void) {
  const clear = (event: DragEvent<HTMLElement>) => {
    delete event.currentTarget.dataset.drop;
  };
  return {
    onDragOver: (event: DragEvent<HTMLElement>) => {
      const spot = spotOf(event, kind, id);
      if (!spot) return;
      event.preventDefault();
      // key results go in below the heading of their objective
      event.currentTarget.dataset.drop =
        kind === 'objective' && event.dataTransfer.types.includes(typeOf('result')) ? 'after' : spot.side;
    },
    onDragLeave: clear,
    onDrop: (event: DragEvent<HTMLElement>) => {
      clear(event);
      const spot = spotOf(event, kind, id);
      const dragged = event.dataTransfer.getData(typeOf(kind)) || event.dataTransfer.getData(typeOf('result'));
      if (!spot || !dragged) return;
      event.preventDefault();
      onDrop(dragged, spot);
    },
  };
}
