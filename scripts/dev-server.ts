import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BuildOptions, context } from 'esbuild';

const root = join(import.meta.dirname, '..');
// as deep in the tree as its source: it finds the migrations from where it stands
const made = 'node_modules/.cache/parley-dev';

/** The server of who develops: `renew` after a save, `stop` at the end. */
export type DevServer = { renew: () => void; stop: () => Promise<void> };

function gone(child: ChildProcess | null): Promise<void> {
  return new Promise((done) => {
    if (child === null || child.exitCode !== null || child.signalCode !== null) return done();
    child.once('exit', () => done());
    child.kill('SIGTERM');
  });
}

/**
 * Bundles the server and runs it under these variables; anew at every `renew`. What does not bundle leaves the one that
 * runs alone: the words are in the terminal.
 */
export async function startServer(bundle: BuildOptions, environment: Record<string, string>): Promise<DevServer> {
  const bundler = await context({ ...bundle, entryPoints: [join(root, 'apps/server/src/main.ts')], outdir: join(root, made) });
  let child: ChildProcess | null = null;
  let stopped = false;
  let saved = 0;
  let turn = Promise.resolve();

  async function run(save: number): Promise<void> {
    // an editor saves several files at once
    await sleep(50);
    if (stopped || save !== saved) return;
    const built = await bundler.rebuild().catch(() => null);
    if (built === null) return;
    await gone(child);
    // its own group: Ctrl-C is ours, and we end it
    child = spawn(process.execPath, ['--enable-source-maps', join(root, made, 'main.js')], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: true,
      env: { ...process.env, ...environment },
    });
  }

  const renew = () => {
    saved += 1;
    const save = saved;
    turn = turn.then(() => run(save));
  };
  renew();
  return {
    renew,
    async stop() {
      stopped = true;
      await turn;
      await gone(child);
      await bundler.dispose();
    },
  };
}
