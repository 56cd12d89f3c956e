import type { Mail, Mailer } from '@parley/api/post';
import nodemailer from 'nodemailer';

type Fault = NonNullable<Awaited<ReturnType<Mailer['send']>>>;

export type SmtpSettings = { url: string; from: string; encrypted: boolean };

const read = (error: unknown, name: string): unknown =>
  typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;

/** A refusal of the address or of the mail itself with a 5xx is for good; a server that is away, full or wants other credentials is not. */
function faultOf(error: unknown): Fault {
  const given = read(error, 'code');
  const code = typeof given === 'string' ? given : 'EUNKNOWN';
  const answer = read(error, 'responseCode');
  const permanent = typeof answer === 'number' && answer >= 550 && answer < 560 && (code === 'EENVELOPE' || code === 'EMESSAGE');
  return { permanent, code: typeof answer === 'number' ? String(answer) : code };
}

/** RFC 8058: a mail program may end all mail by one POST; a link that somebody asked for is none of that mail. */
const headersOf = ({ stop }: Mail) => ({
  ...(stop === null ? {} : { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
  'Auto-Submitted': 'auto-generated',
});

/** Hands mails to an SMTP server; a connection that hangs is given up long before a claim runs out. */
export function createMailer({ url, from, encrypted }: SmtpSettings): Mailer & { close: () => void } {
  const waits = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000, dnsTimeout: 15_000 };
  const transport = nodemailer.createTransport({ url, pool: true, maxConnections: 4, requireTLS: encrypted, ...waits });
  return {
    async send(mail) {
      const { to: address, subject, text, html, messageId } = mail;
      try {
        await transport.sendMail({ from, to: { name: '', address }, subject, text, html, messageId, headers: headersOf(mail) });
        return null;
      } catch (error) {
        return faultOf(error);
      }
    },
    close: () => transport.close(),
  };
}
