import { build, generate, install, root, tool } from './house.mjs';

// `npm run bench -- --calls`: the calls that screens wait for, each beside a bare handler; `-- --stream`: what others do, live;
// `-- --writing`: what typing in a mission costs beside its threads, and how it opens;
// `-- --search`: a search over 2,000 own items, beside the same rows left sealed;
// `-- --mail 1000`: so many mails through five outages of the mail server and a worker that is killed now and then.
const [what, ...others] = process.argv.slice(2);

process.chdir(root);
await install();
await generate();
const parts = {
  '--calls': 'tests/bench/calls.ts',
  '--stream': 'tests/bench/stream.ts',
  '--writing': 'tests/bench/writing.ts',
  '--search': 'tests/bench/search.ts',
};

async function measure() {
  // needs no screens: the post and a mail server, in a world of the tests
  if (what === '--mail')
    return tool('vitest', ['run', '--project', 'api', 'tests/api/mail-trial.test.ts'], {
      env: { PARLEY_MAIL_TRIAL: others[0] ?? '1000' },
    });
  await build();
  return tool('tsx', what in parts ? [parts[what], ...others] : ['tests/bench/bench.ts']);
}

process.exitCode = await measure();
