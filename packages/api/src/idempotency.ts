import { DomainError } from '@parley/domain/kernel/error';

const shape = /^[A-Za-z0-9_-]{16,64}$/;

/** The key that the client made for one press of a button. Throws when there is none. */
export function pressKey(header: string | undefined): string {
  if (header && shape.test(header)) return header;
  throw new DomainError('invalid', 'This request came without its key. Reload the page and try again.', { path: 'x-parley-key' });
}
