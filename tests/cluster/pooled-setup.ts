import type { TestProject } from 'vitest/node';
import setUpEmbedded from '../support/embedded-setup.ts';
import { bouncer, startPooler } from './pooler.ts';

/** The same PostgreSQL as ever, with PgBouncer in transaction mode between it and what serves calls. */
export default async function setup(project: TestProject) {
  if (bouncer === null) throw new Error('This needs PgBouncer. On Debian: apt-get install pgbouncer');
  let url = '';
  let adminUrl = '';
  const provide: TestProject['provide'] = (_, given) => void ({ url, adminUrl } = given);
  const stop = await setUpEmbedded({ provide });
  // nobody may stay on the template while others are made of it
  const elsewhere = new URL(url);
  elsewhere.pathname = '/postgres';
  const pooler = await startPooler(bouncer, elsewhere.href);
  project.provide('database', { url, adminUrl, pooler: Number(new URL(pooler.url).port) });
  return async () => {
    await pooler.stop();
    await stop();
  };
}
