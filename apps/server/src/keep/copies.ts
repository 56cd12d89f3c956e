import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { runningUrl } from '@parley/db/embedded';
import { StartRefused } from '@parley/db/lock';
import type { Settings } from '../env.ts';
import { readMasters } from '../keys.ts';
import { migrations } from '../version.ts';
import { type Backup, refuseShort, writeBackup } from './backup.ts';
import { readBackup } from './backup-file.ts';
import { refuseNone, withDatabase } from './open.ts';
import { restore } from './restore.ts';
import { askFor } from './typed.ts';

const holds: Record<string, Backup['holds']> = { '': 'database', '--with-key': 'both', '--key-only': 'key' };

const numbered = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

export async function backup(settings: Settings, usage: string, [file = '', option = '']: readonly string[]): Promise<string> {
  const what = Object.hasOwn(holds, option) ? holds[option] : undefined;
  if (file === '' || file.startsWith('-') || !what) throw new StartRefused(usage);
  const path = resolve(file);
  if (existsSync(path)) throw new StartRefused(`There is a file ${path} already. Choose another name.`);
  if (what !== 'key') refuseNone(settings);
  const passphrase = await askFor('A passphrase for this backup');
  refuseShort(passphrase);
  if (process.stdin.isTTY && (await askFor('The same once more')) !== passphrase)
    throw new StartRefused('These are not the same.');
  const given = { path, passphrase, keyFile: settings.masterKeyFile, migrations, holds: what };
  if (what === 'key') {
    await writeBackup(null, given);
    return `The master key is in ${path}, sealed with your passphrase. Keep it where the database’s backup is not.`;
  }
  const { rows, tables } = await withDatabase(settings, (url) => writeBackup(url, given));
  const key =
    what === 'both'
      ? 'The master key is in it: whoever has the file and the passphrase reads everything.'
      : 'The master key is not in it: back it up apart, with --key-only.';
  return `${numbered(rows, 'row')} of ${numbered(tables, 'table')} are in ${path}, sealed with your passphrase. ${key}`;
}

export async function checkBackup(usage: string, [file = '']: readonly string[]): Promise<string> {
  if (file === '') throw new StartRefused(usage);
  refuseMissing(resolve(file));
  const { about, rows, tables } = await readBackup(resolve(file), await askFor('The passphrase of this backup'));
  const key = about.masters.length > 0 ? 'the master key' : 'no master key';
  return `Whole: ${numbered(rows, 'row')} of ${numbered(tables, 'table')} and ${key}, by Parley ${about.version}${about.at ? `, as of ${about.at}` : ''}.`;
}

function refuseMissing(path: string): void {
  if (!existsSync(path)) throw new StartRefused(`There is no file ${path}.`);
}

export async function bringBack(settings: Settings, usage: string, [file = '']: readonly string[]): Promise<string> {
  if (file === '') throw new StartRefused(usage);
  const path = resolve(file);
  refuseMissing(path);
  if (settings.databaseUrl === null && runningUrl(settings.dataFolder))
    throw new StartRefused('Parley is running on this folder. Stop it first, or set PARLEY_DATA to another folder.');
  const passphrase = await askFor('The passphrase of this backup');
  const given = { path, passphrase, keyFile: settings.masterKeyFile, migrations };
  const { about, rows, tables } = await restore((work) => withDatabase(settings, work), given);
  if (tables === 0) return `The master key is in ${settings.masterKeyFile}.`;
  const there = readMasters(settings.masterKeyFile).length > 0;
  const next = there
    ? 'Start Parley.'
    : `Put its master key into ${settings.masterKeyFile}, or bring it back by its backup or its code; then start Parley.`;
  return `${numbered(rows, 'row')} of ${numbered(tables, 'table')} are back, each table compared with what was backed up${about.at ? ` at ${about.at}` : ''}. ${next}`;
}
