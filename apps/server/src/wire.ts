/** On this machine nobody else listens: a loopback address, or a socket in a folder. */
function isNear(url: URL): boolean {
  const host = url.searchParams.get('host') ?? url.hostname;
  return host === '' || host.startsWith('/') || /^(localhost|127(\.\d+){3}|\[::1\])$/.test(host);
}

/** Throws unless the way to this database is encrypted and its certificate checked, or ends on this machine. */
export function refusePlainDatabase(name: string, given: string | undefined): void {
  if (given === undefined) return;
  const url = new URL(given);
  if (isNear(url) || url.searchParams.get('sslmode') === 'verify-full') return;
  throw new Error(
    `${name} leads to another machine in clear, or to one whose certificate nobody checks. Add ?sslmode=verify-full to it ` +
      `(and &sslrootcert=FILE for a certificate of your own), or set PARLEY_PLAIN_NETWORK=1 where you trust all of the way.`,
  );
}

const loose = ['ignoreTLS', 'opportunisticTLS', 'tls.rejectUnauthorized'];

/** Whether mail may only leave encrypted. Throws where the address itself takes that back. */
export function isMailEncrypted(given: string): boolean {
  const url = new URL(given);
  if (isNear(url)) return false;
  const word = loose.find((one) => url.searchParams.has(one));
  if (word === undefined) return true;
  throw new Error(`PARLEY_SMTP_URL has “${word}”: mail would leave in clear. Take it out, or set PARLEY_PLAIN_NETWORK=1.`);
}
