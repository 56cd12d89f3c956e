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

const cookieName = 'parley';

/** The cookie's value when it could be one of ours. */
export function readSessionCookie(context: Context): string | null {
  const value = getCookie(context, cookieName, 'host');
  return value !== undefined && isCookieValue(value) ? value : null;
}

/**
 * `__Host-`: secure, this host only, out of scripts' reach; the static page needs no cookie, so strict does no harm.
 * It lasts for a time, not until a date: the browser's clock may be another.
 */
export function writeSessionCookie(context: Context, value: string): void {
  const maxAge = sessionLife.absolute / 1000;
  setCookie(context, cookieName, value, { prefix: 'host', path: '/', secure: true, httpOnly: true, sameSite: 'Strict', maxAge });
}

/** Makes the browser forget the session. */
export function clearSessionCookie(context: Context): void {
  deleteCookie(context, cookieName, { prefix: 'host', path: '/', secure: true, httpOnly: true, sameSite: 'Strict' });
}

const challengeName = 'parley-challenge';

/** Which challenge this browser was given, when the cookie's value could be one of ours. */
export function readChallengeCookie(context: Context): string | null {
  const value = getCookie(context, challengeName, 'host');
  return value !== undefined && isCookieValue(value) ? value : null;
}

/** Binds a challenge to the browser that asked for it. */
export function writeChallengeCookie(context: Context, value: string): void {
  const maxAge = challengeLife / 1000;
  setCookie(context, challengeName, value, {
    prefix: 'host',
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'Strict',
    maxAge,
  });
}
