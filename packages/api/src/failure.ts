import { newId } from '@parley/db/id';
import { Busy } from '@parley/db/turns';
import { type DomainCode, DomainError } from '@parley/domain/kernel/error';
import { type FieldSentence, fieldSentences } from '@parley/domain/kernel/sentences';
import type { TRPCError } from '@trpc/server';
import { z } from 'zod';

type Code = TRPCError['code'];

const codes: Record<DomainCode, Code> = {
  unauthorized: 'UNAUTHORIZED',
  'not-found': 'NOT_FOUND',
  forbidden: 'FORBIDDEN',
  conflict: 'CONFLICT',
  invalid: 'BAD_REQUEST',
  'too-many': 'TOO_MANY_REQUESTS',
  unavailable: 'SERVICE_UNAVAILABLE',
};

/** What the screen gets of a failure: the person's sentence, never the program's words. */
export type FailureData = { code: Code; id: string | null; message: string; fields: FieldSentence[]; newer: unknown };

const unavailable = 'Parley cannot reach its database just now. What you typed is kept; try again in a moment.';
const busy = 'Parley is busy just now. What you typed is kept; try again in a moment.';
const full = 'Parley cannot write just now: its disk is full. What you typed is kept; it goes as soon as there is room again.';
const refused = 'This is not here, or you no longer have access to it.';

/** The database's five-letter state, wherever the layers have put it. */
function sqlState(error: unknown, depth = 0): string | null {
  if (depth > 5 || typeof error !== 'object' || error === null) return null;
  if ('originalCode' in error && typeof error.originalCode === 'string') return error.originalCode;
  const inner = 'cause' in error ? error.cause : null;
  const meta = 'meta' in error ? error.meta : null;
  const adapter = typeof meta === 'object' && meta !== null && 'driverAdapterError' in meta ? meta.driverAdapterError : null;
  return sqlState(adapter, depth + 1) ?? sqlState(inner, depth + 1) ?? plainCode(error);
}

function plainCode(error: object): string | null {
  return 'code' in error && typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code) ? error.code : null;
}

const unreachable =
  /ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|timeout exceeded|terminat|Connection (ended|terminated)|DatabaseNotReachable|Can't reach|ConnectionClosed|SocketTimeout|not queryable/i;

/** Failures of the database that have a meaning for the person; null for a fault of ours. */
function fromDatabase(error: unknown): DomainError | null {
  if (error instanceof Busy) return new DomainError('unavailable', busy);
  const state = sqlState(error) ?? '';
  if (state === '42501') return new DomainError('not-found', refused);
  if (state === '23505' || state === 'P2002')
    return new DomainError('conflict', 'Somebody did this at the same moment. Look again, then try once more.');
  if (state === 'PA409') return new DomainError('conflict', 'This was changed somewhere else in the meantime.');
  if (state === '23503' || state === 'P2003') return new DomainError('not-found', refused);
  if (/^(40001|40P01|P2034|55P03|57014)$/.test(state))
    return new DomainError('unavailable', 'Two things happened at once. Please try again.');
  if (state === '53100') return new DomainError('unavailable', full);
  if (/^(08|57P|53)|^P(1001|1002|1008|1017|2024|2028)$/.test(state)) return new DomainError('unavailable', unavailable);
  const words = error instanceof Error ? `${error.name} ${error.message}` : '';
  return unreachable.test(words) ? new DomainError('unavailable', unavailable) : null;
}

/** What is answered before a call has begun, where it is the database that is away or busy; null for a fault of ours. */
export function unavailableIn(error: unknown) {
  const domain = fromDatabase(error);
  if (domain?.code !== 'unavailable') return null;
  const { message } = domain;
  return { error: { message, data: { code: codes.unavailable, id: null, message, fields: [], newer: null } } };
}

/** A failure of any layer as one of the closed codes; `domain` is null for a fault of ours. */
export function classify(error: TRPCError): { code: Code; domain: DomainError | null } {
  const cause = error.cause;
  if (cause instanceof DomainError) return { code: codes[cause.code], domain: cause };
  if (cause instanceof z.core.$ZodError && error.code === 'BAD_REQUEST') return { code: 'BAD_REQUEST', domain: null };
  if (error.code !== 'INTERNAL_SERVER_ERROR') return { code: error.code, domain: null };
  const domain = fromDatabase(cause);
  return domain ? { code: codes[domain.code], domain } : { code: 'INTERNAL_SERVER_ERROR', domain: null };
}

const fixed: Partial<Record<Code, string>> = {
  UNAUTHORIZED: 'Please sign in.',
  NOT_FOUND: refused,
  PARSE_ERROR: 'This request could not be read.',
  BAD_REQUEST: 'Something in this form needs another look.',
  METHOD_NOT_SUPPORTED: 'This request could not be read.',
  PAYLOAD_TOO_LARGE: 'This is too long to send. Shorten it, and it goes.',
};

/** The data that goes to the screen. An id is made for faults of ours only, so that refusals have equal bytes. */
export function failureData(error: TRPCError): FailureData {
  const { code, domain } = classify(error);
  const fields: FieldSentence[] = [];
  if (domain?.path) fields.push({ path: domain.path, message: domain.message });
  if (!domain && error.cause instanceof z.core.$ZodError) fields.push(...fieldSentences(error.cause));
  const ours = code === 'INTERNAL_SERVER_ERROR';
  const message = domain?.message ?? fixed[code] ?? 'Something went wrong on our side. What you typed is kept.';
  return { code, id: ours ? newId() : null, message, fields, newer: domain?.newer ?? null };
}
