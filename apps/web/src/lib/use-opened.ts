import { useState } from 'react';

/**
 * Which one of a list stands open, by its id. An act that takes a while closes what it was about when it is done, never
 * what was opened since.
 */
export function useOpened(initial: string | null = null) {
  const [open, setOpen] = useState(initial);
  const close = (id: string) => setOpen((now) => (now === id ? null : now));
  return { open, setOpen, close };
}
