import type { ShownPasskey } from '@parley/domain/identity/ways-input';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../lib/trpc.ts';
import { PasswordField } from './password-field.tsx';

const words: Readonly<Record<string, string>> = {
  NotAllowedError: 'No passkey was used: it was called off, or took too long.',
  AbortError: 'No passkey was used: it was called off, or took too long.',
  InvalidStateError: 'This device keeps a passkey for this account already.',
  SecurityError: 'Passkeys do not work at this address. Open Parley at the address that it says under Me.',
};

/** What a browser refuses, in words that a failure shows. */
class PasskeyRefused extends Error {
  readonly data: { code: string; message: string };

  constructor(cause: unknown) {
    const name = cause instanceof Error ? cause.name : '';
    super('A browser refused.', { cause });
    this.data = { code: 'PASSKEY', message: words[name] ?? 'This browser could not use a passkey here.' };
  }
}

type Browser = typeof import('@simplewebauthn/browser');

/** Runs what a browser does with passkeys; its library comes with the first press. Throws what a failure can show. */
export async function withPasskeys<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await import('@simplewebauthn/browser');
  try {
    return await work(browser);
  } catch (error) {
    throw new PasskeyRefused(error);
  }
}

/** Whether this browser knows passkeys at all, here. */
export const knowsPasskeys = (): boolean => 'PublicKeyCredential' in globalThis;

/** Asks the person for a passkey of theirs, to sign in or to show once more that it is them. */
export function useShowPasskey(): () => Promise<ShownPasskey> {
  const trpc = useTRPC();
  const ask = useMutation(trpc.passkey.ask.mutationOptions());
  return async () => {
    const optionsJSON = await ask.mutateAsync();
    const { clientExtensionResults, response, ...answer } = await withPasskeys(({ startAuthentication }) =>
      startAuthentication({ optionsJSON }),
    );
    const { userHandle, clientDataJSON, authenticatorData, signature } = response;
    const signed = { clientDataJSON, authenticatorData, signature, ...(userHandle ? { userHandle } : {}) };
    const { id, rawId, type, authenticatorAttachment: by } = answer;
    const from = by === 'platform' || by === 'cross-platform' ? { authenticatorAttachment: by } : {};
    return { id, rawId, type, ...from, clientExtensionResults: { ...clientExtensionResults }, response: signed };
  };
}

type Shown = { password?: string | undefined; passkey?: ShownPasskey | undefined };

/** By what the person shows once more that it is them: their password, or a passkey where they have none. */
export function useSelf() {
  const trpc = useTRPC();
  const ways = useQuery(trpc.passkey.list.queryOptions());
  const show = useShowPasskey();
  const hasPassword = ways.data?.password ?? true;
  /** The same with what shows it: a passkey is asked for now. */
  const prove = async <Given extends Shown>(given: Given): Promise<Given> => {
    if (hasPassword) return given;
    return { ...given, password: undefined, passkey: await show() };
  };
  return { hasPassword, prove };
}

type SelfFieldProps = Omit<Parameters<typeof PasswordField>[0], 'autoComplete'> & { hasPassword: boolean };

/** The password, or what will be asked for in its place. */
export function SelfField({ hasPassword, ...field }: SelfFieldProps) {
  if (hasPassword) return <PasswordField {...field} autoComplete="current-password" />;
  return <p className="text-ink-soft">Your account has no password. Your device will ask for your passkey.</p>;
}
