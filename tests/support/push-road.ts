import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

type Road = { folder: string; port: number; cert: string; names: Readonly<Record<string, readonly string[]>> };

/**
 * A module that a real server loads before itself: names under `.example` are these addresses, and a connection to one of them
 * ends at the stand-in on this machine. The server's own judgement of names, addresses and certificates is left as it is.
 * Answers the options for its process, and the file in which every connection is written down.
 */
export function layRoad({ folder, port, cert, names }: Road): { options: string; log: string } {
  const [module, log] = [join(folder, 'road.mjs'), join(folder, 'road.log')];
  writeFileSync(log, '');
  writeFileSync(
    module,
    `import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import dns from 'node:dns/promises';
import tls from 'node:tls';
const names = ${JSON.stringify(names)};
const { lookup } = dns;
const { connect } = tls;
dns.lookup = async (name, ...rest) =>
  name.endsWith('.example') ? (names[name] ?? []).map((address) => ({ address, family: 4 })) : lookup(name, ...rest);
tls.connect = (options, ...rest) => {
  if (!String(options?.servername).endsWith('.example')) return connect(options, ...rest);
  appendFileSync(${JSON.stringify(log)}, options.host + '\\n');
  return connect({ ...options, host: '127.0.0.1', port: ${port}, ca: ${JSON.stringify(cert)} }, ...rest);
};
syncBuiltinESMExports();
`,
  );
  return { options: `--import=${module}`, log };
}
