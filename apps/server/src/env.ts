import { resolve } from 'node:path';
import { z } from 'zod';
import { isMailEncrypted, refusePlainDatabase } from './wire.ts';

const set = (text: string | undefined) => (text === '' ? undefined : text);

const Env = z.object({
  PORT: z.preprocess(
    (value) => value || '3000',
    z.coerce.number('PORT must be a number.').int().min(0).max(65_535, 'PORT must be a number up to 65535.'),
  ),
  HOST: z.preprocess((value) => value || '127.0.0.1', z.string()),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'DATABASE_URL must begin with postgres://')
    .optional(),
  DATABASE_DIRECT_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'DATABASE_DIRECT_URL must begin with postgres://')
    .optional(),
  PARLEY_PLAIN_NETWORK: z.enum(['0', '1'], 'PARLEY_PLAIN_NETWORK must be 0 or 1.').optional(),
  PARLEY_DATA: z.preprocess((value) => value || 'data', z.string()),
  PARLEY_MASTER_KEY_FILE: z.string().optional(),
  PARLEY_DEMO: z.enum(['0', '1']).optional(),
  PARLEY_TRUST_PROXY: z.enum(['0', '1'], 'PARLEY_TRUST_PROXY must be 0 or 1.').optional(),
  PARLEY_LIMITS_SCALE: z.coerce.number('PARLEY_LIMITS_SCALE must be a number.').min(0.1).max(10_000).default(1),
  PARLEY_LOG_SQL: z.enum(['0', '1'], 'PARLEY_LOG_SQL must be 0 or 1.').optional(),
  PARLEY_DEVELOPMENT: z
    .string()
    .regex(/^http:\/\/localhost:\d+$/, 'PARLEY_DEVELOPMENT must be an address on this machine. npm run dev sets it.')
    .optional(),
  PARLEY_URL: z
    .string()
    .regex(/^https?:\/\/[^\s/]+$/, 'PARLEY_URL must be the public address, like https://parley.example, without a path.')
    .optional(),
  PARLEY_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/\S+$/, 'PARLEY_SMTP_URL must begin with smtp:// or smtps://')
    .optional(),
  PARLEY_MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]+@[^\r\n]+$/, 'PARLEY_MAIL_FROM must be an address on one line.')
    .optional(),
  PARLEY_PUSH: z.enum(['0', '1'], 'PARLEY_PUSH must be 0 or 1.').optional(),
  PARLEY_METRICS_PORT: z.coerce.number('PARLEY_METRICS_PORT must be a number.').int().min(0).max(65_535).optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], 'LOG_LEVEL must be fatal, error, warn, info, debug or silent.')
    .default('info'),
});

export type Settings = {
  port: number;
  host: string;
  /** A PostgreSQL server; null for the database that comes with Parley. */
  databaseUrl: string | null;
  /** The same database without a pooler in between, where there is one: it carries the news to open screens. */
  directUrl: string | null;
  dataFolder: string;
  masterKeyFile: string;
  demo: boolean;
  /** Whether the last address of X-Forwarded-For is the caller's. */
  trustProxy: boolean;
  /** How many times the usual number of attempts an hour; more for many people behind one address. */
  limitsScale: number;
  /** Whether each statement is told: its values in development only. */
  logSql: boolean;
  /** Where the screens are while somebody develops; null where people are served. Faults then say their words. */
  development: string | null;
  logLevel: string;
  /** Where figures for Prometheus are, on this machine alone; null for nowhere. */
  metricsPort: number | null;
  /** The address at which people find this Parley, `https://parley.example`. */
  origin: string;
  /** How mail leaves and where its links lead; null where none is sent. `encrypted`: not in clear, whatever its server says. */
  mail: { url: string; from: string; origin: string; encrypted: boolean } | null;
  /** Who answers for what goes to the makers of browsers, an address of theirs can ask; null where nothing goes there. */
  push: { subject: string } | null;
};

type Given = z.output<typeof Env>;

function mailOf(given: Given): Settings['mail'] {
  const { PARLEY_SMTP_URL: url, PARLEY_MAIL_FROM: from, PARLEY_URL: origin } = given;
  if (!url) return null;
  if (!from || !origin) throw new Error('PARLEY_SMTP_URL needs PARLEY_MAIL_FROM, who writes, and PARLEY_URL, where links lead.');
  return { url, from, origin, encrypted: given.PARLEY_PLAIN_NETWORK !== '1' && isMailEncrypted(url) };
}

/** A public address of ours, or the mail address that we write from; without either nobody can be asked. */
function pushOf({ PARLEY_PUSH: asked, PARLEY_URL: origin, PARLEY_MAIL_FROM: from }: Given): Settings['push'] {
  if (asked === '0') return null;
  if (origin?.startsWith('https://')) return { subject: origin };
  const address = /[^\s<>]+@[^\s<>]+/.exec(from ?? '')?.[0];
  return { subject: address ? `mailto:${address}` : 'https://parley.invalid' };
}

/** The settings of this process. Throws with one sentence for each that is wrong. */
export function readSettings(environment: Record<string, string | undefined> = process.env): Settings {
  const given = Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, set(value)]));
  const parsed = Env.safeParse(given);
  if (!parsed.success) throw new Error(parsed.error.issues.map((issue) => issue.message).join(' '));
  const env = parsed.data;
  if (env.PARLEY_DEVELOPMENT && env.HOST !== '127.0.0.1')
    throw new Error('Faults say their words in development: PARLEY_DEVELOPMENT is for HOST 127.0.0.1 alone.');
  if (env.PARLEY_PLAIN_NETWORK !== '1') {
    refusePlainDatabase('DATABASE_URL', env.DATABASE_URL);
    refusePlainDatabase('DATABASE_DIRECT_URL', env.DATABASE_DIRECT_URL);
  }
  const dataFolder = resolve(env.PARLEY_DATA);
  return {
    port: env.PORT,
    host: env.HOST,
    databaseUrl: env.DATABASE_URL ?? null,
    directUrl: env.DATABASE_DIRECT_URL ?? null,
    dataFolder,
    masterKeyFile: resolve(env.PARLEY_MASTER_KEY_FILE ?? `${dataFolder}/master.key`),
    demo: env.PARLEY_DEMO === '1',
    trustProxy: env.PARLEY_TRUST_PROXY === '1',
    limitsScale: env.PARLEY_LIMITS_SCALE,
    logSql: env.PARLEY_LOG_SQL === '1',
    development: env.PARLEY_DEVELOPMENT ?? null,
    logLevel: env.LOG_LEVEL,
    metricsPort: env.PARLEY_METRICS_PORT ?? null,
    origin: new URL(env.PARLEY_URL ?? env.PARLEY_DEVELOPMENT ?? `http://localhost:${env.PORT}`).origin,
    mail: mailOf(env),
    push: pushOf(env),
  };
}
