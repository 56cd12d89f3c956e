import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { Shot } from './load.ts';

export type Swarm = { times: number[]; refused: number };

function once(shot: Shot, agent: Agent): Promise<number | null> {
  const body = shot.body();
  const key = randomBytes(16).toString('hex');
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'sec-fetch-site': 'same-origin',
    'x-parley-key': key,
    ...shot.headers,
  };
  const began = performance.now();
  return new Promise((done) => {
    const sent = request(shot.url, { method: 'POST', agent, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => done(answer.statusCode === 200 ? performance.now() - began : null));
    });
    sent.on('error', () => done(null));
    sent.end(body);
  });
}

/** So many calls by so many clients, each on a connection of its own: milliseconds of each that was answered. */
export async function swarm(shot: Shot, clients: number, count: number): Promise<Swarm> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const times: number[] = [];
  let refused = 0;
  let left = count;
  const client = async () => {
    while (left-- > 0) {
      const took = await once(shot, agent);
      if (took === null) refused += 1;
      else times.push(took);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  agent.destroy();
  return { times, refused };
}
