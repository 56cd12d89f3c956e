import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';

/** A new row's id. Made in code because the seal of a row binds its id. */
export function newId(): string {
  return uuidv7();
}

/**
 * The id of a row that a browser has named beforehand: the same for the same owner each time, and another one for everybody else, so
 * that nobody learns by naming it whether a row is there. Its moment stays, what follows is a hash of both.
 */
export function idFor(owner: string, named: string): string {
  const hash = createHash('sha256').update(`${owner} ${named}`).digest('hex');
  return `${named.slice(0, 14)}7${hash.slice(0, 3)}-8${hash.slice(3, 6)}-${hash.slice(6, 18)}`;
}
