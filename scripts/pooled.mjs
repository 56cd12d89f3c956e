import { generate, install, root, tool } from './house.mjs';

// `npm run pooled`: the whole suite of the API with PgBouncer in transaction mode before the database.
process.chdir(root);
await install();
await generate();
process.exitCode = await tool('vitest', ['run', '--project', 'pooled', ...process.argv.slice(2)], {
  env: { PARLEY_TEST_POOLED: '1' },
});
