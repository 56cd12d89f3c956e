import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { generate, install, root } from './house.mjs';

await install();
await generate();

// The server restarts and the screens reload by themselves; Vite passes /trpc on to the server.
const server = spawn(join(root, 'node_modules/.bin/tsx'), ['watch', 'apps/server/src/main.ts'], { cwd: root, stdio: 'inherit' });
const web = spawn(join(root, 'node_modules/.bin/vite'), ['apps/web', '--config', 'apps/web/vite.config.ts'], {
  cwd: root,
  stdio: 'inherit',
});
for (const child of [server, web]) {
  child.on('exit', (code) => {
    server.kill('SIGTERM');
    web.kill('SIGTERM');
    process.exitCode ??= code ?? 1;
  });
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill('SIGTERM'));
