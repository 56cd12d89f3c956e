import { join } from 'node:path';
import { foundBy } from '@parley/api/identity/address-store';
import { createResetLink } from '@parley/api/identity/store';
import { deadLetters, letterCounts, reviveLetters, standAsPost } from '@parley/api/mail/post-rows';
import { asIdentity } from '@parley/db/as-user';
import { type Client, createClient } from '@parley/db/client';
import { runningUrl } from '@parley/db/embedded';
import { createLine, type Line } from '@parley/db/line';
import { StartRefused } from '@parley/db/lock';
import type { MasterKeys } from '@parley/db/seal';
import { pino } from 'pino';
import { openHouse } from './deps.ts';
import { readSettings, type Settings } from './env.ts';
import { faultLine } from './fault.ts';
import { openKeys } from './keys.ts';

type Tools = { client: Client; line: Line; keys: MasterKeys; settings: Settings };

const usage = `The operator's commands:
  npm run parley -- reset-link <email>   prints a link that lets this person set a new password
  npm run parley -- operator <email>     lets this person see whether the server is healthy (never what is in it)
  npm run parley -- mail                 how many mails are on their way, and those that no server took
  npm run parley -- mail-retry <id|all>  sends mails that no server took once more`;

const unknown = (email: string) => new StartRefused(`There is no account with the address ${email}.`);

async function resetLink({ client, keys, settings }: Tools, email: string): Promise<string> {
  const path = await asIdentity(client, (db, now) => createResetLink({ db, now }, foundBy(keys, email)));
  if (path === null) throw unknown(email);
  return `http://localhost:${settings.port}${path}\nGive it to this person and to nobody else: it works once.`;
}

async function makeOperator({ client, keys }: Tools, email: string): Promise<string> {
  const where = { emailHash: foundBy(keys, email) };
  const changed = await asIdentity(client, (db) => db.account.updateMany({ where, data: { operator: true } }));
  if (changed.count === 0) throw unknown(email);
  return `${email} is now an operator.`;
}

async function listMail({ line }: Tools): Promise<string> {
  const [{ counts, dead }] = await line.ask({ as: standAsPost(), counts: letterCounts(), dead: deadLetters() });
  const summary = counts.map(({ state, letters }) => `${state} ${letters}`).join(', ');
  const lines = dead.map(
    ({ id, madeAt, attempts, fault }) =>
      `  ${id}  since ${madeAt.toISOString()}  ${attempts} attempts  last answer ${fault ?? 'none'}`,
  );
  return [`Mails: ${summary || 'none yet'}`, ...(lines.length > 0 ? ['No server took:', ...lines] : [])].join('\n');
}

async function retryMail({ line }: Tools, which: string): Promise<string> {
  if (which !== 'all' && !/^[0-9a-f-]{36}$/.test(which)) throw new StartRefused(usage);
  const [{ again }] = await line.ask({ as: standAsPost(), again: reviveLetters(which === 'all' ? null : which) });
  const revived = again[0]?.revived ?? 0;
  return revived === 1 ? '1 mail goes out again.' : `${revived} mails go out again.`;
}

/** Those that are about a person, by their address. */
const commands: Record<string, (tools: Tools, email: string) => Promise<string>> = {
  'reset-link': resetLink,
  operator: makeOperator,
};

const others: Record<string, (tools: Tools, which: string) => Promise<string>> = {
  mail: listMail,
  'mail-retry': retryMail,
};

/** Opens the database beside a running server, or by itself when none runs. */
async function withTools<T>(settings: Settings, work: (tools: Tools) => Promise<T>): Promise<T> {
  const url = settings.databaseUrl ?? runningUrl(settings.dataFolder);
  if (url === null || settings.databaseUrl) {
    const house = await openHouse(settings, pino({ level: 'silent' }), join(import.meta.dirname, '../../../prisma/migrations'));
    try {
      return await work({ ...house.deps, settings });
    } finally {
      await house.close();
    }
  }
  const client = createClient(url, { max: 1, acquireTimeout: 5_000 });
  const line = createLine(url, { max: 1, acquireTimeout: 5_000 });
  try {
    return await work({ client, line, keys: await openKeys(client, settings.masterKeyFile), settings });
  } finally {
    await Promise.all([client.$disconnect(), line.close()]);
  }
}

const [name = '', email = ''] = process.argv.slice(2);
const personal = Object.hasOwn(commands, name) ? commands[name] : undefined;
const command = personal ?? (Object.hasOwn(others, name) ? others[name] : undefined);
try {
  if (!command || (personal && !email.includes('@'))) throw new StartRefused(usage);
  process.stdout.write(`${await withTools(readSettings(), (tools) => command(tools, email))}\n`);
} catch (error) {
  // Any other message is the database's own words, not made for a person.
  const known = error instanceof StartRefused;
  process.stderr.write(
    `${known ? error.message : `That did not work. The database may be unreachable (${faultLine(error).name}).`}\n`,
  );
  process.exitCode = 1;
}
