import type { RouterContext } from './router.tsx';

type Room = keyof typeof import('./warm.ts');

/** A loader that asks for what a room shows while its code is on the way; nothing is waited for. */
export function preload(room: Room) {
  return ({ context, params }: { context: RouterContext; params: { opportunityId: string } }) =>
    void import('./warm.ts').then((file) => file[room](context, params));
}
