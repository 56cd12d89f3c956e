import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

export type Running = { url: string; pid: number; startedIn: number; stop: () => Promise<void> };

/** Starts the built server on a folder and measures until /health answers 200. */
export async function startServer(port: number, data: string, more: NodeJS.ProcessEnv = {}): Promise<Running> {
  const url = `http://localhost:${port}`;
  const began = performance.now();
  const env = { ...process.env, PORT: String(port), PARLEY_DATA: data, PARLEY_LIMITS_SCALE: '10000', LOG_LEVEL: 'warn', ...more };
  const child = spawn(process.execPath, ['apps/server/dist/main.js'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  while (!(await answers(url))) {
    if (child.exitCode !== null) throw new Error('The server did not start.');
    await new Promise((done) => setTimeout(done, 5));
  }
  return { url, pid: child.pid ?? 0, startedIn: performance.now() - began, stop: () => stop(child) };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health`)).status === 200;
  } catch {
    return false;
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
