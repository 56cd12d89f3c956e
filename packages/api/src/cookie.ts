import { createHash } from 'node:crypto';
import { sessionLife } from '@parley/domain/identity/identity';
import { challengeLife } from '@parley/domain/identity/passkey';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

/** Whether a text could be the value of a cookie of ours. */
export const isCookieValue = (text: string) => /^[a-z2-7]{40}$/.test(text);

/** The stored id of a cookie's value. A stored id (64 hex digits) is no cookie value and stays itself. */
export function storedId(id: string): string {
  return isCookieValue(id) ? createHash('sha256').update(id).digest('hex') : id;
}

const sessionName = 'parley';
const challengeName = 'parley-challenge';

/** The cookie's name as browsers know it. */
export const sessionCookie = `__Host-${sessionName}`;

/** `__Host-`: secure, this host only, out of scripts' reach; the static page needs no cookie, so strict does no harm. */
const guarded = { prefix: 'host', path: '/', secure: true, httpOnly: true, sameSite: 'Strict' } as const;

function read(context: Context, name: string): string | null {
  const value = getCookie(context, name, guarded.prefix);
  return value !== undefined && isCookieValue(value) ? value : null;
}

/** The cookie's value when it could be one of ours. */
export const readSessionCookie = (context: Context): string | null => read(context, sessionName);

const written = 'a cookie was written';

/** Whether a cookie goes with the answer. */
export const writesCookie = (context: Context): boolean => context.get(written) === true;

/** It lasts for a time, not until a date: the browser's clock may be another. */
export function writeSessionCookie(context: Context, value: string): void {
  context.set(written, true);
  setCookie(context, sessionName, value, { ...guarded, maxAge: sessionLife.absolute / 1000 });
}

/** Makes the browser forget the session. */
export function clearSessionCookie(context: Context): void {
  context.set(written, true);
  deleteCookie(context, sessionName, guarded);
}

/** Which challenge this browser was given, when the cookie's value could be one of ours. */
export const readChallengeCookie = (context: Context): string | null => read(context, challengeName);

/** Binds a challenge to the browser that asked for it. */
export function writeChallengeCookie(context: Context, value: string): void {
  context.set(written, true);
  setCookie(context, challengeName, value, { ...guarded, maxAge: challengeLife / 1000 });
}
