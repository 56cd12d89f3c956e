import { tryTwins } from './twins.ts';

// `npm run trial -- --twins 10`: two servers on one database, killed in turn so many times, under six writers and two hundred streams.
const kills = Number(process.argv.at(process.argv.indexOf('--twins') + 1) ?? 10);
const { gaps, twice } = await tryTwins({ kills, streams: 200, writers: 6 }, (line) => process.stdout.write(`${line}\n`));
process.exitCode = gaps === 0 && twice === 0 ? 0 : 1;
