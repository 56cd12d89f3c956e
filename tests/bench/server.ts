import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

export type Running = { url: string; startedIn: number; stop: () => Promise<void> };

/** Starts the built server on a folder and measures until /health answers 200. */
export async function startServer(port: number, data: string): Promise<Running> {
  const url = `http://localhost:${port}`;
  const began = performance.now();
  const env = { ...process.env, PORT: String(port), PARLEY_DATA: data, PARLEY_LIMITS_SCALE: '10000', LOG_LEVEL: 'warn' };
  const child = spawn(process.execPath, ['apps/server/dist/main.js'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  while (!(await answers(url))) {
    if (child.exitCode !== null) throw new Error('The server did not start.');
    await new Promise((done) => setTimeout(done, 5));
  }
  return { url, startedIn: performance.now() - began, stop: () => stop(child) };
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
