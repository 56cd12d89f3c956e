import { appendFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where a run of the tests keeps what left the house, to be read whole at its end; nowhere for a single file. */
const folder = process.env.PARLEY_OUTGOING;

/** Keeps a mail, a push or a calendar as it left, for `scripts/outgoing.ts`. */
export function keepOutgoing(kind: 'mail' | 'push' | 'calendar', text: string): void {
  if (folder) appendFileSync(join(folder, `${process.pid}.jsonl`), `${JSON.stringify({ kind, text })}\n`);
}
