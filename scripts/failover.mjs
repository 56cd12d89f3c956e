import { build, generate, install, root, tool } from './house.mjs';

// `npm run failover -- 3`: two servers, HAProxy, a PostgreSQL that writes and a synchronous replica; the first is killed so many times.
process.chdir(root);
await install();
await generate();
await build();
process.exitCode = await tool('tsx', ['tests/cluster/failover.ts', ...process.argv.slice(2)]);
