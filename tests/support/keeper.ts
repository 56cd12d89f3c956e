import { spawn } from 'node:child_process';
import { join } from 'node:path';

const operator = join(import.meta.dirname, '../../apps/server/dist/operator.js');

export type Said = { code: number | null; out: string; err: string };

/** One of the operator's commands, as it ships, on a data folder; `typed` is what is typed when it asks. */
export function keep(
  folder: string,
  words: readonly string[],
  typed = '',
  environment: Record<string, string> = {},
): Promise<Said> {
  const env = { ...process.env, PARLEY_DATA: folder, PORT: '0', LOG_LEVEL: 'warn', ...environment };
  const child = spawn(process.execPath, [operator, ...words], { env, stdio: ['pipe', 'pipe', 'pipe'] });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    said.out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said.err += chunk.toString();
  });
  child.stdin.end(typed === '' ? '' : `${typed}\n`);
  return new Promise((done) => child.once('close', (code) => done({ code, ...said })));
}
