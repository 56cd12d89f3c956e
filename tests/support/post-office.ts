import { createServer } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { keepOutgoing } from './outgoing.ts';

/** How it behaves: takes mail; answers 451 or 550; drops the connection once it has the mail; refuses connections. */
export type Mood = 'takes' | 'busy' | 'refuses' | 'drops' | 'away';

export type Received = { to: string[]; messageId: string; raw: string };

const smtpError = (words: string, responseCode: number) => Object.assign(new Error(words), { responseCode });

/** The port that it keeps through its outages. */
function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** A real SMTP server in this process, whose mood can be changed. */
export async function openPostOffice() {
  const port = await freePort();
  const received: Received[] = [];
  let mood: Mood = 'takes';
  // false for a mail that a test wrote by itself
  const office = { keeps: true };
  let server: SMTPServer | null = null;

  function begin(): Promise<void> {
    const next = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      logger: false,
      onRcptTo(address, _session, callback) {
        if (mood === 'busy') return callback(smtpError('Try again later', 451));
        if (mood === 'refuses') return callback(smtpError(`No such mailbox ${address.address}`, 550));
        return callback();
      },
      onData(stream, session, callback) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          if (mood === 'drops') {
            for (const connection of next.connections) Reflect.get(connection, '_socket').destroy();
            return;
          }
          const raw = Buffer.concat(chunks).toString('utf8');
          const messageId = /^Message-ID: (.*)$/im.exec(raw)?.[1]?.trim() ?? '';
          if (office.keeps) keepOutgoing('mail', raw);
          received.push({ to: session.envelope.rcptTo.map(({ address }) => address), messageId, raw });
          callback();
        });
      },
    });
    next.on('error', () => undefined);
    server = next;
    return new Promise((done) => void next.listen(port, '127.0.0.1', () => done()));
  }

  const end = () => new Promise<void>((done) => (server ? server.close(() => done()) : done()));
  await begin();
  return Object.assign(office, {
    url: `smtp://127.0.0.1:${port}`,
    received,
    async be(next: Mood) {
      if (next === 'away' && mood !== 'away') {
        for (const connection of server?.connections ?? []) Reflect.get(connection, '_socket').destroy();
        await end();
      }
      if (next !== 'away' && mood === 'away') await begin();
      mood = next;
    },
    close: async () => (mood === 'away' ? undefined : end()),
  });
}

/** A mail as somebody reads it. */
export const readMail = ({ raw }: Received) => PostalMime.parse(raw);
