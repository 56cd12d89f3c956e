import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** One line of what is typed, or of what is piped in; on a terminal what is typed is not shown. */
export function askFor(what: string): Promise<string> {
  const terminal = process.stdin.isTTY === true;
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  if (terminal) process.stderr.write(`${what}: `);
  const lines = createInterface({ input: process.stdin, output: silent, terminal });
  return new Promise((done) => {
    let typed = '';
    lines.once('line', (line) => {
      typed = line;
      lines.close();
    });
    lines.once('close', () => {
      if (terminal) process.stderr.write('\n');
      done(typed.trim());
    });
  });
}
