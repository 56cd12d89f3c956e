const waits = [400, 1200, 2500];

type Fetch = (url: RequestInfo | URL | string, init?: RequestInit) => Promise<Response>;

/**
 * Keys for presses of buttons: the same press keeps its key until an answer came, over retries of ours
 * and over a second press of the person's, so that it takes effect once.
 */
export function makePresses(send: Fetch, wait: (milliseconds: number) => Promise<void>) {
  const unanswered = new Map<string, string>();

  /** The key for this call; the one it had when its last attempt got no answer. */
  function keyFor(path: string, input: unknown): string {
    const press = `${path} ${JSON.stringify(input) ?? ''}`;
    const key = unanswered.get(press) ?? newKey();
    unanswered.set(press, key);
    return key;
  }

  /** Sends again while no answer comes; an answer, also a refusal, ends the press. */
  async function fetchOnce(url: RequestInfo | URL | string, init?: RequestInit): Promise<Response> {
    const response = await attempt(url, init, waits);
    const key = new Headers(init?.headers).get('x-parley-key');
    // 502 to 504 come from in between or from a database that is gone: whether it took effect is not known.
    if (response.status < 502 || response.status > 504) forget(key);
    return response;
  }

  async function attempt(url: RequestInfo | URL | string, init: RequestInit | undefined, left: number[]): Promise<Response> {
    const [pause, ...later] = left;
    try {
      return await send(url, init);
    } catch (error) {
      if (pause === undefined || init?.signal?.aborted) throw error;
      await wait(pause);
      return attempt(url, init, later);
    }
  }

  function forget(key: string | null): void {
    for (const [press, kept] of unanswered) if (kept === key) unanswered.delete(press);
  }

  return { keyFor, fetchOnce };
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** 132 random bits; `randomUUID` would want https. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(22))].map((byte) => letters[byte % 64]).join('');
}
