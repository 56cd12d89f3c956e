import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { migrate } from '@parley/db/migrate';
import type { TestProject } from 'vitest/node';
import { onServer } from './database.ts';

// Served roles belong to the whole server; another database of Parley may have made them.
const membership = `DO $$ DECLARE served text; BEGIN
  FOREACH served IN ARRAY ARRAY['parley_user', 'parley_identity', 'parley_guard'] LOOP
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = served) THEN
      EXECUTE format('GRANT %I TO parley_test WITH ADMIN OPTION', served);
    END IF;
  END LOOP;
END $$`;

/** A template on the server of PARLEY_TEST_DATABASE_URL (a superuser's), owned by an ordinary role as in production. */
export default async function setup(project: TestProject) {
  const given = process.env.PARLEY_TEST_DATABASE_URL ?? '';
  const template = `parley_template_${randomBytes(4).toString('hex')}`;
  const password = randomBytes(16).toString('hex');
  await onServer(
    given,
    `DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'parley_test') THEN CREATE ROLE parley_test; END IF; END $$`,
    `ALTER ROLE parley_test LOGIN CREATEDB CREATEROLE PASSWORD '${password}'`,
    membership,
    `CREATE DATABASE ${template} OWNER parley_test`,
  );
  const adminUrl = new URL(given);
  adminUrl.pathname = `/${template}`;
  const url = new URL(adminUrl);
  url.username = 'parley_test';
  url.password = password;
  await migrate(url.href, join(import.meta.dirname, '../../prisma/migrations'));
  project.provide('database', { url: url.href, adminUrl: adminUrl.href });
  return () => onServer(given, `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
}
