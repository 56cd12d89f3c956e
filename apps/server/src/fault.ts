import type { Deps } from '@parley/api/context';
import type { Logger } from 'pino';
import { requestId } from './access-log.ts';

/** The code that an error bears, or nothing. */
export const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** What a fault may tell the log: where it happened, never the words, which may quote a person. */
export function faultLine(error: unknown): { name: string; code: string; at: string[] } {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const at = stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8);
  return { name: error instanceof Error ? error.name : typeof error, code: codeOf(error), at: at.map((line) => line.trim()) };
}

/** All that a fault says, with what caused it. For the eyes of who develops: it may quote a person. */
function faultWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const words = error.stack ?? `${error.name}: ${error.message}`;
  return error.cause === undefined ? words : `${words}\ncaused by ${faultWords(error.cause)}`;
}

/** Who hears of a fault: the log, without its words; in development the terminal and the answer too, with all of them. */
export function createReporter(log: Logger, development: boolean): Pick<Deps, 'report' | 'explain'> {
  const report: Deps['report'] = ({ id, path, error }) =>
    log.error({ request: requestId.getStore(), fault: id, path, ...faultLine(error) }, 'a request failed');
  if (!development) return { report };
  return {
    report: ({ id, path, error }) => process.stderr.write(`\nFault ${id} in ${path}\n${faultWords(error)}\n\n`),
    explain: faultWords,
  };
}
