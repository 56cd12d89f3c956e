export type FieldSentence = { path: string; message: string };

/** A failed call as the screen needs it. `OFFLINE`: no answer came at all. */
export type Failure = {
  code: string;
  message: string;
  /** For a fault of ours: what to quote when reporting it. */
  id: string | null;
  fields: readonly FieldSentence[];
  /** With `CONFLICT`: the newer version. */
  newer: unknown;
};

const offline = 'The server cannot be reached. What you typed is kept; try again when you are connected.';

/** Reads what tRPC, fetch or our own code threw. Never shows the program's words. */
export function failureOf(error: unknown): Failure {
  const data = part(error, 'data');
  const code = part(data, 'code');
  if (typeof code !== 'string') return { code: 'OFFLINE', message: offline, id: null, fields: [], newer: null };
  const fields = part(data, 'fields');
  return {
    code,
    message: text(part(data, 'message')) ?? 'Something went wrong on our side. What you typed is kept.',
    id: text(part(data, 'id')),
    fields: Array.isArray(fields) ? fields.flatMap(sentence) : [],
    newer: part(data, 'newer') ?? null,
  };
}

function part(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function sentence(field: unknown): FieldSentence[] {
  const [path, message] = [part(field, 'path'), part(field, 'message')];
  return typeof path === 'string' && typeof message === 'string' ? [{ path, message }] : [];
}
