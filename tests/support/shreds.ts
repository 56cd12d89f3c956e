import { createDecipheriv } from 'node:crypto';
import { type MasterKeys, unwrapOwnerKey } from '@parley/db/seal';
import pg from 'pg';

/** Every value of bytes in every table, as whoever has an old copy of the database has it. */
export async function copyBytes(adminUrl: string): Promise<Buffer[]> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const columns = await client.query<{ table: string; column: string }>(
      `select table_name as table, column_name as column from information_schema.columns
       where table_schema = 'public' and data_type = 'bytea' and table_name not in ('sealing_key', 'canary')`,
    );
    const found: Buffer[] = [];
    for (const { table, column } of columns.rows) {
      const { rows } = await client.query<{ value: Buffer }>(
        `select "${column}" as value from public."${table}" where "${column}" is not null`,
      );
      found.push(...rows.map(({ value }) => value));
    }
    return found;
  } finally {
    await client.end();
  }
}

/** Every key that the database holds, unwrapped by the master key. */
export async function copyKeys(adminUrl: string, master: MasterKeys): Promise<Buffer[]> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ owner: string; wrapped: Buffer }>('select owner_id as owner, wrapped from sealing_key');
    return rows.map(({ owner, wrapped }) => unwrapOwnerKey(master, owner, wrapped));
  } finally {
    await client.end();
  }
}

/** What a key makes of sealed bytes, whatever they were bound to: who attacks does not care for the tag. */
function read(key: Buffer, sealed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 13), { authTagLength: 16 });
  return decipher.update(sealed.subarray(13, -16)).toString('utf8');
}

/** Which of these words can be read in any of the bytes with any of the keys. */
export function wordsRead(bytes: readonly Buffer[], keys: readonly Buffer[], words: readonly string[]): string[] {
  const found = new Set<string>();
  for (const key of keys)
    for (const sealed of bytes) {
      const text = read(key, sealed);
      for (const word of words) if (text.includes(word)) found.add(word);
    }
  return [...found].sort();
}
