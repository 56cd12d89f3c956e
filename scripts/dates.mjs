import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { generate, install, root, run, tool } from './house.mjs';

// The suite on another day: tomorrow, in 40 days and in 14 months. Nothing may change colour.
const moves = { 'a day': 1, '40 days': 40, '14 months': 426 };

/** The library that moves a program's clock and its children's; null when the system has none. */
function findLibrary() {
  const folders = ['/usr/lib', '/usr/lib64', '/usr/local/lib'].filter((path) => existsSync(path));
  const beneath = folders.flatMap((path) => [path, ...readdirSync(path).map((name) => join(path, name))]);
  return beneath.map((path) => join(path, 'faketime/libfaketimeMT.so.1')).find((path) => existsSync(path)) ?? null;
}

/** Throws when a program under these variables does not live on the day that they say. */
async function mustMove(env, days) {
  const code = await run(
    process.execPath,
    ['-e', `process.exit(Math.abs(Date.now() - ${Date.now()} - ${days} * 864e5) < 6e4 ? 0 : 1)`],
    {
      env,
    },
  );
  if (code !== 0) throw new Error(`The machine's date could not be moved by ${days} days.`);
}

process.chdir(root);
const library = findLibrary();
if (library === null) {
  process.stderr.write(
    'Running the tests on another day needs libfaketime, on Linux. On Debian and Ubuntu: apt-get install faketime\n',
  );
  process.exit(1);
}
await install();
await generate();

// What vitest is told: a file, a name, `--project domain`. Without a project, the rules and the API.
const given = process.argv.slice(2);
const chosen = given.includes('--project') ? given : ['--project', 'domain', '--project', 'api', ...given];
const red = [];
for (const [what, days] of Object.entries(moves)) {
  process.stdout.write(`\n── in ${what}\n`);
  // the monotonic clock stays: timers and timeouts are about how long, not about when
  const env = { LD_PRELOAD: library, FAKETIME: `+${days}d`, FAKETIME_DONT_FAKE_MONOTONIC: '1' };
  await mustMove(env, days);
  if ((await tool('vitest', ['run', ...chosen], { env })) !== 0) red.push(what);
}
process.stdout.write(`\ndates: ${red.length === 0 ? 'the same on every day' : `red in ${red.join(', in ')}`}\n`);
process.exitCode = red.length === 0 ? 0 : 1;
