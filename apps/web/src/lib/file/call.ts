import { learnStale, rememberPress } from '../live/own-acts.ts';

export type FileCall = {
  /** The procedure, `attachment.keep`. */
  path: string;
  headers: Record<string, string>;
  body: XMLHttpRequestBodyInit;
  /** Of this press; the same one when it is sent again. */
  key: string;
  /** From 0 to 1, as the body leaves. */
  onProgress?: (share: number) => void;
};

/** Text for a header, whatever its letters. */
export function inHeader(text: string): string {
  const bytes = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte));
  return btoa(bytes.join('')).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** What was refused, as `failureOf` reads it. */
class Refusal extends Error {
  readonly data: unknown;
  constructor(data: unknown) {
    super('The call was refused.');
    this.data = data;
  }
}

async function refusalIn(answer: Blob): Promise<Refusal> {
  const said: unknown = JSON.parse(await answer.text());
  const error: unknown = typeof said === 'object' && said !== null ? Reflect.get(said, 'error') : null;
  return new Refusal(typeof error === 'object' && error !== null ? Reflect.get(error, 'data') : null);
}

/**
 * A call whose body or answer is a file. Like a mutation of the typed client, with what that cannot do: bytes as they are, and
 * how far they have come. Throws what `failureOf` reads; without an answer at all, that there was none.
 */
export async function callWithFile({ path, headers, body, key, onProgress }: FileCall): Promise<Blob> {
  rememberPress(key);
  const request = new XMLHttpRequest();
  await new Promise<void>((done, failed) => {
    request.open('POST', `/trpc/${path}`);
    request.responseType = 'blob';
    for (const [name, value] of Object.entries({ ...headers, 'x-parley-key': key })) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0);
    request.onload = () => done();
    request.onerror = () => failed(new Error('No answer came.'));
    request.onabort = request.onerror;
    request.send(body);
  });
  learnStale(`/trpc/${path}`, request.getResponseHeader('x-parley-stale'));
  const answer: unknown = request.response;
  if (!(answer instanceof Blob)) throw new Error('No answer came.');
  if (request.status !== 200) throw await refusalIn(answer);
  return answer;
}
