import { StartRefused } from '@parley/db/lock';
import { readSettings, type Settings } from './env.ts';
import { faultLine } from './fault.ts';
import { makeCode, recover, rotate, tryCode } from './keep/codes.ts';
import { backup, bringBack, checkBackup } from './keep/copies.ts';
import { doctor } from './keep/doctor.ts';
import { type Tools, withTools } from './keep/open.ts';
import { dropCode, endSessions, listMail, makeOperator, resetLink, retryMail } from './keep/people.ts';

const usage = `The operator's commands:
  npm run parley -- reset-link <email>   prints a link that lets this person set a new password
  npm run parley -- drop-code <email>    ends the code at the sign-in of who has lost their app and recovery codes
  npm run parley -- end-sessions <email|all>
                                         ends the sessions of one person, or of everybody, at once
  npm run parley -- operator <email>     lets this person see whether the server is healthy (never what is in it)
  npm run parley -- mail                 how many letters are on their way (mails, notices to devices), and
                                         those that no server took
  npm run parley -- mail-retry <id|all>  sends what no server took once more
  npm run parley -- recovery-code        prints a code that brings the master key back, and ends an earlier one
  npm run parley -- check-code           says whether a code that you type is the right one
  npm run parley -- recover-key          writes a lost master key anew, by its code
  npm run parley -- rotate-key           puts a new master key in the place of the old one, while serving
  npm run parley -- backup <file>        copies the database while serving, sealed with a passphrase; the master key
                                         goes along with --with-key, alone with --key-only
  npm run parley -- check-backup <file>  reads a backup whole and says what it holds
  npm run parley -- restore <file>       puts a backup into an empty database
  npm run parley -- doctor               looks at versions, disk, clocks, keys, migrations and slow statements`;

type Command = (settings: Settings, words: readonly string[]) => Promise<string>;

/** Those that are about a person, by their address. */
const about =
  (work: (tools: Tools, email: string) => Promise<string>): Command =>
  (settings, [email = '']) => {
    if (!email.includes('@')) throw new StartRefused(usage);
    return withTools(settings, (tools) => work(tools, email));
  };

const retry: Command = (settings, [which = '']) => {
  if (which !== 'all' && !/^[0-9a-f-]{36}$/.test(which)) throw new StartRefused(usage);
  return withTools(settings, (tools) => retryMail(tools, which));
};

const end: Command = (settings, [who = '']) => {
  if (who !== 'all' && !who.includes('@')) throw new StartRefused(usage);
  return withTools(settings, (tools) => endSessions(tools, who));
};

const examine: Command = async (settings) => {
  const { text, well } = await doctor(settings);
  if (!well) process.exitCode = 1;
  return text;
};

const commands: Record<string, Command> = {
  'reset-link': about(resetLink),
  'drop-code': about(dropCode),
  'end-sessions': end,
  operator: about(makeOperator),
  mail: (settings) => withTools(settings, listMail),
  'mail-retry': retry,
  'recovery-code': makeCode,
  'check-code': tryCode,
  'recover-key': recover,
  'rotate-key': rotate,
  backup: (settings, given) => backup(settings, usage, given),
  'check-backup': (_, given) => checkBackup(usage, given),
  doctor: examine,
  restore: (settings, given) => bringBack(settings, usage, given),
};

const [name = '', ...words] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
try {
  if (!command) throw new StartRefused(name === '' ? usage : `There is no command “${name}”.\n\n${usage}`);
  process.stdout.write(`${await command(readSettings(), words)}\n`);
} catch (error) {
  // Any other message is the database's own words, not made for a person.
  const known = error instanceof StartRefused;
  process.stderr.write(
    `${known ? error.message : `That did not work. The database may be unreachable (${faultLine(error).name}).`}\n`,
  );
  process.exitCode = 1;
}
