import { composeLetter } from '@parley/domain/mail/letter';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPostOffice } from '../../../tests/support/post-office.ts';
import { readSettings } from './env.ts';
import { createMailer } from './mailer.ts';

const place = 'https://parley.example/notices';
const elsewhere = 'postgres://parley:word@database.example/parley';
const mail = { PARLEY_MAIL_FROM: 'parley@parley.example', PARLEY_URL: 'https://parley.example' };

describe('a database on another machine', () => {
  it.each(['', '?sslmode=disable', '?sslmode=prefer', '?sslmode=require', '?sslmode=no-verify'])(
    'is refused with “%s”, by the word that mends it',
    (end) => {
      for (const name of ['DATABASE_URL', 'DATABASE_DIRECT_URL', 'PARLEY_REPLICA_URL'])
        expect(() => readSettings({ [name]: elsewhere + end })).toThrow(`${name} leads to another machine in clear`);
      expect(() => readSettings({ DATABASE_URL: elsewhere + end })).toThrow('Add ?sslmode=verify-full');
      expect(readSettings({ DATABASE_URL: elsewhere + end, PARLEY_PLAIN_NETWORK: '1' }).databaseUrl).toBe(elsewhere + end);
    },
  );

  it('is spoken to where its certificate is checked; one on this machine as it is', () => {
    for (const url of [
      `${elsewhere}?sslmode=verify-full`,
      'postgres://parley@localhost:5432/parley',
      'postgres://parley@127.0.0.1/parley',
      'postgres://parley@[::1]/parley',
      'postgres:///parley?host=/var/run/postgresql',
    ])
      expect(readSettings({ DATABASE_URL: url }).databaseUrl).toBe(url);
    const disguised = 'postgres://parley@localhost/parley?host=database.example';
    expect(() => readSettings({ DATABASE_URL: disguised })).toThrow('another machine');
  });
});

describe('mail', () => {
  let office: Awaited<ReturnType<typeof openPostOffice>>;
  beforeEach(async () => {
    office = await openPostOffice();
  });
  afterEach(() => office.close());

  it('leaves encrypted to another machine, and no word of its address takes that back', () => {
    const settings = (url: string) => readSettings({ ...mail, PARLEY_SMTP_URL: url });
    expect(settings('smtp://mail.example:587').mail?.encrypted).toBe(true);
    expect(settings('smtp://127.0.0.1:25').mail?.encrypted).toBe(false);
    for (const word of ['ignoreTLS=true', 'opportunisticTLS=true', 'tls.rejectUnauthorized=false'])
      expect(() => settings(`smtp://mail.example:587?${word}`)).toThrow('mail would leave in clear');
  });

  it('stays where the server offers no encryption, and says nothing to it', async () => {
    const words = composeLetter(['joined'], { notices: place, settings: place, stop: place });
    const letter = { ...words, to: 'ana@example.org', messageId: '<1@parley.example>', stop: null };
    const insists = createMailer({ url: office.url, from: mail.PARLEY_MAIL_FROM, encrypted: true });
    expect(await insists.send(letter)).toMatchObject({ permanent: false });
    expect(office.received).toEqual([]);
    insists.close();
    const near = createMailer({ url: office.url, from: mail.PARLEY_MAIL_FROM, encrypted: false });
    expect(await near.send(letter)).toBeNull();
    expect(office.received).toHaveLength(1);
    near.close();
  });
});
