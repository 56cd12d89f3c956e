import type { ClientOptions } from '@parley/db/client';
import type { Logger } from 'pino';
import type { Settings } from './env.ts';

const longest = 300;
const short = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text);

/** What tells each statement where that was asked for. Its values, which name people and rows, in development only. */
export function statementLog(log: Logger, { logSql, development }: Settings): ClientOptions['onStatement'] {
  if (!logSql) return undefined;
  if (development === null) return (statement) => log.info({ statement }, 'statement');
  return (text, values) => process.stdout.write(`sql  ${text.replaceAll(/\s+/g, ' ')}\n     ${short(values())}\n`);
}
