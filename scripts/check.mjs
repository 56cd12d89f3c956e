import { build, generate, install, root, run, tool } from './house.mjs';

process.chdir(root);
await install();
await generate();

const steps = {
  routes: () => run(process.execPath, ['apps/web/routes.mjs']),
  types: () => tool('tsc', ['-p', '.', '--noEmit']),
  format: () => tool('biome', ['ci', '--error-on-warnings']),
  lint: () => tool('oxlint', ['--type-aware', '--deny-warnings']),
  'the house': () => tool('vitest', ['run', '--project', 'domain', 'tests/architecture.test.ts']),
  'unused code': () => tool('knip', []),
  migrations: () => tool('tsx', ['scripts/drift.ts']),
  build: () => build().then(() => 0),
  'first load': () => tool('size-limit', []),
};

const failed = [];
for (const [name, step] of Object.entries(steps)) {
  process.stdout.write(`\n── ${name}\n`);
  if ((await step()) !== 0) failed.push(name);
}
const passed = Object.keys(steps).length - failed.length;
process.stdout.write(
  `\ncheck: ${passed} of ${passed + failed.length} fine${failed.length ? `; not fine: ${failed.join(', ')}` : ''}\n`,
);
process.exitCode = failed.length ? 1 : 0;
