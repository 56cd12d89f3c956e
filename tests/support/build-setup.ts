import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** The server as it ships, from the sources as they are. */
export default function setup() {
  execFileSync(process.execPath, ['scripts/build.mjs', 'server'], { cwd: join(import.meta.dirname, '../..'), stdio: 'inherit' });
}
