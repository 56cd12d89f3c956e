import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createClient } from '@parley/db/client';
import { runningUrl, startEmbedded } from '@parley/db/embedded';
import { StartRefused } from '@parley/db/lock';
import { addressHash } from '@parley/db/seal';
import { readSettings, type Settings } from '../apps/server/src/env.ts';
import { openKeys } from '../apps/server/src/keys.ts';
import { isWhole, openSession, type Session } from './psql-session.ts';

const help = `Statements end with a semicolon.  \\d  the tables   \\d <table>  its columns   \\q  the end
npm run psql -- --as ada@example.org   as this person, behind the walls; an account's id does as well
npm run psql -- --demo                 the demo's database
npm run psql -- -c "select …"          one statement, then the end`;

type Place = { url: string; what: string; close: () => Promise<void> };

/** The database past its walls: beside a running Parley, or started for as long as this lasts. */
async function openPlace({ databaseUrl, dataFolder }: Settings): Promise<Place> {
  const close = async () => {};
  if (databaseUrl) return { url: databaseUrl, what: 'the server of DATABASE_URL, as its user', close };
  const what = `the database in ${dataFolder}, past the walls; what people wrote stays sealed`;
  const running = runningUrl(dataFolder);
  if (running) {
    // the superuser beside the owner, whom the walls hold too
    const url = new URL(running);
    url.username = 'postgres';
    return { url: url.href, what, close };
  }
  if (!existsSync(join(dataFolder, 'db')))
    throw new StartRefused(
      `There is no database in ${dataFolder} yet. npm start creates one; PARLEY_DATA points to another folder.`,
    );
  const embedded = await startEmbedded({ folder: dataFolder });
  return { url: embedded.adminUrl, what, close: () => embedded.stop() };
}

/** The account behind an address or an id. Throws StartRefused when there is none. */
async function findPerson(url: string, given: string, settings: Settings): Promise<string> {
  const client = createClient(url, { max: 1, acquireTimeout: 5_000 });
  try {
    const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(given);
    const where = isId ? { id: given } : { emailHash: addressHash(await openKeys(client, settings.masterKeyFile), given) };
    const found = await client.account.findUnique({ where, select: { id: true } });
    if (found === null) throw new StartRefused(`There is no account ${isId ? 'with the id' : 'with the address'} ${given}.`);
    return found.id;
  } finally {
    await client.$disconnect();
  }
}

const say = (text: string) => process.stdout.write(`${text}\n`);

/** Reads statements until the end of what is typed; Ctrl-C drops the one that is begun. */
async function converse(session: Session, name: string): Promise<void> {
  const lines = createInterface({ input: process.stdin, output: process.stdout, terminal: process.stdin.isTTY });
  let typed = '';
  const ask = () => {
    lines.setPrompt(typed ? `${' '.repeat(name.length)}… ` : `${name}> `);
    if (process.stdin.isTTY) lines.prompt();
  };
  lines.on('SIGINT', () => {
    typed = '';
    process.stdout.write('\n');
    ask();
  });
  ask();
  for await (const line of lines) {
    typed += `${line}\n`;
    if (/^\s*\\q/.test(typed)) break;
    if (/^\s*\\[?h]/.test(typed)) say(help);
    else if (isWhole(typed)) say(await session.run(typed));
    if (isWhole(typed) || typed.trim() === '') typed = '';
    ask();
  }
  lines.close();
  if (typed.trim()) say(await session.run(typed));
}

async function open(): Promise<void> {
  const { values } = parseArgs({
    options: { as: { type: 'string' }, c: { type: 'string', short: 'c' }, demo: { type: 'boolean' } },
  });
  const settings = readSettings();
  const place = await openPlace(settings);
  try {
    const person = values.as ? await findPerson(place.url, values.as, settings) : null;
    const session = await openSession(place.url, person, process.stdout.columns ?? 160);
    if (process.stdin.isTTY && values.c === undefined)
      say(`This is ${person ? `what ${values.as} sees` : place.what}.  \\? for help`);
    if (values.c === undefined) await converse(session, values.as ?? 'parley');
    else say(await session.run(values.c));
    await session.close();
  } finally {
    await place.close();
  }
}

try {
  await open();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  if (!(error instanceof StartRefused)) process.stderr.write(`${help}\n`);
  process.exitCode = 1;
}
