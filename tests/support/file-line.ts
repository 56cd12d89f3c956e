import { vi } from 'vitest';
import type { Person } from './world.ts';

/** What stands for the browser's line for files; cut, it gives no answer. */
export function stubLine(person: Person) {
  const saved: string[] = [];
  const line = { cut: false, saved };
  vi.stubGlobal(
    'XMLHttpRequest',
    class {
      upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
      status = 0;
      response: Blob | null = null;
      onload = () => {};
      onerror = () => {};
      private url = '';
      private headers: Record<string, string> = {};
      private answered = new Headers();
      open(_: string, url: string) {
        this.url = url;
      }
      setRequestHeader(name: string, value: string) {
        this.headers[name] = value;
      }
      getResponseHeader(name: string) {
        return this.answered.get(name);
      }
      async send(body: File | string) {
        if (line.cut) return this.onerror();
        this.upload.onprogress?.({ loaded: 1, total: 2 });
        const bytes = typeof body === 'string' ? body : new Uint8Array(await body.arrayBuffer());
        const answer = await person.fetch(this.url, { method: 'POST', headers: this.headers, body: bytes });
        this.status = answer.status;
        this.answered = answer.headers;
        this.response = new Blob([await answer.arrayBuffer()]);
        return this.onload();
      }
    },
  );
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:letter');
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function save(this: HTMLAnchorElement) {
    saved.push(this.download);
  });
  return line;
}
