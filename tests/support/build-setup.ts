import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** The server as it ships, from the sources as they are; one that is built of them already stays, somebody may be served by it. */
export default function setup() {
  execFileSync(process.execPath, ['scripts/build.mjs', 'changed'], { cwd: join(import.meta.dirname, '../..'), stdio: 'inherit' });
}
