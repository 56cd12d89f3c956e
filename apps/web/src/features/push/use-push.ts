import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type Failure, failureOf } from '../../lib/failure.ts';
import { useTRPC } from '../../lib/trpc.ts';

export const sayRefused = 'Your browser does not let Parley show notices. Allow it in the browser’s settings for this page.';

/** Why this browser shows no notices of ours, or null when it can. */
export function whyNot(): 'unable' | 'refused' | null {
  if (!('serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis)) return 'unable';
  return Notification.permission === 'denied' ? 'refused' : null;
}

/** Where this browser takes notices, as the server needs it. */
type Given = { endpoint: string; p256dh: string; auth: string };

/** The person said no when the browser asked. */
class Refused extends Error {}

const encode = (bytes: ArrayBuffer | null) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes ?? new ArrayBuffer(0))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/**
 * Asks the browser, by whose leave alone notices are shown. What it had before is ended first: nobody who sat here earlier is
 * told of through the same address.
 */
async function subscribe(key: string): Promise<Given> {
  if ((await Notification.requestPermission()) !== 'granted') throw new Refused();
  await navigator.serviceWorker.register('/worker.js', { updateViaCache: 'none' });
  const { pushManager } = await navigator.serviceWorker.ready;
  await (await pushManager.getSubscription())?.unsubscribe();
  const made = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  return { endpoint: made.endpoint, p256dh: encode(made.getKey('p256dh')), auth: encode(made.getKey('auth')) };
}

/** Nothing comes to this browser any more, whatever a server still sends. */
async function unsubscribe(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
}

const failureWith = (message: string): Failure => ({ code: 'REFUSED', message, id: null, fields: [], newer: null });

/** Turning notices on and off on this device; `key`: of this Parley, for the browser. */
export function usePush(key: string | null) {
  const trpc = useTRPC();
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const keep = useMutation(trpc.push.keep.mutationOptions());
  const stop = useMutation(trpc.push.end.mutationOptions());
  const turnOn = async () => {
    setFailure(null);
    setAsking(true);
    try {
      await keep.mutateAsync(await subscribe(key ?? ''));
    } catch (error) {
      setFailure(saidOf(error));
    } finally {
      setAsking(false);
    }
  };
  const end = async (everywhere: boolean) => {
    setFailure(null);
    try {
      await stop.mutateAsync({ everywhere });
      await unsubscribe();
    } catch (error) {
      setFailure(saidOf(error));
    }
  };
  return {
    turnOn: () => void turnOn(),
    end: (everywhere: boolean) => void end(everywhere),
    pending: asking || stop.isPending,
    failure,
  };
}

/** The browser's own refusals are no answers of the server. */
function saidOf(error: unknown): Failure {
  if (error instanceof Refused) return failureWith(sayRefused);
  if (error instanceof DOMException) return failureWith('The service of your browser’s maker does not answer. Try again later.');
  return failureOf(error);
}
