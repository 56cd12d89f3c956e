import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings } from '../../apps/server/src/env.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const readme = read('README.md');
const rows = [...readme.matchAll(/^\| `([A-Z_]+)` \| (.+?) \| (.+) \|$/gm)].map(([, name = '', without = '', what = '']) => ({
  name,
  without,
  what,
}));
const cell = (name: string) => rows.find((row) => row.name === name)?.without.replaceAll('`', '') ?? '';

describe('the README', () => {
  it('names every setting that the server reads, and no other', () => {
    const settings = [...read('apps/server/src/env.ts').matchAll(/^ {2}([A-Z_]+):/gm)].map((match) => match[1]);
    expect(settings.length).toBeGreaterThan(5);
    expect(rows.map(({ name }) => name)).toEqual(settings);
  });

  it('gives the values that hold when nothing is set', () => {
    const settings = readSettings({});
    expect(cell('PORT')).toBe(String(settings.port));
    expect(cell('HOST')).toBe(settings.host);
    expect(settings.dataFolder).toMatch(new RegExp(`/${cell('PARLEY_DATA')}$`));
    expect(settings.masterKeyFile).toBe(join(settings.dataFolder, 'master.key'));
    expect(cell('PARLEY_MASTER_KEY_FILE')).toContain('master.key');
    expect([cell('PARLEY_DEMO'), cell('PARLEY_TRUST_PROXY'), cell('PARLEY_LOG_SQL')]).toEqual(['0', '0', '0']);
    expect([settings.demo, settings.trustProxy, settings.logSql]).toEqual([false, false, false]);
    expect([settings.databaseUrl, settings.directUrl, settings.development, settings.metricsPort]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(cell('PARLEY_LIMITS_SCALE')).toBe(String(settings.limitsScale));
    expect(cell('LOG_LEVEL')).toBe(settings.logLevel);
  });

  it('names the levels of the log that are taken, and they are', () => {
    const words = rows.find(({ name }) => name === 'LOG_LEVEL')?.what.match(/`(\w+)`/g) ?? [];
    expect(words).toHaveLength(6);
    for (const word of words)
      expect(readSettings({ LOG_LEVEL: word.replaceAll('`', '') }).logLevel).toBe(word.replaceAll('`', ''));
    expect(() => readSettings({ LOG_LEVEL: 'loud' })).toThrow('LOG_LEVEL');
  });

  it('names commands that exist', () => {
    const scripts: unknown = JSON.parse(read('package.json'));
    const named = [...readme.matchAll(/^npm (?:run )?([a-z]+)/gm)].map((match) => match[1] ?? '');
    expect(new Set(named)).toEqual(new Set(['start', 'parley', 'test', 'check', 'bench', 'mutation', 'dates', 'nightly']));
    for (const name of named) expect(scripts).toHaveProperty(['scripts', name]);
    const operator = read('apps/server/src/operator.ts');
    const commands = [...readme.matchAll(/npm run parley -- ([\w-]+)/g)].map((match) => match[1]);
    expect(new Set(commands).size).toBe(14);
    for (const command of commands) expect(operator).toMatch(new RegExp(`^ {2}'?${command}'?: `, 'm'));
  });

  it('links to what is there, its picture too', () => {
    const links = [...readme.matchAll(/\[[^\]]+\]\(([^)]+)\)/g)].map((match) => match[1] ?? '');
    expect(links.length).toBeGreaterThan(1);
    const headings = [...readme.matchAll(/^#+ (.+)$/gm)].map(
      ([, title = '']) =>
        `#${title
          .toLowerCase()
          .replace(/[^a-z ]/g, '')
          .replaceAll(' ', '-')}`,
    );
    const isThere = (path: string) => (path.startsWith('#') ? headings.includes(path) : existsSync(join(root, path)));
    expect(links.filter((path) => !path.startsWith('https://') && !isThere(path))).toEqual([]);
  });

  it('asks for the version of Node that the product asks for', () => {
    const wanted = /"node": ">=([\d.]+)"/.exec(read('package.json'))?.[1];
    expect(readme).toContain(`Node ${wanted} or newer`);
  });

  it('says what sealing does not cover', () => {
    expect(readme).toContain('The person who runs the server could read everything');
    expect(readme.match(/end-to-end encryption/g)).toHaveLength(1);
    expect(readme.replaceAll(/\s+/g, ' ')).toContain('This is not end-to-end encryption');
  });
});
