import type { News } from '@parley/domain/stream/stream';

/** Whoever asks as a browser would. */
type Asking = { fetch: (path: string, init: RequestInit) => Promise<Response> };

/** A message of a stream as it came over the wire. */
export type Frame = { event: string; data: string; id: string };

/** Where a browser follows events. */
export const followUrl = (input: unknown) => `/trpc/stream.follow?input=${encodeURIComponent(JSON.stringify(input))}`;

const fieldOf = (lines: readonly string[], name: string) =>
  lines.flatMap((line) => (line.startsWith(`${name}: `) ? [line.slice(name.length + 2)] : [])).join('\n');

/** The frames of a body, in their order, until it ends or is cut. */
export async function* framesOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Frame, void> {
  let rest = '';
  const decoder = new TextDecoder();
  for await (const chunk of body ?? []) {
    const parts = `${rest}${decoder.decode(chunk, { stream: true })}`.split('\n\n');
    rest = parts.pop() ?? '';
    for (const lines of parts.map((part) => part.trim().split('\n')).filter(([first]) => first))
      yield { event: fieldOf(lines, 'event'), data: fieldOf(lines, 'data'), id: fieldOf(lines, 'id') };
  }
}

/** A stream seen as one answer: how it begins, by the codes of any other call. */
export async function glance(response: Response): Promise<{ status: number; body: string; headers: Headers }> {
  const { headers } = response;
  if (!headers.get('content-type')?.startsWith('text/event-stream'))
    return { status: response.status, body: await response.text(), headers };
  for await (const { event, data } of framesOf(response.body)) {
    if (event === 'serialized-error') return { status: 400, body: JSON.stringify({ error: JSON.parse(data) }), headers };
    if (event === '') return { status: 200, body: data, headers };
  }
  throw new Error('The stream ended before it began.');
}

/** Somebody's open stream, and all that has come through it. */
export type Follower = {
  news: (News & { id: string; at: number })[];
  /** Why it ended: a code, `cut`, or null while it is open. */
  ended: () => string | null;
  /** Resolves once this holds; looks again at every frame. Fails after ten seconds. */
  until: (holds: (follower: Follower) => boolean) => Promise<void>;
  /** The name of the last message. */
  last: () => string;
  stop: () => Promise<void>;
};

/** Opens a stream as a browser does, and reads it. Resolves when it has begun, or was refused. */
export async function follow(person: Asking, input: { age: number; lastEventId?: string } = { age: 0 }): Promise<Follower> {
  const abort = new AbortController();
  const response = await person.fetch(followUrl(input), { headers: { accept: 'text/event-stream' }, signal: abort.signal });
  const frames = framesOf(response.body);
  const lookers = new Set<() => void>();
  let ended: string | null = null;
  const follower: Follower = {
    news: [],
    ended: () => ended,
    last: () => follower.news.at(-1)?.id ?? '',
    until: (holds) =>
      new Promise((done, failed) => {
        const timer = setTimeout(() => {
          failed(new Error(`It did not come to hold: ${holds.toString()}, of ${JSON.stringify(follower.news)}`));
        }, 10_000);
        const look = () => {
          if (!holds(follower)) return;
          clearTimeout(timer);
          lookers.delete(look);
          done();
        };
        lookers.add(look);
        look();
      }),
    async stop() {
      abort.abort();
      await frames.return();
    },
  };
  const read = async () => {
    for await (const { event, data, id } of frames) {
      if (event === 'serialized-error') ended = JSON.parse(data).data.code;
      if (event === '') follower.news.push({ ...JSON.parse(data), id, at: performance.now() });
      for (const look of lookers) look();
    }
  };
  read()
    .catch(() => {})
    .finally(() => {
      ended ??= 'cut';
      for (const look of lookers) look();
    });
  await follower.until(({ news, ended: end }) => news.length > 0 || end() !== null);
  return follower;
}
