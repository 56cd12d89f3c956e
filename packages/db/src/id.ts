import { uuidv7 } from 'uuidv7';

/** A new row's id. Made in code because the seal of a row binds its id. */
export function newId(): string {
  return uuidv7();
}
